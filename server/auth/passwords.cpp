// SPDX-License-Identifier: MIT
#include "server/auth/passwords.h"

#include <sodium.h>

namespace server {

namespace {

constexpr unsigned long long passes = 2;
constexpr std::size_t memory = 19 * 1024 * 1024;

unsigned long long lengthOf(const QByteArray& bytes) { return static_cast<unsigned long long>(bytes.size()); }

}  // namespace

QByteArray hashPassword(const QString& password) {
  const QByteArray text = password.toUtf8();
  QByteArray hash(crypto_pwhash_STRBYTES, '\0');
  if (crypto_pwhash_str(hash.data(), text.constData(), lengthOf(text), passes, memory) != 0) return {};
  return QByteArray(hash.constData());
}

bool isPassword(const QByteArray& hash, const QString& password) {
  const QByteArray text = password.toUtf8();
  return crypto_pwhash_str_verify(hash.constData(), text.constData(), lengthOf(text)) == 0;
}

void verifyNothing(const QString& password) {
  static const QByteArray hash = hashPassword(QStringLiteral("nobody's"));
  (void)isPassword(hash, password);
}

}  // namespace server
