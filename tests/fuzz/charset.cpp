// SPDX-License-Identifier: MIT
// A text in a character set: the first line is the Specific Character Set, the rest the text. Whatever both
// say, what comes out is UTF-8; and a text without escapes that can be written in the set reads the same
// again.
#include <QByteArray>
#include <cstdlib>

#include "core/text/charset.h"
#include "core/write/encodetext.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace core;
  if (size > 1 << 14) return 0;
  const std::string_view all(reinterpret_cast<const char*>(data), size);
  const std::string_view terms = all.substr(0, all.find('\n'));
  const std::string_view text = terms.size() < size ? all.substr(terms.size() + 1) : std::string_view();
  const CharacterSet set(terms);
  for (const TextKind kind : {TextKind::Text, TextKind::PersonName})
    for (const Escapes escapes : {Escapes::Removed, Escapes::AsReference}) {
      const std::string decoded = set.decode(text, kind, escapes);
      if (!QByteArray::fromStdString(decoded).isValidUtf8()) std::abort();
      if (decoded.find('\x1b') != std::string::npos) continue;
      const auto written = encodedText(decoded, terms);
      if (written && set.decode(*written, kind, escapes) != decoded) std::abort();
    }
  return 0;
}
