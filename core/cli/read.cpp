// SPDX-License-Identifier: MIT
#include "core/text/readanswer.h"

#include <cstdio>

#include "core/cli/command.h"
#include "core/cli/verbs.h"
#include "core/open/source.h"

namespace core::cli {

namespace {

struct Arguments {
  QString file;
  QString fields;
  bool hasFields = false;
  ReadOptions options;
};

struct Word {
  const char* option;
  const char* value;
  void (*apply)(ReadOptions& options);
};
constexpr Word words[] = {
    {"--pixel-data", "full", [](ReadOptions& options) { options.pixelData = PixelDataText::Full; }},
    {"--pixel-data", "omit", [](ReadOptions& options) { options.pixelData = PixelDataText::Omit; }},
    {"--format", "default", [](ReadOptions& options) { options.format = ReadFormat::Default; }},
    {"--format", "dicom-json", [](ReadOptions& options) { options.format = ReadFormat::DicomJson; }},
};

bool setOption(Arguments& arguments, const QString& option, const QString& value) {
  if (option == QLatin1String("--fields")) {
    arguments.fields = value;
    return arguments.hasFields = true;
  }
  for (const Word& word : words)
    if (option == QLatin1String(word.option) && value == QLatin1String(word.value))
      return word.apply(arguments.options), true;
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

Result<std::string> answer(const Arguments& arguments) {
  ReadOptions options = arguments.options;
  if (arguments.hasFields) {
    auto fields = parseFields(arguments.fields.toStdString());
    if (!fields) return fields.error();
    options.fields = *std::move(fields);
  }
  const auto bytes = readAll(Source{arguments.file, {}, -1});
  if (!bytes) return bytes.error();
  const auto file = DicomFile::parse(*bytes);
  if (!file) return file.error();
  if (!file->isPart10()) return {ErrorCode::NotDicom, "there is no Part 10 header"};
  return readAnswer(*file, options);
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
