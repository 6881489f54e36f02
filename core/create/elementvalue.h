// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonValue>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/write/editset.h"

namespace core {

/// The value of one element, no sequence, from JSON: a text, a number, an array of them, or null for an empty
/// one; a person name also as {"Alphabetic", "Ideographic", "Phonetic"}, a tag as a keyword or "gggg,eeee",
/// octets and words as base64. Dates, times and numbers are normalised (normalise.h). The texts are UTF-8.
/// Errors: InvalidArgument with a sentence of the API's as its detail.
Result<EditElement> elementOfJson(Tag tag, Vr vr, const QJsonValue& value);

/// The same from the text of a form: several values with backslashes between them.
Result<EditElement> elementOfText(Tag tag, Vr vr, std::string_view text);

/// Octets and words as they are; InvalidArgument when they are no whole number of the VR's units.
Result<EditElement> elementOfBytes(Tag tag, Vr vr, HeldBytes bytes);

/// Whether so many values are right for a multiplicity of PS3.6: "1", "1-n", "2-2n", "1-8", …
bool allowsCount(std::string_view multiplicity, std::size_t count);

/// Base64 (RFC 4648) to the letter, padding included.
std::optional<std::vector<std::uint8_t>> decodedBase64(const QByteArray& text);

}  // namespace core
