// SPDX-License-Identifier: MIT
// The JPEG processes of ISO/IEC 10918-1: which library decodes a stream, and what its colours are. The stream
// decides, not the transfer syntax: files name one process and hold another.
#include "core/decode/jpegprocess.h"

namespace core {

namespace {

Error failed(std::string detail) { return {ErrorCode::CodecFailed, "JPEG: " + std::move(detail)}; }

struct Process {
  std::uint8_t sof;
  std::uint8_t leastBits;
  std::uint8_t mostBits;
  Status (*decode)(const JpegFrame&, std::vector<std::uint8_t>&);
};

constexpr Process processes[] = {
    {0xC0, 8, 8, decodeWithTurbo},    // baseline
    {0xC1, 8, 8, decodeWithTurbo},    // extended
    {0xC1, 12, 12, decodeWithDcmtk},  //
    {0xC2, 8, 8, decodeWithTurbo},    // progressive, spectral selection included
    {0xC2, 12, 12, decodeWithDcmtk},  //
    {0xC3, 2, 16, decodeWithDcmtk},   // lossless, all selection values
};

const Process* processOf(const JpegHeader& header) {
  for (const Process& process : processes)
    if (process.sof == header.sof && header.precision >= process.leastBits &&
        header.precision <= process.mostBits)
      return &process;
  return nullptr;
}

bool areRgbIds(const JpegHeader& header) {
  return header.ids[0] == 'R' && header.ids[1] == 'G' && header.ids[2] == 'B';
}

/// Adobe marker, JFIF, component ids, then the data set. JFIF speaks of lossy streams only; a stream with
/// fewer chroma samples cannot be RGB whatever the data set calls it.
bool isYbr(const JpegHeader& header, Photometric photometric) {
  if (header.components != 3) return false;
  if (header.adobeTransform) return *header.adobeTransform == 1;
  if (header.hasJfif && !header.isLossless()) return true;
  if (areRgbIds(header)) return false;
  return photometric != Photometric::Rgb || header.isSubsampled;
}

Photometric photometricOf(const JpegFrame& frame, Photometric ofDataSet) {
  if (frame.header.components == 1) return ofDataSet;
  const bool isConverted = processOf(frame.header)->decode == &decodeWithTurbo;
  return frame.isYbr && !isConverted ? Photometric::YbrFull : Photometric::Rgb;
}

}  // namespace

Result<Cells> decodeJpeg(const CodedFrame& coded) {
  const PixelFormat& format = coded.format;
  auto header = JpegHeader::of(coded.bytes);
  if (!header) return header.error();
  if (Status status = checkSize("JPEG", format, header->columns, header->rows, header->components); !status)
    return status.error();
  const Process* process = processOf(*header);
  if (!process)
    return failed("no decoder for frame type " + std::to_string(header->sof - 0xC0) + " with " +
                  std::to_string(header->precision) + " bits");
  const JpegFrame frame{coded.bytes, *header, isYbr(*header, format.photometric)};
  Cells cells;
  cells.columns = header->columns;
  cells.rows = header->rows;
  cells.samples = header->components;
  cells.bits = header->precision <= 8 ? 8 : 16;
  cells.precision = header->precision;
  cells.isLossy = !header->isLossless();
  cells.photometric = photometricOf(frame, format.photometric);
  cells.data.resize(format.samplesPerFrame() * (cells.bits / 8));
  if (Status status = process->decode(frame, cells.data); !status) return status.error();
  return cells;
}

}  // namespace core
