// SPDX-License-Identifier: MIT
#include "server/routes/textfield.h"

#include <QHostAddress>
#include <QJsonValue>
#include <algorithm>

#include "core/text/pyrepr.h"

namespace server {

namespace {

bool isAsciiAlphanumeric(QChar c) { return c.unicode() < 0x80 && c.isLetterOrNumber(); }

bool isAtom(const QString& text) {
  static const QString marks = QStringLiteral("!#$%&'*+-/=?^_`{|}~");
  return !text.isEmpty() && std::all_of(text.begin(), text.end(),
                                        [](QChar c) { return isAsciiAlphanumeric(c) || marks.contains(c); });
}

bool isDotAtom(const QString& text) {
  const QStringList atoms = text.split(QLatin1Char('.'));
  return std::all_of(atoms.begin(), atoms.end(), isAtom);
}

/// "…" of printable ASCII, where a backslash takes the next character along.
bool isQuoted(const QString& text) {
  if (text.size() < 2 || !text.startsWith(QLatin1Char('"')) || !text.endsWith(QLatin1Char('"'))) return false;
  for (qsizetype i = 1; i < text.size() - 1; ++i) {
    const char16_t c = text[i].unicode();
    if (c == '\\' && ++i == text.size() - 1) return false;
    if (c == '"' || c < 0x20 || c > 0x7E) return false;
  }
  return true;
}

bool isLabel(const QString& text) {
  return !text.isEmpty() && text.size() <= 63 && !text.startsWith(QLatin1Char('-')) &&
         !text.endsWith(QLatin1Char('-')) && std::all_of(text.begin(), text.end(), [](QChar c) {
           return isAsciiAlphanumeric(c) || c == QLatin1Char('-') ||
                  (c.unicode() >= 0x80 && c.isLetterOrNumber());
         });
}

bool isAddressLiteral(const QString& domain) {
  if (!domain.startsWith(QLatin1Char('[')) || !domain.endsWith(QLatin1Char(']'))) return false;
  QString inner = domain.mid(1, domain.size() - 2);
  const bool isIpv6 = inner.startsWith(QLatin1String("IPv6:"), Qt::CaseInsensitive);
  if (isIpv6) inner.remove(0, 5);
  QHostAddress address;
  return address.setAddress(inner) &&
         (inner.contains(QLatin1Char(':')) || inner.count(QLatin1Char('.')) == 3);
}

bool isDomain(const QString& text) {
  if (text.compare(QLatin1String("localhost"), Qt::CaseInsensitive) == 0 || isAddressLiteral(text))
    return true;
  const QStringList labels = text.split(QLatin1Char('.'));
  return labels.size() >= 2 && labels.last().size() >= 2 &&
         std::all_of(labels.begin(), labels.end(), isLabel);
}

QString numberText(const QJsonValue& value) {
  const QVariant number = value.toVariant();
  if (number.typeId() == QMetaType::LongLong) return QString::number(number.toLongLong());
  std::string text;
  core::pyrepr::appendReal(text, value.toDouble());
  return QString::fromStdString(text);
}

int lengthOf(const QString& text) { return static_cast<int>(text.toUcs4().size()); }

}  // namespace

bool isEmailAddress(const QString& text) {
  const qsizetype at = text.lastIndexOf(QLatin1Char('@'));
  if (at < 1) return false;
  const QString local = text.left(at);
  return (isDotAtom(local) || isQuoted(local)) && isDomain(text.mid(at + 1));
}

std::optional<QString> plainText(const QJsonValue& value) {
  if (value.isString() && value.toString().isValidUtf16()) return value.toString();
  if (value.isDouble()) return numberText(value);
  return std::nullopt;
}

void checkText(const QString& text, const TextRule& rule, FieldErrors& errors) {
  const QString name = QString::fromLatin1(rule.name);
  if (rule.most > 0 && lengthOf(text) > rule.most)
    errors.add(name, QStringLiteral("Ensure this field has no more than %1 characters.").arg(rule.most));
  if (lengthOf(text) < rule.least)
    errors.add(name, QStringLiteral("Ensure this field has at least %1 characters.").arg(rule.least));
  if (text.contains(QChar::Null)) errors.add(name, QStringLiteral("Null characters are not allowed."));
  if (rule.isEmail && !isEmailAddress(text)) errors.add(name, QStringLiteral("Enter a valid email address."));
}

std::optional<QString> readText(const QJsonObject& fields, const TextRule& rule, FieldErrors& errors) {
  const QString name = QString::fromLatin1(rule.name);
  const QJsonValue value = fields.value(name);
  if (value.isUndefined()) {
    if (rule.isRequired) errors.add(name, QStringLiteral("This field is required."));
    return std::nullopt;
  }
  if (value.isNull()) {
    if (!rule.mayBeNull) errors.add(name, QStringLiteral("This field may not be null."));
    return std::nullopt;
  }
  const std::optional<QString> given = plainText(value);
  if (!given) return errors.add(name, QStringLiteral("Not a valid string.")), std::nullopt;
  const QString text = rule.isTrimmed ? given->trimmed() : *given;
  if (text.isEmpty()) {
    if (!rule.mayBeBlank) errors.add(name, QStringLiteral("This field may not be blank."));
    return rule.mayBeBlank ? std::optional(text) : std::nullopt;
  }
  FieldErrors found;
  checkText(text, rule, found);
  for (const QString& error : found.of(name)) errors.add(name, error);
  return found.isEmpty() ? std::optional(text) : std::nullopt;
}

}  // namespace server
