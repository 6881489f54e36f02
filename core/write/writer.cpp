// SPDX-License-Identifier: MIT
#include "core/write/writer.h"

#include <zlib.h>

#include <optional>

#include "core/base/limits.h"
#include "core/dictionary/dictionary.h"
#include "core/parse/tags.h"
#include "core/write/byteswap.h"
#include "core/write/metaheader.h"
#include "core/write/valuerules.h"

namespace core {

namespace {

constexpr std::size_t preambleSize = 128;
constexpr std::size_t longestShort = 0xFFFE;     ///< even, in 16 bits
constexpr std::size_t longestLong = 0xFFFFFFFE;  ///< even, and not "undefined"

/// The byte that makes a value's length even (PS3.5 6.2).
std::uint8_t padding(Vr vr) { return isTextual(vr) && vr != Vr::UI ? ' ' : 0; }

/// Whether a reader of implicit VR knows from the dictionary that this is a sequence.
bool isKnownSequence(Tag tag) {
  if (tag.isPrivate()) return false;
  const DictionaryEntry* entry = findAny(tag);
  return entry && entry->vr == "SQ";
}

/// Writes elements into one buffer. A length that is only known behind its value is patched.
class Writer {
 public:
  Writer(const Encoding& encoding, std::vector<std::uint8_t>& out) : m_encoding(encoding), m_out(out) {}

  Status write(const EditSet& set, int depth = 0) {
    for (const EditElement& element : set.elements())
      if (Status written = write(element, depth); !written) return written;
    return Done{};
  }

 private:
  Status write(const EditElement& element, int depth) {
    switch (element.form) {
      case EditElement::Form::Items:
        return writeItems(element, depth + 1);
      case EditElement::Form::Fragments:
        return writeFragments(element);
      default:
        return writeBytes(element);
    }
  }

  Status writeBytes(const EditElement& element) {
    const Vr vr = writtenVr(element);
    const std::size_t size = element.value.size() + element.value.size() % 2;
    if (size > longestLong) return tooLarge();
    header(element.tag, vr, static_cast<std::uint32_t>(size));
    value(element.value.view(), vr);
    return Done{};
  }

  Status writeItems(const EditElement& element, int depth) {
    if (depth > limits::nesting) return {ErrorCode::NestedTooDeep, "sequences are nested too deeply"};
    const bool isOpen = !m_encoding.explicitVr && !element.items.empty() && !isKnownSequence(element.tag);
    header(element.tag, Vr::SQ, isOpen ? undefinedLength : 0);
    const std::size_t start = m_out.size();
    for (const EditSet& item : element.items)
      if (Status written = writeItem(item, depth); !written) return written;
    if (!isOpen) return patch(start);
    delimiter(tags::SequenceDelimitation, 0);
    return Done{};
  }

  Status writeItem(const EditSet& item, int depth) {
    delimiter(tags::Item, 0);
    const std::size_t start = m_out.size();
    if (Status written = write(item, depth); !written) return written;
    return patch(start);
  }

  Status writeFragments(const EditElement& element) {
    // Without a VR a reader takes an undefined length for a sequence, but that of Pixel Data.
    if (!m_encoding.explicitVr && element.tag != tags::PixelData) return writeJoined(element);
    header(element.tag, element.vr == Vr::OW ? Vr::OW : Vr::OB, undefinedLength);
    for (const HeldBytes& fragment : element.fragments) {
      if (fragment.size() > longestLong) return tooLarge();
      delimiter(tags::Item, static_cast<std::uint32_t>(fragment.size() + fragment.size() % 2));
      append(fragment.view(), 0);
    }
    delimiter(tags::SequenceDelimitation, 0);
    return Done{};
  }

  Status writeJoined(const EditElement& element) {
    header(element.tag, Vr::OB, 0);
    const std::size_t start = m_out.size();
    for (const HeldBytes& fragment : element.fragments) append(fragment.view(), 0);
    return patch(start);
  }

  Vr writtenVr(const EditElement& element) const {
    if (!m_encoding.explicitVr) return element.vr;
    const bool fits = hasLongLength(element.vr) || element.value.size() <= longestShort;
    return isKnownVr(element.vr) && fits ? element.vr : Vr::UN;
  }

  void header(Tag tag, Vr vr, std::uint32_t length) {
    u16(tag.group);
    u16(tag.element);
    if (!m_encoding.explicitVr) return u32(length);
    for (const char letter : letters(vr)) m_out.push_back(static_cast<std::uint8_t>(letter));
    if (!hasLongLength(vr)) return u16(static_cast<std::uint16_t>(length));
    u16(0);
    u32(length);
  }

  void delimiter(Tag tag, std::uint32_t length) {
    u16(tag.group);
    u16(tag.element);
    u32(length);
  }

  void value(ByteView bytes, Vr vr) {
    const bool mustSwap = m_encoding.order == ByteOrder::Big && unitSize(vr) > 1;
    if (mustSwap)
      append(byteSwapped(bytes, vr), padding(vr));
    else
      append(bytes, padding(vr));
  }

  void append(ByteView bytes, std::uint8_t pad) {
    m_out.insert(m_out.end(), bytes.begin(), bytes.end());
    if (bytes.size() % 2 != 0) m_out.push_back(pad);
  }

  /// Writes the length of what stands behind start into the four bytes before it.
  Status patch(std::size_t start) {
    const std::size_t length = m_out.size() - start;
    if (length > longestLong) return tooLarge();
    std::vector<std::uint8_t> field;
    Writer(m_encoding, field).u32(static_cast<std::uint32_t>(length));
    std::copy(field.begin(), field.end(), m_out.begin() + static_cast<std::ptrdiff_t>(start - 4));
    return Done{};
  }

  void u16(std::uint16_t value) {
    const auto low = static_cast<std::uint8_t>(value);
    const auto high = static_cast<std::uint8_t>(value >> 8);
    const bool isLittle = m_encoding.order == ByteOrder::Little;
    m_out.push_back(isLittle ? low : high);
    m_out.push_back(isLittle ? high : low);
  }

  void u32(std::uint32_t value) {
    const auto low = static_cast<std::uint16_t>(value);
    const auto high = static_cast<std::uint16_t>(value >> 16);
    const bool isLittle = m_encoding.order == ByteOrder::Little;
    u16(isLittle ? low : high);
    u16(isLittle ? high : low);
  }

  static Status tooLarge() { return {ErrorCode::TooLarge, "a value is longer than 32 bits can say"}; }

  Encoding m_encoding;
  std::vector<std::uint8_t>& m_out;
};

/// About the bytes that a data set takes, so that the buffer grows once.
std::size_t estimatedSize(const EditSet& set) {
  std::size_t size = 0;
  for (const EditElement& element : set.elements()) {
    size += element.value.size() + 13;
    for (const HeldBytes& fragment : element.fragments) size += fragment.size() + 17;
    for (const EditSet& item : element.items) size += estimatedSize(item) + 16;
  }
  return size;
}

Status checkPixels(const EditSet& set, const WriteOptions& options) {
  const EditElement* pixels = set.find(tags::PixelData);
  if (options.pixels == PixelCheck::Leave || !pixels || pixels->isEmpty()) return Done{};
  const bool isEncapsulated = pixels->form == EditElement::Form::Fragments;
  if (isEncapsulated != isNativeSyntax(options.transferSyntax)) return Done{};
  return {ErrorCode::InvalidArgument, isEncapsulated
                                          ? "compressed pixels cannot be written in a native syntax"
                                          : "native pixels cannot be written in a compressed syntax"};
}

/// Raw deflate data (PS3.5 A.5), of even length.
Result<std::vector<std::uint8_t>> deflated(ByteView bytes) {
  z_stream stream{};
  if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) != Z_OK)
    return {ErrorCode::CodecFailed, "deflate does not start"};
  std::vector<std::uint8_t> out(deflateBound(&stream, bytes.size()) + 1);
  std::size_t made = 0;
  std::size_t taken = 0;
  int word = Z_OK;
  while (word == Z_OK) {
    constexpr std::size_t most = 1u << 30;
    const std::size_t input = std::min(most, bytes.size() - taken);
    const std::size_t space = std::min(most, out.size() - made);
    stream.next_in = const_cast<Bytef*>(bytes.data() + taken);
    stream.avail_in = static_cast<uInt>(input);
    stream.next_out = out.data() + made;
    stream.avail_out = static_cast<uInt>(space);
    word = deflate(&stream, taken + input == bytes.size() ? Z_FINISH : Z_NO_FLUSH);
    taken += input - stream.avail_in;
    made += space - stream.avail_out;
  }
  deflateEnd(&stream);
  if (word != Z_STREAM_END) return {ErrorCode::CodecFailed, "deflate does not end"};
  out.resize(made + made % 2);
  return out;
}

std::vector<std::uint8_t> prologue(const EditSet& meta) {
  std::vector<std::uint8_t> elements;
  const Status written = Writer({}, elements).write(meta);
  assert(written.ok());
  EditSet length;
  const Status set =
      length.setIntegers({0x0002, 0x0000}, Vr::UL, {static_cast<std::int64_t>(elements.size())});
  assert(set.ok());
  std::vector<std::uint8_t> out(preambleSize, 0);
  for (const char letter : std::string_view("DICM")) out.push_back(static_cast<std::uint8_t>(letter));
  const Status first = Writer({}, out).write(length);
  assert(first.ok());
  out.insert(out.end(), elements.begin(), elements.end());
  return out;
}

std::string_view orElse(std::string_view own, std::string_view other) { return own.empty() ? other : own; }

}  // namespace

WriteOptions WriteOptions::like(const DicomFile& file) {
  return {file.transferSyntax(), std::string(file.meta().text(tags::MediaStorageSOPClassUID)),
          std::string(file.meta().text({0x0002, 0x0003})), PixelCheck::Leave};
}

bool isNativeSyntax(std::string_view transferSyntax) {
  return transferSyntax == uid::ImplicitLittle || transferSyntax == uid::ExplicitLittle ||
         transferSyntax == uid::ExplicitBig || transferSyntax == uid::Deflated;
}

Result<std::vector<std::uint8_t>> writeDataSet(const EditSet& set, const Encoding& encoding) {
  std::vector<std::uint8_t> out;
  out.reserve(estimatedSize(set));
  if (Status written = Writer(encoding, out).write(set); !written) return written.error();
  return out;
}

Result<std::vector<std::uint8_t>> writeFile(const EditSet& set, const WriteOptions& options) {
  if (Status valid = checkPixels(set, options); !valid) return valid.error();
  const Encoding encoding = encodingOf(options.transferSyntax);
  std::vector<std::uint8_t> out = prologue(
      metaHeader(orElse(set.text(tags::SOPClassUID), options.sopClass),
                 orElse(set.text(tags::SOPInstanceUID), options.sopInstance), options.transferSyntax));
  if (!encoding.deflated) {
    out.reserve(out.size() + estimatedSize(set));
    if (Status written = Writer(encoding, out).write(set); !written) return written.error();
    return out;
  }
  const auto plain = writeDataSet(set, encoding);
  if (!plain) return plain.error();
  const auto packed = deflated(*plain);
  if (!packed) return packed.error();
  out.insert(out.end(), packed->begin(), packed->end());
  return out;
}

}  // namespace core
