// SPDX-License-Identifier: MIT
#include "core/encode/encapsulate.h"

#include "core/parse/tags.h"

namespace core {

namespace {

constexpr std::uint64_t itemHeader = 8;

void append(std::vector<std::uint8_t>& out, std::uint64_t value, int bytes) {
  for (int i = 0; i < bytes; ++i) out.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
}

}  // namespace

void setCompressedFrames(EditSet& set, std::vector<std::vector<std::uint8_t>> frames) {
  std::vector<std::uint8_t> basic;
  std::vector<std::uint8_t> extended;
  std::vector<std::uint8_t> lengths;
  std::uint64_t offset = 0;
  for (std::vector<std::uint8_t>& frame : frames) {
    append(basic, offset, 4);
    append(extended, offset, 8);
    append(lengths, frame.size(), 8);
    if (frame.size() % 2 != 0) frame.push_back(0);
    offset += itemHeader + frame.size();
  }
  const bool isLong = offset > 0xFFFFFFFF;
  std::vector<HeldBytes> fragments{isLong ? HeldBytes() : HeldBytes(std::move(basic))};
  for (std::vector<std::uint8_t>& frame : frames) fragments.emplace_back(std::move(frame));
  set.setFragments(tags::PixelData, std::move(fragments));
  if (!isLong) return;
  set.setBytes(tags::ExtendedOffsetTable, Vr::OV, HeldBytes(std::move(extended)));
  set.setBytes(tags::ExtendedOffsetTableLengths, Vr::OV, HeldBytes(std::move(lengths)));
}

}  // namespace core
