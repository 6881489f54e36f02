// SPDX-License-Identifier: MIT
// JPEG Baseline (process 1) by libjpeg-turbo. Its longjmp and its types end here.
#include <csetjmp>
#include <cstdio>
#include <cstdlib>

#include <jpeglib.h>

#include "core/encode/encoders.h"

namespace core {

namespace {

constexpr int quality = 90;

/// Only plain data: what has a destructor must not live across a longjmp.
struct Compressor {
  jpeg_compress_struct info;
  jpeg_error_mgr errors;
  std::jmp_buf failed;
  unsigned char* bytes;
  unsigned long size;
  char message[JMSG_LENGTH_MAX];
};

[[noreturn]] void fail(j_common_ptr info) {
  auto& compressor = *static_cast<Compressor*>(info->client_data);
  compressor.errors.format_message(info, compressor.message);
  std::longjmp(compressor.failed, 1);
}

void ignore(j_common_ptr, int) {}

void start(Compressor& compressor, const PixelFormat& format) {
  jpeg_compress_struct& info = compressor.info;
  jpeg_create_compress(&info);
  info.client_data = &compressor;
  jpeg_mem_dest(&info, &compressor.bytes, &compressor.size);
  info.image_width = format.columns;
  info.image_height = format.rows;
  info.input_components = format.samples;
  info.in_color_space = format.samples == 3 ? JCS_RGB : JCS_GRAYSCALE;
  jpeg_set_defaults(&info);
  jpeg_set_quality(&info, quality, TRUE);
  info.optimize_coding = TRUE;
  if (format.samples == 3) {
    info.comp_info[0].h_samp_factor = 2;  // 4:2:2: YBR_FULL_422
    info.comp_info[0].v_samp_factor = 1;
  }
}

/// False when the library gave up; the message says why.
bool compress(Compressor& compressor, const std::uint8_t* cells, const PixelFormat& format) {
  compressor.info.err = jpeg_std_error(&compressor.errors);
  compressor.errors.error_exit = fail;
  compressor.errors.emit_message = ignore;
  compressor.info.client_data = &compressor;
  if (setjmp(compressor.failed)) return false;
  start(compressor, format);
  jpeg_start_compress(&compressor.info, TRUE);
  const std::size_t stride = std::size_t{format.columns} * format.samples;
  while (compressor.info.next_scanline < compressor.info.image_height) {
    auto* row = const_cast<JSAMPROW>(cells + compressor.info.next_scanline * stride);
    jpeg_write_scanlines(&compressor.info, &row, 1);
  }
  jpeg_finish_compress(&compressor.info);
  return true;
}

}  // namespace

Result<std::vector<std::uint8_t>> encodeJpegBaseline(ByteView cells, const PixelFormat& format) {
  if (format.bitsAllocated != 8 || format.isSigned)
    return {ErrorCode::InvalidArgument, "JPEG Baseline holds unsigned samples of 8 bits only"};
  Compressor compressor{};
  const bool done = compress(compressor, cells.data(), format);
  std::vector<std::uint8_t> out;
  if (done) out.assign(compressor.bytes, compressor.bytes + compressor.size);
  jpeg_destroy_compress(&compressor.info);
  std::free(compressor.bytes);
  if (!done) return {ErrorCode::CodecFailed, std::string("JPEG: ") + compressor.message};
  return out;
}

}  // namespace core
