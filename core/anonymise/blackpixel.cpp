// SPDX-License-Identifier: MIT
#include "core/anonymise/blackpixel.h"

#include <algorithm>

#include "core/parse/tags.h"

namespace core::anonymise {

namespace {

template <class T>
std::int64_t lowest(const Frame& frame) {
  return *std::ranges::min_element(frame.samplesAs<T>());
}
template <class T>
std::int64_t highest(const Frame& frame) {
  return *std::ranges::max_element(frame.samplesAs<T>());
}

struct Extremes {
  SampleType type;
  std::int64_t (*lowest)(const Frame&);
  std::int64_t (*highest)(const Frame&);
};
constexpr Extremes extremes[] = {
    {SampleType::U8, nullptr, highest<std::uint8_t>},
    {SampleType::S8, lowest<std::int8_t>, highest<std::int8_t>},
    {SampleType::U16, nullptr, highest<std::uint16_t>},
    {SampleType::S16, lowest<std::int16_t>, highest<std::int16_t>},
    {SampleType::U32, nullptr, highest<std::uint32_t>},
    {SampleType::S32, lowest<std::int32_t>, highest<std::int32_t>},
};

std::int64_t greyBlack(const Frame& frame) {
  const auto row = std::ranges::find(extremes, frame.type, &Extremes::type);
  if (row == std::end(extremes)) return 0;
  const auto find = frame.photometric == Photometric::Monochrome1 ? row->highest : row->lowest;
  return find ? find(frame) : 0;
}

std::uint64_t lutEntry(const DataSet& dataSet, const Element& data, std::size_t index, std::size_t entries) {
  const bool areWords = data.value.size() >= entries * 2;
  const std::size_t at = areWords ? index * 2 : index;
  if (at + (areWords ? 2 : 1) > data.value.size()) return 0;
  return areWords ? load16(data.value.data() + at, dataSet.byteOrder()) : data.value[at];
}

/// The first of the darkest entries; the first entry of all when the palette is segmented.
std::int64_t paletteBlack(const DataSet& dataSet) {
  constexpr Tag colours[] = {tags::RedPaletteColorLookupTableData, tags::GreenPaletteColorLookupTableData,
                             tags::BluePaletteColorLookupTableData};
  const std::int64_t first = dataSet.integer(tags::RedPaletteColorLookupTableDescriptor, 1).value_or(0);
  const std::int64_t said = dataSet.integer(tags::RedPaletteColorLookupTableDescriptor, 0).value_or(0);
  const std::size_t entries = said > 0 && said < 0x10000 ? static_cast<std::size_t>(said) : 0x10000;
  if (!std::ranges::all_of(colours, [&](Tag tag) { return dataSet.has(tag); })) return first;
  std::size_t darkest = 0;
  std::uint64_t least = ~std::uint64_t{0};
  for (std::size_t i = 0; i < entries; ++i) {
    std::uint64_t sum = 0;
    for (const Tag tag : colours) sum += lutEntry(dataSet, *dataSet.find(tag), i, entries);
    if (sum < least) least = sum, darkest = i;
  }
  return first + static_cast<std::int64_t>(darkest);
}

}  // namespace

BlackPixel blackOf(const Frame& frame, const DataSet& dataSet) {
  const std::int64_t middle = std::int64_t{1} << (frame.bitsStored - 1);
  switch (frame.photometric) {
    case Photometric::YbrFull:
    case Photometric::YbrPartial422:
      return {0, middle, middle};
    case Photometric::PaletteColor:
      return {paletteBlack(dataSet)};
    default:
      break;
  }
  if (frame.samples == 3) return {0, 0, 0};
  return {greyBlack(frame)};
}

}  // namespace core::anonymise
