// SPDX-License-Identifier: MIT
#include "core/create/createspec.h"

#include <QJsonArray>

#include "core/base/limits.h"
#include "core/create/elementvalue.h"
#include "core/create/tagreader.h"
#include "core/encode/encoders.h"

namespace core {

namespace {

struct MediaType {
  QLatin1String name;
  ContentKind kind;
};
constexpr MediaType mediaTypes[] = {{QLatin1String("image/png"), ContentKind::Png},
                                    {QLatin1String("image/jpeg"), ContentKind::Jpeg},
                                    {QLatin1String("image/jpg"), ContentKind::Jpeg},
                                    {QLatin1String("image/tiff"), ContentKind::Tiff},
                                    {QLatin1String("application/pdf"), ContentKind::Pdf}};

ContentKind kindOfMediaType(const QString& name) {
  for (const MediaType& type : mediaTypes)
    if (name.compare(type.name, Qt::CaseInsensitive) == 0) return type.kind;
  return ContentKind::Unknown;
}

Error refused(std::string_view sentence) { return {ErrorCode::InvalidArgument, std::string(sentence)}; }

class SpecReader {
 public:
  explicit SpecReader(const QJsonObject& body) : m_body(body) {}

  std::variant<CreateRequest, FieldErrors> run() {
    refuseUnknownMembers();
    const bool isForced = readBool(QStringLiteral("force"));
    readParent();
    readTags(isForced ? Forced::Yes : Forced::No);
    readContent();
    readTransferSyntax();
    if (readBool(QStringLiteral("multiframe"))) m_request.arrange = Arrange::MultiFrame;
    if (readBool(QStringLiteral("grayscale"))) m_request.colour = Colour::Grey;
    if (!m_errors.empty()) return m_errors;
    return std::move(m_request);
  }

 private:
  void fail(const QString& field, std::string_view sentence) {
    if (m_errors.size() < mostFieldErrors) m_errors.push_back({field.toStdString(), std::string(sentence)});
  }

  void refuseUnknownMembers() {
    constexpr QLatin1String known[] = {QLatin1String("tags"),     QLatin1String("content"),
                                       QLatin1String("parent"),   QLatin1String("transfer_syntax"),
                                       QLatin1String("force"),    QLatin1String("multiframe"),
                                       QLatin1String("grayscale")};
    for (const QString& name : m_body.keys())
      if (std::find(std::begin(known), std::end(known), name) == std::end(known))
        fail(name.left(64), "This field is not known.");
  }

  /// Forms have no truth values but these words.
  bool readBool(const QString& name) {
    const QJsonValue value = m_body.value(name);
    const QString word = value.toString().toLower();
    if (value.isUndefined() || value.isBool()) return value.toBool();
    if (word == QLatin1String("true") || word == QLatin1String("1")) return true;
    if (!value.isString() || (word != QLatin1String("false") && word != QLatin1String("0")))
      fail(name, "Must be a valid boolean.");
    return false;
  }

  void readTags(Forced forced) {
    const QJsonValue tags = m_body.value(QStringLiteral("tags"));
    if (tags.isUndefined()) return;
    if (tags.isNull()) return fail(QStringLiteral("tags"), "This field may not be null.");
    if (!tags.isObject()) return fail(QStringLiteral("tags"), "An object of keywords or tags is required.");
    TagReader reader({"tags", forced, m_body.contains(QStringLiteral("parent"))});
    reader.read(tags.toObject(), m_request.tags);
    m_errors.insert(m_errors.end(), reader.errors().begin(), reader.errors().end());
  }

  void readContent() {
    const QString field = QStringLiteral("content");
    const QJsonValue content = m_body.value(field);
    if (content.isUndefined()) return fail(field, "This field is required.");
    if (content.isNull()) return fail(field, "This field may not be null.");
    if (!content.isArray()) return addContent(content, {});
    const QJsonArray all = content.toArray();
    if (all.isEmpty()) return fail(field, "This list may not be empty.");
    if (all.size() > limits::contentsPerRequest)
      return fail(field, "Ensure this field has no more than 1000 elements.");
    for (qsizetype i = 0; i < all.size(); ++i)
      addContent(all[i], std::string("[").append(std::to_string(i)).append("]: "));
  }

  void addContent(const QJsonValue& value, const std::string& place) {
    auto bytes = value.isString() ? contentOfDataUri(value.toString())
                                  : Result<std::vector<std::uint8_t>>(refused("Not a valid string."));
    if (!bytes) return fail(QStringLiteral("content"), place + bytes.error().detail);
    m_request.contents.emplace_back(*std::move(bytes));
  }

  void readParent() {
    const QString field = QStringLiteral("parent");
    const QJsonValue value = m_body.value(field);
    if (value.isUndefined()) return;
    if (value.isNull()) return fail(field, "This field may not be null.");
    if (!value.isString()) return fail(field, "Not a valid string.");
    auto bytes = decodedBase64(value.toString().toLatin1());
    if (!bytes || bytes->empty()) return fail(field, "A DICOM file in base64 is required.");
    const auto file = DicomFile::parse(std::make_shared<VectorBuffer>(*std::move(bytes)), ReadTo::PixelData);
    if (!file || !file->isPart10()) return fail(field, "Invalid DICOM file");
    auto inherited = inheritedFrom(*file);
    if (!inherited)
      return fail(field, std::string("Invalid parent: ").append(inherited.error().detail).append("."));
    m_request.inherited = *std::move(inherited);
  }

  void readTransferSyntax() {
    const QString field = QStringLiteral("transfer_syntax");
    const QJsonValue value = m_body.value(field);
    if (value.isUndefined()) return;
    if (value.isNull()) return fail(field, "This field may not be null.");
    if (!value.isString()) return fail(field, "Not a valid string.");
    const std::string uid = value.toString().toStdString();
    if (!findEncoder(uid))
      return fail(field, std::string("\"").append(uid, 0, 64).append("\" is not a valid choice."));
    m_request.transferSyntax = uid;
  }

  const QJsonObject& m_body;
  CreateRequest m_request;
  FieldErrors m_errors;
};

}  // namespace

std::variant<CreateRequest, FieldErrors> createRequestOf(const QJsonObject& body) {
  return SpecReader(body).run();
}

Result<std::vector<std::uint8_t>> contentOfDataUri(const QString& text) {
  const qsizetype comma = text.left(256).indexOf(u',');
  const QString head = text.left(std::max<qsizetype>(comma, 0));
  const bool isDataUri = head.startsWith(QLatin1String("data:"), Qt::CaseInsensitive) &&
                         head.endsWith(QLatin1String(";base64"), Qt::CaseInsensitive);
  if (!isDataUri) return refused("A data URI of base64 is required (data:image/png;base64,...).");
  const ContentKind kind = kindOfMediaType(head.mid(5).section(u';', 0, 0).trimmed());
  if (kind == ContentKind::Unknown) return refused("Unsupported format! Allowed: PNG, JPEG, TIFF, PDF.");
  auto bytes = decodedBase64(QStringView(text).mid(comma + 1).toLatin1());
  if (!bytes) return refused("The data is not valid base64.");
  if (bytes->empty()) return refused("The submitted file is empty.");
  if (contentKind(*bytes) != kind) return refused("The data is not of the type that its data URI names.");
  return *std::move(bytes);
}

QString dataUriOf(ByteView bytes) {
  const ContentKind kind = contentKind(bytes);
  const auto* type = std::find_if(std::begin(mediaTypes), std::end(mediaTypes),
                                  [kind](const MediaType& row) { return row.kind == kind; });
  const QLatin1String name =
      type != std::end(mediaTypes) ? type->name : QLatin1String("application/octet-stream");
  const QByteArray raw = QByteArray::fromRawData(reinterpret_cast<const char*>(bytes.data()),
                                                 static_cast<qsizetype>(bytes.size()));
  return QStringLiteral("data:") + name + QStringLiteral(";base64,") + QString::fromLatin1(raw.toBase64());
}

}  // namespace core
