// SPDX-License-Identifier: MIT
#include "core/anonymise/blackout.h"

#include <algorithm>
#include <cstring>

#include "core/anonymise/cellpainter.h"
#include "core/decode/framereader.h"
#include "core/parse/tags.h"
#include "core/write/writer.h"

namespace core::anonymise {

namespace {

constexpr std::uint64_t mostDecoded = std::uint64_t{2} << 30;  ///< bytes of all frames

using ReaderPtr = std::shared_ptr<const FrameReader>;

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

void paintAll(CellPainter& painter, std::uint32_t frame, const std::vector<Rectangle>& rectangles,
              const BlackPixel& black) {
  for (const Rectangle& rectangle : rectangles) painter.paint(frame, rectangle, black);
}

Tag pixelTag(const PixelFormat& format) {
  if (!format.isFloat) return tags::PixelData;
  return format.bitsAllocated == 64 ? tags::DoubleFloatPixelData : tags::FloatPixelData;
}

Status paintNative(EditSet& set, const FrameReader& reader, const std::vector<Rectangle>& rectangles) {
  const PixelFormat& format = reader.format();
  EditElement& element = *set.find(pixelTag(format));
  if (reader.file().encoding().order == ByteOrder::Big && format.bitsAllocated == 32 && !format.isFloat)
    return {ErrorCode::UnsupportedPixelFormat, "32-bit cells in a big endian file are not blacked out"};
  const ByteView view = element.value.view();
  std::vector<std::uint8_t> bytes(view.begin(), view.end());
  CellPainter painter(format, bytes);
  for (std::uint32_t i = 0; i < reader.frames(); ++i) {
    const auto frame = reader.frame(i);
    if (!frame) return frame.error();
    paintAll(painter, i, rectangles, blackOf(**frame, reader.file().dataSet()));
  }
  element.value = HeldBytes(std::move(bytes));
  return Done{};
}

/// What the data set must say of decoded frames.
PixelFormat decodedFormat(const PixelFormat& original, const Frame& frame) {
  PixelFormat format = original;
  format.samples = frame.samples;
  format.isPlanar = false;
  format.photometric = frame.photometric;
  if (original.bitsAllocated == 1) return format;
  format.bitsAllocated = static_cast<std::uint16_t>(sampleBytes(frame.type) * 8);
  format.bitsStored = frame.bitsStored;
  format.highBit = static_cast<std::uint16_t>(frame.bitsStored - 1);
  format.isSigned =
      frame.type == SampleType::S8 || frame.type == SampleType::S16 || frame.type == SampleType::S32;
  return format;
}

/// "" for what native pixel data cannot be.
std::string_view nameOf(Photometric photometric) {
  switch (photometric) {
    case Photometric::Monochrome1:
      return "MONOCHROME1";
    case Photometric::Monochrome2:
      return "MONOCHROME2";
    case Photometric::PaletteColor:
      return "PALETTE COLOR";
    case Photometric::Rgb:
      return "RGB";
    case Photometric::YbrFull:
      return "YBR_FULL";
    default:
      return "";
  }
}

void packBits(const Frame& frame, std::uint64_t first, std::vector<std::uint8_t>& bytes) {
  for (std::uint64_t i = 0; i < frame.data.size(); ++i)
    if (frame.data[i] != 0) bytes[(first + i) / 8] |= static_cast<std::uint8_t>(1u << (first + i) % 8);
}

Status describe(EditSet& set, const PixelFormat& format) {
  const std::pair<Tag, std::int64_t> numbers[] = {
      {tags::SamplesPerPixel, format.samples},      {tags::BitsAllocated, format.bitsAllocated},
      {tags::BitsStored, format.bitsStored},        {tags::HighBit, format.highBit},
      {tags::PixelRepresentation, format.isSigned},
  };
  for (const auto& [tag, value] : numbers)
    if (Status written = set.setIntegers(tag, Vr::US, {value}); !written) return written;
  if (format.samples > 1)
    if (Status written = set.setIntegers(tags::PlanarConfiguration, Vr::US, {0}); !written) return written;
  set.remove(tags::ExtendedOffsetTable);
  set.remove(tags::ExtendedOffsetTableLengths);
  return set.setText(tags::PhotometricInterpretation, Vr::CS, nameOf(format.photometric));
}

bool isLike(const Frame& frame, const PixelFormat& format) {
  return frame.photometric == format.photometric && frame.samples == format.samples &&
         (format.bitsAllocated == 1 || sampleBytes(frame.type) * 8 == format.bitsAllocated);
}

Status paintDecoded(EditSet& set, const FrameReader& reader, const std::vector<Rectangle>& rectangles) {
  std::vector<std::uint8_t> bytes;
  std::optional<PixelFormat> format;
  for (std::uint32_t i = 0; i < reader.frames(); ++i) {
    const auto frame = reader.frame(i);
    if (!frame) return frame.error();
    if (!format) {
      format = decodedFormat(reader.format(), **frame);
      const std::uint64_t bits = format->samplesPerFrame() * format->bitsAllocated * reader.frames();
      if (nameOf(format->photometric).empty())
        return {ErrorCode::UnsupportedPixelFormat, "these colours cannot be written uncompressed"};
      if (bits / 8 > mostDecoded) return {ErrorCode::TooLarge, "the uncompressed frames together"};
      bytes.resize((bits + 7) / 8);
    }
    if (!isLike(**frame, *format)) return {ErrorCode::CodecFailed, "the frames are not alike"};
    const std::uint64_t samples = format->samplesPerFrame();
    if (format->bitsAllocated == 1)
      packBits(**frame, i * samples, bytes);
    else
      std::memcpy(bytes.data() + i * (*frame)->data.size(), (*frame)->data.data(), (*frame)->data.size());
    CellPainter painter(*format, bytes);
    paintAll(painter, i, rectangles, blackOf(**frame, reader.file().dataSet()));
  }
  set.setBytes(tags::PixelData, format->bitsAllocated > 8 ? Vr::OW : Vr::OB, HeldBytes(std::move(bytes)));
  return describe(set, *format);
}

}  // namespace

Result<Blackout> blackOut(EditSet& set, const std::shared_ptr<const DicomFile>& file,
                          const std::vector<Rectangle>& rectangles) {
  Blackout done;
  if (rectangles.empty() || !file->hasPixelData()) return done;
  const auto reader = FrameReader::open(file);
  if (!reader) return reader.error();
  const bool isOutside = std::ranges::any_of(rectangles, [&](const Rectangle& rectangle) {
    const Rectangle area = clipped(rectangle, (*reader)->format());
    return area.width == 0 || area.height == 0;
  });
  if (isOutside) done.warnings.emplace_back("a rectangle lies outside the image");
  done.isDecoded = !isNativeSyntax(file->transferSyntax());
  const Status painted =
      done.isDecoded ? paintDecoded(set, **reader, rectangles) : paintNative(set, **reader, rectangles);
  if (!painted) return painted.error();
  return done;
}

}  // namespace core::anonymise
