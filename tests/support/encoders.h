// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/bytes.h"

namespace tests {

/// A picture to be encoded: its cells, frame after frame, samples of a pixel side by side unless planar.
struct Picture {
  int rows = 1;
  int columns = 1;
  int frames = 1;
  int samples = 1;
  int bitsAllocated = 16;  ///< 8, 16 or 32
  int bitsStored = 12;
  bool isSigned = false;
  bool isPlanar = false;
  std::string_view photometric = "MONOCHROME2";
  std::vector<std::uint32_t> cells;  ///< in the order of the file, within Bits Stored (two's complement)

  std::size_t cellsPerFrame() const;
  /// The native pixel data, little endian.
  std::vector<std::uint8_t> bytes() const;
};

/// A picture of that shape with edges, ramps, noise and runs, in the whole range of its bits; always the
/// same.
Picture patterned(Picture shape);

/// A native Part 10 file, explicit little endian.
std::vector<std::uint8_t> nativeFile(const Picture& picture);

/// The file in another transfer syntax, encoded by DCMTK: RLE, JPEG (lossless, baseline, extended), JPEG-LS.
/// Empty when DCMTK cannot.
std::vector<std::uint8_t> encodedByDcmtk(const std::vector<std::uint8_t>& file,
                                         std::string_view transferSyntax);

/// The native pixel data that DCMTK makes of a file in one of these syntaxes, little endian, by its decoders of
/// RLE, JPEG and JPEG-LS; empty when DCMTK cannot.
std::vector<std::uint8_t> decodedByDcmtk(const std::vector<std::uint8_t>& file);

struct J2kOptions {
  bool hasTransform = false;  ///< the reversible component transform
  bool isSignedStream = false;
  int precision = 0;     ///< 0: Bits Stored
  bool isLossy = false;  ///< 10 : 1, irreversible
};
/// One frame as a JPEG 2000 codestream by OpenJPEG, and the whole picture as a file.
std::vector<std::uint8_t> j2kCodestream(const Picture& picture, int frame, J2kOptions options = {});
std::vector<std::uint8_t> j2kFile(const Picture& picture, J2kOptions options = {});

/// The fragments of a file's encapsulated Pixel Data, without the offset table.
std::vector<std::vector<std::uint8_t>> fragmentsOf(const std::vector<std::uint8_t>& file);
/// The file with the picture's attributes and these fragments.
std::vector<std::uint8_t> fileOfFragments(const Picture& picture, std::string_view transferSyntax,
                                          const std::vector<std::vector<std::uint8_t>>& fragments,
                                          const std::vector<std::uint32_t>& offsets = {});

}  // namespace tests
