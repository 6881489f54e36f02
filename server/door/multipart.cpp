// SPDX-License-Identifier: MIT
#include "server/door/multipart.h"

#include <algorithm>

#include "server/door/form.h"
#include "server/door/httphead.h"

namespace server {

namespace {

struct Parameter {
  std::string_view name;
  std::string value;
};

bool isBoundaryCharacter(char c) {
  return isToken({&c, 1}) || std::string_view("(),/:=? ").find(c) != std::string_view::npos;
}

/// What is quoted at the front of rest. Only \" and \\ are escapes: browsers of old send paths with plain
/// backslashes.
std::optional<std::string> takeQuoted(std::string_view& rest) {
  std::string text;
  for (std::size_t i = 1; i < rest.size(); ++i) {
    const bool isEscape =
        rest[i] == '\\' && i + 1 < rest.size() && (rest[i + 1] == '"' || rest[i + 1] == '\\');
    if (rest[i] == '"') {
      rest.remove_prefix(i + 1);
      return text;
    }
    if (isEscape) ++i;
    text.push_back(rest[i]);
  }
  return std::nullopt;
}

std::optional<std::string> takeParameterValue(std::string_view& rest) {
  rest = rest.substr(std::min(rest.find_first_not_of(" \t"), rest.size()));
  if (!rest.empty() && rest.front() == '"') return takeQuoted(rest);
  const std::size_t end = std::min(rest.find(';'), rest.size());
  const std::string_view value = trimmed(rest.substr(0, end));
  rest.remove_prefix(end);
  return value.empty() ? std::nullopt : std::optional<std::string>(value);
}

/// "; name=value; other=\"quoted\"" (RFC 9110 section 5.6.6); nullopt when it is malformed or names a
/// parameter twice.
std::optional<std::vector<Parameter>> parseParameters(std::string_view rest) {
  std::vector<Parameter> parameters;
  for (rest = trimmed(rest); !rest.empty(); rest = trimmed(rest)) {
    if (rest.front() != ';') return std::nullopt;
    rest = trimmed(rest.substr(1));
    if (rest.empty()) break;
    const std::size_t equals = rest.find('=');
    if (equals == std::string_view::npos) return std::nullopt;
    const std::string_view name = trimmed(rest.substr(0, equals));
    rest.remove_prefix(equals + 1);
    auto value = takeParameterValue(rest);
    const bool isKnown = std::any_of(parameters.begin(), parameters.end(),
                                     [&](const Parameter& p) { return equalsIgnoringCase(p.name, name); });
    if (!value || isKnown || !isToken(name)) return std::nullopt;
    parameters.push_back({name, std::move(*value)});
  }
  return parameters;
}

const std::string* valueOf(const std::vector<Parameter>& parameters, std::string_view name) {
  for (const Parameter& parameter : parameters)
    if (equalsIgnoringCase(parameter.name, name)) return &parameter.value;
  return nullptr;
}

std::string utf8OfLatin1(std::string_view text) {
  std::string utf8;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80) utf8.push_back(static_cast<char>(0xc0 | byte >> 6));
    utf8.push_back(static_cast<char>(byte >= 0x80 ? 0x80 | (byte & 0x3f) : byte));
  }
  return utf8;
}

/// charset'language'percent-encoded (RFC 8187); UTF-8 and ISO-8859-1 are understood.
std::optional<std::string> extendedValue(std::string_view text) {
  if (std::count(text.begin(), text.end(), '\'') < 2) return std::nullopt;
  const std::string_view charset = takeUntil(text, "'");
  takeUntil(text, "'");
  if (equalsIgnoringCase(charset, "utf-8")) return percentDecoded(text);
  if (equalsIgnoringCase(charset, "iso-8859-1")) return utf8OfLatin1(percentDecoded(text));
  return std::nullopt;
}

const char* readDisposition(std::string_view value, MultipartPart& part) {
  const std::size_t end = std::min(value.find(';'), value.size());
  if (!equalsIgnoringCase(trimmed(value.substr(0, end)), "form-data"))
    return "Content-Disposition is not form-data.";
  const auto parameters = parseParameters(value.substr(end));
  if (!parameters) return "Malformed Content-Disposition.";
  const std::string* name = valueOf(*parameters, "name");
  if (!name) return "A part has no name.";
  part.name = *name;
  if (const std::string* plain = valueOf(*parameters, "filename")) part.fileName = *plain;
  const std::string* extended = valueOf(*parameters, "filename*");
  if (!extended) return nullptr;
  part.fileName = extendedValue(*extended);
  return part.fileName ? nullptr : "Malformed filename*.";
}

bool isPlainEncoding(std::string_view encoding) {
  return equalsIgnoringCase(encoding, "binary") || equalsIgnoringCase(encoding, "8bit") ||
         equalsIgnoringCase(encoding, "7bit");
}

}  // namespace

std::optional<std::string> multipartBoundary(std::string_view contentType) {
  const std::size_t end = std::min(contentType.find(';'), contentType.size());
  if (!equalsIgnoringCase(trimmed(contentType.substr(0, end)), "multipart/form-data")) return std::nullopt;
  const auto parameters = parseParameters(contentType.substr(end));
  const std::string* boundary = parameters ? valueOf(*parameters, "boundary") : nullptr;
  const bool isValid = boundary && !boundary->empty() && boundary->size() <= 70 && boundary->back() != ' ' &&
                       std::all_of(boundary->begin(), boundary->end(), isBoundaryCharacter);
  return isValid ? std::optional<std::string>(*boundary) : std::nullopt;
}

MultipartReader::MultipartReader(std::string_view body, std::string_view boundary,
                                 const MultipartLimits& limits)
    : m_rest(body), m_delimiter("\r\n--" + std::string(boundary)), m_limits(limits) {}

bool MultipartReader::fail(const char* detail) {
  m_fault = MultipartFault{detail};
  m_isOver = true;
  return false;
}

std::optional<MultipartPart> MultipartReader::next() {
  if (m_isOver || (!m_hasBegun && !skipToFirst())) return std::nullopt;
  if (!readDelimiterEnd()) return std::nullopt;
  if (++m_parts > m_limits.parts) return fail("Too many parts."), std::nullopt;
  MultipartPart part;
  if (!readHead(part) || !readContent(part)) return std::nullopt;
  return part;
}

/// The first boundary stands at the very start or after a preamble, which means nothing.
bool MultipartReader::skipToFirst() {
  m_hasBegun = true;
  const std::string_view first = std::string_view(m_delimiter).substr(2);
  if (m_rest.starts_with(first)) return m_rest.remove_prefix(first.size()), true;
  const std::size_t at = m_rest.find(m_delimiter);
  if (at == std::string_view::npos) return fail("The boundary does not occur.");
  m_rest.remove_prefix(at + m_delimiter.size());
  return true;
}

/// After a boundary: "--" ends the body, white space and CRLF begin a part.
bool MultipartReader::readDelimiterEnd() {
  if (m_rest.starts_with("--")) return m_isOver = true, false;
  m_rest.remove_prefix(std::min(m_rest.find_first_not_of(" \t"), m_rest.size()));
  if (!m_rest.starts_with("\r\n")) return fail("A boundary is not followed by a line end.");
  m_rest.remove_prefix(2);
  return true;
}

bool MultipartReader::readHead(MultipartPart& part) {
  bool hasDisposition = false;
  const std::string_view window = m_rest.substr(0, m_limits.head);
  std::string_view left = window;
  for (std::size_t count = 0;; ++count) {
    if (left.find("\r\n") == std::string_view::npos)
      return fail("The headers of a part are too large or cut short.");
    const std::string_view line = takeUntil(left, "\r\n");
    if (line.empty()) break;
    if (count == m_limits.headers) return fail("A part has too many headers.");
    const auto header = parseHeaderLine(line);
    if (std::holds_alternative<HttpFault>(header)) return fail("Malformed header of a part.");
    const std::string& name = std::get<HttpHeader>(header).name;
    const std::string_view value = trimmed(line.substr(name.size() + 1));
    if (equalsIgnoringCase(name, "Content-Type")) part.contentType = value;
    if (equalsIgnoringCase(name, "Content-Transfer-Encoding") && !isPlainEncoding(value))
      return fail("Content-Transfer-Encoding is not supported.");
    if (!equalsIgnoringCase(name, "Content-Disposition")) continue;
    if (hasDisposition) return fail("A part has two Content-Dispositions.");
    if (const char* wrong = readDisposition(value, part)) return fail(wrong);
    hasDisposition = true;
  }
  m_rest.remove_prefix(window.size() - left.size());
  return hasDisposition || fail("A part has no Content-Disposition.");
}

bool MultipartReader::readContent(MultipartPart& part) {
  // The CRLF that ends the headers may be the one before the boundary: then the content is empty.
  const std::string_view bare = std::string_view(m_delimiter).substr(2);
  if (m_rest.starts_with(bare)) return m_rest.remove_prefix(bare.size()), true;
  // Linear whatever the bytes are: the delimiter has its first character, CR, at no other place.
  const std::size_t end = m_rest.find(m_delimiter);
  if (end == std::string_view::npos) return fail("The closing boundary is missing.");
  part.content = m_rest.substr(0, end);
  m_rest.remove_prefix(end + m_delimiter.size());
  return true;
}

std::variant<std::vector<MultipartPart>, MultipartFault> parseMultipart(std::string_view body,
                                                                        std::string_view boundary,
                                                                        const MultipartLimits& limits) {
  MultipartReader reader(body, boundary, limits);
  std::vector<MultipartPart> parts;
  while (auto part = reader.next()) parts.push_back(std::move(*part));
  if (reader.fault()) return *reader.fault();
  return parts;
}

}  // namespace server
