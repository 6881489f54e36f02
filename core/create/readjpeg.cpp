// SPDX-License-Identifier: MIT
// JPEG files by libjpeg-turbo. Its longjmp and its types end here.
#include <QBuffer>
#include <QImageReader>
#include <csetjmp>
#include <cstdio>

#include <jpeglib.h>

#include "core/create/colourprofile.h"
#include "core/create/jpegstream.h"
#include "core/create/readpicture.h"

namespace core {

namespace {

constexpr int maxScans = 200;  ///< a progressive stream of a few kB may have thousands, each a pass

/// Only plain data: what has a destructor must not live across a longjmp.
struct Decompressor {
  jpeg_decompress_struct info;
  jpeg_error_mgr errors;
  jpeg_progress_mgr progress;
  std::jmp_buf failed;
  char message[JMSG_LENGTH_MAX];
};

[[noreturn]] void fail(j_common_ptr info) {
  auto& decompressor = *static_cast<Decompressor*>(info->client_data);
  decompressor.errors.format_message(info, decompressor.message);
  std::longjmp(decompressor.failed, 1);
}

/// A warning is where the library goes on with samples that it made up.
void onMessage(j_common_ptr info, int level) {
  if (level < 0) fail(info);
}

void ignore(j_common_ptr, int) {}

void onProgress(j_common_ptr info) {
  if (reinterpret_cast<j_decompress_ptr>(info)->input_scan_number > maxScans) fail(info);
}

/// Leaves the decompressor at the first line; false when it gave up.
bool readHeader(Decompressor& decompressor, ByteView bytes) {
  jpeg_decompress_struct& info = decompressor.info;
  info.err = jpeg_std_error(&decompressor.errors);
  decompressor.errors.error_exit = fail;
  decompressor.errors.emit_message = onMessage;
  info.client_data = &decompressor;
  if (setjmp(decompressor.failed)) return false;
  jpeg_create_decompress(&info);
  info.client_data = &decompressor;
  info.progress = &decompressor.progress;
  decompressor.progress.progress_monitor = onProgress;
  jpeg_save_markers(&info, JPEG_APP0 + 2, 0xFFFF);
  jpeg_mem_src(&info, bytes.data(), static_cast<unsigned long>(bytes.size()));
  jpeg_read_header(&info, TRUE);
  info.out_color_space = info.num_components == 1 ? JCS_GRAYSCALE : JCS_RGB;
  return true;
}

bool readLines(Decompressor& decompressor, std::uint8_t* out, std::size_t stride) {
  if (setjmp(decompressor.failed)) return false;
  jpeg_decompress_struct& info = decompressor.info;
  jpeg_start_decompress(&info);
  while (info.output_scanline < info.output_height) {
    JSAMPROW row = out + info.output_scanline * stride;
    jpeg_read_scanlines(&info, &row, 1);
  }
  jpeg_finish_decompress(&info);
  return true;
}

/// Put together from its application segments. What is wrong with it is wrong with the profile alone.
std::vector<std::uint8_t> profileOf(Decompressor& decompressor) {
  JOCTET* bytes = nullptr;
  unsigned int size = 0;
  decompressor.errors.emit_message = ignore;
  if (setjmp(decompressor.failed)) return {};
  if (!jpeg_read_icc_profile(&decompressor.info, &bytes, &size)) return {};
  std::vector<std::uint8_t> profile(bytes, bytes + size);
  std::free(bytes);
  return profile;
}

/// The standard has one name for all chrominance of fewer samples in a JPEG, and none for chrominance of as
/// many (PS3.3 C.7.6.3.1.2, PS3.5 Table 8.2.1-1).
std::string_view photometricOf(J_COLOR_SPACE colours) {
  switch (colours) {
    case JCS_GRAYSCALE:
      return "MONOCHROME2";
    case JCS_YCbCr:
      return "YBR_FULL_422";
    case JCS_RGB:
      return "RGB";
    default:
      return {};
  }
}

/// From the camera's note on how it was held (EXIF).
QImageIOHandler::Transformations orientationOf(ByteView bytes) {
  QBuffer buffer;
  buffer.setData(QByteArray::fromRawData(reinterpret_cast<const char*>(bytes.data()),
                                         static_cast<qsizetype>(bytes.size())));
  buffer.open(QIODevice::ReadOnly);
  return QImageReader(&buffer, "jpg").transformation();
}

/// The cells, upright; everything of libjpeg is released by the caller.
Result<Picture> decoded(Decompressor& decompressor, ByteView bytes) {
  const auto damaged = [&decompressor] {
    return Error{ErrorCode::CodecFailed, std::string("the JPEG is damaged: ") + decompressor.message};
  };
  if (!readHeader(decompressor, bytes)) return damaged();
  const jpeg_decompress_struct& info = decompressor.info;
  if (info.num_components != 1 && info.num_components != 3)
    return {ErrorCode::InvalidArgument, "the JPEG is neither grey nor RGB"};
  if (Status size = checkPictureSize(info.image_width, info.image_height); !size) return size.error();
  Picture picture;
  const auto samples = static_cast<std::uint16_t>(info.num_components);
  picture.format = pictureFormat(info.image_width, info.image_height, samples, 8);
  picture.cells.resize(picture.format.frameBytes());
  takeProfile(picture, profileOf(decompressor));
  picture.streamPhotometric = photometricOf(info.jpeg_color_space);
  decompressor.errors.emit_message = onMessage;
  if (!readLines(decompressor, picture.cells.data(), std::size_t{info.image_width} * samples))
    return damaged();
  picture.lossyMethod = "ISO_10918_1";
  picture.compressedBytes = bytes.size();
  if (!picture.streamPhotometric.empty()) picture.stream = baselineStream(bytes);
  if (!picture.stream.empty()) picture.compressedBytes = picture.stream.size();
  makeUpright(picture, orientationOf(bytes));
  return picture;
}

}  // namespace

Result<Picture> readJpeg(ByteView bytes) {
  Decompressor decompressor{};
  Result<Picture> picture = decoded(decompressor, bytes);
  jpeg_destroy_decompress(&decompressor.info);
  return picture;
}

}  // namespace core
