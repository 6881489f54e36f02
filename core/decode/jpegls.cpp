// SPDX-License-Identifier: MIT
// DCMTK's dcmjpls: JPEG-LS, lossless and near-lossless (ISO/IEC 14495-1). Its types and exceptions end here.
// Never link libcharls or GDCM into the same process: their symbols are DCMTK's, with another ABI.
#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcitem.h>
#include <dcmtk/dcmdata/dcpixseq.h>
#include <dcmtk/dcmdata/dcpxitem.h>
#include <dcmtk/dcmjpls/djcodecd.h>
#include <dcmtk/dcmjpls/djcparam.h>

#include "core/decode/codec.h"
#include "core/decode/dcmtklog.h"
#include "core/decode/jpegheader.h"

namespace core {

namespace {

constexpr std::uint8_t jpegLsFrame = 0xF7;

Error failed(std::string detail) { return {ErrorCode::CodecFailed, "JPEG-LS: " + std::move(detail)}; }

/// The least data set that the decoder asks: what the stream itself says, so that it has nothing to doubt.
void describe(DcmItem& dataSet, const JpegHeader& header) {
  const Uint16 bits = header.precision <= 8 ? 8 : 16;
  dataSet.putAndInsertUint16(DCM_Rows, header.rows);
  dataSet.putAndInsertUint16(DCM_Columns, header.columns);
  dataSet.putAndInsertUint16(DCM_SamplesPerPixel, header.components);
  dataSet.putAndInsertUint16(DCM_BitsAllocated, bits);
  dataSet.putAndInsertUint16(DCM_BitsStored, header.precision);
  dataSet.putAndInsertUint16(DCM_PixelRepresentation, 0);
  dataSet.putAndInsertUint16(DCM_PlanarConfiguration, 0);
  dataSet.putAndInsertString(DCM_NumberOfFrames, "1");
  dataSet.putAndInsertString(DCM_PhotometricInterpretation, header.components == 1 ? "MONOCHROME2" : "RGB");
}

/// A pixel sequence of one frame in one fragment, behind an empty offset table. The sequence owns the items.
OFCondition fill(DcmPixelSequence& sequence, ByteView stream) {
  sequence.insert(new DcmPixelItem(DcmTag(DCM_Item, EVR_OB)));
  auto* item = new DcmPixelItem(DcmTag(DCM_Item, EVR_OB));
  sequence.insert(item);
  return item->putUint8Array(stream.data(), static_cast<Uint32>(stream.size()));
}

Status decodeInto(const JpegHeader& header, ByteView stream, std::vector<std::uint8_t>& data) {
  silenceDcmtk();
  DcmItem dataSet;
  describe(dataSet, header);
  DcmPixelSequence sequence(DcmTag(DCM_PixelData, EVR_OB));
  OFCondition condition = fill(sequence, stream);
  const DJLSCodecParameter parameter;
  const DJLSLosslessDecoder decoder;
  Uint32 fragment = 1;
  OFString colorModel;
  if (condition.good())
    condition = decoder.decodeFrame(nullptr, &sequence, &parameter, &dataSet, 0, fragment, data.data(),
                                    static_cast<Uint32>(data.size()), colorModel);
  return condition.good() ? Status(Done{}) : failed(condition.text());
}

}  // namespace

Result<Cells> decodeJpegLs(const CodedFrame& frame) {
  const PixelFormat& format = frame.format;
  const auto header = JpegHeader::of(frame.bytes);
  if (!header) return failed("no frame header and scan");
  if (header->sof != jpegLsFrame || header->precision < 2 || header->precision > 16)
    return failed("the stream is of another kind");
  if (Status status = checkSize("JPEG-LS", format, header->columns, header->rows, header->components);
      !status)
    return status.error();
  Cells cells;
  cells.columns = header->columns;
  cells.rows = header->rows;
  cells.samples = header->components;
  cells.bits = header->precision <= 8 ? 8 : 16;
  cells.precision = header->precision;
  cells.isSignAtPrecision = true;
  cells.photometric = expanded(format.photometric);
  const std::uint64_t size = format.samplesPerFrame() * (cells.bits / 8);
  if (size > 0xFFFFFFFE || frame.bytes.size() > 0xFFFFFFF0)
    return {ErrorCode::TooLarge, "JPEG-LS: a frame above 4 GB"};
  cells.data.resize(size + size % 2);  // the decoder wants an even buffer
  try {
    if (Status status = decodeInto(*header, frame.bytes, cells.data); !status) return status.error();
  } catch (...) {
    return failed("the decoder gave up");
  }
  cells.data.resize(size);
  return cells;
}

}  // namespace core
