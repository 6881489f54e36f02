// SPDX-License-Identifier: MIT
#include "core/anonymise/recode.h"

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <optional>

#include "core/anonymise/blackpixel.h"
#include "core/encode/encapsulate.h"
#include "core/encode/encoders.h"
#include "core/parse/tags.h"
#include "core/parse/transfersyntax.h"

namespace core::anonymise {

namespace {

constexpr std::uint64_t mostDecoded = std::uint64_t{2} << 30;  ///< bytes of all frames

constexpr Tag lossyMethodTag{0x0028, 0x2114};

constexpr std::string_view rle = "1.2.840.10008.1.2.5";
constexpr std::string_view jpegLs = "1.2.840.10008.1.2.4.80";
constexpr std::string_view jpeg2000 = "1.2.840.10008.1.2.4.90";

/// What is written for what was read, and what a lossy syntax calls its loss.
struct Target {
  std::string_view from;
  std::string_view to;
  std::string_view lossyMethod = {};
};
constexpr Target targets[] = {
    {rle, rle},
    {jpegLs, jpegLs},
    {"1.2.840.10008.1.2.4.81", jpegLs, "ISO_14495_1"},
    {jpeg2000, jpeg2000},
    {"1.2.840.10008.1.2.4.91", jpeg2000},
    {"1.2.840.10008.1.2.4.201", jpeg2000},
    {"1.2.840.10008.1.2.4.202", jpeg2000},
    {"1.2.840.10008.1.2.4.203", jpeg2000},
    {"1.2.840.10008.1.2.4.50", uid::ExplicitLittle, "ISO_10918_1"},
    {"1.2.840.10008.1.2.4.51", uid::ExplicitLittle, "ISO_10918_1"},
    {"1.2.840.10008.1.2.4.53", uid::ExplicitLittle, "ISO_10918_1"},
    {"1.2.840.10008.1.2.4.55", uid::ExplicitLittle, "ISO_10918_1"},
};

Target targetOf(std::string_view syntax) {
  const auto row = std::ranges::find(targets, syntax, &Target::from);
  return row == std::end(targets) ? Target{syntax, uid::ExplicitLittle} : *row;
}

/// JPEG 2000 takes colour for RGB; bits and 32-bit cells are not for every encoder.
bool canEncode(std::string_view syntax, const PixelFormat& format) {
  if (syntax == rle) return format.bitsAllocated % 8 == 0;
  if (syntax == jpeg2000 && format.samples == 3 && format.photometric != Photometric::Rgb) return false;
  return format.bitsAllocated == 8 || format.bitsAllocated == 16;
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

Status describe(EditSet& set, const PixelFormat& format, std::string_view photometric) {
  const std::pair<Tag, std::int64_t> numbers[] = {
      {tags::SamplesPerPixel, format.samples},      {tags::BitsAllocated, format.bitsAllocated},
      {tags::BitsStored, format.bitsStored},        {tags::HighBit, format.highBit},
      {tags::PixelRepresentation, format.isSigned},
  };
  for (const auto& [tag, value] : numbers)
    if (Status written = set.setIntegers(tag, Vr::US, {value}); !written) return written;
  if (format.samples > 1)
    if (Status written = set.setIntegers(tags::PlanarConfiguration, Vr::US, {0}); !written) return written;
  return set.setText(tags::PhotometricInterpretation, Vr::CS, photometric);
}

bool isLike(const Frame& frame, const PixelFormat& format) {
  return frame.photometric == format.photometric && frame.samples == format.samples &&
         (format.bitsAllocated == 1 || sampleBytes(frame.type) * 8 == format.bitsAllocated);
}

/// The attributes that a lossy image must have and some lack.
Status markLoss(EditSet& set, std::string_view method, double ratio) {
  if (method.empty() || set.text(tags::LossyImageCompression) == "01") return Done{};
  char text[17];
  std::snprintf(text, sizeof text, "%.2f", ratio);
  const std::tuple<Tag, Vr, std::string_view> rows[] = {{tags::LossyImageCompression, Vr::CS, "01"},
                                                        {tags::LossyImageCompressionRatio, Vr::DS, text},
                                                        {lossyMethodTag, Vr::CS, method}};
  for (const auto& [tag, vr, value] : rows)
    if (Status written = set.setText(tag, vr, value); !written) return written;
  return Done{};
}

std::uint64_t pixelBytes(const EditSet& set) {
  std::uint64_t sum = 0;
  for (const HeldBytes& fragment : set.find(tags::PixelData)->fragments) sum += fragment.size();
  return sum;
}

/// Takes decoded frames, one after the other, and keeps them as they will be written.
class FrameSink {
 public:
  FrameSink(const FrameReader& reader, const std::vector<Rectangle>& rectangles)
      : m_reader(reader), m_rectangles(rectangles), m_target(targetOf(reader.file().transferSyntax())) {}

  Status add(std::uint32_t index, const Frame& frame) {
    if (index == 0)
      if (Status begun = begin(frame); !begun) return begun;
    if (!isLike(frame, m_format)) return {ErrorCode::CodecFailed, "the frames are not alike"};
    if (m_encoder) return addCompressed(frame);
    const std::uint64_t first = index * m_format.samplesPerFrame();
    if (m_format.bitsAllocated == 1)
      packBits(frame, first, m_native);
    else
      std::memcpy(m_native.data() + index * frame.data.size(), frame.data.data(), frame.data.size());
    CellPainter painter(m_format, m_native);
    blacken(painter, index, frame, m_reader.file().dataSet(), m_rectangles);
    return Done{};
  }

  Result<Recoded> putInto(EditSet& set) {
    const std::uint64_t before = pixelBytes(set);
    const double ratio = before == 0 ? 1 : static_cast<double>(m_nativeBytes) / static_cast<double>(before);
    if (Status marked = markLoss(set, m_target.lossyMethod, ratio); !marked) return marked.error();
    const bool isColour = m_format.samples == 3;
    const std::string_view photometric = m_encoder && isColour && m_encoder->uid == jpeg2000
                                             ? m_encoder->colour
                                             : nameOf(m_format.photometric);
    set.remove(tags::ExtendedOffsetTable);
    set.remove(tags::ExtendedOffsetTableLengths);
    if (m_encoder)
      setCompressedFrames(set, std::move(m_compressed));
    else
      set.setBytes(tags::PixelData, m_format.bitsAllocated > 8 ? Vr::OW : Vr::OB,
                   HeldBytes(std::move(m_native)));
    if (Status described = describe(set, m_format, photometric); !described) return described.error();
    const std::string_view syntax = m_encoder ? m_encoder->uid : uid::ExplicitLittle;
    return Recoded{std::string(syntax), m_encoder ? pixelBytes(set) : m_nativeBytes};
  }

 private:
  Status begin(const Frame& frame) {
    m_format = decodedFormat(m_reader.format(), frame);
    const std::uint64_t bits = m_format.samplesPerFrame() * m_format.bitsAllocated * m_reader.frames();
    m_nativeBytes = (bits + 7) / 8;
    if (nameOf(m_format.photometric).empty())
      return {ErrorCode::UnsupportedPixelFormat, "these colours cannot be written again"};
    if (m_nativeBytes > mostDecoded) return {ErrorCode::TooLarge, "the uncompressed frames together"};
    const SyntaxEncoder* encoder = findEncoder(m_target.to);
    if (encoder && encoder->encode && canEncode(m_target.to, m_format))
      m_encoder = encoder;
    else
      m_native.resize(m_nativeBytes);
    return Done{};
  }

  Status addCompressed(const Frame& frame) {
    std::vector<std::uint8_t> cells = frame.data;
    CellPainter painter(m_format, cells);
    blacken(painter, 0, frame, m_reader.file().dataSet(), m_rectangles);
    auto stream = m_encoder->encode(cells, m_format);
    if (!stream) return stream.error();
    m_compressed.push_back(*std::move(stream));
    return Done{};
  }

  const FrameReader& m_reader;
  const std::vector<Rectangle>& m_rectangles;
  Target m_target;
  PixelFormat m_format;
  const SyntaxEncoder* m_encoder = nullptr;  ///< null: native
  std::uint64_t m_nativeBytes = 0;
  std::vector<std::uint8_t> m_native;
  std::vector<std::vector<std::uint8_t>> m_compressed;
};

}  // namespace

bool losesCompression(std::string_view transferSyntax) {
  return targetOf(transferSyntax).to == uid::ExplicitLittle;
}

void blacken(CellPainter& painter, std::uint32_t index, const Frame& frame, const DataSet& dataSet,
             const std::vector<Rectangle>& rectangles) {
  if (rectangles.empty()) return;
  const BlackPixel black = blackOf(frame, dataSet);
  for (const Rectangle& rectangle : rectangles) painter.paint(index, rectangle, black);
}

Result<Recoded> recode(EditSet& set, const FrameReader& reader, const std::vector<Rectangle>& rectangles) {
  FrameSink sink(reader, rectangles);
  for (std::uint32_t i = 0; i < reader.frames(); ++i) {
    const auto frame = reader.frame(i);
    if (!frame) return frame.error();
    if (Status added = sink.add(i, **frame); !added) return added.error();
  }
  return sink.putInto(set);
}

}  // namespace core::anonymise
