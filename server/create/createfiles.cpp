// SPDX-License-Identifier: MIT
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "core/create/createspec.h"
#include "server/create/attachment.h"
#include "server/create/routes.h"
#include "server/routes/fielderrors.h"
#include "server/routes/fields.h"
#include "server/routes/jsonobject.h"
#include "server/routes/negotiate.h"

namespace server {

namespace {

QString textOf(std::string_view utf8) {
  return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

core::ByteView bytesOf(std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

/// The fields of a form as the JSON body that says the same: tags are JSON in a text, content may be
/// repeated, and content and parent may be files.
class FormBody {
 public:
  void take(const MultipartPart& part) {
    const QString name = textOf(part.name);
    if (part.fileName && name == QLatin1String("content"))
      m_contents.append(core::dataUriOf(bytesOf(part.content)));
    else if (part.fileName)
      m_body.insert(
          name, QString::fromLatin1(
                    QByteArray::fromRawData(part.content.data(), static_cast<qsizetype>(part.content.size()))
                        .toBase64()));
    else
      take(name, part.content);
  }
  /// A field that was left empty says nothing.
  void take(const QString& name, std::string_view text) {
    if (text.empty()) return;
    if (name == QLatin1String("content"))
      m_contents.append(textOf(text));
    else if (name == QLatin1String("tags"))
      m_body.insert(name, jsonOf(text));
    else
      m_body.insert(name, textOf(text));
  }
  QJsonObject body() {
    if (m_contents.size() == 1)
      m_body.insert(QStringLiteral("content"), m_contents.first());
    else if (!m_contents.isEmpty())
      m_body.insert(QStringLiteral("content"), m_contents);
    return m_body;
  }

 private:
  /// What is no object stays a text, which the reader of the tags refuses.
  static QJsonValue jsonOf(std::string_view text) {
    const QJsonDocument document =
        QJsonDocument::fromJson(QByteArray::fromRawData(text.data(), static_cast<qsizetype>(text.size())));
    return document.isObject() ? QJsonValue(document.object()) : QJsonValue(textOf(text));
  }

  QJsonObject m_body;
  QJsonArray m_contents;
};

std::variant<QJsonObject, Answer> bodyOf(const Request& request) {
  const QByteArray type = mediaType(request.header("Content-Type"));
  FormBody form;
  if (type == "multipart/form-data") {
    auto parts = readParts(request);
    if (auto* refused = std::get_if<Answer>(&parts)) return std::move(*refused);
    for (const MultipartPart& part : std::get<0>(parts)) form.take(part);
    return form.body();
  }
  if (type != "application/x-www-form-urlencoded") return readFields(request);
  const auto fields = parseForm(viewOf(request.body));
  if (!fields) return detailAnswer(400, "Too many fields.");
  for (const FormField& field : *fields) form.take(textOf(field.name), field.value);
  return form.body();
}

Answer refused(const core::FieldErrors& found) {
  FieldErrors errors;
  for (const core::FieldError& error : found) errors.add(textOf(error.field), textOf(error.text));
  return errors.answer();
}

Answer zipped(std::vector<core::CreatedInstance> instances) {
  const auto zip = core::zipOf(std::move(instances));
  if (!zip) return detailAnswer(413, "The instances are too large for an archive.");
  return attachment("application/zip", QStringLiteral("instances.zip"), *zip);
}

}  // namespace

Answer createFiles(const Request& request) {
  const auto body = bodyOf(request);
  if (const auto* answer = std::get_if<Answer>(&body)) return *answer;
  const auto wanted = core::createRequestOf(std::get<0>(body));
  if (const auto* errors = std::get_if<core::FieldErrors>(&wanted)) return refused(*errors);
  core::CreateOutcome outcome = core::createInstances(std::get<0>(wanted));
  if (const auto* errors = std::get_if<core::FieldErrors>(&outcome)) return refused(*errors);
  std::vector<core::CreatedInstance>& instances = std::get<0>(outcome);
  if (instances.size() > 1) return zipped(std::move(instances));
  return attachment("application/dicom", QStringLiteral("instance.dcm"), instances.front().file);
}

}  // namespace server
