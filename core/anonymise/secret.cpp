// SPDX-License-Identifier: MIT
#include "core/anonymise/secret.h"

#include <QMessageAuthenticationCode>
#include <QRandomGenerator>
#include <algorithm>

#include "core/write/uids.h"

namespace core::anonymise {

namespace {

QByteArray bytesOf(std::string_view text) {
  return QByteArray::fromRawData(text.data(), static_cast<qsizetype>(text.size()));
}

std::uint32_t number(const QByteArray& digest, qsizetype at) {
  std::uint32_t value = 0;
  for (qsizetype i = at; i < at + 4; ++i) value = value << 8 | static_cast<std::uint8_t>(digest[i]);
  return value;
}

}  // namespace

Result<Secret> Secret::of(QByteArray bytes) {
  if (bytes.size() < smallest) return {ErrorCode::InvalidArgument, "the secret is shorter than 16 bytes"};
  return Secret(std::move(bytes));
}

Secret Secret::random() {
  QByteArray bytes(32, Qt::Uninitialized);
  for (char& byte : bytes) byte = static_cast<char>(QRandomGenerator::system()->generate());
  return Secret(std::move(bytes));
}

Secret Secret::derived(std::string_view purpose) const { return Secret(digest("secret", purpose)); }

QByteArray Secret::digest(std::string_view purpose, std::string_view text) const {
  QMessageAuthenticationCode code(QCryptographicHash::Sha256, m_bytes);
  code.addData(bytesOf(purpose));
  code.addData(QByteArray(1, '\0'));
  code.addData(bytesOf(text));
  return code.result();
}

std::string Secret::uid(std::string_view old) const {
  const QByteArray bytes = digest("uid", old);
  std::array<std::uint8_t, 16> uuid{};
  std::copy_n(bytes.begin(), uuid.size(), uuid.begin());
  uuid[6] = static_cast<std::uint8_t>((uuid[6] & 0x0F) | 0x80);  // RFC 9562, version 8: bits of one's own
  uuid[8] = static_cast<std::uint8_t>((uuid[8] & 0x3F) | 0x80);
  return uidOfUuid(uuid);
}

std::string Secret::pseudonym(std::string_view key) const {
  constexpr std::string_view letters = "ABCDEFGHJKMNPQRSTVWXYZ0123456789";  // 32, none like another
  const QByteArray bytes = digest("pseudonym", key);
  std::string name = "ANON-";
  for (qsizetype i = 0; i < 10; ++i) name += letters[static_cast<std::uint8_t>(bytes[i]) % letters.size()];
  return name;
}

DateShift Secret::dateShift(std::string_view patient) const {
  const QByteArray bytes = digest("dates", patient);
  constexpr std::uint32_t fewestDays = 30, mostDays = 3'650;
  constexpr std::uint32_t fewestSeconds = 60, mostSeconds = 3'600;
  return {static_cast<int>(fewestDays + number(bytes, 0) % (mostDays - fewestDays)),
          static_cast<int>(fewestSeconds + number(bytes, 4) % (mostSeconds - fewestSeconds))};
}

}  // namespace core::anonymise
