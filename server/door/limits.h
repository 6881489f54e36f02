// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>

namespace server {

/// What one request may be, in bytes unless said otherwise.
struct HttpLimits {
  std::size_t head = 16 * 1024;             ///< request line and headers in all; past it 431
  std::size_t target = 8 * 1024;            ///< the URL; past it 414
  std::size_t headers = 100;                ///< header lines; past it 431
  std::uint64_t body = 100'000'000;         ///< after the chunks are joined; past it 413
  std::size_t chunkLine = 256;              ///< a chunk's size with its extensions; past it 400
  std::size_t chunkExtensions = 16 * 1024;  ///< all extensions of a body; past it 400
  std::size_t trailers = 4 * 1024;          ///< all trailers of a body; past it 431
};

/// What the door lets in. Times in milliseconds.
struct DoorLimits {
  HttpLimits http;
  int connections = 256;  ///< open at once; the next is answered 503
  int running = 32;       ///< requests that the routes have in hand at once
  int queued = 128;       ///< whole requests that wait for a place; the next is answered 503
  std::uint64_t allBodies = 1'000'000'000;  ///< bytes of bodies in memory at once; past it 503
  std::int64_t headTime = 15'000;     ///< from the first byte (or the connection) to a whole head; then 408
  std::int64_t bodyPause = 30'000;    ///< without a byte of the body; then 408
  std::int64_t bodyTime = 600'000;    ///< for a whole body; then 408
  std::int64_t idleTime = 60'000;     ///< of a kept connection between two requests
  std::int64_t answerPause = 60'000;  ///< without the client taking a byte of its answer
  std::int64_t lingerTime = 2'000;    ///< for the client to close after our last byte
  std::int64_t answerBuffer = 1024 * 1024;  ///< bytes of an answer that may wait for a slow client
};

}  // namespace server
