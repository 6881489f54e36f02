// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "server/door/httphead.h"

namespace server {

/// Frames one HTTP/1.x request out of bytes that come in any pieces (RFC 9112). A function of the bytes
/// alone: no socket, no clock. Only the head is kept here; the body passes through as views of what was fed.
class HttpParser {
 public:
  enum class Event {
    None,   ///< all was taken; feed more
    Head,   ///< head() is whole; feed on, even with nothing, until End
    Data,   ///< Step::data is a piece of the body
    End,    ///< the request is whole; what was not taken belongs to the next
    Fault,  ///< fault() says why; nothing more is taken
  };
  struct Step {
    std::size_t taken = 0;  ///< bytes of what was fed
    Event event = Event::None;
    std::string_view data{};
  };

  explicit HttpParser(const HttpLimits& limits) : m_limits(limits) {}

  /// Takes bytes up to the next event.
  Step feed(std::string_view bytes);
  /// Makes ready for the next request of the connection.
  void reset() { *this = HttpParser(m_limits); }

  /// Valid from Event::Head on; after a fault as far as it was read.
  const HttpHead& head() const { return m_head; }
  const HttpFault& fault() const { return m_fault; }
  /// A byte of the request has come.
  bool hasBegun() const { return m_state != State::Head || !m_text.empty(); }

 private:
  enum class State { Head, Fixed, ChunkLine, ChunkData, ChunkEnd, Trailers, Whole, Failed };

  Step step(std::string_view bytes);
  Step readHead(std::string_view bytes);
  Step readFixed(std::string_view bytes);
  Step readChunkLine(std::string_view bytes);
  Step readChunkData(std::string_view bytes);
  Step readTrailers(std::string_view bytes);
  Step finishHead(std::size_t taken);
  Step fail(int status, const char* detail);
  bool takeByte(char byte, std::size_t most);
  bool hasLine() const { return m_text.ends_with("\r\n"); }
  bool readChunkSize(std::string_view line);

  HttpLimits m_limits;
  State m_state = State::Head;
  HttpHead m_head;
  HttpFault m_fault;
  std::string m_text;            ///< the head, or a line of the chunked framing
  std::uint64_t m_left = 0;      ///< of the fixed body or of the chunk
  std::uint64_t m_body = 0;      ///< bytes of the body so far, announced chunks included
  std::size_t m_extensions = 0;  ///< bytes of chunk extensions so far
  std::size_t m_trailers = 0;    ///< bytes of trailers so far
  bool m_hasLine = false;        ///< the request line is whole
  bool m_hasSkipped = false;     ///< one empty line before the request line is forgiven
};

}  // namespace server
