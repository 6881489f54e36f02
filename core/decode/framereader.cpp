// SPDX-License-Identifier: MIT
#include "core/decode/framereader.h"

#include <mutex>

#include "core/base/limits.h"
#include "core/decode/transfersyntaxes.h"
#include "core/parse/tags.h"

namespace core {

namespace {

constexpr Tag pixelTags[] = {tags::PixelData, tags::FloatPixelData, tags::DoubleFloatPixelData};

const Element* pixelElement(const DataSet& dataSet, const PixelFormat& format) {
  const Tag floats = format.bitsAllocated == 64 ? tags::DoubleFloatPixelData : tags::FloatPixelData;
  return dataSet.find(format.isFloat ? floats : tags::PixelData);
}

bool hasAnyPixels(const DataSet& dataSet) {
  return std::any_of(std::begin(pixelTags), std::end(pixelTags),
                     [&dataSet](Tag tag) { return dataSet.has(tag); });
}

/// Overlays whose bit is one of the cell's unused ones, and that have no data of their own.
std::vector<EmbeddedOverlay> embeddedOverlaysOf(const DataSet& dataSet, const PixelFormat& format) {
  std::vector<EmbeddedOverlay> found;
  const int lowest = format.highBit + 1 - format.bitsStored;
  for (std::uint16_t group = 0x6000; group <= 0x601E; group += 2) {
    const auto bit = dataSet.integer({group, 0x0102});
    if (!bit || dataSet.has({group, 0x3000}) || *bit < 0 || *bit >= format.bitsAllocated) continue;
    if (*bit < lowest || *bit > format.highBit) found.push_back({group, static_cast<std::uint16_t>(*bit)});
  }
  return found;
}

/// Native 4:2:2 data that is as long as unsubsampled data is not subsampled, whatever it is called.
void checkSubsampling(PixelFormat& format, std::uint64_t bytesThere) {
  const std::uint64_t whole = format.samplesPerFrame() * format.bitsAllocated / 8 * format.frames;
  if (format.photometric == Photometric::YbrFull422 && bytesThere >= whole)
    format.photometric = Photometric::YbrFull;
}

class Reader final : public FrameReader {
 public:
  Reader(std::shared_ptr<const DicomFile> file, const PixelFormat& format, const SyntaxCodec& syntax,
         const Element& element)
      : m_file(std::move(file)),
        m_format(format),
        m_syntax(syntax),
        m_element(element),
        m_overlays(embeddedOverlaysOf(m_file->dataSet(), format)) {}

  const DicomFile& file() const override { return *m_file; }
  const PixelFormat& format() const override { return m_format; }
  std::uint32_t frames() const override { return m_format.frames; }
  Result<FramePtr> frame(std::uint32_t index, int reduce) const override;

 private:
  Result<Cells> nativeCells(std::uint32_t index) const;
  Result<Cells> codedCells(std::uint32_t index, int reduce) const;

  std::shared_ptr<const DicomFile> m_file;
  PixelFormat m_format;
  const SyntaxCodec& m_syntax;
  const Element& m_element;
  std::vector<EmbeddedOverlay> m_overlays;
  mutable std::once_flag m_indexed;
  mutable FrameIndex m_index;
};

Result<FramePtr> Reader::frame(std::uint32_t index, int reduce) const {
  if (index >= m_format.frames)
    return {ErrorCode::FrameOutOfRange,
            "frame " + std::to_string(index + 1) + " of " + std::to_string(m_format.frames)};
  Result<Cells> cells = m_syntax.isEncapsulated ? codedCells(index, reduce) : nativeCells(index);
  if (!m_file->isIntact()) return {ErrorCode::FileUnreadable, std::string(bytesWentAway)};
  if (!cells) return cells.error();
  return frameOf(std::move(*cells), m_format, m_overlays);
}

Result<Cells> Reader::nativeCells(std::uint32_t index) const {
  const std::uint64_t bits = nativeFrameBits(m_format);
  const std::uint64_t first = bits * index;
  const ByteView all = m_element.value;
  if (first / 8 + (first % 8 + bits + 7) / 8 > all.size())
    return {ErrorCode::Truncated, "frame " + std::to_string(index + 1) + " needs " +
                                      std::to_string((first + bits + 7) / 8) + " bytes of pixel data, " +
                                      std::to_string(all.size()) + " are there"};
  CodedFrame frame{all, m_format};
  frame.order = m_file->encoding().order;
  frame.areWords = m_element.vr == Vr::OW;
  frame.firstBit = first;
  return decodeNative(frame);
}

Result<Cells> Reader::codedCells(std::uint32_t index, int reduce) const {
  std::call_once(m_indexed,
                 [this] { m_index = FrameIndex::of(m_file->dataSet(), m_format, m_syntax.framing); });
  const auto fragments = m_index.fragments(index);
  if (!fragments) return fragments.error();
  std::vector<std::uint8_t> joined;
  CodedFrame frame{fragments->front(), m_format};
  frame.isLossySyntax = m_syntax.row.isLossy;
  frame.reduce = reduce;
  if (fragments->size() > 1) {
    for (const ByteView fragment : *fragments) joined.insert(joined.end(), fragment.begin(), fragment.end());
    frame.bytes = joined;
  }
  if (frame.bytes.empty()) return {ErrorCode::Truncated, "frame " + std::to_string(index + 1) + " is empty"};
  return m_syntax.codec(frame);
}

}  // namespace

Result<std::shared_ptr<const FrameReader>> FrameReader::open(std::shared_ptr<const DicomFile> file) {
  const DataSet& dataSet = file->dataSet();
  if (!hasAnyPixels(dataSet)) return ErrorCode::NoPixelData;
  const SyntaxCodec* syntax = syntaxCodec(file->transferSyntax());
  if (!syntax) return {ErrorCode::UnsupportedTransferSyntax, file->transferSyntax()};
  if (!syntax->row.isShown)
    return {ErrorCode::UnsupportedTransferSyntax,
            std::string(syntax->row.name) + " (" + std::string(syntax->row.by) + ")"};
  auto format = PixelFormat::of(dataSet);
  if (!format) return format.error();
  const Element* element = pixelElement(dataSet, *format);
  if (!element) return {ErrorCode::NoPixelData, "the pixel data element does not fit Bits Allocated"};
  if (element->value.empty()) return {ErrorCode::NoPixelData, "the pixel data is empty"};
  // Encapsulated Pixel Data is told by its undefined length (PS3.5 A.4). Bytes that contradict their syntax
  // would be read as a picture of noise.
  if (element->isEncapsulated() != syntax->isEncapsulated)
    return {ErrorCode::CodecFailed, syntax->isEncapsulated
                                        ? "the transfer syntax is compressed, the pixel data is not"
                                        : "the pixel data is in fragments, the transfer syntax is native"};
  if (!syntax->isEncapsulated) checkSubsampling(*format, element->value.size());
  return std::shared_ptr<const FrameReader>(
      std::make_shared<Reader>(std::move(file), *format, *syntax, *element));
}

}  // namespace core
