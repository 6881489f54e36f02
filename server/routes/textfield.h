// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <QString>
#include <optional>

#include "server/routes/fielderrors.h"

namespace server {

/// What a text among the fields of a request may be. Lengths in code points.
struct TextRule {
  const char* name;
  int least = 0;
  int most = 0;  ///< 0: any
  bool isRequired = true;
  bool mayBeBlank = false;
  bool mayBeNull = false;
  bool isTrimmed = true;
  bool isEmail = false;
};

/// The text of a field, or nullopt when it is absent, null or wrong; what is wrong goes to the errors. A
/// number is taken for its digits.
std::optional<QString> readText(const QJsonObject& fields, const TextRule& rule, FieldErrors& errors);

/// A value as a text field understands it; nullopt for truth values, lists, objects and half a surrogate
/// pair.
std::optional<QString> plainText(const QJsonValue& value);

/// What the rule has against a text that is there.
void checkText(const QString& text, const TextRule& rule, FieldErrors& errors);

/// An address as RFC 5321 has it, at a domain of at least two labels, at localhost or at an IP literal.
bool isEmailAddress(const QString& text);

}  // namespace server
