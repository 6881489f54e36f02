// SPDX-License-Identifier: MIT
#include "server/door/httpparser.h"

#include <algorithm>
#include <charconv>

namespace server {

namespace {

constexpr std::size_t requestLineRest = 32;  // the method, two spaces and the version

}  // namespace

HttpParser::Step HttpParser::feed(std::string_view bytes) {
  std::size_t taken = 0;
  Step next;
  do {
    next = step(bytes.substr(taken));
    taken += next.taken;
  } while (next.event == Event::None && (taken < bytes.size() || m_state == State::Whole));
  next.taken = taken;
  return next;
}

HttpParser::Step HttpParser::step(std::string_view bytes) {
  switch (m_state) {
    case State::Head:
      return readHead(bytes);
    case State::Fixed:
      return readFixed(bytes);
    case State::ChunkLine:
      return readChunkLine(bytes);
    case State::ChunkData:
    case State::ChunkEnd:
      return readChunkData(bytes);
    case State::Trailers:
      return readTrailers(bytes);
    case State::Whole:
      return {0, Event::End};
    case State::Failed:
      break;
  }
  return {0, Event::Fault};
}

HttpParser::Step HttpParser::fail(int status, const char* detail) {
  m_state = State::Failed;
  m_fault = {status, detail};
  return {0, Event::Fault};
}

/// Adds a byte to the text; false when it may not stand there: CR and LF come as a pair or not at all.
bool HttpParser::takeByte(char byte, std::size_t most) {
  const bool afterReturn = !m_text.empty() && m_text.back() == '\r';
  if ((byte == '\n') != afterReturn || m_text.size() >= most) return false;
  m_text.push_back(byte);
  return true;
}

HttpParser::Step HttpParser::readHead(std::string_view bytes) {
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (!m_hasLine && m_text.size() > m_limits.target + requestLineRest)
      return fail(414, "The request target is too long.");
    if (m_text.size() >= m_limits.head) return fail(431, "The header block is too large.");
    if (!takeByte(bytes[i], m_limits.head)) return fail(400, "Malformed line end.");
    if (bytes[i] != '\n') continue;
    if (m_text.size() == 2 && m_hasSkipped) return fail(400, "Malformed request line.");
    if (m_text.size() == 2) {
      m_hasSkipped = true;
      m_text.clear();
      continue;
    }
    m_hasLine = true;
    if (m_text.ends_with("\r\n\r\n")) return finishHead(i + 1);
  }
  return {bytes.size(), Event::None};
}

HttpParser::Step HttpParser::finishHead(std::size_t taken) {
  auto parsed = parseHead(std::string_view(m_text).substr(0, m_text.size() - 2), m_limits);
  m_text.clear();
  if (const auto* fault = std::get_if<HttpFault>(&parsed)) return fail(fault->status, fault->detail);
  m_head = std::get<HttpHead>(std::move(parsed));
  m_left = m_head.contentLength.value_or(0);
  if (m_left > m_limits.body) return fail(413, "The request body is too large.");
  m_state = m_head.isChunked ? State::ChunkLine : m_left > 0 ? State::Fixed : State::Whole;
  return {taken, Event::Head};
}

HttpParser::Step HttpParser::readFixed(std::string_view bytes) {
  const std::string_view data = bytes.substr(0, std::min<std::uint64_t>(bytes.size(), m_left));
  m_left -= data.size();
  if (m_left == 0) m_state = State::Whole;
  return {data.size(), data.empty() ? Event::None : Event::Data, data};
}

/// "1a;name=value" (RFC 9112 section 7.1); extensions are counted and forgotten.
bool HttpParser::readChunkSize(std::string_view line) {
  const char* end = line.data() + line.size();
  std::uint64_t size = 0;
  const auto [rest, error] = std::from_chars(line.data(), end, size, 16);
  if (error != std::errc()) return false;
  const std::string_view extension = trimmed({rest, static_cast<std::size_t>(end - rest)});
  const bool isText = std::all_of(extension.begin(), extension.end(), [](char c) {
    return c == '\t' || (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f);
  });
  m_extensions += extension.size();
  m_left = size;
  return isText && (extension.empty() || extension.front() == ';') &&
         m_extensions <= m_limits.chunkExtensions;
}

HttpParser::Step HttpParser::readChunkLine(std::string_view bytes) {
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (!takeByte(bytes[i], m_limits.chunkLine)) return fail(400, "Malformed chunk.");
    if (!hasLine()) continue;
    if (!readChunkSize(std::string_view(m_text).substr(0, m_text.size() - 2)))
      return fail(400, "Malformed chunk.");
    if (m_left > m_limits.body - m_body) return fail(413, "The request body is too large.");
    m_body += m_left;
    m_text.clear();
    m_state = m_left > 0 ? State::ChunkData : State::Trailers;
    return {i + 1, Event::None};
  }
  return {bytes.size(), Event::None};
}

HttpParser::Step HttpParser::readChunkData(std::string_view bytes) {
  if (m_state == State::ChunkData) {
    const std::string_view data = bytes.substr(0, std::min<std::uint64_t>(bytes.size(), m_left));
    m_left -= data.size();
    if (m_left == 0) m_state = State::ChunkEnd;
    return {data.size(), data.empty() ? Event::None : Event::Data, data};
  }
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (bytes[i] != (m_text.empty() ? '\r' : '\n')) return fail(400, "Malformed chunk.");
    m_text.push_back(bytes[i]);
    if (m_text.size() < 2) continue;
    m_text.clear();
    m_state = State::ChunkLine;
    return {i + 1, Event::None};
  }
  return {bytes.size(), Event::None};
}

HttpParser::Step HttpParser::readTrailers(std::string_view bytes) {
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (++m_trailers > m_limits.trailers) return fail(431, "The trailers are too large.");
    if (!takeByte(bytes[i], m_limits.trailers)) return fail(400, "Malformed trailer.");
    if (!hasLine()) continue;
    const std::string line = m_text.substr(0, m_text.size() - 2);
    m_text.clear();
    if (line.empty()) {
      m_state = State::Whole;
      return {i + 1, Event::None};
    }
    // A trailer is checked and dropped: merged into the headers it could change what was decided by them.
    if (std::holds_alternative<HttpFault>(parseHeaderLine(line))) return fail(400, "Malformed trailer.");
  }
  return {bytes.size(), Event::None};
}

}  // namespace server
