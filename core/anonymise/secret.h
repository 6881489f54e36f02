// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <string>
#include <string_view>

#include "core/anonymise/dateshift.h"
#include "core/base/result.h"

namespace core::anonymise {

/// What pseudonyms, new UIDs and date shifts are made of: the same input gives the same output under the same
/// secret, and nobody without it finds the way back or can tell whether a guess is right. Whoever throws it
/// away has anonymised for good.
class Secret {
 public:
  static constexpr qsizetype smallest = 16;  ///< bytes

  /// Errors: InvalidArgument (too short).
  static Result<Secret> of(QByteArray bytes);
  /// 32 bytes of the system's generator.
  static Secret random();

  /// A secret of its own for a purpose; this one cannot be found from it.
  Secret derived(std::string_view purpose) const;

  const QByteArray& bytes() const { return m_bytes; }

  /// A UID under 2.25 (PS3.5 B.2) in the place of another.
  std::string uid(std::string_view old) const;
  /// "ANON-" and ten letters and digits: a person or a thing by what identified it. Valid for LO, SH and PN.
  std::string pseudonym(std::string_view key) const;
  DateShift dateShift(std::string_view patient) const;

 private:
  explicit Secret(QByteArray bytes) : m_bytes(std::move(bytes)) {}
  /// HMAC-SHA-256; what the digest is for is part of the message.
  QByteArray digest(std::string_view purpose, std::string_view text) const;

  QByteArray m_bytes;
};

}  // namespace core::anonymise
