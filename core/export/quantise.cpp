// SPDX-License-Identifier: MIT
#include "core/export/quantise.h"

#include <array>
#include <optional>
#include <unordered_map>

namespace core {

namespace {

constexpr std::size_t mostColours = 256;
constexpr QRgb colourMask = 0x00FFFFFF;

/// Colours are counted in cells of 6 bits a channel.
constexpr int cellBits = 6;
constexpr std::size_t cellCount = std::size_t{1} << 3 * cellBits;
constexpr int channelShifts[] = {16, 8, 0};

std::size_t cellOf(QRgb colour) {
  std::size_t cell = 0;
  for (const int shift : channelShifts) cell = cell << cellBits | (colour >> shift & 0xFF) >> (8 - cellBits);
  return cell;
}

struct Cell {
  std::size_t index = 0;
  std::uint64_t count = 0;
  std::array<std::uint64_t, 3> sum{};  ///< of each channel

  int channel(int which) const { return static_cast<int>(index >> cellBits * (2 - which) & 63); }
};

/// Cells that become one colour: a part of the list of all.
struct Box {
  std::span<Cell> cells;
  std::uint64_t count = 0;
  int longest = 0;  ///< the channel with the greatest spread
  int spread = 0;

  explicit Box(std::span<Cell> all) : cells(all) {
    for (const Cell& cell : cells) count += cell.count;
    for (int channel = 0; channel < 3; ++channel) measure(channel);
  }
  void measure(int channel) {
    const auto by = [channel](const Cell& a, const Cell& b) {
      return a.channel(channel) < b.channel(channel);
    };
    const auto [least, greatest] = std::minmax_element(cells.begin(), cells.end(), by);
    const int width = greatest->channel(channel) - least->channel(channel);
    if (width > spread) spread = width, longest = channel;
  }
  /// What splitting it gains; 0 when it cannot be split.
  double weight() const { return static_cast<double>(spread) * spread * static_cast<double>(count); }
};

std::pair<Box, Box> split(const Box& box) {
  const int channel = box.longest;
  std::sort(box.cells.begin(), box.cells.end(), [channel](const Cell& a, const Cell& b) {
    return std::pair(a.channel(channel), a.index) < std::pair(b.channel(channel), b.index);
  });
  std::uint64_t left = 0;
  std::size_t at = 0;
  while (at + 1 < box.cells.size() && 2 * (left + box.cells[at].count) <= box.count)
    left += box.cells[at++].count;
  at = std::clamp<std::size_t>(at, 1, box.cells.size() - 1);
  return {Box(box.cells.first(at)), Box(box.cells.subspan(at))};
}

QRgb meanOf(const Box& box) {
  std::array<std::uint64_t, 3> sum{};
  for (const Cell& cell : box.cells)
    for (std::size_t i = 0; i < 3; ++i) sum[i] += cell.sum[i];
  const auto mean = [&](std::size_t i) { return static_cast<int>((sum[i] + box.count / 2) / box.count); };
  return qRgb(mean(0), mean(1), mean(2));
}

std::vector<Cell> histogramOf(const QImage& image) {
  std::vector<Cell> all(cellCount);
  for (int y = 0; y < image.height(); ++y) {
    const auto* row = reinterpret_cast<const QRgb*>(image.constScanLine(y));
    for (int x = 0; x < image.width(); ++x) {
      Cell& cell = all[cellOf(row[x])];
      ++cell.count;
      for (std::size_t i = 0; i < 3; ++i) cell.sum[i] += row[x] >> channelShifts[i] & 0xFF;
    }
  }
  for (std::size_t i = 0; i < all.size(); ++i) all[i].index = i;
  std::erase_if(all, [](const Cell& cell) { return cell.count == 0; });
  return all;
}

std::vector<Box> boxesOf(std::span<Cell> cells) {
  std::vector<Box> boxes{Box(cells)};
  while (boxes.size() < mostColours) {
    const auto heaviest = std::max_element(
        boxes.begin(), boxes.end(), [](const Box& a, const Box& b) { return a.weight() < b.weight(); });
    if (heaviest->weight() <= 0) break;
    auto [left, right] = split(*heaviest);
    *heaviest = left;
    boxes.push_back(right);
  }
  return boxes;
}

IndexedImage reduced(const QImage& image) {
  std::vector<Cell> cells = histogramOf(image);
  std::vector<std::uint8_t> indexOfCell(cellCount);
  IndexedImage result;
  for (const Box& box : boxesOf(cells)) {
    for (const Cell& cell : box.cells)
      indexOfCell[cell.index] = static_cast<std::uint8_t>(result.palette.size());
    result.palette.push_back(meanOf(box));
  }
  for (int y = 0; y < image.height(); ++y) {
    const auto* row = reinterpret_cast<const QRgb*>(image.constScanLine(y));
    for (int x = 0; x < image.width(); ++x) result.indexes.push_back(indexOfCell[cellOf(row[x])]);
  }
  return result;
}

std::optional<IndexedImage> exact(const QImage& image) {
  IndexedImage result;
  std::unordered_map<QRgb, std::uint8_t> indexes;
  for (int y = 0; y < image.height(); ++y) {
    const auto* row = reinterpret_cast<const QRgb*>(image.constScanLine(y));
    for (int x = 0; x < image.width(); ++x) {
      const auto next = static_cast<std::uint8_t>(result.palette.size());
      const auto [found, isNew] = indexes.try_emplace(row[x] & colourMask, next);
      if (isNew && result.palette.size() == mostColours) return std::nullopt;
      if (isNew) result.palette.push_back(row[x] | 0xFF000000);
      result.indexes.push_back(found->second);
    }
  }
  return result;
}

}  // namespace

IndexedImage quantised(const QImage& given) {
  const QImage image = given.convertToFormat(QImage::Format_RGB32);
  auto result = exact(image);
  return result ? std::move(*result) : reduced(image);
}

}  // namespace core
