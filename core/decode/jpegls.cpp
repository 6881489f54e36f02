// SPDX-License-Identifier: MIT
// JPEG-LS (ITU-T T.87) by DCMTK's dcmjpls, whose own entry is a data set: a minimal one is made for the
// frame.
#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcdatset.h>
#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcpixel.h>
#include <dcmtk/dcmdata/dcpixseq.h>
#include <dcmtk/dcmdata/dcpxitem.h>
#include <dcmtk/dcmjpls/djdecode.h>
#include <dcmtk/oflog/oflog.h>

#include <mutex>

#include "core/decode/codec.h"
#include "core/decode/jpegheader.h"

namespace core {

namespace {

Error failed(const std::string& why) { return {ErrorCode::CodecFailed, "JPEG-LS: " + why}; }

void registerOnce() {
  static std::once_flag once;
  std::call_once(once, [] {
    OFLog::configure(OFLogger::OFF_LOG_LEVEL);
    DJLSDecoderRegistration::registerCodecs();
  });
}

void describe(DcmDataset& dataSet, const JpegHeader& header) {
  const Uint16 allocated = header.precision > 8 ? 16 : 8;
  dataSet.putAndInsertUint16(DCM_SamplesPerPixel, header.components);
  dataSet.putAndInsertString(DCM_PhotometricInterpretation, header.components == 1 ? "MONOCHROME2" : "RGB");
  if (header.components > 1) dataSet.putAndInsertUint16(DCM_PlanarConfiguration, 0);
  dataSet.putAndInsertUint16(DCM_Rows, static_cast<Uint16>(header.rows));
  dataSet.putAndInsertUint16(DCM_Columns, static_cast<Uint16>(header.columns));
  dataSet.putAndInsertUint16(DCM_BitsAllocated, allocated);
  dataSet.putAndInsertUint16(DCM_BitsStored, header.precision);
  dataSet.putAndInsertUint16(DCM_HighBit, static_cast<Uint16>(header.precision - 1));
  dataSet.putAndInsertUint16(DCM_PixelRepresentation, 0);
}

/// The codestream as the one fragment of an encapsulated element. The data set owns what is made.
DcmPixelData* insertFrame(DcmDataset& dataSet, ByteView codestream) {
  auto sequence = std::make_unique<DcmPixelSequence>(DCM_PixelSequenceTag);
  sequence->insert(new DcmPixelItem(DCM_PixelItemTag));
  auto fragment = std::make_unique<DcmPixelItem>(DCM_PixelItemTag);
  std::vector<Uint8> padded;
  padded.reserve(codestream.size() + 1);
  padded.assign(codestream.begin(), codestream.end());
  if (padded.size() % 2 != 0) padded.push_back(0);
  fragment->putUint8Array(padded.data(), static_cast<unsigned long>(padded.size()));
  sequence->insert(fragment.release());
  auto pixels = std::make_unique<DcmPixelData>(DCM_PixelData);
  pixels->putOriginalRepresentation(EXS_JPEGLSLossless, nullptr, sequence.release());
  DcmPixelData* inserted = pixels.get();
  dataSet.insert(pixels.release());
  return inserted;
}

}  // namespace

Result<Cells> decodeJpegLs(ByteView codestream, const PixelFormat& format, int) {
  registerOnce();
  const auto header = JpegHeader::read(codestream);
  if (!header || header->startOfFrame != 0xF7) return failed("there is no JPEG-LS frame");
  if (const auto mismatch =
          sizeMismatch("JPEG-LS", header->columns, header->rows, header->components, format))
    return *mismatch;
  if (header->precision < 2 || header->precision > 16)
    return failed("a precision of " + std::to_string(header->precision));
  if (header->precision > 8 && format.bitsAllocated <= 8)
    return failed("more bits in the stream than are allocated");
  DcmDataset dataSet;
  describe(dataSet, *header);
  DcmPixelData* pixels = insertFrame(dataSet, codestream);
  Cells cells{format.columns,
              format.rows,
              static_cast<std::uint16_t>(header->precision > 8 ? 2 : 1),
              header->precision,
              header->photometric(format.photometric),
              {}};
  // JPEG-LS has no colour transform of its own: three components are what the data set says they are.
  if (header->components == 3 && !header->adobeTransform && !header->hasJfif)
    cells.photometric = format.photometric;
  const std::size_t size =
      std::size_t{cells.columns} * cells.rows * header->components * cells.bytesPerSample;
  cells.bytes.resize(size + (size & 1));
  Uint32 fragment = 0;
  OFString colorModel;
  const OFCondition done =
      pixels->getUncompressedFrame(&dataSet, 0, fragment, cells.bytes.data(),
                                   static_cast<Uint32>(cells.bytes.size()), colorModel, nullptr);
  if (done.bad()) return failed(done.text());
  cells.bytes.resize(size);
  return cells;
}

}  // namespace core
