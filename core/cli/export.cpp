// SPDX-License-Identifier: MIT
#include <QDir>
#include <QFileInfo>
#include <cstdio>

#include "core/cli/command.h"
#include "core/cli/verbs.h"
#include "core/cli/windowoption.h"
#include "core/export/exportplan.h"
#include "core/export/jpeg.h"

namespace core::cli {

namespace {

struct Options {
  QString input, output;
  std::optional<PictureFormat> format;  ///< of the files in a folder
  std::optional<std::uint32_t> frame;   ///< from 1
  int quality = defaultJpegQuality;
  std::optional<VoiWindow> window;
};

bool setNumber(const QString& text, std::uint32_t most, std::uint32_t& number) {
  bool isNumber = false;
  number = text.toUInt(&isNumber);
  return isNumber && number >= 1 && number <= most;
}

struct Option {
  const char* name;
  bool (*set)(Options& options, const QString& value);
};
constexpr Option known[] = {
    {"--output", [](Options& o, const QString& value) { return !(o.output = value).isEmpty(); }},
    {"--format",
     [](Options& o, const QString& value) {
       return (o.format = formatOfName(QLatin1Char('.') + value)).has_value();
     }},
    {"--frame",
     [](Options& o, const QString& value) { return setNumber(value, UINT32_MAX, o.frame.emplace()); }},
    {"--quality",
     [](Options& o, const QString& value) {
       std::uint32_t number = 0;
       const bool isGood = setNumber(value, 100, number);
       o.quality = static_cast<int>(number);
       return isGood;
     }},
    {"--window", [](Options& o, const QString& value) { return (o.window = windowOf(value)).has_value(); }},
};

bool setOption(Options& options, const QString& name, const QString& value) {
  for (const Option& option : known)
    if (name == QLatin1String(option.name)) return option.set(options, value);
  return false;
}

std::optional<Options> parse(const QStringList& arguments) {
  Options options;
  for (qsizetype i = 0; i < arguments.size(); ++i) {
    const bool isOption = arguments[i].startsWith(QLatin1String("--"));
    if (!isOption && options.input.isEmpty())
      options.input = arguments[i];
    else if (!isOption || i + 1 == arguments.size() || !setOption(options, arguments[i], arguments[i + 1]))
      return std::nullopt;
    else
      ++i;
  }
  if (options.input.isEmpty() || options.output.isEmpty()) return std::nullopt;
  return options;
}

void say(const QString& about, const std::string& text) {
  std::fprintf(stderr, "%s: %s\n", qPrintable(about), text.c_str());
}

/// All stacks with images, in the order of the list.
std::vector<Stack> stacksOf(const QString& path) {
  std::vector<Instance> instances;
  ScanSink sink;
  sink.instances = [&](std::vector<Instance> batch) {
    std::move(batch.begin(), batch.end(), std::back_inserter(instances));
  };
  sink.problems = [](const std::vector<Problem>& batch) {
    for (const Problem& problem : batch) say(problem.source.displayName(), message(problem.error));
  };
  scan({path}, sink, false);
  std::vector<Stack> stacks;
  for (Patient& patient : arrange(std::move(instances)))
    for (Study& study : patient.studies)
      for (Series& series : study.series)
        for (Stack& stack : series.stacks)
          if (!imagesOf(stack).empty()) stacks.push_back(std::move(stack));
  return stacks;
}

bool isFolder(const QString& output) {
  return output.endsWith(QLatin1Char('/')) || QFileInfo(output).isDir() ||
         QFileInfo(output).suffix().isEmpty();
}

/// "out.png" becomes "out-0001.png" … where several files are due.
std::vector<ExportFile> intoFile(const std::vector<ImageKey>& images, const QString& output,
                                 PictureFormat format) {
  if (images.size() == 1 || holdsSeveral(format)) return {{output, images, {}}};
  const qsizetype dot = output.lastIndexOf(QLatin1Char('.'));
  std::vector<ExportFile> files;
  for (const ImageKey& image : images)
    files.push_back({output.left(dot) + QLatin1Char('-') + numberedName(files.size() + 1, images.size()) +
                         output.mid(dot),
                     {image},
                     {}});
  return files;
}

Result<std::vector<ExportFile>> filesOf(const Options& options, std::vector<Stack> stacks,
                                        PictureFormat format) {
  if (stacks.empty()) return ErrorCode::NoPixelData;
  const bool isOne = stacks.size() == 1;
  if (!isOne && (options.frame || !isFolder(options.output)))
    return {ErrorCode::InvalidArgument,
            "there are " + std::to_string(stacks.size()) + " series: give a folder, and no frame"};
  std::vector<ImageKey> images = imagesOf(stacks.front());
  if (options.frame && *options.frame > images.size())
    return {ErrorCode::FrameOutOfRange, std::to_string(images.size()) + " images"};
  if (options.frame) images = {images[*options.frame - 1]};
  if (!isFolder(options.output)) return intoFile(images, options.output, format);
  if (!QFileInfo(options.output).isDir() && !QDir().mkdir(options.output)) return ErrorCode::FolderMissing;
  const QString folder = QDir(options.output).path();
  if (options.frame)
    return intoFile(images, folder + QLatin1Char('/') + numberedName(*options.frame, 1) + fileEnding(format),
                    format);
  std::vector<const Stack*> all;
  for (const Stack& stack : stacks) all.push_back(&stack);
  return planned(all, folder, {format, Bundling::OneEach, Naming::Neutral});
}

int run(const Options& options) {
  const auto format =
      isFolder(options.output) ? options.format.value_or(PictureFormat::Png) : formatOfName(options.output);
  if (!format) return say(options.output, "the name ends in none of png, jpg, tif, gif"), exitUsage;
  const auto files = filesOf(options, stacksOf(options.input), *format);
  if (!files) return say(options.input, message(files.error())), exitFailed;
  Rendering rendering;
  if (options.window) rendering.voi = *options.window;
  const ExportReport report = exportPictures(
      *files, {*format, options.quality, Existing::Replace}, plainPicture(rendering), [](std::size_t) {},
      false);
  for (const ExportNotice& notice : report.notices) say(notice.source.displayName(), notice.text);
  for (const Problem& problem : report.problems) say(problem.source.displayName(), message(problem.error));
  return report.problems.empty() ? exitOk : exitFailed;
}

}  // namespace

int exportImages(const QStringList& arguments) {
  const auto options = parse(arguments);
  if (options) return run(*options);
  std::fprintf(stderr, "usage: dicomaestro-cli %s\n", exportUsage);
  return exitUsage;
}

}  // namespace core::cli
