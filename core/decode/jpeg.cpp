// SPDX-License-Identifier: MIT
// JPEG (ITU-T T.81). 8-bit DCT processes by libjpeg-turbo, 12-bit and lossless ones by DCMTK's builds of the
// IJG library. Colour is left as it is in the stream; window/ turns YCbCr into RGB.
#include <jerror.h>
#include <jpeglib.h>
#include <csetjmp>
#include <cstdio>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmjpeg/djcparam.h>
#include <dcmtk/dcmjpeg/djdijg12.h>
#include <dcmtk/dcmjpeg/djdijg16.h>
#include <dcmtk/dcmjpeg/djdijg8.h>

#include "core/decode/codec.h"
#include "core/decode/jpegheader.h"

namespace core {

namespace {

Error failed(const std::string& why) { return {ErrorCode::CodecFailed, "JPEG: " + why}; }

struct TurboErrors {
  jpeg_error_mgr base;
  std::jmp_buf escape;
  char text[JMSG_LENGTH_MAX];
};

[[noreturn]] void onError(j_common_ptr info) {
  auto* errors = reinterpret_cast<TurboErrors*>(info->err);
  errors->base.format_message(info, errors->text);
  std::longjmp(errors->escape, 1);
}

/// Warnings behind which the library fills the picture up with grey: those are failures here.
void onMessage(j_common_ptr info, int level) {
  if (level >= 0) return;
  switch (info->err->msg_code) {
    case JWRN_HIT_MARKER:
    case JWRN_HUFF_BAD_CODE:
    case JWRN_MUST_RESYNC: onError(info);
    case JWRN_JPEG_EOF:
      if (reinterpret_cast<j_decompress_ptr>(info)->progressive_mode) onError(info);
      break;
    default:
      break;
  }
}

// Plain C between setjmp and longjmp: nothing here has a destructor.
bool readTurbo(ByteView codestream, std::uint8_t* out, std::size_t rowBytes, TurboErrors& errors) {
  jpeg_decompress_struct info;
  info.err = jpeg_std_error(&errors.base);
  errors.base.error_exit = onError;
  errors.base.emit_message = onMessage;
  if (setjmp(errors.escape)) {
    jpeg_destroy_decompress(&info);
    return false;
  }
  jpeg_create_decompress(&info);
  jpeg_mem_src(&info, codestream.data(), codestream.size());
  jpeg_read_header(&info, TRUE);
  info.jpeg_color_space = info.num_components == 1 ? JCS_GRAYSCALE : JCS_UNKNOWN;
  info.out_color_space = info.jpeg_color_space;
  info.dct_method = JDCT_ISLOW;
  jpeg_start_decompress(&info);
  while (info.output_scanline < info.output_height) {
    JSAMPROW row = out + rowBytes * info.output_scanline;
    jpeg_read_scanlines(&info, &row, 1);
  }
  jpeg_abort_decompress(&info);
  jpeg_destroy_decompress(&info);
  return true;
}

Result<Cells> decodeByTurbo(ByteView codestream, Cells cells, std::size_t components) {
  TurboErrors errors{};
  const std::size_t rowBytes = std::size_t{cells.columns} * components;
  cells.bytes.resize(rowBytes * cells.rows);
  if (!readTurbo(codestream, cells.bytes.data(), rowBytes, errors)) return failed(errors.text);
  return cells;
}

std::unique_ptr<DJDecoder> ijgDecoder(const DJCodecParameter& parameters, int precision) {
  if (precision <= 8) return std::make_unique<DJDecompressIJG8Bit>(parameters, OFFalse);
  if (precision <= 12) return std::make_unique<DJDecompressIJG12Bit>(parameters, OFFalse);
  return std::make_unique<DJDecompressIJG16Bit>(parameters, OFFalse);
}

Result<Cells> decodeByIjg(ByteView codestream, Cells cells, std::size_t components, bool isSigned) {
  static const DJCodecParameter parameters(ECC_lossyYCbCr, EDC_never, EUC_never, EPC_colorByPixel);
  const auto decoder = ijgDecoder(parameters, cells.precision);
  if (decoder->init().bad()) return failed("the decoder does not start");
  cells.bytesPerSample = decoder->bytesPerSample();
  const std::size_t size = std::size_t{cells.columns} * cells.rows * components * cells.bytesPerSample;
  cells.bytes.resize(size + (size & 1));
  // The decoder wants an even number of bytes, as in a Pixel Data fragment; it does not write to them.
  std::vector<std::uint8_t> padded;
  if (codestream.size() % 2 != 0) {
    padded.assign(codestream.begin(), codestream.end());
    padded.push_back(0);
    codestream = padded;
  }
  const OFCondition done =
      decoder->decode(const_cast<Uint8*>(codestream.data()), static_cast<Uint32>(codestream.size()),
                      cells.bytes.data(), static_cast<Uint32>(cells.bytes.size()), isSigned);
  if (done.bad()) return failed(done.text());
  cells.bytes.resize(size);
  return cells;
}

}  // namespace

Result<Cells> decodeJpeg(ByteView codestream, const PixelFormat& format, int) {
  const auto header = JpegHeader::read(codestream);
  if (!header || header->startOfFrame == 0xF7) return failed("there is no JPEG frame");
  if (const auto mismatch = sizeMismatch("JPEG", header->columns, header->rows, header->components, format))
    return *mismatch;
  if (header->precision < 2 || header->precision > 16)
    return failed("a precision of " + std::to_string(header->precision));
  if (header->precision > 8 && format.bitsAllocated <= 8)
    return failed(std::to_string(header->precision) + " bits in the stream, " +
                  std::to_string(format.bitsAllocated) + " allocated");
  Cells cells{format.columns, format.rows, 1, header->precision, header->photometric(format.photometric), {}};
  const bool isDct =
      header->startOfFrame <= 0xC2 || header->startOfFrame == 0xC9 || header->startOfFrame == 0xCA;
  if (isDct && header->precision == 8) return decodeByTurbo(codestream, std::move(cells), header->components);
  return decodeByIjg(codestream, std::move(cells), header->components, format.isSigned);
}

}  // namespace core
