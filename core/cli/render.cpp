// SPDX-License-Identifier: MIT
#include <QImage>
#include <cstdio>

#include "core/cli/command.h"
#include "core/cli/verbs.h"
#include "core/cli/windowoption.h"
#include "core/decode/framereader.h"
#include "core/open/source.h"
#include "core/window/range.h"
#include "core/window/render.h"

namespace core::cli {

namespace {

struct Options {
  QString file;
  QString output;
  std::uint32_t frame = 1;
  std::optional<VoiWindow> window;
};

bool setOption(Options& options, const QString& name, const QString& value) {
  if (name == QLatin1String("--output")) return options.output = value, true;
  if (name == QLatin1String("--frame")) {
    bool isNumber = false;
    options.frame = value.toUInt(&isNumber);
    return isNumber && options.frame > 0;
  }
  if (name != QLatin1String("--window")) return false;
  options.window = windowOf(value);
  return options.window.has_value();
}

std::optional<Options> parse(const QStringList& arguments) {
  Options options;
  for (qsizetype i = 0; i < arguments.size(); ++i) {
    const bool isOption = arguments[i].startsWith(QLatin1String("--"));
    if (!isOption && options.file.isEmpty())
      options.file = arguments[i];
    else if (!isOption || i + 1 == arguments.size() || !setOption(options, arguments[i], arguments[i + 1]))
      return std::nullopt;
    else
      ++i;
  }
  if (options.file.isEmpty() || options.output.isEmpty()) return std::nullopt;
  return options;
}

Result<std::shared_ptr<const FrameReader>> openReader(const QString& path) {
  auto bytes = readAll(Source{path, {}, -1});
  if (!bytes) return bytes.error();
  auto file = DicomFile::parse(*bytes);
  if (!file) return file.error();
  return FrameReader::open(std::make_shared<const DicomFile>(*std::move(file)));
}

Result<QImage> rendered(const Options& options) {
  const auto reader = openReader(options.file);
  if (!reader) return reader.error();
  const auto frame = (*reader)->frame(options.frame - 1);
  if (!frame) return frame.error();
  FrameDisplay display = displayOf((*reader)->file(), (*reader)->format(), options.frame - 1);
  for (const std::string& warning : display.warnings)
    std::fprintf(stderr, "%s: %s\n", qPrintable(options.file), warning.c_str());
  if (!options.window) display.range = displayRange(**reader);
  Rendering rendering;
  if (options.window) rendering.voi = *options.window;
  return renderFrame(**frame, display, rendering);
}

}  // namespace

int render(const QStringList& arguments) {
  const auto options = parse(arguments);
  if (!options) {
    std::fprintf(stderr, "usage: dicomaestro-cli %s\n", renderUsage);
    return exitUsage;
  }
  const Result<QImage> image = rendered(*options);
  if (!image) {
    std::fprintf(stderr, "%s: %s\n", qPrintable(options->file), message(image.error()).c_str());
    return exitFailed;
  }
  if (image->save(options->output, "PNG")) return exitOk;
  std::fprintf(stderr, "%s: cannot be written\n", qPrintable(options->output));
  return exitFailed;
}

}  // namespace core::cli
