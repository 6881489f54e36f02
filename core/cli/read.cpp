// SPDX-License-Identifier: MIT
#include "core/text/readanswer.h"

#include <QBuffer>
#include <QImage>
#include <cstdio>

#include "core/cli/command.h"
#include "core/cli/verbs.h"
#include "core/decode/framereader.h"
#include "core/open/source.h"
#include "core/window/range.h"
#include "core/window/render.h"

namespace core::cli {

namespace {

using DisplayRange = decltype(FrameDisplay::range);

enum class Images { None, First, All };

struct Arguments {
  QString file;
  QString fields;
  bool hasFields = false;
  Images images = Images::None;
  ReadOptions options;
};

struct Word {
  const char* option;
  const char* value;
  void (*apply)(Arguments& arguments);
};
constexpr Word words[] = {
    {"--pixel-data", "full", [](Arguments& arguments) { arguments.options.pixelData = PixelDataText::Full; }},
    {"--pixel-data", "omit", [](Arguments& arguments) { arguments.options.pixelData = PixelDataText::Omit; }},
    {"--format", "default", [](Arguments& arguments) { arguments.options.format = ReadFormat::Default; }},
    {"--format", "dicom-json",
     [](Arguments& arguments) { arguments.options.format = ReadFormat::DicomJson; }},
    {"--images", "none", [](Arguments& arguments) { arguments.images = Images::None; }},
    {"--images", "first", [](Arguments& arguments) { arguments.images = Images::First; }},
    {"--images", "all", [](Arguments& arguments) { arguments.images = Images::All; }},
};

bool setOption(Arguments& arguments, const QString& option, const QString& value) {
  if (option == QLatin1String("--fields")) {
    arguments.fields = value;
    return arguments.hasFields = true;
  }
  for (const Word& word : words)
    if (option == QLatin1String(word.option) && value == QLatin1String(word.value))
      return word.apply(arguments), true;
  return false;
}

std::optional<Arguments> parse(const QStringList& given) {
  Arguments arguments;
  for (qsizetype i = 0; i < given.size(); ++i) {
    const bool isOption = given[i].startsWith(QLatin1String("--"));
    if (!isOption && arguments.file.isEmpty())
      arguments.file = given[i];
    else if (!isOption || i + 1 == given.size() || !setOption(arguments, given[i], given[i + 1]))
      return std::nullopt;
    else
      ++i;
  }
  return arguments.file.isEmpty() ? std::nullopt : std::optional(std::move(arguments));
}

Result<std::vector<std::uint8_t>> pngOf(const FrameReader& reader, std::uint32_t index,
                                        const DisplayRange& range) {
  const auto frame = reader.frame(index);
  if (!frame) return frame.error();
  FrameDisplay display = displayOf(reader.file(), reader.format(), index);
  display.range = range;
  const auto image = renderFrame(**frame, display);
  if (!image) return image.error();
  QBuffer buffer;
  if (!image->save(&buffer, "PNG")) return {ErrorCode::WriteFailed, "PNG"};
  return std::vector<std::uint8_t>(buffer.data().begin(), buffer.data().end());
}

/// Nothing when there are no pixels or none were asked for.
Result<std::optional<ReadImages>> imagesOf(std::shared_ptr<const DicomFile> file, Images wanted) {
  if (wanted == Images::None || !file->hasPixelData()) return std::optional<ReadImages>();
  const auto reader = FrameReader::open(std::move(file));
  if (!reader) return reader.error();
  ReadImages images{"PNG", {}};
  const std::uint32_t count = wanted == Images::First ? 1 : (*reader)->frames();
  const DisplayRange range = displayRange(**reader);
  for (std::uint32_t index = 0; index < count; ++index) {
    auto png = pngOf(**reader, index, range);
    if (!png) return png.error();
    images.files.push_back(*std::move(png));
  }
  return std::optional(std::move(images));
}

Result<std::string> answer(const Arguments& arguments) {
  ReadOptions options = arguments.options;
  if (arguments.hasFields) {
    auto fields = parseFields(arguments.fields.toStdString());
    if (!fields) return fields.error();
    options.fields = *std::move(fields);
  }
  const auto bytes = readAll(Source{arguments.file, {}, -1});
  if (!bytes) return bytes.error();
  auto parsed = DicomFile::parse(*bytes);
  if (!parsed) return parsed.error();
  if (!parsed->isPart10()) return {ErrorCode::NotDicom, "there is no Part 10 header"};
  const auto file = std::make_shared<const DicomFile>(*std::move(parsed));
  const auto images = imagesOf(file, arguments.images);
  if (!images) return images.error();
  return readAnswer(*file, options, *images ? &**images : nullptr);
}

}  // namespace

int read(const QStringList& given) {
  const auto arguments = parse(given);
  if (!arguments) {
    std::fprintf(stderr, "usage: dicomaestro-cli %s\n", readUsage);
    return exitUsage;
  }
  const Result<std::string> text = answer(*arguments);
  if (!text) {
    std::fprintf(stderr, "%s: %s\n", qPrintable(arguments->file), message(text.error()).c_str());
    return exitFailed;
  }
  const bool isWritten =
      std::fwrite(text->data(), 1, text->size(), stdout) == text->size() && std::putchar('\n') != EOF;
  return isWritten ? exitOk : exitFailed;
}

}  // namespace core::cli
