// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "core/base/bytes.h"

/// JSON (RFC 8259) written straight into one buffer; compact, UTF-8 as it is.
namespace core::json {

/// The text with U+FFFD for every byte that is no UTF-8: for words of a client or a file in a message.
std::string validUtf8(std::string_view text);
/// Appends a string with its quotes; it must be UTF-8.
void appendString(std::string& out, std::string_view utf8);
/// Appends a comma unless the buffer ends in an opening bracket.
void separate(std::string& out);
/// Appends (a comma and) a member's name and the colon.
void appendKey(std::string& out, std::string_view key);
/// Appends a string of base64 (RFC 4648 §4) with its quotes.
void appendBase64(std::string& out, ByteView bytes);
/// Characters of so many bytes in base64, and the writing of them to where there is that much room.
constexpr std::size_t base64Size(std::size_t bytes) { return (bytes + 2) / 3 * 4; }
void writeBase64(char* to, ByteView bytes);
/// Whether the text is a number by JSON's grammar.
bool isNumber(std::string_view text);

}  // namespace core::json
