// SPDX-License-Identifier: MIT
#include "core/decode/jpegheader.h"

#include "core/decode/jpegsegments.h"

namespace core {

namespace {

bool isFrameHeader(std::uint8_t marker) {
  const bool isOther = marker == 0xC4 || marker == 0xC8 || marker == 0xCC;  // tables
  return (marker >= 0xC0 && marker <= 0xCF && !isOther) || marker == 0xF7;
}

void readFrameHeader(JpegHeader& header, std::uint8_t marker, ByteView segment) {
  ByteReader reader(segment, ByteOrder::Big);
  header.sof = marker;
  header.precision = reader.u8();
  header.rows = reader.u16();
  header.columns = reader.u16();
  header.components = reader.u8();
  std::uint8_t firstSampling = 0;
  for (std::size_t i = 0; i < header.components && !reader.failed(); ++i) {
    const std::uint8_t id = reader.u8();
    const std::uint8_t sampling = reader.u8();
    reader.u8();
    if (i < header.ids.size()) header.ids[i] = id;
    if (i == 0) firstSampling = sampling;
    header.isSubsampled |= sampling != firstSampling;
  }
  if (reader.failed()) header.sof = 0;
}

void readSegment(JpegHeader& header, std::uint8_t marker, ByteView segment) {
  if (isFrameHeader(marker) && header.sof == 0) readFrameHeader(header, marker, segment);
  if (marker == 0xE0 && asText(segment).starts_with(std::string_view("JFIF\0", 5))) header.hasJfif = true;
  if (marker == 0xEE && segment.size() >= 12 && asText(segment).starts_with("Adobe"))
    header.adobeTransform = segment[11];
}

}  // namespace

Result<JpegHeader> JpegHeader::of(ByteView stream) {
  JpegHeader header;
  if (stream.size() < 2 || stream[0] != 0xFF || stream[1] != JpegSegment::Start)
    return {ErrorCode::CodecFailed, "JPEG: no start of image"};
  JpegSegments segments(stream);
  while (const auto segment = segments.next()) {
    if (segment->marker == JpegSegment::End) break;
    const ByteView bytes = segments.bytesOf(*segment);
    if (segment->marker == JpegSegment::Scan) {
      if (header.sof == 0) break;
      header.componentsOfFirstScan = bytes.empty() ? 0 : bytes[0];
      header.scanParameters = segment->to - std::min<std::size_t>(3, bytes.size());
      return header;
    }
    readSegment(header, segment->marker, bytes);
  }
  return {ErrorCode::CodecFailed, "JPEG: no frame header and scan"};
}

}  // namespace core
