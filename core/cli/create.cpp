// SPDX-License-Identifier: MIT
#include <QJsonDocument>
#include <QJsonObject>
#include <cstdio>

#include "core/cli/command.h"
#include "core/cli/verbs.h"
#include "core/create/createspec.h"
#include "core/export/atomicfile.h"
#include "core/open/mappedfile.h"

namespace core::cli {

namespace {

struct Arguments {
  QString spec;
  QString output;
};

std::optional<Arguments> parse(const QStringList& given) {
  Arguments arguments;
  for (qsizetype i = 0; i + 1 < given.size(); i += 2) {
    if (given[i] == QLatin1String("--json"))
      arguments.spec = given[i + 1];
    else if (given[i] == QLatin1String("--output"))
      arguments.output = given[i + 1];
    else
      return std::nullopt;
  }
  const bool isWhole = given.size() % 2 == 0 && !arguments.spec.isEmpty() && !arguments.output.isEmpty();
  return isWhole ? std::optional(arguments) : std::nullopt;
}

int failed(const QString& path, const std::string& reason) {
  std::fprintf(stderr, "%s: %s\n", qPrintable(path), reason.c_str());
  return exitFailed;
}

int failed(const QString& path, const FieldErrors& errors) {
  for (const FieldError& error : errors) failed(path, error.field + ": " + error.text);
  return exitFailed;
}

Result<QJsonObject> bodyOf(const QString& path) {
  const auto bytes = MappedFile::open(path);
  if (!bytes) return bytes.error();
  const ByteView view = (*bytes)->view();
  QJsonParseError error;
  const auto document =
      QJsonDocument::fromJson(QByteArray::fromRawData(reinterpret_cast<const char*>(view.data()),
                                                      static_cast<qsizetype>(view.size())),
                              &error);
  if (error.error != QJsonParseError::NoError)
    return {ErrorCode::InvalidArgument, "JSON parse error - " + error.errorString().toStdString() +
                                            " (byte " + std::to_string(error.offset) + ")"};
  if (!document.isObject()) return {ErrorCode::InvalidArgument, "a JSON object is required"};
  return document.object();
}

/// One instance as it is, several as a zip.
Result<std::vector<std::uint8_t>> outputOf(std::vector<CreatedInstance> instances, const QString& path) {
  const bool isArchive = path.endsWith(QLatin1String(".zip"), Qt::CaseInsensitive);
  if (instances.size() == 1 && !isArchive) return std::move(instances.front().file);
  if (!isArchive)
    return {ErrorCode::InvalidArgument,
            std::to_string(instances.size()) + " instances: the output must be a .zip"};
  return zipOf(std::move(instances));
}

}  // namespace

int create(const QStringList& given) {
  const auto arguments = parse(given);
  if (!arguments) {
    std::fprintf(stderr, "usage: dicomaestro-cli %s\n", createUsage);
    return exitUsage;
  }
  const auto body = bodyOf(arguments->spec);
  if (!body) return failed(arguments->spec, message(body.error()));
  const auto request = createRequestOf(*body);
  if (const auto* errors = std::get_if<FieldErrors>(&request)) return failed(arguments->spec, *errors);
  auto outcome = createInstances(std::get<CreateRequest>(request));
  if (const auto* errors = std::get_if<FieldErrors>(&outcome)) return failed(arguments->spec, *errors);
  const auto bytes = outputOf(std::get<0>(std::move(outcome)), arguments->output);
  if (!bytes) return failed(arguments->output, message(bytes.error()));
  const Status written = writeAtomically(arguments->output, *bytes, Existing::Replace, {arguments->spec});
  return written ? exitOk : failed(arguments->output, message(written.error()));
}

}  // namespace core::cli
