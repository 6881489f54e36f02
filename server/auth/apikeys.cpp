// SPDX-License-Identifier: MIT
#include "server/auth/apikeys.h"

#include <sodium.h>

#include <QDateTime>
#include <QRegularExpression>
#include <QTimeZone>
#include <algorithm>

#include "server/routes/textfield.h"

namespace server {

namespace {

constexpr qsizetype prefixLength = 8;
constexpr qsizetype secretLength = 32;
constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
constexpr Moment second = 1'000'000;
constexpr TextRule nameRule{
    .name = "name", .most = 50, .isRequired = false, .mayBeBlank = true, .mayBeNull = true};
const QString expiryName = QStringLiteral("expiry_date");

QByteArray randomText(qsizetype length) {
  QByteArray text;
  for (qsizetype i = 0; i < length; ++i)
    text += alphabet[randombytes_uniform(static_cast<std::uint32_t>(alphabet.size()))];
  return text;
}

/// The secret has 190 random bits: a plain hash keeps it.
QByteArray hashOf(const QByteArray& text) {
  QByteArray hash(crypto_generichash_BYTES, '\0');
  crypto_generichash(reinterpret_cast<unsigned char*>(hash.data()), crypto_generichash_BYTES,
                     reinterpret_cast<const unsigned char*>(text.constData()),
                     static_cast<unsigned long long>(text.size()), nullptr, 0);
  return hash;
}

bool isEqual(const QByteArray& left, const QByteArray& right) {
  return left.size() == right.size() &&
         sodium_memcmp(left.constData(), right.constData(), static_cast<std::size_t>(left.size())) == 0;
}

std::optional<Moment> readExpiry(const QJsonObject& fields, FieldErrors& errors) {
  const QJsonValue value = fields.value(expiryName);
  if (value.isUndefined() || value.isNull() || value.toString(QStringLiteral("x")).trimmed().isEmpty())
    return {};
  const auto moment = parseDateTime(value.toString());
  if (!moment)
    errors.add(expiryName, QStringLiteral("Datetime has wrong format. Use one of these formats instead: "
                                          "YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z]."));
  return moment;
}

/// Seconds east of Greenwich of "Z", "+01:00", "-0130", "+01" or "".
int offsetOf(const QString& zone) {
  if (zone.isEmpty() || zone.compare(QLatin1String("Z"), Qt::CaseInsensitive) == 0) return 0;
  const QString digits = QString(zone).remove(QLatin1Char(':')).mid(1);
  const int seconds = digits.left(2).toInt() * 3600 + digits.mid(2).toInt() * 60;
  return zone.startsWith(QLatin1Char('-')) ? -seconds : seconds;
}

}  // namespace

QByteArray dateTimeText(Moment moment) {
  const QDateTime time = QDateTime::fromSecsSinceEpoch(moment / second, Qt::UTC);
  const QByteArray text = time.toString(QStringLiteral("yyyy-MM-dd'T'HH:mm:ss")).toLatin1();
  const qint64 fraction = moment % second;
  if (fraction == 0) return text + 'Z';
  return text + '.' + QByteArray::number(fraction).rightJustified(6, '0') + 'Z';
}

std::optional<Moment> parseDateTime(const QString& text) {
  static const QRegularExpression form(
      QStringLiteral(
          R"(^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,6})\d{0,6})?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?)?$)"),
      QRegularExpression::CaseInsensitiveOption);
  const auto match = form.match(text.trimmed());
  if (!match.hasMatch()) return std::nullopt;
  const auto number = [&](int group) { return match.captured(group).toInt(); };
  const QDate day(number(1), number(2), number(3));
  const QTime time(number(4), number(5), number(6));
  if (!day.isValid() || !time.isValid() || day.year() < 1970) return std::nullopt;
  const qint64 seconds = QDateTime(day, time, Qt::UTC).toSecsSinceEpoch() - offsetOf(match.captured(8));
  return std::max<qint64>(0, seconds) * second + match.captured(7).leftJustified(6, QLatin1Char('0')).toInt();
}

bool ApiKeys::isKey(const QByteArray& text) {
  return text.size() == prefixLength + 1 + secretLength && text[prefixLength] == '.' &&
         std::all_of(text.begin(), text.end(),
                     [](char c) { return c == '.' || alphabet.find(c) != alphabet.npos; });
}

core::Result<std::variant<ApiKeys::NewKey, FieldErrors>> ApiKeys::add(const Account& owner,
                                                                      const QJsonObject& fields) {
  using Added = std::variant<NewKey, FieldErrors>;
  FieldErrors errors;
  NewKey key;
  key.stored.name = readText(fields, nameRule, errors).value_or(QString());
  key.stored.expiry = readExpiry(fields, errors);
  if (!errors.isEmpty()) return Added(errors);
  if (key.stored.name.isEmpty()) key.stored.name = owner.firstName + QStringLiteral("-developer-key");
  key.stored.account = owner.id;
  key.stored.created = m_now() * 1000;
  // A prefix that is taken is one in 10¹⁴: another is tried.
  for (;;) {
    const QByteArray prefix = randomText(prefixLength);
    key.text = prefix + '.' + randomText(secretLength);
    key.stored.prefix = QString::fromLatin1(prefix);
    key.stored.hash = hashOf(key.text);
    const auto id = m_keys.add(key.stored);
    if (!id) return id.error();
    if (!*id) continue;
    key.stored.id = **id;
    return Added(key);
  }
}

core::Result<std::optional<Account>> ApiKeys::owner(const QByteArray& text) const {
  if (!isKey(text)) return std::optional<Account>();
  const auto key = m_keys.find(QString::fromLatin1(text.left(prefixLength)));
  if (!key) return key.error();
  const bool isRight = *key && isEqual((*key)->hash, hashOf(text));
  if (!isRight || (*key)->expiry.value_or(std::numeric_limits<Moment>::max()) <= m_now() * 1000)
    return std::optional<Account>();
  auto account = m_accounts.find((*key)->account);
  if (account && *account && !(*account)->isActive) return std::optional<Account>();
  return account;
}

}  // namespace server
