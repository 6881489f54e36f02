// SPDX-License-Identifier: MIT
#include "core/decode/jpegheader.h"

namespace core {

namespace {

bool isStartOfFrame(std::uint8_t marker) {
  if (marker == 0xF7) return true;
  return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

void readFrameHeader(JpegHeader& header, ByteReader reader) {
  header.precision = reader.u8();
  header.rows = reader.u16();
  header.columns = reader.u16();
  header.components = reader.u8();
  for (std::size_t i = 0; i < std::min<std::size_t>(header.components, 4); ++i) {
    header.componentIds[i] = reader.u8();
    reader.u16();
  }
}

void readApplication(JpegHeader& header, std::uint8_t marker, ByteView body) {
  if (marker == 0xE0 && body.size() >= 5 && asText(body.first(4)) == "JFIF") header.hasJfif = true;
  if (marker == 0xEE && body.size() >= 12 && asText(body.first(5)) == "Adobe")
    header.adobeTransform = body[11];
}

}  // namespace

std::optional<JpegHeader> JpegHeader::read(ByteView codestream) {
  JpegHeader header;
  ByteReader reader(codestream, ByteOrder::Big);
  if (reader.u16() != 0xFFD8) return std::nullopt;
  while (!reader.failed()) {
    if (reader.u8() != 0xFF) return std::nullopt;
    std::uint8_t marker = reader.u8();
    while (marker == 0xFF) marker = reader.u8();
    if (marker == 0xDA || marker == 0xD9) break;
    const std::uint16_t length = reader.u16();
    if (length < 2) return std::nullopt;
    const ByteView body = reader.take(length - 2u);
    if (reader.failed()) break;
    if (isStartOfFrame(marker)) {
      header.startOfFrame = marker;
      readFrameHeader(header, ByteReader(body, ByteOrder::Big));
    }
    readApplication(header, marker, body);
  }
  return header.startOfFrame != 0 ? std::optional(header) : std::nullopt;
}

Photometric JpegHeader::photometric(Photometric ofDataSet) const {
  if (components != 3) return ofDataSet;
  if (adobeTransform) return *adobeTransform == 0 ? Photometric::Rgb : Photometric::YbrFull;
  if (hasJfif) return Photometric::YbrFull;
  if (componentIds[0] == 'R' && componentIds[1] == 'G' && componentIds[2] == 'B') return Photometric::Rgb;
  return ofDataSet == Photometric::Rgb ? Photometric::Rgb : Photometric::YbrFull;
}

std::optional<Error> sizeMismatch(const char* codec, std::uint32_t columns, std::uint32_t rows,
                                  std::uint32_t components, const PixelFormat& format) {
  if (columns == format.columns && rows == format.rows && components == format.samples) return std::nullopt;
  const auto text = [](std::uint32_t c, std::uint32_t r, std::uint32_t s) {
    return std::to_string(c) + " x " + std::to_string(r) + " x " + std::to_string(s);
  };
  return Error{ErrorCode::CodecFailed, std::string(codec) + ": the stream is " +
                                           text(columns, rows, components) + ", the data set says " +
                                           text(format.columns, format.rows, format.samples)};
}

}  // namespace core
