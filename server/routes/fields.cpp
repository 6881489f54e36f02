// SPDX-License-Identifier: MIT
#include "server/routes/fields.h"

#include <QJsonArray>
#include <QJsonDocument>

#include "server/routes/fielderrors.h"
#include "server/routes/jsonobject.h"
#include "server/routes/negotiate.h"

namespace server {

namespace {

QString textOf(std::string_view utf8) {
  return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

using Fields = std::variant<QJsonObject, Answer>;

/// JSON that is no object, with its types named as in Python.
Answer noObject(const QJsonValue& value) {
  const bool isWhole = value.isDouble() && value.toInteger(1) == value.toInteger(2);
  const char* type = value.isString()   ? "str"
                     : value.isBool()   ? "bool"
                     : isWhole          ? "int"
                     : value.isDouble() ? "float"
                                        : "list";
  FieldErrors errors;
  errors.add(
      QStringLiteral("non_field_errors"),
      value.isNull()
          ? QStringLiteral("No data provided")
          : QStringLiteral("Invalid data. Expected a dictionary, but got %1.").arg(QLatin1String(type)));
  return errors.answer();
}

/// The value of a text that is one and neither object nor array, which QJsonDocument does not take.
std::optional<QJsonValue> bareValue(const QByteArray& text) {
  const QJsonArray array = QJsonDocument::fromJson('[' + text + ']').array();
  return array.size() == 1 ? std::optional(array.first()) : std::nullopt;
}

Fields readJson(const Request& request) {
  QJsonParseError error;
  const QJsonDocument document = QJsonDocument::fromJson(request.body, &error);
  if (document.isObject()) return document.object();
  if (document.isArray()) return noObject(document.array());
  if (const auto bare = bareValue(request.body)) return noObject(*bare);
  return detailAnswer(400, "JSON parse error - " + error.errorString().toStdString() + " (byte " +
                               std::to_string(error.offset) + ")");
}

Fields readForm(const Request& request) {
  const auto fields = parseForm(viewOf(request.body));
  if (!fields) return detailAnswer(400, "Too many fields.");
  QJsonObject object;
  for (const FormField& field : *fields) object.insert(textOf(field.name), textOf(field.value));
  return object;
}

Fields readMultipart(const Request& request) {
  auto parts = readParts(request);
  if (auto* refused = std::get_if<Answer>(&parts)) return std::move(*refused);
  QJsonObject object;
  for (const MultipartPart& part : std::get<0>(parts))
    object.insert(textOf(part.name),
                  part.fileName ? QJsonValue(QJsonArray()) : QJsonValue(textOf(part.content)));
  return object;
}

}  // namespace

std::variant<std::vector<MultipartPart>, Answer> readParts(const Request& request) {
  if (request.body.isEmpty()) return std::vector<MultipartPart>();
  const QByteArray type = request.header("Content-Type");
  const auto boundary = multipartBoundary(viewOf(type));
  if (!boundary) return detailAnswer(400, "Multipart form parse error - Invalid boundary in multipart: None");
  auto parts = parseMultipart(viewOf(request.body), *boundary);
  if (const auto* fault = std::get_if<MultipartFault>(&parts))
    return detailAnswer(400, std::string("Multipart form parse error - ") + fault->detail);
  return std::move(std::get<0>(parts));
}

Fields readFields(const Request& request) {
  if (request.body.isEmpty()) return QJsonObject();
  const QByteArray type = mediaType(request.header("Content-Type"));
  if (type == "application/json") return readJson(request);
  return type == "multipart/form-data" ? readMultipart(request) : readForm(request);
}

}  // namespace server
