// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>
#include <optional>

namespace server {

/// 32 bytes.
using SigningKey = QByteArray;

/// What a token says; times in seconds since 1970.
struct Claims {
  QByteArray type;  ///< "access" or "refresh"
  qint64 expires = 0;
  qint64 issued = 0;
  QByteArray id;  ///< 32 hexadecimal digits
  qint64 account = 0;
  QString firstName;
  QString lastName;
};

/// A JSON Web Token (RFC 7519) signed with HMAC-SHA-256; header and claims in the order that clients know.
QByteArray encodeToken(const Claims& claims, const SigningKey& key);

/// The claims of a token whose signature holds and whose time is not over; whatever its header says, the
/// algorithm is HS256 or there are none.
std::optional<Claims> decodeToken(const QByteArray& token, const SigningKey& key, qint64 now);

}  // namespace server
