// SPDX-License-Identifier: MIT
#include "server/door/httphead.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

namespace server {

namespace {

using Fault = std::optional<HttpFault>;

constexpr std::array<std::string_view, 7> knownMethods{"GET",   "HEAD",   "POST",   "PUT",
                                                       "PATCH", "DELETE", "OPTIONS"};

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

bool isTokenCharacter(char c) {
  return isDigit(c) || isLetter(c) || std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}

/// Text of a header: visible, space, tab, or beyond ASCII.
bool isValueCharacter(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return c == '\t' || (byte >= 0x20 && byte != 0x7f);
}

bool isTargetCharacter(char c) { return c > 0x20 && c < 0x7f && c != '#'; }

Fault readVersion(std::string_view text, HttpHead& head) {
  const bool hasForm = text.size() == 8 && text.substr(0, 5) == "HTTP/" && isDigit(text[5]) &&
                       text[6] == '.' && isDigit(text[7]);
  if (!hasForm) return HttpFault{400, "Malformed request line."};
  if (text[5] != '1' || text[7] > '1') return HttpFault{505, "HTTP version not supported."};
  head.minorVersion = text[7] - '0';
  return {};
}

/// The absolute form names its authority in the target, and that one counts (RFC 9112 section 3.2.2).
Fault readTarget(std::string_view target, HttpHead& head) {
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (target.size() <= scheme.size() || !equalsIgnoringCase(target.substr(0, scheme.size()), scheme))
      continue;
    target.remove_prefix(scheme.size());
    const std::size_t path = std::min(target.find('/'), target.size());
    head.authority = target.substr(0, path);
    head.target = path == target.size() ? "/" : target.substr(path);
    return head.authority.empty() ? Fault(HttpFault{400, "Malformed request target."}) : Fault();
  }
  head.target = target;
  const bool isOrigin = target.front() == '/' || (target == "*" && head.method == "OPTIONS");
  return isOrigin ? Fault() : Fault(HttpFault{400, "Malformed request target."});
}

Fault readRequestLine(std::string_view line, const HttpLimits& limits, HttpHead& head) {
  const std::string_view method = takeUntil(line, " ");
  const std::string_view target = takeUntil(line, " ");
  if (!isToken(method) || target.empty() || !std::all_of(target.begin(), target.end(), isTargetCharacter))
    return HttpFault{400, "Malformed request line."};
  if (const Fault fault = readVersion(line, head)) return fault;
  if (std::find(knownMethods.begin(), knownMethods.end(), method) == knownMethods.end())
    return HttpFault{501, "Method not implemented."};
  if (target.size() > limits.target) return HttpFault{414, "The request target is too long."};
  head.method = method;
  return readTarget(target, head);
}

std::vector<std::string_view> valuesOf(const HttpHead& head, std::string_view name) {
  std::vector<std::string_view> values;
  for (const HttpHeader& header : head.headers)
    if (equalsIgnoringCase(header.name, name)) values.push_back(header.value);
  return values;
}

bool listHas(const std::vector<std::string_view>& lists, std::string_view wanted) {
  for (std::string_view list : lists)
    while (!list.empty())
      if (equalsIgnoringCase(trimmed(takeUntil(list, ",")), wanted)) return true;
  return false;
}

Fault readLength(HttpHead& head) {
  const auto lengths = valuesOf(head, "Content-Length");
  if (lengths.empty()) return {};
  if (lengths.size() > 1) return HttpFault{400, "More than one Content-Length."};
  const std::string_view text = lengths.front();
  const bool isNumber = !text.empty() && std::all_of(text.begin(), text.end(), isDigit);
  if (!isNumber) return HttpFault{400, "Malformed Content-Length."};
  std::uint64_t length = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), length);
  // A number beyond all numbers is a length beyond every limit.
  head.contentLength = read.ec == std::errc() ? length : std::numeric_limits<std::uint64_t>::max();
  return {};
}

Fault readCoding(HttpHead& head) {
  const auto codings = valuesOf(head, "Transfer-Encoding");
  if (codings.empty()) return {};
  if (head.contentLength) return HttpFault{400, "Both Content-Length and Transfer-Encoding."};
  if (head.minorVersion == 0 || codings.size() > 1) return HttpFault{400, "Malformed Transfer-Encoding."};
  if (!equalsIgnoringCase(codings.front(), "chunked"))
    return HttpFault{501, "Transfer coding not implemented."};
  head.isChunked = true;
  return {};
}

Fault readHost(HttpHead& head) {
  const auto hosts = valuesOf(head, "Host");
  if (hosts.size() > 1 || (hosts.empty() && head.minorVersion == 1))
    return HttpFault{400, "One Host header is needed."};
  if (head.authority.empty() && !hosts.empty()) head.authority = hosts.front();
  return {};
}

Fault readConnection(HttpHead& head) {
  const auto options = valuesOf(head, "Connection");
  head.staysOpen = !listHas(options, "close") && (head.minorVersion == 1 || listHas(options, "keep-alive"));
  return {};
}

Fault readExpectation(HttpHead& head) {
  const auto expectations = valuesOf(head, "Expect");
  if (expectations.empty() || head.minorVersion == 0) return {};
  if (expectations.size() > 1 || !equalsIgnoringCase(expectations.front(), "100-continue"))
    return HttpFault{417, "Only Expect: 100-continue is understood."};
  head.expectsContinue = head.isChunked || head.contentLength.value_or(0) > 0;
  return {};
}

Fault readEncoding(HttpHead& head) {
  for (const std::string_view encoding : valuesOf(head, "Content-Encoding"))
    if (!equalsIgnoringCase(encoding, "identity"))
      return HttpFault{415, "Content-Encoding is not supported in requests."};
  return {};
}

}  // namespace

const std::string* HttpHead::find(std::string_view name) const {
  for (const HttpHeader& header : headers)
    if (equalsIgnoringCase(header.name, name)) return &header.value;
  return nullptr;
}

std::variant<HttpHead, HttpFault> parseHead(std::string_view text, const HttpLimits& limits) {
  HttpHead head;
  if (const Fault fault = readRequestLine(takeUntil(text, "\r\n"), limits, head)) return *fault;
  while (!text.empty()) {
    auto header = parseHeaderLine(takeUntil(text, "\r\n"));
    if (const auto* fault = std::get_if<HttpFault>(&header)) return *fault;
    if (head.headers.size() == limits.headers) return HttpFault{431, "Too many header fields."};
    head.headers.push_back(std::get<HttpHeader>(std::move(header)));
  }
  // Each decides one thing; the order matters where one uses what another found.
  for (const auto decide : {readLength, readCoding, readHost, readConnection, readExpectation, readEncoding})
    if (const Fault fault = decide(head)) return *fault;
  return head;
}

std::variant<HttpHeader, HttpFault> parseHeaderLine(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || !isToken(line.substr(0, colon)))
    return HttpFault{400, "Malformed header field."};
  const std::string_view value = trimmed(line.substr(colon + 1));
  if (!std::all_of(value.begin(), value.end(), isValueCharacter))
    return HttpFault{400, "Malformed header field."};
  return HttpHeader{std::string(line.substr(0, colon)), std::string(value)};
}

bool isToken(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), isTokenCharacter);
}

bool equalsIgnoringCase(std::string_view left, std::string_view right) {
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [](char a, char b) { return lower(a) == lower(b); });
}

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::string_view takeUntil(std::string_view& rest, std::string_view separator) {
  const std::size_t at = rest.find(separator);
  const std::string_view taken = rest.substr(0, at);
  rest.remove_prefix(at == std::string_view::npos ? rest.size() : at + separator.size());
  return taken;
}

}  // namespace server
