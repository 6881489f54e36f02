// SPDX-License-Identifier: MIT
#include "core/decode/frame.h"

#include "core/base/limits.h"
#include "core/parse/dataset.h"
#include "core/parse/tags.h"

namespace core {

namespace {

struct PhotometricRow {
  std::string_view name;
  Photometric photometric;
  int samples;
};

constexpr PhotometricRow photometrics[] = {
    {"MONOCHROME1", Photometric::Monochrome1, 1},
    {"MONOCHROME2", Photometric::Monochrome2, 1},
    {"PALETTE COLOR", Photometric::PaletteColor, 1},
    {"RGB", Photometric::Rgb, 3},
    {"YBR_FULL", Photometric::YbrFull, 3},
    {"YBR_FULL_422", Photometric::YbrFull422, 3},
    {"YBR_PARTIAL_422", Photometric::YbrPartial422, 3},
    {"YBR_PARTIAL_420", Photometric::YbrPartial420, 3},
    {"YBR_ICT", Photometric::YbrIct, 3},
    {"YBR_RCT", Photometric::YbrRct, 3},
};

Error unsupported(std::string detail) { return {ErrorCode::UnsupportedPixelFormat, std::move(detail)}; }

/// The word when it is one (retired interpretations are ARGB, CMYK, HSV): a damaged value is not repeated.
std::string named(std::string_view word) {
  const bool isWord = word.size() <= 16 && std::all_of(word.begin(), word.end(), [](char c) {
                        return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == ' ';
                      });
  return word.empty() ? "is missing" : isWord ? std::string(word) : "is not a word of the standard";
}

/// A US attribute, or what stands for it when it is absent.
std::int64_t number(const DataSet& dataSet, Tag tag, std::int64_t otherwise) {
  return dataSet.hasValue(tag) ? dataSet.integer(tag).value_or(-1) : otherwise;
}

Status readSize(PixelFormat& format, const DataSet& dataSet) {
  const std::int64_t rows = number(dataSet, tags::Rows, 0);
  const std::int64_t columns = number(dataSet, tags::Columns, 0);
  const std::int64_t frames = std::max<std::int64_t>(1, dataSet.integer(tags::NumberOfFrames).value_or(1));
  if (rows <= 0 || columns <= 0) return {ErrorCode::NoPixelData, "Rows or Columns is missing or 0"};
  if (rows > 0xFFFF || columns > 0xFFFF) return unsupported("Rows or Columns above 65535");
  if (frames > limits::framesPerObject)
    return {ErrorCode::TooLarge, "Number of Frames is " + std::to_string(frames)};
  format.rows = static_cast<std::uint32_t>(rows);
  format.columns = static_cast<std::uint32_t>(columns);
  format.frames = static_cast<std::uint32_t>(frames);
  return Done{};
}

Status readPhotometric(PixelFormat& format, const DataSet& dataSet) {
  const std::string_view name = dataSet.text(tags::PhotometricInterpretation);
  const std::int64_t samples = number(dataSet, tags::SamplesPerPixel, 1);
  const auto row = std::find_if(std::begin(photometrics), std::end(photometrics),
                                [name](const PhotometricRow& known) { return known.name == name; });
  if (row == std::end(photometrics)) return unsupported("Photometric Interpretation " + named(name));
  if (samples != row->samples)
    return unsupported(std::string(name) + " with Samples per Pixel " + std::to_string(samples));
  format.photometric = row->photometric;
  format.samples = static_cast<std::uint16_t>(samples);
  format.isPlanar = samples > 1 && dataSet.integer(tags::PlanarConfiguration).value_or(0) == 1;
  return Done{};
}

/// Float Pixel Data has neither Bits Stored nor Pixel Representation (PS3.3 C.7.6.24), and a scan does not
/// read as far as the pixels.
bool isFloatFormat(const DataSet& dataSet, std::int64_t allocated) {
  if (dataSet.has(tags::FloatPixelData) || dataSet.has(tags::DoubleFloatPixelData)) return true;
  return allocated >= 32 && !dataSet.has(tags::PixelData) && !dataSet.hasValue(tags::BitsStored);
}

Status readFloatBits(PixelFormat& format, std::int64_t allocated) {
  if (allocated != 32 && allocated != 64)
    return unsupported("float pixels with Bits Allocated " + std::to_string(allocated));
  if (format.samples != 1) return unsupported("float pixels in colour");
  format.isFloat = true;
  format.isSigned = true;
  format.bitsAllocated = format.bitsStored = static_cast<std::uint16_t>(allocated);
  format.highBit = static_cast<std::uint16_t>(allocated - 1);
  return Done{};
}

Status readBits(PixelFormat& format, const DataSet& dataSet) {
  const std::int64_t allocated = number(dataSet, tags::BitsAllocated, 0);
  if (isFloatFormat(dataSet, allocated)) return readFloatBits(format, allocated);
  if (allocated != 1 && allocated != 8 && allocated != 16 && allocated != 32)
    return unsupported(std::to_string(allocated) + " bits allocated");
  const std::int64_t stored = number(dataSet, tags::BitsStored, allocated);
  if (stored < 1 || stored > allocated)
    return unsupported(std::to_string(stored) + " bits stored in " + std::to_string(allocated));
  const std::int64_t high = number(dataSet, tags::HighBit, stored - 1);
  const bool possible = high >= stored - 1 && high < allocated;
  format.bitsAllocated = static_cast<std::uint16_t>(allocated);
  format.bitsStored = static_cast<std::uint16_t>(stored);
  format.highBit = static_cast<std::uint16_t>(possible ? high : stored - 1);
  format.isSigned =
      format.samples == 1 && stored > 1 && dataSet.integer(tags::PixelRepresentation).value_or(0) == 1;
  return Done{};
}

}  // namespace

std::size_t sampleBytes(SampleType type) {
  switch (type) {
    case SampleType::U8:
    case SampleType::S8:
      return 1;
    case SampleType::U16:
    case SampleType::S16:
      return 2;
    case SampleType::U32:
    case SampleType::S32:
    case SampleType::F32:
      return 4;
    case SampleType::F64:
      return 8;
  }
  return 8;
}

SampleType integerType(std::uint16_t bits, bool isSigned) {
  if (bits <= 8) return isSigned ? SampleType::S8 : SampleType::U8;
  if (bits <= 16) return isSigned ? SampleType::S16 : SampleType::U16;
  return isSigned ? SampleType::S32 : SampleType::U32;
}

SampleType PixelFormat::sampleType() const {
  if (isFloat) return bitsAllocated == 64 ? SampleType::F64 : SampleType::F32;
  return integerType(bitsStored, isSigned);
}

std::uint64_t PixelFormat::samplesPerFrame() const { return std::uint64_t{rows} * columns * samples; }

std::uint64_t PixelFormat::frameBytes() const { return samplesPerFrame() * sampleBytes(sampleType()); }

Result<PixelFormat> PixelFormat::of(const DataSet& dataSet) {
  PixelFormat format;
  for (const auto read : {readSize, readPhotometric, readBits})
    if (Status status = read(format, dataSet); !status) return status.error();
  // The cells of a frame are held too while they are decoded, and they may be wider than its values.
  if (format.samplesPerFrame() * std::max(1, format.bitsAllocated / 8) > limits::frameBytes)
    return {ErrorCode::TooLarge,
            "a frame of " + std::to_string(format.columns) + " x " + std::to_string(format.rows)};
  return format;
}

}  // namespace core
