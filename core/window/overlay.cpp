// SPDX-License-Identifier: MIT
#include "core/window/overlay.h"

#include "core/window/texts.h"

namespace core {

namespace {

constexpr std::uint16_t firstGroup = 0x6000;
constexpr std::uint16_t lastGroup = 0x601E;

/// The elements of a 60xx group.
enum Member : std::uint16_t {
  Rows = 0x0010,
  Columns = 0x0011,
  Frames = 0x0015,
  Description = 0x0022,
  Origin = 0x0050,
  ImageFrameOrigin = 0x0051,
  BitsAllocated = 0x0100,
  Data = 0x3000,
};

/// Which frame of the overlay belongs to an image frame; nothing when none does. A single overlay without a
/// frame origin belongs to every frame.
std::optional<std::uint64_t> overlayFrame(const DataSet& dataSet, std::uint16_t group, std::uint32_t index) {
  const bool isMultiFrame = dataSet.hasValue({group, Frames}) || dataSet.hasValue({group, ImageFrameOrigin});
  if (!isMultiFrame) return 0;
  const std::int64_t count = dataSet.integer({group, Frames}).value_or(1);
  const std::int64_t origin = dataSet.integer({group, ImageFrameOrigin}).value_or(1);
  const std::int64_t frame = std::int64_t{index} + 1 - origin;
  if (frame < 0 || frame >= count) return std::nullopt;
  return static_cast<std::uint64_t>(frame);
}

/// The byte of the overlay's bit stream at position: words of big endian data sets have it on the other side.
std::uint8_t streamByte(const Element& data, ByteOrder order, std::uint64_t position) {
  const bool isSwapped = order == ByteOrder::Big && data.vr != Vr::OB;
  return data.value[isSwapped ? position ^ 1 : position];
}

std::vector<std::uint8_t> frameBits(const Element& data, ByteOrder order, std::uint64_t firstBit,
                                    std::uint64_t bitCount) {
  std::vector<std::uint8_t> bits((bitCount + 7) / 8);
  const unsigned shift = firstBit % 8;
  const std::uint64_t start = firstBit / 8;
  const std::uint64_t last = (firstBit + bitCount - 1) / 8;
  for (std::size_t i = 0; i < bits.size(); ++i) {
    const unsigned low = streamByte(data, order, start + i);
    const unsigned high = start + i < last ? streamByte(data, order, start + i + 1) : 0;
    bits[i] = static_cast<std::uint8_t>((low | high << 8) >> shift);
  }
  return bits;
}

bool isComplete(const Element& data, ByteOrder order, std::uint64_t endBit) {
  const std::uint64_t bytes = (endBit + 7) / 8;
  return (order == ByteOrder::Big ? (bytes + 1) & ~std::uint64_t{1} : bytes) <= data.value.size();
}

/// Nothing when the group has no plane for this frame; warns when it has a broken one.
std::optional<Overlay> readOverlay(const DataSet& dataSet, std::uint16_t group, std::uint32_t index,
                                   std::vector<std::string>& warnings) {
  const Element* data = dataSet.find({group, Data});
  if (!data || data->isSequence() || dataSet.integer({group, BitsAllocated}).value_or(1) > 1)
    return std::nullopt;
  const auto frame = overlayFrame(dataSet, group, index);
  if (!frame) return std::nullopt;
  const std::int64_t rows = dataSet.integer({group, Rows}).value_or(0);
  const std::int64_t columns = dataSet.integer({group, Columns}).value_or(0);
  const bool hasSize = rows > 0 && columns > 0 && rows <= 65535 && columns <= 65535;
  const std::uint64_t pixels = hasSize ? static_cast<std::uint64_t>(rows * columns) : 0;
  if (pixels == 0 || *frame >= 1'000'000 || !isComplete(*data, dataSet.byteOrder(), (*frame + 1) * pixels)) {
    warnings.emplace_back("an overlay without a size or with too little data is left out");
    return std::nullopt;
  }
  const auto row = dataSet.integer({group, Origin}, 0).value_or(1);
  const auto column = dataSet.integer({group, Origin}, 1).value_or(1);
  return Overlay{group,
                 static_cast<std::int32_t>(std::clamp<std::int64_t>(row, -65535, 65536)),
                 static_cast<std::int32_t>(std::clamp<std::int64_t>(column, -65535, 65536)),
                 static_cast<std::uint32_t>(rows),
                 static_cast<std::uint32_t>(columns),
                 frameBits(*data, dataSet.byteOrder(), *frame * pixels, pixels),
                 peoplesText(dataSet, {group, Description})};
}

}  // namespace

std::vector<Overlay> readOverlays(const DataSet& dataSet, std::uint32_t index,
                                  std::vector<std::string>& warnings) {
  std::vector<Overlay> overlays;
  for (std::uint16_t group = firstGroup; group <= lastGroup; group += 2)
    if (auto overlay = readOverlay(dataSet, group, index, warnings)) overlays.push_back(*std::move(overlay));
  return overlays;
}

}  // namespace core
