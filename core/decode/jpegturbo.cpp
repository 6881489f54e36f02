// SPDX-License-Identifier: MIT
// libjpeg-turbo: lossy JPEG of 8 bits. Its longjmp and its types end here.
#include <csetjmp>
#include <cstdio>

#include <jpeglib.h>

#include <jerror.h>

#include "core/decode/jpegprocess.h"

namespace core {

namespace {

constexpr int maxScans = 200;  ///< a progressive stream of a few kB may have thousands, each a pass

/// Only plain data: what has a destructor must not live across a longjmp.
struct Decoder {
  jpeg_decompress_struct info;
  jpeg_error_mgr errors;
  jpeg_progress_mgr progress;
  std::jmp_buf failed;
  bool isOneScan;
  char message[JMSG_LENGTH_MAX];
};

Decoder& decoderOf(j_common_ptr info) { return *static_cast<Decoder*>(info->client_data); }

[[noreturn]] void fail(j_common_ptr info) {
  Decoder& decoder = decoderOf(info);
  decoder.errors.format_message(info, decoder.message);
  std::longjmp(decoder.failed, 1);
}

/// A warning is where the library goes on with samples that it made up. Few are harmless: bytes between
/// segments, odd version numbers, spectral parameters that a sequential scan has no use for, and a missing
/// end marker behind the last sample of a sequential stream.
bool isHarmless(const Decoder& decoder, int code) {
  if (code == JWRN_JPEG_EOF) return decoder.isOneScan;
  return code == JWRN_EXTRANEOUS_DATA || code == JWRN_ADOBE_XFORM || code == JWRN_JFIF_MAJOR ||
         code == JWRN_TOO_MUCH_DATA || code == JWRN_NOT_SEQUENTIAL;
}

void onMessage(j_common_ptr info, int level) {
  if (level < 0 && !isHarmless(decoderOf(info), info->err->msg_code)) fail(info);
}

void onProgress(j_common_ptr info) {
  auto* decompress = reinterpret_cast<j_decompress_ptr>(info);
  if (decompress->input_scan_number <= maxScans) return;
  std::snprintf(decoderOf(info).message, JMSG_LENGTH_MAX, "more than %d scans", maxScans);
  std::longjmp(decoderOf(info).failed, 1);
}

void start(Decoder& decoder, const JpegFrame& frame) {
  jpeg_decompress_struct& info = decoder.info;
  jpeg_create_decompress(&info);
  info.client_data = &decoder;
  info.progress = &decoder.progress;
  decoder.progress.progress_monitor = onProgress;
  jpeg_mem_src(&info, frame.stream.data(), frame.stream.size());
  jpeg_read_header(&info, TRUE);
  if (frame.header.components == 3) {
    info.jpeg_color_space = frame.isYbr ? JCS_YCbCr : JCS_RGB;
    info.out_color_space = JCS_RGB;
  } else {
    info.jpeg_color_space = info.out_color_space = JCS_GRAYSCALE;
  }
  info.dct_method = JDCT_ISLOW;
  jpeg_start_decompress(&info);
}

bool run(Decoder& decoder, const JpegFrame& frame, std::uint8_t* data, std::size_t size) {
  jpeg_decompress_struct& info = decoder.info;
  if (setjmp(decoder.failed) != 0) {
    jpeg_destroy_decompress(&info);
    return false;
  }
  start(decoder, frame);
  const std::size_t rowBytes = std::size_t{info.output_width} * static_cast<unsigned>(info.output_components);
  if (rowBytes * info.output_height != size) fail(reinterpret_cast<j_common_ptr>(&info));
  while (info.output_scanline < info.output_height) {
    JSAMPROW rows[16];
    const std::size_t first = info.output_scanline;
    for (std::size_t i = 0; i < 16; ++i)
      rows[i] = data + std::min<std::size_t>(first + i, info.output_height - 1) * rowBytes;
    const auto left = info.output_height - info.output_scanline;
    jpeg_read_scanlines(&info, rows, std::min<JDIMENSION>(16, left));
  }
  jpeg_finish_decompress(&info);
  jpeg_destroy_decompress(&info);
  return true;
}

}  // namespace

Status decodeWithTurbo(const JpegFrame& frame, std::vector<std::uint8_t>& data) {
  Decoder decoder{};
  decoder.info.err = jpeg_std_error(&decoder.errors);
  decoder.info.client_data = &decoder;
  decoder.errors.error_exit = fail;
  decoder.errors.emit_message = onMessage;
  decoder.isOneScan =
      !frame.header.isProgressive() && frame.header.componentsOfFirstScan == frame.header.components;
  if (run(decoder, frame, data.data(), data.size())) return Done{};
  return {ErrorCode::CodecFailed, std::string("JPEG: ") + decoder.message};
}

}  // namespace core
