// SPDX-License-Identifier: MIT
#include "server/auth/jwt.h"

#include <sodium.h>

#include <QJsonDocument>
#include <QJsonObject>

#include "server/routes/jsonobject.h"

namespace server {

namespace {

constexpr auto base64Form = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
const QByteArray header = R"({"alg":"HS256","typ":"JWT"})";

const unsigned char* bytesOf(const QByteArray& bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.constData());
}

QByteArray signatureOf(const QByteArray& signedPart, const SigningKey& key) {
  QByteArray signature(crypto_auth_hmacsha256_BYTES, '\0');
  crypto_auth_hmacsha256(reinterpret_cast<unsigned char*>(signature.data()), bytesOf(signedPart),
                         static_cast<unsigned long long>(signedPart.size()), bytesOf(key));
  return signature;
}

/// Strict: one text has one meaning.
std::optional<QByteArray> decoded(const QByteArray& part) {
  auto result = QByteArray::fromBase64Encoding(
      part, QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
  if (!result || result.decoded.toBase64(base64Form) != part) return std::nullopt;
  return std::move(result.decoded);
}

std::optional<QJsonObject> objectOf(const QByteArray& part) {
  const auto bytes = decoded(part);
  if (!bytes) return std::nullopt;
  const QJsonDocument document = QJsonDocument::fromJson(*bytes);
  return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

bool isSignature(const QByteArray& part, const QByteArray& signedPart, const SigningKey& key) {
  const auto given = decoded(part);
  const QByteArray right = signatureOf(signedPart, key);
  return given && given->size() == right.size() &&
         sodium_memcmp(given->constData(), right.constData(), static_cast<std::size_t>(right.size())) == 0;
}

Claims claimsOf(const QJsonObject& payload) {
  const auto value = [&](const char* name) { return payload.value(QLatin1String(name)); };
  return {value("token_type").toString().toLatin1(),
          value("exp").toInteger(),
          value("iat").toInteger(),
          value("jti").toString().toLatin1(),
          value("user_id").toInteger(),
          value("first_name").toString(),
          value("last_name").toString()};
}

}  // namespace

QByteArray encodeToken(const Claims& claims, const SigningKey& key) {
  JsonObject payload;
  payload.text("token_type", viewOf(claims.type))
      .number("exp", claims.expires)
      .number("iat", claims.issued)
      .text("jti", viewOf(claims.id))
      .number("user_id", claims.account)
      .text("first_name", claims.firstName)
      .text("last_name", claims.lastName);
  const QByteArray signedPart = header.toBase64(base64Form) + '.' + payload.bytes().toBase64(base64Form);
  return signedPart + '.' + signatureOf(signedPart, key).toBase64(base64Form);
}

std::optional<Claims> decodeToken(const QByteArray& token, const SigningKey& key, qint64 now) {
  const QList<QByteArray> parts = token.split('.');
  if (parts.size() != 3 || !isSignature(parts[2], parts[0] + '.' + parts[1], key)) return std::nullopt;
  const auto head = objectOf(parts[0]);
  const auto payload = objectOf(parts[1]);
  if (!head || head->value(QLatin1String("alg")).toString() != QLatin1String("HS256") || !payload)
    return std::nullopt;
  const Claims claims = claimsOf(*payload);
  return claims.expires > now ? std::optional(claims) : std::nullopt;
}

}  // namespace server
