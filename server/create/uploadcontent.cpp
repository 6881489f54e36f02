// SPDX-License-Identifier: MIT
#include <QJsonObject>

#include "core/create/compose.h"
#include "core/create/tagreader.h"
#include "server/create/attachment.h"
#include "server/create/routes.h"
#include "server/routes/fields.h"
#include "server/routes/textfield.h"

namespace server {

namespace {

constexpr std::size_t largestImage = 5 * 1024 * 1024;
const QString imageField = QStringLiteral("image");
const QString otherField = QStringLiteral("non_field_errors");
const QLatin1String dicomSuffix(".dcm");

core::ByteView bytesOf(std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

QString textOf(std::string_view utf8) {
  return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

/// What the parts of the form say.
class ContentForm {
 public:
  void take(const MultipartPart& part) {
    if (part.name == "image")
      takeImage(part);
    else if (part.name == "file_name")
      m_fileName.insert(QStringLiteral("file_name"), textOf(part.content));
    else if (part.name == "grayscale")
      takeGrayscale(part.content);
    else
      takeKeyword(part);
  }

  /// The answer that refuses, if anything is wrong with the fields themselves.
  std::optional<Answer> refusal() {
    m_name = readText(m_fileName, {.name = "file_name", .most = 255}, m_errors);
    if (!m_hasImage) m_errors.add(imageField, QStringLiteral("No file was submitted."));
    if (!m_errors.isEmpty()) return m_errors.answer();
    for (const core::FieldError& error : m_tags.errors()) m_errors.add(otherField, textOf(error.text));
    return m_errors.isEmpty() ? std::nullopt : std::optional(m_errors.answer());
  }

  const core::CreateRequest& request() const { return m_request; }
  const QString& name() const { return *m_name; }

 private:
  void takeImage(const MultipartPart& part) {
    if (part.fileName && part.fileName->empty() && part.content.empty()) return;
    m_hasImage = true;
    const core::ContentKind kind = core::contentKind(bytesOf(part.content));
    if (!part.fileName)
      m_errors.add(imageField,
                   QStringLiteral("The submitted data was not a file. Check the encoding type on the form."));
    else if (part.content.empty())
      m_errors.add(imageField, QStringLiteral("The submitted file is empty."));
    else if (part.content.size() > largestImage)
      m_errors.add(imageField, QStringLiteral("The file is too large! Maximum size is 5MB."));
    else if (kind != core::ContentKind::Png && kind != core::ContentKind::Jpeg)
      m_errors.add(imageField, QStringLiteral("Unsupported format! Allowed: PNG, JPEG."));
    else
      m_request.contents.assign(1, core::HeldBytes(part.content));
  }

  void takeGrayscale(std::string_view text) {
    const QString word = textOf(text).trimmed().toLower();
    const bool isTrue = word == QLatin1String("true") || word == QLatin1String("1");
    const bool isFalse = word == QLatin1String("false") || word == QLatin1String("0") || word.isEmpty();
    m_request.colour = isTrue ? core::Colour::Grey : core::Colour::Keep;
    if (!isTrue && !isFalse)
      m_errors.add(QStringLiteral("grayscale"), QStringLiteral("Must be a valid boolean."));
  }

  /// A field that was left empty says nothing.
  void takeKeyword(const MultipartPart& part) {
    if (part.content.empty()) return;
    if (part.fileName)
      m_tags.readBytes(part.name, bytesOf(part.content), m_request.tags);
    else
      m_tags.readText(part.name, part.content, m_request.tags);
  }

  core::TagReader m_tags{{.field = "non_field_errors"}};
  core::CreateRequest m_request;
  QJsonObject m_fileName;
  std::optional<QString> m_name;
  bool m_hasImage = false;
  FieldErrors m_errors;
};

/// What is wrong with the content is wrong with the image here.
Answer refused(const core::FieldErrors& found) {
  FieldErrors errors;
  for (const core::FieldError& error : found)
    errors.add(error.field == "content" ? imageField : otherField, textOf(error.text));
  return errors.answer();
}

}  // namespace

Answer uploadContent(const Request& request) {
  auto parts = readParts(request);
  if (auto* refusal = std::get_if<Answer>(&parts)) return std::move(*refusal);
  ContentForm form;
  for (const MultipartPart& part : std::get<0>(parts)) form.take(part);
  if (auto refusal = form.refusal()) return *std::move(refusal);
  const core::CreateOutcome outcome = core::createInstances(form.request());
  if (const auto* errors = std::get_if<core::FieldErrors>(&outcome)) return refused(*errors);
  return attachment("application/dicom", safeFileName(form.name(), dicomSuffix),
                    std::get<0>(outcome).front().file);
}

}  // namespace server
