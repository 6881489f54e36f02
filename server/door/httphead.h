// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "server/door/limits.h"

namespace server {

struct HttpHeader {
  std::string name;   ///< as sent
  std::string value;  ///< without the white space around it
};

/// The head of a valid HTTP/1.0 or 1.1 request (RFC 9112), its framing decided.
struct HttpHead {
  std::string method;     ///< one of GET HEAD POST PUT PATCH DELETE OPTIONS
  std::string target;     ///< origin form: a path with its query; or "*"
  std::string authority;  ///< of the absolute form, else of Host; "" when HTTP/1.0 named none
  int minorVersion = 1;
  std::vector<HttpHeader> headers;
  std::optional<std::uint64_t> contentLength;
  bool isChunked = false;
  bool staysOpen = true;  ///< the client wants to go on with this connection
  bool expectsContinue = false;

  /// The first header of that name; null when absent.
  const std::string* find(std::string_view name) const;
};

/// Why a request is refused: a status and a text for {"detail":…}, which needs no escaping.
struct HttpFault {
  int status = 400;
  const char* detail = "";
};

/// Reads a head: request line and header lines, each with its CRLF, without the empty line. Where two
/// readings are possible there is none: any doubt is a fault.
std::variant<HttpHead, HttpFault> parseHead(std::string_view text, const HttpLimits& limits);

/// "Name: value" without CRLF (RFC 9112 section 5); a folded line is a fault.
std::variant<HttpHeader, HttpFault> parseHeaderLine(std::string_view line);

bool isToken(std::string_view text);
bool equalsIgnoringCase(std::string_view left, std::string_view right);
/// Without the spaces and tabs around it.
std::string_view trimmed(std::string_view text);
/// Takes the text up to the separator off the front of rest, and the separator.
std::string_view takeUntil(std::string_view& rest, std::string_view separator);

}  // namespace server
