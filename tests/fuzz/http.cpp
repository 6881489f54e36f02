// SPDX-License-Identifier: MIT
// The framing of requests: whatever comes, it must come out the same whole and in pieces, and within the
// limits.
#include <cstdlib>
#include <string>

#include "server/door/httpparser.h"

namespace {

struct Outcome {
  int status = -1;
  std::size_t taken = 0;
  std::string body;
  bool operator==(const Outcome&) const = default;
};

constexpr server::HttpLimits smallLimits{512, 200, 12, 300, 40, 60, 80};

Outcome frame(std::string_view bytes, std::size_t piece) {
  server::HttpParser parser(smallLimits);
  Outcome outcome;
  for (;;) {
    const auto step = parser.feed(bytes.substr(outcome.taken, piece));
    outcome.taken += step.taken;
    outcome.body += step.data;
    using Event = server::HttpParser::Event;
    if (step.event == Event::Fault) return {parser.fault().status, 0, {}};
    if (step.event == Event::End) return outcome.status = 0, outcome;
    if (step.event == Event::None && outcome.taken >= bytes.size()) return outcome;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const Outcome whole = frame(bytes, size);
  if (!(frame(bytes, data[0] % 32 + 1u) == whole)) std::abort();
  if (whole.body.size() > smallLimits.body || whole.taken > bytes.size()) std::abort();
  return 0;
}
