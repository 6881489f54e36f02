// SPDX-License-Identifier: MIT
// DCMTK's dcmjpeg: lossless JPEG of 2 to 16 bits and lossy JPEG of 12. Its types and exceptions end here.
#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmjpeg/djcparam.h>
#include <dcmtk/dcmjpeg/djdijg12.h>
#include <dcmtk/dcmjpeg/djdijg16.h>
#include <dcmtk/dcmjpeg/djdijg8.h>

#include <numeric>

#include "core/decode/dcmtklog.h"
#include "core/decode/jpegprocess.h"
#include "core/decode/jpegsegments.h"

namespace core {

namespace {

/// A decoder that remembers whether it warned: then it went on with samples that it made up.
template <class Decoder>
class Watched final : public Decoder {
 public:
  using Decoder::Decoder;
  void emitMessage(int level) const override { m_hasWarned |= level < 0; }
  bool hasWarned() const { return m_hasWarned; }

 private:
  mutable bool m_hasWarned = false;
};

template <class Decoder>
Status decodeBy(std::vector<std::uint8_t>& stream, std::vector<std::uint8_t>& data) {
  const DJCodecParameter parameter(ECC_lossyYCbCr, EDC_never, EUC_never, EPC_colorByPixel);
  Watched<Decoder> decoder(parameter, OFFalse);
  OFCondition condition = decoder.init();
  if (condition.good())
    condition = decoder.decode(stream.data(), static_cast<Uint32>(stream.size()), data.data(),
                               static_cast<Uint32>(data.size()), OFFalse);
  if (condition == EJ_Suspension) return {ErrorCode::CodecFailed, "JPEG: the stream ends too early"};
  if (condition.bad()) return {ErrorCode::CodecFailed, std::string("JPEG: ") + condition.text()};
  if (decoder.hasWarned()) return {ErrorCode::CodecFailed, "JPEG: the compressed data is damaged"};
  return Done{};
}

/// Where DC tables have a category above the greatest (ISO/IEC 10918-1 F.1.2.1, H.1.2.2): DCMTK would read as
/// many bits of nothing. Real tables have such categories, which no code of their pictures uses.
std::vector<std::size_t> impossibleCategories(ByteView stream, int greatest) {
  constexpr std::size_t lengths = 16;
  std::vector<std::size_t> places;
  JpegSegments segments(stream);
  while (const auto segment = segments.next()) {
    if (segment->marker != JpegSegment::HuffmanTable) continue;
    for (std::size_t at = segment->from; at + 1 + lengths <= segment->to;) {
      const bool isDc = stream[at] >> 4 == 0;
      const ByteView counts = stream.subspan(at + 1, lengths);
      const std::size_t from = at + 1 + lengths;
      at = std::min(segment->to, std::accumulate(counts.begin(), counts.end(), from));
      for (std::size_t i = from; isDc && i < at; ++i)
        if (stream[i] > greatest) places.push_back(i);
    }
  }
  return places;
}

/// The stream as the decoder, which cannot say what it warns of, shall see it. Spectral parameters that a
/// sequential scan has no use for are put right (files have zeros there), and an end marker is put behind: a
/// stream that only lacks its own is whole, one that is cut short meets the marker inside its data. A stream
/// of several scans may end behind any of them, so it keeps what it has.
std::vector<std::uint8_t> mended(const JpegFrame& frame) {
  std::vector<std::uint8_t> stream(frame.stream.begin(), frame.stream.end());
  const JpegHeader& header = frame.header;
  if (header.isProgressive() || header.componentsOfFirstScan != header.components) return stream;
  constexpr std::uint8_t whole[] = {0, 63, 0};
  if (!header.isLossless() && header.scanParameters + 3 <= stream.size())
    std::copy(std::begin(whole), std::end(whole),
              stream.begin() + static_cast<std::ptrdiff_t>(header.scanParameters));
  stream.insert(stream.end(), {0xFF, 0xD9});
  return stream;
}

Status decodeStream(const JpegFrame& frame, std::vector<std::uint8_t>& stream,
                    std::vector<std::uint8_t>& data) {
  if (frame.header.precision <= 8) return decodeBy<DJDecompressIJG8Bit>(stream, data);
  if (frame.header.precision <= 12) return decodeBy<DJDecompressIJG12Bit>(stream, data);
  return decodeBy<DJDecompressIJG16Bit>(stream, data);
}

/// With one possible category or another in these places the picture is the same when no code leads there.
Status decodeWithout(const std::vector<std::size_t>& places, const JpegFrame& frame,
                     std::vector<std::uint8_t>& stream, std::vector<std::uint8_t>& data) {
  const Error damaged{ErrorCode::CodecFailed, "JPEG: a Huffman table with impossible categories"};
  std::vector<std::uint8_t> other(data.size());
  for (const std::size_t place : places) stream[place] = 0;
  if (!decodeStream(frame, stream, data)) return damaged;
  for (const std::size_t place : places) stream[place] = 11;
  if (!decodeStream(frame, stream, other) || other != data) return damaged;
  return Done{};
}

}  // namespace

Status decodeWithDcmtk(const JpegFrame& frame, std::vector<std::uint8_t>& data) {
  if (data.size() > 0xFFFFFFFF || frame.stream.size() > 0xFFFFFFF0)
    return {ErrorCode::TooLarge, "JPEG: a frame above 4 GB"};
  silenceDcmtk();
  try {
    std::vector<std::uint8_t> stream = mended(frame);
    const auto strange = impossibleCategories(stream, frame.header.isLossless() ? 16 : 15);
    return strange.empty() ? decodeStream(frame, stream, data) : decodeWithout(strange, frame, stream, data);
  } catch (...) {
    return {ErrorCode::CodecFailed, "JPEG: the decoder gave up"};
  }
}

}  // namespace core
