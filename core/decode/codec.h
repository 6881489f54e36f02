// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "core/decode/frame.h"

namespace core {

/// One frame as the file has it.
struct CodedFrame {
  ByteView bytes;                       ///< all of it: a native slice, or its fragments joined
  const PixelFormat& format;            ///< what the data set says
  ByteOrder order = ByteOrder::Little;  ///< of native cells
  bool areWords = false;                ///< the value representation is OW: 16-bit words, also of 8-bit cells
  std::uint64_t firstBit = 0;           ///< native frames of 1 bit a pixel: where in bytes the frame begins
  bool isLossySyntax = false;           ///< the transfer syntax allows its streams to be lossy
  int reduce = 0;                       ///< 1/2^reduce of the size, for a codec that can
};

/// What a codec leaves: the cells of a frame, samples of a pixel side by side, in the machine's byte order,
/// not yet shifted, masked or sign-extended.
struct Cells {
  enum class Sign { AsDataSet, Unsigned, Signed };

  std::uint32_t columns = 0;
  std::uint32_t rows = 0;
  std::uint16_t samples = 1;
  std::uint16_t bits = 8;       ///< of a cell: 8, 16, 32, 64
  std::uint16_t precision = 0;  ///< bits that the codestream fills; 0: the cells are the data set's own
  Sign sign = Sign::AsDataSet;  ///< what the codestream says of its values (JPEG 2000 only)
  bool isLossy = false;
  Photometric photometric = Photometric::Monochrome2;
  std::vector<std::uint8_t> data;
};

/// A codec: bytes to cells, no global state, no exception leaves it. Errors: Truncated, CodecFailed,
/// TooLarge, UnsupportedPixelFormat; the detail begins with the codec's name.
using Codec = Result<Cells> (*)(const CodedFrame& frame);

Result<Cells> decodeNative(const CodedFrame& frame);
Result<Cells> decodeDeflated(const CodedFrame& frame);
Result<Cells> decodeRle(const CodedFrame& frame);
Result<Cells> decodeJpeg(const CodedFrame& frame);  ///< every JPEG process but JPEG-LS; chooses a library
Result<Cells> decodeJpegLs(const CodedFrame& frame);
Result<Cells> decodeJpeg2000(const CodedFrame& frame);  ///< also High-Throughput

/// Bytes of one frame of native cells; 1-bit frames are rounded up.
std::uint64_t nativeFrameBytes(const PixelFormat& format);
std::uint64_t nativeFrameBits(const PixelFormat& format);

/// An embedded overlay: which bit of the cell it is (PS3.3 C.9.2, retired).
struct EmbeddedOverlay {
  std::uint16_t group = 0x6000;
  std::uint16_t bit = 0;
};

/// Cells to stored values: (cell >> (HighBit + 1 − BitsStored)) & mask, sign-extended, in the smallest type.
Result<FramePtr> frameOf(Cells cells, const PixelFormat& format,
                         std::span<const EmbeddedOverlay> embeddedOverlays);

/// What samples of this interpretation are once each pixel has all of them. YBR_ICT and YBR_RCT name JPEG
/// 2000's own transform: where no codec applied it, the samples are RGB.
Photometric expanded(Photometric photometric);

/// "columns x rows", for details.
std::string sizeText(std::uint64_t columns, std::uint64_t rows);

/// An error unless the codestream's own size is the data set's. codec names it in the detail.
Status checkSize(std::string_view codec, const PixelFormat& format, std::uint64_t columns, std::uint64_t rows,
                 std::uint64_t samples);

}  // namespace core
