// SPDX-License-Identifier: MIT
#include "core/window/ramprow.h"

#include "core/window/ramp.h"
#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace core {

namespace {

constexpr double half = 0.5 + 1e-9;  // see toGrey()

std::uint8_t floatGrey(const RampKernel& kernel, std::int32_t stored) {
  const float y = static_cast<float>(stored - kernel.whole) * kernel.scale + kernel.offset;
  return static_cast<std::uint8_t>(std::clamp(y, 0.0F, 255.5F));
}

std::uint8_t exactGrey(const RampLine& line, double stored) { return toGrey(line.at(stored)); }

/// Both ways rise or fall evenly, so they agree everywhere when they agree on both sides of each of the 255
/// steps from one grey level to the next.
bool agreesAtEveryStep(const RampKernel& kernel, std::int32_t least, std::int32_t greatest) {
  for (int level = 1; level <= 255; ++level) {
    const double step = kernel.line.zero + (level - half) / kernel.line.scale;
    const double below = std::clamp<double>(std::ceil(step) - 1, least, greatest - 1);
    const auto first = static_cast<std::int32_t>(below);
    const bool isBelow = exactGrey(kernel.line, first) >= level;
    const bool isAbove = exactGrey(kernel.line, first + 1) >= level;
    const bool isInRange = step > least && step < greatest;
    if (isInRange && isBelow == isAbove) return false;
    if (floatGrey(kernel, first) != exactGrey(kernel.line, first) ||
        floatGrey(kernel, first + 1) != exactGrey(kernel.line, first + 1))
      return false;
  }
  return true;
}

template <class T>
void scalarRow(const RampKernel& kernel, PaddingRange<T> padding, const T* stored, std::size_t count,
               std::uint8_t* grey) {
  for (std::size_t i = 0; i < count; ++i)
    grey[i] = padding.holds(stored[i]) ? std::uint8_t{0} : exactGrey(kernel.line, stored[i]);
}

#if defined(__x86_64__)

__m128i widenLow(const std::uint16_t*, __m128i v) { return _mm_unpacklo_epi16(v, _mm_setzero_si128()); }
__m128i widenHigh(const std::uint16_t*, __m128i v) { return _mm_unpackhi_epi16(v, _mm_setzero_si128()); }
__m128i widenLow(const std::int16_t*, __m128i v) { return _mm_srai_epi32(_mm_unpacklo_epi16(v, v), 16); }
__m128i widenHigh(const std::int16_t*, __m128i v) { return _mm_srai_epi32(_mm_unpackhi_epi16(v, v), 16); }

__m128i floatGrey4(const RampKernel& kernel, __m128i stored) {
  const __m128 x = _mm_cvtepi32_ps(_mm_sub_epi32(stored, _mm_set1_epi32(kernel.whole)));
  const __m128 y = _mm_add_ps(_mm_mul_ps(x, _mm_set1_ps(kernel.scale)), _mm_set1_ps(kernel.offset));
  return _mm_cvttps_epi32(_mm_max_ps(_mm_min_ps(y, _mm_set1_ps(255.5F)), _mm_setzero_ps()));
}

__m128i doubleGrey2(const RampKernel& kernel, __m128i stored) {
  const __m128d x = _mm_sub_pd(_mm_cvtepi32_pd(stored), _mm_set1_pd(kernel.line.zero));
  const __m128d y = _mm_add_pd(_mm_mul_pd(x, _mm_set1_pd(kernel.line.scale)), _mm_set1_pd(half));
  return _mm_cvttpd_epi32(_mm_max_pd(_mm_min_pd(y, _mm_set1_pd(255.5)), _mm_setzero_pd()));
}

__m128i doubleGrey4(const RampKernel& kernel, __m128i stored) {
  return _mm_unpacklo_epi64(doubleGrey2(kernel, stored),
                            doubleGrey2(kernel, _mm_shuffle_epi32(stored, 0x0E)));
}

/// The four values with 0 where they are padding.
template <class T>
__m128i withoutPadding4(PaddingRange<T> padding, __m128i stored, __m128i grey) {
  const __m128i isOutside = _mm_or_si128(_mm_cmplt_epi32(stored, _mm_set1_epi32(padding.low)),
                                         _mm_cmpgt_epi32(stored, _mm_set1_epi32(padding.high)));
  return _mm_and_si128(grey, isOutside);
}

template <class T>
void sse2Row(const RampKernel& kernel, PaddingRange<T> padding, const T* stored, std::size_t count,
             std::uint8_t* grey) {
  const auto grey4 = [&](__m128i v) {
    return withoutPadding4(padding, v, kernel.isFloatExact ? floatGrey4(kernel, v) : doubleGrey4(kernel, v));
  };
  std::size_t i = 0;
  for (; i + 8 <= count; i += 8) {
    const __m128i v = _mm_loadu_si128(reinterpret_cast<const __m128i*>(stored + i));
    const __m128i words = _mm_packs_epi32(grey4(widenLow(stored, v)), grey4(widenHigh(stored, v)));
    _mm_storel_epi64(reinterpret_cast<__m128i*>(grey + i), _mm_packus_epi16(words, words));
  }
  scalarRow(kernel, padding, stored + i, count - i, grey + i);
}

// GCC does not inline target("avx2") lambdas, hence plain functions.
#define AVX2 __attribute__((target("avx2")))

AVX2 inline __m256i widen(const std::uint16_t* p) {
  return _mm256_cvtepu16_epi32(_mm_loadu_si128(reinterpret_cast<const __m128i*>(p)));
}
AVX2 inline __m256i widen(const std::int16_t* p) {
  return _mm256_cvtepi16_epi32(_mm_loadu_si128(reinterpret_cast<const __m128i*>(p)));
}

AVX2 inline __m256i floatGrey8(const RampKernel& kernel, __m256i stored) {
  const __m256 x = _mm256_cvtepi32_ps(_mm256_sub_epi32(stored, _mm256_set1_epi32(kernel.whole)));
  const __m256 y =
      _mm256_add_ps(_mm256_mul_ps(x, _mm256_set1_ps(kernel.scale)), _mm256_set1_ps(kernel.offset));
  return _mm256_cvttps_epi32(_mm256_max_ps(_mm256_min_ps(y, _mm256_set1_ps(255.5F)), _mm256_setzero_ps()));
}

AVX2 inline __m128i avxDoubleGrey4(const RampKernel& kernel, __m128i stored) {
  const __m256d x = _mm256_sub_pd(_mm256_cvtepi32_pd(stored), _mm256_set1_pd(kernel.line.zero));
  const __m256d y = _mm256_add_pd(_mm256_mul_pd(x, _mm256_set1_pd(kernel.line.scale)), _mm256_set1_pd(half));
  return _mm256_cvttpd_epi32(_mm256_max_pd(_mm256_min_pd(y, _mm256_set1_pd(255.5)), _mm256_setzero_pd()));
}

AVX2 inline __m256i doubleGrey8(const RampKernel& kernel, __m256i stored) {
  return _mm256_set_m128i(avxDoubleGrey4(kernel, _mm256_extracti128_si256(stored, 1)),
                          avxDoubleGrey4(kernel, _mm256_castsi256_si128(stored)));
}

template <class T>
AVX2 inline __m256i withoutPadding8(PaddingRange<T> padding, __m256i stored, __m256i grey) {
  const __m256i isOutside = _mm256_or_si256(_mm256_cmpgt_epi32(_mm256_set1_epi32(padding.low), stored),
                                            _mm256_cmpgt_epi32(stored, _mm256_set1_epi32(padding.high)));
  return _mm256_and_si256(grey, isOutside);
}

template <bool isFloat, class T>
AVX2 std::size_t avx2Blocks(const RampKernel& kernel, PaddingRange<T> padding, const T* stored,
                            std::size_t count, std::uint8_t* grey) {
  std::size_t i = 0;
  for (; i + 16 <= count; i += 16) {
    const __m256i low = widen(stored + i);
    const __m256i high = widen(stored + i + 8);
    const __m256i greyLow = isFloat ? floatGrey8(kernel, low) : doubleGrey8(kernel, low);
    const __m256i greyHigh = isFloat ? floatGrey8(kernel, high) : doubleGrey8(kernel, high);
    const __m256i packed = _mm256_permute4x64_epi64(
        _mm256_packs_epi32(withoutPadding8(padding, low, greyLow), withoutPadding8(padding, high, greyHigh)),
        0xD8);
    const __m128i bytes =
        _mm_packus_epi16(_mm256_castsi256_si128(packed), _mm256_extracti128_si256(packed, 1));
    _mm_storeu_si128(reinterpret_cast<__m128i*>(grey + i), bytes);
  }
  return i;
}

template <class T>
void avx2Row(const RampKernel& kernel, PaddingRange<T> padding, const T* stored, std::size_t count,
             std::uint8_t* grey) {
  const std::size_t done = kernel.isFloatExact ? avx2Blocks<true>(kernel, padding, stored, count, grey)
                                               : avx2Blocks<false>(kernel, padding, stored, count, grey);
  scalarRow(kernel, padding, stored + done, count - done, grey + done);
}

#endif

template <class T>
void anyRow(Vectors vectors, const RampKernel& kernel, PaddingRange<T> padding, const T* stored,
            std::size_t count, std::uint8_t* grey) {
#if defined(__x86_64__)
  if (vectors == Vectors::Avx2) return avx2Row(kernel, padding, stored, count, grey);
  if (vectors == Vectors::Sse2) return sse2Row(kernel, padding, stored, count, grey);
#endif
  scalarRow(kernel, padding, stored, count, grey);
}

}  // namespace

Vectors bestVectors() {
#if defined(__x86_64__)
  static const bool hasAvx2 = __builtin_cpu_supports("avx2");
  return hasAvx2 ? Vectors::Avx2 : Vectors::Sse2;
#else
  return Vectors::None;
#endif
}

RampKernel rampKernel(const RampLine& line, SampleType type) {
  RampKernel kernel{line};
  if (type != SampleType::U16 && type != SampleType::S16) return kernel;
  const bool isSigned = type == SampleType::S16;
  const std::int32_t least = isSigned ? -32768 : 0;
  kernel.whole = static_cast<std::int32_t>(std::clamp(std::round(line.zero), -1e6, 1e6));
  kernel.scale = static_cast<float>(line.scale);
  kernel.offset = static_cast<float>((kernel.whole - line.zero) * line.scale + 0.5 + 1e-5);
  kernel.isFloatExact = agreesAtEveryStep(kernel, least, least + 65535);
  return kernel;
}

void rampRow(Vectors vectors, const RampKernel& kernel, PaddingRange<std::uint16_t> padding,
             const std::uint16_t* stored, std::size_t count, std::uint8_t* grey) {
  anyRow(vectors, kernel, padding, stored, count, grey);
}
void rampRow(Vectors vectors, const RampKernel& kernel, PaddingRange<std::int16_t> padding,
             const std::int16_t* stored, std::size_t count, std::uint8_t* grey) {
  anyRow(vectors, kernel, padding, stored, count, grey);
}
void rampRow(const RampKernel& kernel, PaddingRange<std::uint16_t> padding, const std::uint16_t* stored,
             std::size_t count, std::uint8_t* grey) {
  anyRow(bestVectors(), kernel, padding, stored, count, grey);
}
void rampRow(const RampKernel& kernel, PaddingRange<std::int16_t> padding, const std::int16_t* stored,
             std::size_t count, std::uint8_t* grey) {
  anyRow(bestVectors(), kernel, padding, stored, count, grey);
}

}  // namespace core
