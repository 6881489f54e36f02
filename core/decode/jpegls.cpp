// SPDX-License-Identifier: MIT
// JPEG-LS, lossless and near-lossless (ISO/IEC 14495-1): the segments of a stream and its scans.
#include "core/decode/codec.h"
#include "core/decode/jpegheader.h"
#include "core/decode/jpeglsmodel.h"
#include "core/decode/jpeglsscan.h"

namespace core {

namespace {

constexpr std::uint8_t frameMarker = 0xF7;
constexpr std::uint8_t presetMarker = 0xF8;
constexpr std::uint8_t scanMarker = 0xDA;
constexpr std::uint8_t restartMarker = 0xDD;
constexpr std::uint8_t endMarker = 0xD9;
constexpr std::uint8_t colorTransformMarker = 0xE8;

Error failed(std::string detail) { return {ErrorCode::CodecFailed, "JPEG-LS: " + std::move(detail)}; }

/// Preset parameters (C.2.4.1.1); 0 stands for the default.
struct Presets {
  int maximum = 0;
  int thresholds[3] = {0, 0, 0};
  int reset = 0;
};

bool isPossible(const JpegLsScan& scan) {
  const auto& [t1, t2, t3] = scan.thresholds;
  return scan.near <= std::min(255, scan.maximum / 2) && scan.near < t1 && t1 <= t2 && t2 <= t3 &&
         t3 <= std::max(scan.maximum, scan.near + 1) && scan.reset >= 3;
}

/// The segments of a stream, one after the other, and the entropy-coded data between them.
class Stream {
 public:
  Stream(ByteView bytes, const JpegHeader& header)
      : m_reader(bytes, ByteOrder::Big), m_bytes(bytes), m_header(header) {
    m_reader.take(2);
  }

  /// All scans into planes of 16 bits.
  Status decode(std::vector<std::uint16_t>& planes);

 private:
  std::uint8_t nextMarker();
  Status readSegment(std::uint8_t marker, ByteView segment);
  Result<JpegLsScan> readScan(ByteView segment);
  ByteView entropyCodedData();

  ByteReader m_reader;
  ByteView m_bytes;
  const JpegHeader& m_header;
  Presets m_presets;
  std::vector<std::size_t> m_scanComponents;  ///< of the scan that was read last
  std::uint32_t m_decoded = 0;                ///< a bit a component
};

std::uint8_t Stream::nextMarker() {
  while (!m_reader.failed()) {
    if (m_reader.u8() != 0xFF) continue;
    std::uint8_t marker = m_reader.u8();
    while (marker == 0xFF) marker = m_reader.u8();
    if (marker >= 0x80) return m_reader.failed() ? endMarker : marker;
  }
  return endMarker;
}

Status Stream::readSegment(std::uint8_t marker, ByteView segment) {
  ByteReader reader(segment, ByteOrder::Big);
  if (marker == restartMarker && asText(segment).find_first_not_of('\0') != std::string_view::npos)
    return failed("restart intervals are not supported");
  if (marker == colorTransformMarker && asText(segment).starts_with("mrfx") && segment.size() > 4 &&
      segment[4] != 0)
    return failed("a colour transform that DICOM does not know");
  if (marker != presetMarker) return Done{};
  if (reader.u8() != 1) return failed("mapping tables are not supported");
  m_presets.maximum = reader.u16();
  for (int& threshold : m_presets.thresholds) threshold = reader.u16();
  m_presets.reset = reader.u16();
  if (reader.failed()) return failed("preset parameters are cut short");
  return Done{};
}

Result<JpegLsScan> Stream::readScan(ByteView segment) {
  ByteReader reader(segment, ByteOrder::Big);
  JpegLsScan scan;
  scan.columns = m_header.columns;
  scan.rows = m_header.rows;
  scan.components = reader.u8();
  m_scanComponents.clear();
  const auto* const end = m_header.ids.data() + m_header.components;
  for (std::size_t i = 0; i < scan.components && !reader.failed(); ++i) {
    const auto* const at = std::find(m_header.ids.data(), end, reader.u8());
    if (at == end || reader.u8() != 0) return failed("a scan of components that the frame has not");
    m_scanComponents.push_back(static_cast<std::size_t>(at - m_header.ids.data()));
  }
  scan.near = reader.u8();
  const std::uint8_t interleave = reader.u8();
  const std::uint8_t pointTransform = reader.u8();
  const int greatest = (1 << m_header.precision) - 1;
  scan.maximum = m_presets.maximum ? m_presets.maximum : greatest;
  scan.reset = m_presets.reset ? m_presets.reset : 64;
  scan.interleave = static_cast<JpegLsScan::Interleave>(interleave);
  const bool isSingle = interleave == 0 && scan.components == 1;
  const bool isSeveral =
      (interleave == 1 || interleave == 2) && scan.components >= 1 && scan.components <= m_header.components;
  if (reader.failed() || pointTransform != 0 || scan.maximum > greatest || !(isSingle || isSeveral))
    return failed("scan parameters that cannot be");
  jpegls::setThresholds(scan, m_presets.thresholds);
  if (!isPossible(scan)) return failed("scan parameters that cannot be");
  return scan;
}

/// Up to the next marker; behind FF a byte below 80 is still data.
ByteView Stream::entropyCodedData() {
  const std::size_t start = m_reader.position();
  const ByteView rest = m_bytes.subspan(start);
  std::size_t size = 0;
  for (const std::uint8_t* at = rest.data(); size < rest.size();
       size = static_cast<std::size_t>(at - rest.data())) {
    at = static_cast<const std::uint8_t*>(std::memchr(at, 0xFF, rest.size() - size));
    if (!at || at + 1 >= rest.data() + rest.size()) {
      size = rest.size();
      break;
    }
    if (at[1] >= 0x80) {
      size = static_cast<std::size_t>(at - rest.data());
      break;
    }
    at += 2;
  }
  m_reader.seek(start + size);
  return rest.first(size);
}

Status Stream::decode(std::vector<std::uint16_t>& planes) {
  const std::size_t pixels = std::size_t{m_header.rows} * m_header.columns;
  const std::uint32_t all = (1u << m_header.components) - 1;
  while (m_decoded != all) {
    const std::uint8_t marker = nextMarker();
    if (marker == endMarker) return failed("the stream ends before its last scan");
    const std::uint16_t length = m_reader.u16();
    const ByteView segment = m_reader.take(length >= 2 ? length - 2u : 0u);
    if (m_reader.failed()) return failed("a segment is cut short");
    if (marker != scanMarker) {
      if (Status status = readSegment(marker, segment); !status) return status;
      continue;
    }
    const auto scan = readScan(segment);
    if (!scan) return scan.error();
    std::vector<std::uint16_t*> targets;
    for (const std::size_t component : m_scanComponents) {
      if (m_decoded >> component & 1) return failed("a component is there twice");
      m_decoded |= 1u << component;
      targets.push_back(planes.data() + component * pixels);
    }
    if (!decodeJpegLsScan(*scan, entropyCodedData(), targets))
      return failed("the compressed data is damaged");
  }
  return Done{};
}

template <class Cell>
void weave(const std::vector<std::uint16_t>& planes, std::size_t samples, std::vector<std::uint8_t>& data) {
  auto* cells = reinterpret_cast<Cell*>(data.data());
  const std::size_t pixels = planes.size() / samples;
  for (std::size_t s = 0; s < samples; ++s)
    for (std::size_t i = 0; i < pixels; ++i)
      cells[i * samples + s] = static_cast<Cell>(planes[s * pixels + i]);
}

Status checkHeader(const JpegHeader& header, const PixelFormat& format) {
  if (header.sof != frameMarker || header.precision < 2 || header.precision > 16)
    return failed("the stream is of another kind");
  if (header.isSubsampled) return failed("components of several sizes");
  return checkSize("JPEG-LS", format, header.columns, header.rows, header.components);
}

}  // namespace

Result<Cells> decodeJpegLs(const CodedFrame& frame) {
  const auto header = JpegHeader::of(frame.bytes);
  if (!header) return failed("no frame header and scan");
  if (Status status = checkHeader(*header, frame.format); !status) return status.error();
  Cells cells;
  cells.columns = header->columns;
  cells.rows = header->rows;
  cells.samples = header->components;
  cells.bits = header->precision <= 8 ? 8 : 16;
  cells.precision = header->precision;
  cells.photometric = expanded(frame.format.photometric);
  std::vector<std::uint16_t> planes(frame.format.samplesPerFrame());
  if (Status status = Stream(frame.bytes, *header).decode(planes); !status) return status.error();
  cells.data.resize(planes.size() * (cells.bits / 8));
  if (cells.bits == 8)
    weave<std::uint8_t>(planes, cells.samples, cells.data);
  else
    weave<std::uint16_t>(planes, cells.samples, cells.data);
  return cells;
}

}  // namespace core
