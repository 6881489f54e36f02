// SPDX-License-Identifier: MIT
#pragma once

#include <bit>
#include <cstdint>

#include "core/decode/jpeglsscan.h"

/// What the decoder and the encoder of JPEG-LS learn alike from the samples (ISO/IEC 14495-1 annex A).
namespace core::jpegls {

/// A.7.1: J, the bits of a run's length.
inline constexpr int runLengths[32] = {0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2,  2,  3,  3,  3,  3,
                                       4, 4, 5, 5, 6, 6, 7, 7, 8, 9, 10, 11, 12, 13, 14, 15};

inline int bitsOf(int greatest) { return static_cast<int>(std::bit_width(static_cast<unsigned>(greatest))); }

/// A.2.1: LIMIT.
inline int longestCode(int maximum) {
  const int bits = std::max(2, bitsOf(maximum));
  return 2 * (bits + std::max(8, bits));
}

/// A.2.1: A at the start.
inline std::uint32_t firstErrorSum(int range) {
  return static_cast<std::uint32_t>(std::max(2, (range + 32) / 64));
}

/// A.4.1: the prediction from the samples at the left, above, and above at the left.
inline int median(int left, int up, int upLeft) {
  const int least = std::min(left, up);
  const int greatest = std::max(left, up);
  return upLeft >= greatest ? least : upLeft <= least ? greatest : left + up - upLeft;
}

/// A.5.1: bits of the code's low part, for a mean error of a / n.
inline int golombParameter(std::uint32_t a, std::uint32_t n) {
  int k = 0;
  while (std::uint64_t{n} << k < a) ++k;
  return std::min(k, 24);
}

/// A.2.1, A.6: what a context has learnt.
struct Context {
  std::uint32_t a = 0;  ///< sum of the errors' sizes
  std::int32_t b = 0;   ///< sum of the errors
  std::int32_t c = 0;   ///< correction of the prediction
  std::uint32_t n = 1;  ///< how many

  void learn(int error, int step, int reset) {
    b += error * step;
    a += static_cast<std::uint32_t>(std::abs(error));
    if (n == static_cast<std::uint32_t>(reset)) {
      a >>= 1;
      b = b >= 0 ? b >> 1 : -((1 - b) >> 1);
      n >>= 1;
    }
    const auto count = static_cast<std::int32_t>(++n);
    if (b <= -count) {
      b = std::max(b + count, 1 - count);
      c = std::max(c - 1, -128);
    } else if (b > 0) {
      b = std::min(b - count, 0);
      c = std::min(c + 1, 127);
    }
  }
};

/// A.7.2: of the samples that end a run. type is 1 where the samples at the left and above are alike.
struct RunContext {
  std::uint32_t a = 0;
  std::uint32_t n = 1;
  std::uint32_t negatives = 0;

  int golombParameter(int type) const { return jpegls::golombParameter(type == 1 ? a + (n >> 1) : a, n); }
  void learn(int error, std::uint32_t mapped, int type, int reset) {
    negatives += error < 0;
    a += (mapped + 1 - static_cast<std::uint32_t>(type)) >> 1;
    if (n == static_cast<std::uint32_t>(reset)) {
      a >>= 1;
      n >>= 1;
      negatives >>= 1;
    }
    ++n;
  }
};

/// C.2.4.1.1.1: the default thresholds for the scan's MAXVAL and NEAR; a wanted one above 0 stands.
inline void setThresholds(JpegLsScan& scan, const int (&wanted)[3] = {0, 0, 0}) {
  constexpr int basic[] = {3, 7, 21};
  constexpr int nearFactors[] = {3, 5, 7};
  int least = scan.near + 1;
  for (int i = 0; i < 3; ++i) {
    const int floor = i + 2;
    int value = 0;
    if (scan.maximum >= 128) {
      const int factor = (std::min(scan.maximum, 4095) + 128) / 256;
      value = factor * (basic[i] - floor) + floor + nearFactors[i] * scan.near;
    } else {
      const int factor = 256 / (scan.maximum + 1);
      value = std::max(floor, basic[i] / factor + nearFactors[i] * scan.near);
    }
    if (value > scan.maximum || value < least) value = least;
    scan.thresholds[i] = wanted[i] ? wanted[i] : value;
    least = scan.thresholds[i];
  }
}

}  // namespace core::jpegls
