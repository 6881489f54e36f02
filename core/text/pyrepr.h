// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "core/base/bytes.h"

/// The spellings of Python, in which the API's texts are written (the reference printed str() and repr()).
namespace core::pyrepr {

/// repr(float): the shortest digits that give the number back, positional from 1e-4 to 1e16, always with a
/// point or an exponent: "3.0", "1e+16", "nan".
void appendReal(std::string& out, double value);
/// repr(str) of UTF-8: quoted, with escapes for what cannot be printed.
void appendText(std::string& out, std::string_view text);
/// repr(bytes): b'…'.
void appendBytes(std::string& out, ByteView bytes);
/// Called now and then while a long text grows; it may carry away what is there already.
using Spill = std::function<void(std::string&)>;
/// The same with JSON's escapes on top and its quotes around, in one pass: pixel data is large.
void appendBytesAsJson(std::string& out, ByteView bytes, const Spill& spill = {});

std::string text(std::string_view text);

/// What Python's int(str) and float(str) take: white space around, a sign, underscores between digits; for
/// real() also nan, inf and infinity in any case. False when it is not one.
bool isInteger(std::string_view text);
bool parseReal(std::string_view text, double& value);
/// str(int(text)) of a text that isInteger().
std::string normalisedInteger(std::string_view text);

}  // namespace core::pyrepr
