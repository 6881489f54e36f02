// SPDX-License-Identifier: MIT
#pragma once

#include <QImage>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "core/base/result.h"

namespace core {

/// Writes a GIF picture by picture, so that a cine need not be in memory as pictures. Grey of 8 bits is kept
/// exactly; colour exactly up to 256 colours a picture, else reduced. An animation repeats for ever.
class GifWriter {
 public:
  enum class Kind { Still, Animation };

  /// Every picture has this size, 1…65,535 a side.
  GifWriter(int width, int height, Kind kind);
  ~GifWriter();

  /// milliseconds: how long it is shown. GIF counts in hundredths of a second, so what rounding takes from
  /// one picture it gives to the next; less than 20 ms, which browsers slow down, becomes 20. Errors:
  /// InvalidArgument (another size), WriteFailed.
  Status add(const QImage& image, double milliseconds = 0);
  /// The whole file; once. Errors: WriteFailed.
  Result<std::vector<std::uint8_t>> finish();

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

/// One picture.
Result<std::vector<std::uint8_t>> encodeGif(const QImage& image);
/// An animation; each picture with how long it is shown.
Result<std::vector<std::uint8_t>> encodeGif(std::span<const QImage> images,
                                            std::span<const double> milliseconds);

}  // namespace core
