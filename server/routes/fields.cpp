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

Fields readJson(const Request& request) {
  QJsonParseError error;
  const QJsonDocument document = QJsonDocument::fromJson(request.body, &error);
  if (error.error != QJsonParseError::NoError)
    return detailAnswer(400, "JSON parse error - " + error.errorString().toStdString() + " (byte " +
                                 std::to_string(error.offset) + ")");
  if (document.isObject()) return document.object();
  FieldErrors errors;
  errors.add(QStringLiteral("non_field_errors"),
             QStringLiteral("Invalid data. Expected a dictionary, but got list."));
  return errors.answer();
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
