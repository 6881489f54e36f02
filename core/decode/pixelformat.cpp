// SPDX-License-Identifier: MIT
#include "core/base/limits.h"
#include "core/decode/frame.h"
#include "core/parse/dataset.h"
#include "core/parse/tags.h"

namespace core {

namespace {

struct Name {
  std::string_view text;
  Photometric value;
  int samples;
};

constexpr Name names[] = {
    {"MONOCHROME2", Photometric::Monochrome2, 1},
    {"MONOCHROME1", Photometric::Monochrome1, 1},
    {"PALETTE COLOR", Photometric::PaletteColor, 1},
    {"RGB", Photometric::Rgb, 3},
    {"YBR_FULL", Photometric::YbrFull, 3},
    {"YBR_FULL_422", Photometric::YbrFull422, 3},
    {"YBR_PARTIAL_422", Photometric::YbrPartial422, 3},
    {"YBR_PARTIAL_420", Photometric::YbrPartial420, 3},
    {"YBR_ICT", Photometric::YbrIct, 3},
    {"YBR_RCT", Photometric::YbrRct, 3},
};

/// The row of an interpretation; without one the number of samples says gray or RGB.
const Name* nameOf(std::string_view text, int samples) {
  if (text.empty()) text = samples == 1 ? "MONOCHROME2" : "RGB";
  const auto at = std::find_if(std::begin(names), std::end(names),
                               [text](const Name& name) { return name.text == text; });
  return at == std::end(names) ? nullptr : at;
}

Result<PixelFormat> unsupported(std::string detail) {
  return {ErrorCode::UnsupportedPixelFormat, std::move(detail)};
}

bool isAllocation(std::int64_t bits) {
  return bits == 1 || bits == 8 || bits == 16 || bits == 32 || bits == 64;
}

std::int64_t number(const DataSet& dataSet, Tag tag, std::int64_t fallback) {
  return dataSet.integer(tag).value_or(fallback);
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
      break;
  }
  return 8;
}

SampleType PixelFormat::sampleType() const {
  if (isFloat) return bitsAllocated == 64 ? SampleType::F64 : SampleType::F32;
  if (bitsStored <= 8) return isSigned ? SampleType::S8 : SampleType::U8;
  if (bitsStored <= 16) return isSigned ? SampleType::S16 : SampleType::U16;
  return isSigned ? SampleType::S32 : SampleType::U32;
}

std::uint64_t PixelFormat::frameBytes() const {
  return std::uint64_t{rows} * columns * samples * sampleBytes(sampleType());
}

Result<PixelFormat> PixelFormat::of(const DataSet& dataSet) {
  PixelFormat format;
  const std::int64_t rows = number(dataSet, tags::Rows, 0), columns = number(dataSet, tags::Columns, 0);
  if (rows <= 0 || columns <= 0) return {ErrorCode::NoPixelData, "no Rows or Columns"};
  const std::int64_t samples = number(dataSet, tags::SamplesPerPixel, 1);
  const std::int64_t allocated = number(dataSet, tags::BitsAllocated, 8);
  const std::int64_t stored = number(dataSet, tags::BitsStored, allocated);
  const Name* name = nameOf(dataSet.text(tags::PhotometricInterpretation, 0), static_cast<int>(samples));
  if (!isAllocation(allocated)) return unsupported(std::to_string(allocated) + " bits allocated");
  if (!name)
    return unsupported("Photometric Interpretation " +
                       std::string(dataSet.text(tags::PhotometricInterpretation, 0)));
  if (samples != name->samples)
    return unsupported(std::to_string(samples) + " samples per pixel with " + std::string(name->text));
  format.isFloat = dataSet.has(tags::FloatPixelData) || dataSet.has(tags::DoubleFloatPixelData);
  if (stored < 1 || stored > allocated)
    return unsupported(std::to_string(stored) + " bits stored of " + std::to_string(allocated));
  if (stored > 32 && !format.isFloat) return unsupported(std::to_string(stored) + " bits stored");
  const std::int64_t high = number(dataSet, tags::HighBit, stored - 1);
  if (high >= allocated)
    return unsupported("High Bit " + std::to_string(high) + " of " + std::to_string(allocated));
  format.rows = static_cast<std::uint32_t>(rows);
  format.columns = static_cast<std::uint32_t>(columns);
  format.frames = static_cast<std::uint32_t>(
      std::clamp<std::int64_t>(number(dataSet, tags::NumberOfFrames, 1), 1, limits::framesPerObject));
  format.samples = static_cast<std::uint16_t>(samples);
  format.bitsAllocated = static_cast<std::uint16_t>(allocated);
  format.bitsStored = static_cast<std::uint16_t>(stored);
  format.highBit = static_cast<std::uint16_t>(std::max(high, stored - 1));
  format.isSigned = samples == 1 && number(dataSet, tags::PixelRepresentation, 0) == 1;
  format.isPlanar = samples > 1 && number(dataSet, tags::PlanarConfiguration, 0) == 1;
  format.photometric = name->value;
  if (format.frameBytes() > limits::frameBytes)
    return {ErrorCode::TooLarge, "a frame of " + std::to_string(format.frameBytes()) + " bytes"};
  return format;
}

}  // namespace core
