// SPDX-License-Identifier: MIT
#include "core/decode/jpegheader.h"

namespace core {

namespace {

bool isFrameHeader(std::uint8_t marker) {
  const bool isOther = marker == 0xC4 || marker == 0xC8 || marker == 0xCC;  // tables
  return (marker >= 0xC0 && marker <= 0xCF && !isOther) || marker == 0xF7;
}

bool standsAlone(std::uint8_t marker) { return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8); }

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
  ByteReader reader(stream, ByteOrder::Big);
  if (reader.u16() != 0xFFD8) return {ErrorCode::CodecFailed, "JPEG: no start of image"};
  while (!reader.failed()) {
    if (reader.u8() != 0xFF) continue;  // libraries skip bytes between segments too
    std::uint8_t marker = reader.u8();
    while (marker == 0xFF) marker = reader.u8();
    if (marker == 0 || standsAlone(marker)) continue;
    if (marker == 0xD9) break;
    const std::uint16_t length = reader.u16();
    const ByteView segment = reader.take(length >= 2 ? length - 2u : 0u);
    if (reader.failed()) break;
    if (marker == 0xDA) {
      if (header.sof == 0) break;
      header.componentsOfFirstScan = segment.empty() ? 0 : segment[0];
      header.scanParameters = reader.position() - std::min<std::size_t>(3, segment.size());
      return header;
    }
    readSegment(header, marker, segment);
  }
  return {ErrorCode::CodecFailed, "JPEG: no frame header and scan"};
}

}  // namespace core
