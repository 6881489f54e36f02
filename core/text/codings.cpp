// SPDX-License-Identifier: MIT
#include "core/text/codings.h"

#include "core/text/charsettables.h"

namespace core::charset {

namespace {

constexpr char32_t replacement = 0xFFFD;

/// What stands at the head of the bytes: a character and its size; code 0 and the size to skip when there is
/// none. A character that the end cuts off has the size of all that is left.
struct Step {
  char32_t code;
  std::size_t size;
};
constexpr Step bad(std::size_t size = 1) { return {0, size}; }

std::uint8_t at(std::string_view bytes, std::size_t index) { return static_cast<std::uint8_t>(bytes[index]); }

bool isBetween(unsigned byte, unsigned first, unsigned last) { return byte >= first && byte <= last; }

char32_t inSquare(const SquareTable& table, unsigned row, unsigned column) {
  if (!isBetween(row, 0x21, 0x7E) || !isBetween(column, 0x21, 0x7E)) return 0;
  return table[(row - 0x21) * 94 + column - 0x21];
}

Step pair(char32_t code) { return code ? Step{code, 2} : bad(); }

/// A 94 × 94 set with the high bits set.
Step upperHalf(const SquareTable& table, std::string_view bytes) {
  if (bytes.size() < 2) return bad();
  const unsigned lead = at(bytes, 0), trail = at(bytes, 1);
  return lead < 0xA1 || trail < 0xA1 ? bad() : pair(inSquare(table, lead - 0x80, trail - 0x80));
}

Step korean(std::string_view bytes) { return upperHalf(ksX1001, bytes); }
Step simplified(std::string_view bytes) { return upperHalf(gb2312, bytes); }

Step shiftJis(std::string_view bytes) {
  const unsigned lead = at(bytes, 0);
  if (isBetween(lead, 0xA1, 0xDF)) return {0xFF61 + lead - 0xA1, 1};
  if (!isBetween(lead, 0x81, 0x9F) && !isBetween(lead, 0xE0, 0xFC)) return bad();
  if (bytes.size() < 2) return bad();
  const unsigned trail = at(bytes, 1);
  if (!isBetween(trail, 0x40, 0x7E) && !isBetween(trail, 0x80, 0xFC)) return bad();
  const unsigned cell = trail - (trail < 0x80 ? 0x40 : 0x41);
  const unsigned row = 2 * (lead - (lead < 0xE0 ? 0x81 : 0xC1)) + (cell < 94 ? 0 : 1);
  return pair(inSquare(jisX0208, row + 0x21, cell % 94 + 0x21));
}

char32_t inDouble(const DoubleByteTable& table, unsigned lead, unsigned trail) {
  if (!isBetween(lead, 0x81, 0xFE) || !isBetween(trail, 0x40, 0xFE)) return 0;
  return table[(lead - 0x81) * 191 + trail - 0x40];
}

Step gbkPair(std::string_view bytes) {
  return bytes.size() < 2 ? bad() : pair(inDouble(gbk, at(bytes, 0), at(bytes, 1)));
}

/// The code point of a four-byte GB18030 code by its linear index; 0 when there is none.
char32_t gbFourBytes(std::uint32_t linear) {
  constexpr std::uint32_t supplementary = 189000;  // 90 30 81 30 is U+10000
  if (linear >= supplementary)
    return linear - supplementary < 0x100000 ? 0x10000 + linear - supplementary : 0;
  const auto behind =
      std::upper_bound(gbRuns.begin(), gbRuns.end(), linear,
                       [](std::uint32_t wanted, const GbRun& run) { return wanted < run.linear; });
  const GbRun& run = *(behind - 1);
  const bool known = linear < 39420 && run.code != 0;
  return known ? run.code + linear - run.linear : 0;
}

Step gb18030Code(std::string_view bytes) {
  if (bytes.size() < 2) return bad();
  const unsigned lead = at(bytes, 0), second = at(bytes, 1);
  if (!isBetween(second, 0x30, 0x39)) return pair(inDouble(gb18030, lead, second));
  if (bytes.size() < 4) return bad(bytes.size());
  const unsigned third = at(bytes, 2), fourth = at(bytes, 3);
  if (!isBetween(lead, 0x81, 0xFE) || !isBetween(third, 0x81, 0xFE) || !isBetween(fourth, 0x30, 0x39))
    return bad();
  const char32_t code =
      gbFourBytes((((lead - 0x81) * 10 + second - 0x30) * 126 + third - 0x81) * 10 + fourth - 0x30);
  return code ? Step{code, 4} : bad();
}

/// The bytes that may follow a lead byte of UTF-8, so that neither overlong forms nor surrogates pass.
struct Utf8Lead {
  std::size_t size;
  unsigned first;
  unsigned last;
};

Utf8Lead utf8Lead(unsigned byte) {
  if (isBetween(byte, 0xC2, 0xDF)) return {2, 0x80, 0xBF};
  if (isBetween(byte, 0xE0, 0xEF)) return {3, byte == 0xE0 ? 0xA0u : 0x80u, byte == 0xED ? 0x9Fu : 0xBFu};
  if (isBetween(byte, 0xF0, 0xF4)) return {4, byte == 0xF0 ? 0x90u : 0x80u, byte == 0xF4 ? 0x8Fu : 0xBFu};
  return {0, 0, 0};
}

Step utf8(std::string_view bytes) {
  const Utf8Lead lead = utf8Lead(at(bytes, 0));
  if (lead.size == 0) return bad();
  char32_t code = at(bytes, 0) & (0x7Fu >> lead.size);
  for (std::size_t i = 1; i < lead.size; ++i) {
    const unsigned first = i == 1 ? lead.first : 0x80, last = i == 1 ? lead.last : 0xBF;
    if (i >= bytes.size() || !isBetween(at(bytes, i), first, last)) return bad(i);
    code = code << 6 | (at(bytes, i) & 0x3Fu);
  }
  return {code, lead.size};
}

using StepFunction = Step (*)(std::string_view);

template <const SingleByteTable& table>
Step single(std::string_view bytes) {
  return {table[at(bytes, 0) - 0x80u], 1};
}

Step latin1(std::string_view bytes) { return {at(bytes, 0), 1}; }

/// The codings that have ASCII in the lower half, by their place in Coding; null: ISO 2022.
constexpr StepFunction steps[] = {
    latin1,
    single<single_iso8859_2>,
    single<single_iso8859_3>,
    single<single_iso8859_4>,
    single<single_iso8859_9>,
    single<single_iso8859_5>,
    single<single_iso8859_6>,
    single<single_iso8859_7>,
    single<single_iso8859_8>,
    single<single_tis_620>,
    shiftJis,
    nullptr,
    nullptr,
    korean,
    simplified,
    gbkPair,
    gb18030Code,
    utf8,
};

bool decodeSteps(StepFunction step, std::string_view bytes, std::string& out) {
  bool whole = true;
  while (!bytes.empty()) {
    if (at(bytes, 0) < 0x80) {
      out += bytes.front();
      bytes.remove_prefix(1);
      continue;
    }
    const Step found = step(bytes);
    whole = whole && found.code != 0;
    appendUtf8(out, found.code ? found.code : replacement);
    bytes.remove_prefix(found.size);
  }
  return whole;
}

/// The sets that ISO 2022 JP may designate to G0.
enum class Set { Ascii, Roman, Jis0208, Jis0212, Korean, Gb2312 };

struct Designation {
  std::string_view escape;
  Set set;
  Coding least;  ///< the coding from which on it is known
};
constexpr Designation designations[] = {
    {"\x1b(B", Set::Ascii, Coding::Jis0208},    {"\x1b(J", Set::Roman, Coding::Jis0208},
    {"\x1b$@", Set::Jis0208, Coding::Jis0208},  {"\x1b$B", Set::Jis0208, Coding::Jis0208},
    {"\x1b$(D", Set::Jis0212, Coding::Jis0212}, {"\x1b$(C", Set::Korean, Coding::Jis0212},
    {"\x1b$A", Set::Gb2312, Coding::Jis0212},
};

const Designation* designationAt(std::string_view bytes, Coding coding) {
  for (const Designation& row : designations)
    if (coding >= row.least && bytes.starts_with(row.escape)) return &row;
  return nullptr;
}

char32_t roman(unsigned byte) { return byte == 0x5C ? 0xA5 : byte == 0x7E ? 0x203E : byte; }

Step fromSet(Set set, std::string_view bytes) {
  const unsigned lead = at(bytes, 0);
  if (lead >= 0x80) return bad();
  if (lead < 0x20 || set == Set::Ascii) return {lead, 1};
  if (set == Set::Roman) return {roman(lead), 1};
  if (bytes.size() < 2) return bad();
  const SquareTable& table = set == Set::Jis0212  ? jisX0212
                             : set == Set::Korean ? ksX1001
                             : set == Set::Gb2312 ? gb2312
                                                  : jisX0208;
  const char32_t code = inSquare(table, lead, at(bytes, 1));
  return code ? Step{code, 2} : bad(2);
}

bool decodeIso2022(Coding coding, std::string_view bytes, std::string& out) {
  Set set = Set::Ascii;
  bool whole = true;
  while (!bytes.empty()) {
    if (const Designation* row = designationAt(bytes, coding)) {
      set = row->set;
      bytes.remove_prefix(row->escape.size());
      continue;
    }
    const bool isNul = bytes.front() == '\0';
    const Step found = bytes.front() == '\x1b' ? bad() : fromSet(set, bytes);
    const bool known = found.code != 0 || isNul;
    whole = whole && known;
    appendUtf8(out, known ? found.code : replacement);
    bytes.remove_prefix(found.size);
  }
  return whole;
}

}  // namespace

void appendUtf8(std::string& out, char32_t code) {
  const auto tail = [&out, code](int shift) { out += static_cast<char>(0x80 | (code >> shift & 0x3F)); };
  if (code < 0x80) {
    out += static_cast<char>(code);
  } else if (code < 0x800) {
    out += static_cast<char>(0xC0 | code >> 6);
    tail(0);
  } else if (code < 0x10000) {
    out += static_cast<char>(0xE0 | code >> 12);
    tail(6), tail(0);
  } else {
    out += static_cast<char>(0xF0 | code >> 18);
    tail(12), tail(6), tail(0);
  }
}

bool decode(Coding coding, std::string_view bytes, std::string& out) {
  out.reserve(out.size() + bytes.size());
  const StepFunction step = steps[static_cast<std::size_t>(coding)];
  return step ? decodeSteps(step, bytes, out) : decodeIso2022(coding, bytes, out);
}

}  // namespace core::charset
