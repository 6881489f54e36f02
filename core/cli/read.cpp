// SPDX-License-Identifier: MIT
#include <cstdio>

#include "core/cli/command.h"
#include "core/cli/verbs.h"
#include "core/export/fileanswer.h"
#include "core/open/source.h"

namespace core::cli {

namespace {

struct Arguments {
  QString file;
  AnswerOptions options;
};

struct Word {
  const char* option;
  const char* value;
  void (*apply)(AnswerOptions& options);
};
constexpr Word words[] = {
    {"--pixel-data", "full", [](AnswerOptions& options) { options.texts.pixelData = PixelDataText::Full; }},
    {"--pixel-data", "omit", [](AnswerOptions& options) { options.texts.pixelData = PixelDataText::Omit; }},
    {"--format", "default", [](AnswerOptions& options) { options.texts.format = ReadFormat::Default; }},
    {"--format", "dicom-json", [](AnswerOptions& options) { options.texts.format = ReadFormat::DicomJson; }},
    {"--images", "none", [](AnswerOptions& options) { options.images.which = WhichImages::None; }},
    {"--images", "first", [](AnswerOptions& options) { options.images.which = WhichImages::First; }},
    {"--images", "all", [](AnswerOptions& options) { options.images.which = WhichImages::All; }},
    {"--return-format", "png", [](AnswerOptions& options) { options.images.format = ImageFormat::Png; }},
    {"--return-format", "jpeg", [](AnswerOptions& options) { options.images.format = ImageFormat::Jpeg; }},
    {"--return-format", "gif", [](AnswerOptions& options) { options.images.format = ImageFormat::Gif; }},
};

template <class T, class U>
Status keep(Result<T> parsed, U& where) {
  if (!parsed) return parsed.error();
  where = *std::move(parsed);
  return Done{};
}

struct ParsedOption {
  const char* option;
  Status (*parse)(AnswerOptions& options, const std::string& value);
};
constexpr ParsedOption parsedOptions[] = {
    {"--fields", [](AnswerOptions& options,
                    const std::string& value) { return keep(parseFields(value), options.texts.fields); }},
    {"--frames", [](AnswerOptions& options,
                    const std::string& value) { return keep(parseFrames(value), options.images.frames); }},
    {"--window", [](AnswerOptions& options,
                    const std::string& value) { return keep(parseWindow(value), options.images.window); }},
};

Status setOption(AnswerOptions& options, const QString& option, const QString& value) {
  for (const ParsedOption& row : parsedOptions)
    if (option == QLatin1String(row.option)) return row.parse(options, value.toStdString());
  for (const Word& word : words)
    if (option == QLatin1String(word.option) && value == QLatin1String(word.value))
      return word.apply(options), Done{};
  return {ErrorCode::InvalidArgument, option.toStdString()};
}

Result<Arguments> parse(const QStringList& given) {
  Arguments arguments;
  arguments.options.images.which = WhichImages::None;
  arguments.options.mostBytes = arguments.options.mostFrameBytes = std::numeric_limits<std::int64_t>::max();
  arguments.options.mostSamples = std::numeric_limits<std::int64_t>::max();
  arguments.options.longest = std::chrono::hours(24);
  for (qsizetype i = 0; i < given.size(); ++i) {
    const bool isOption = given[i].startsWith(QLatin1String("--"));
    if (!isOption && arguments.file.isEmpty()) {
      arguments.file = given[i];
      continue;
    }
    if (!isOption || i + 1 == given.size()) return {ErrorCode::InvalidArgument, given[i].toStdString()};
    const Status set = setOption(arguments.options, given[i], given[i + 1]);
    if (!set) return set.error();
    ++i;
  }
  if (arguments.file.isEmpty()) return {ErrorCode::InvalidArgument, "no file"};
  return arguments;
}

Result<QByteArray> answer(const Arguments& arguments) {
  auto bytes = readAll(Source{arguments.file, {}, -1});
  if (!bytes) return bytes.error();
  const auto file = openPart10(*std::move(bytes));
  if (!file) return file.error();
  Workers workers;
  return fileAnswer(*file, arguments.options, workers);
}

}  // namespace

int read(const QStringList& given) {
  const auto arguments = parse(given);
  if (!arguments) {
    std::fprintf(stderr, "%s\nusage: dicomaestro-cli %s\n", message(arguments.error()).c_str(), readUsage);
    return exitUsage;
  }
  const auto text = answer(*arguments);
  if (!text) {
    std::fprintf(stderr, "%s: %s\n", qPrintable(arguments->file), message(text.error()).c_str());
    return exitFailed;
  }
  const auto size = static_cast<std::size_t>(text->size());
  const bool isWritten = std::fwrite(text->constData(), 1, size, stdout) == size && std::putchar('\n') != EOF;
  return isWritten ? exitOk : exitFailed;
}

}  // namespace core::cli
