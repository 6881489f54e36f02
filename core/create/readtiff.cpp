// SPDX-License-Identifier: MIT
// TIFF files by libtiff. Its types end here.
#include <tiffio.h>

#include <memory>

#include "core/base/assertions.h"
#include "core/base/limits.h"
#include "core/create/colourprofile.h"
#include "core/create/readpicture.h"

namespace core {

namespace {

struct Memory {
  ByteView bytes;
  toff_t position = 0;
};

tmsize_t readMemory(thandle_t handle, void* out, tmsize_t size) {
  auto& memory = *static_cast<Memory*>(handle);
  if (size < 0 || memory.position >= memory.bytes.size()) return 0;
  const std::size_t count =
      std::min<std::size_t>(static_cast<std::size_t>(size), memory.bytes.size() - memory.position);
  std::memcpy(out, memory.bytes.data() + memory.position, count);
  memory.position += count;
  return static_cast<tmsize_t>(count);
}
tmsize_t writeMemory(thandle_t, void*, tmsize_t) { return 0; }
toff_t seekMemory(thandle_t handle, toff_t offset, int whence) {
  auto& memory = *static_cast<Memory*>(handle);
  const toff_t base = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? memory.position : memory.bytes.size();
  return memory.position = base + offset;
}
int closeMemory(thandle_t) { return 0; }
toff_t sizeOfMemory(thandle_t handle) { return static_cast<Memory*>(handle)->bytes.size(); }
int quiet(TIFF*, void*, const char*, const char*, va_list) { return 1; }

struct Closer {
  void operator()(TIFF* tiff) const { TIFFClose(tiff); }
  void operator()(TIFFOpenOptions* options) const { TIFFOpenOptionsFree(options); }
};
using TiffPtr = std::unique_ptr<TIFF, Closer>;

TiffPtr opened(Memory& memory) {
  const std::unique_ptr<TIFFOpenOptions, Closer> options(TIFFOpenOptionsAlloc());
  TIFFOpenOptionsSetMaxSingleMemAlloc(options.get(), 1 << 29);
  TIFFOpenOptionsSetErrorHandlerExtR(options.get(), quiet, nullptr);
  TIFFOpenOptionsSetWarningHandlerExtR(options.get(), quiet, nullptr);
  return TiffPtr(TIFFClientOpenExt("", "rm", &memory, readMemory, writeMemory, seekMemory, closeMemory,
                                   sizeOfMemory, nullptr, nullptr, options.get()));
}

struct Page {
  std::uint32_t columns = 0;
  std::uint32_t rows = 0;
  std::uint16_t bits = 1;
  std::uint16_t samples = 1;
  std::uint16_t photometric = PHOTOMETRIC_MINISBLACK;
  std::uint16_t sampleFormat = SAMPLEFORMAT_UINT;
  std::uint16_t orientation = ORIENTATION_TOPLEFT;
  bool isTiled = false;

  bool isGrey() const {
    return samples == 1 && (photometric == PHOTOMETRIC_MINISBLACK || photometric == PHOTOMETRIC_MINISWHITE);
  }
};

Page pageOf(TIFF* tiff) {
  Page page;
  TIFFGetField(tiff, TIFFTAG_IMAGEWIDTH, &page.columns);
  TIFFGetField(tiff, TIFFTAG_IMAGELENGTH, &page.rows);
  TIFFGetFieldDefaulted(tiff, TIFFTAG_BITSPERSAMPLE, &page.bits);
  TIFFGetFieldDefaulted(tiff, TIFFTAG_SAMPLESPERPIXEL, &page.samples);
  TIFFGetField(tiff, TIFFTAG_PHOTOMETRIC, &page.photometric);
  TIFFGetFieldDefaulted(tiff, TIFFTAG_SAMPLEFORMAT, &page.sampleFormat);
  TIFFGetFieldDefaulted(tiff, TIFFTAG_ORIENTATION, &page.orientation);
  page.isTiled = TIFFIsTiled(tiff) != 0;
  return page;
}

/// As the orientations 1 to 8 say where row 0 and column 0 are (TIFF 6.0, section 8).
QImageIOHandler::Transformations orientationOf(std::uint16_t orientation) {
  using Handler = QImageIOHandler;
  constexpr Handler::Transformation all[] = {Handler::TransformationNone,
                                             Handler::TransformationMirror,
                                             Handler::TransformationRotate180,
                                             Handler::TransformationFlip,
                                             Handler::TransformationFlipAndRotate90,
                                             Handler::TransformationRotate90,
                                             Handler::TransformationMirrorAndRotate90,
                                             Handler::TransformationRotate270};
  return orientation >= 1 && orientation <= 8 ? all[orientation - 1] : Handler::TransformationNone;
}

Error damaged() { return {ErrorCode::CodecFailed, "the TIFF is damaged"}; }

/// Whole strips of grey cells, in the machine's (little endian) order.
Result<Picture> readGrey(TIFF* tiff, const Page& page) {
  Picture picture;
  picture.format = pictureFormat(page.columns, page.rows, 1, page.bits);
  picture.cells.resize(picture.format.frameBytes());
  const tmsize_t stripSize = TIFFStripSize(tiff);
  std::size_t at = 0;
  for (tstrip_t strip = 0; strip < TIFFNumberOfStrips(tiff) && at < picture.cells.size(); ++strip) {
    const std::size_t left = picture.cells.size() - at;
    const std::size_t wanted = std::min(left, static_cast<std::size_t>(std::max<tmsize_t>(stripSize, 0)));
    const tmsize_t read =
        TIFFReadEncodedStrip(tiff, strip, picture.cells.data() + at, static_cast<tmsize_t>(wanted));
    if (wanted == 0 || read != static_cast<tmsize_t>(wanted)) return damaged();
    at += wanted;
  }
  if (at != picture.cells.size()) return damaged();
  if (page.photometric == PHOTOMETRIC_MINISWHITE)
    for (std::uint8_t& byte : picture.cells) byte = static_cast<std::uint8_t>(~byte);
  makeUpright(picture, orientationOf(page.orientation));
  return picture;
}

/// Everything else by libtiff's own conversion to RGBA of 8 bits, which lays transparency on black.
Result<Picture> readColour(TIFF* tiff, const Page& page) {
  std::vector<std::uint32_t> pixels(std::size_t{page.columns} * page.rows);
  char reason[1024];
  if (!TIFFRGBAImageOK(tiff, reason))
    return {ErrorCode::InvalidArgument, "a TIFF of a kind that is not read"};
  if (!TIFFReadRGBAImageOriented(tiff, page.columns, page.rows, pixels.data(), ORIENTATION_TOPLEFT, 1))
    return damaged();
  Picture picture;
  const bool isGrey =
      page.photometric == PHOTOMETRIC_MINISBLACK || page.photometric == PHOTOMETRIC_MINISWHITE;
  picture.format = pictureFormat(page.columns, page.rows, isGrey ? 1 : 3, 8);
  picture.cells.reserve(picture.format.frameBytes());
  bool isTransparent = false;
  for (const std::uint32_t pixel : pixels) {
    isTransparent = isTransparent || TIFFGetA(pixel) != 255;
    picture.cells.push_back(static_cast<std::uint8_t>(TIFFGetR(pixel)));
    if (isGrey) continue;
    picture.cells.push_back(static_cast<std::uint8_t>(TIFFGetG(pixel)));
    picture.cells.push_back(static_cast<std::uint8_t>(TIFFGetB(pixel)));
  }
  if (isTransparent) addDerivation(picture, "Transparent pixels laid on black.");
  if (page.bits == 16) addDerivation(picture, "Samples of 16 bits made ones of 8.");
  return picture;
}

Result<Picture> readPage(TIFF* tiff) {
  const Page page = pageOf(tiff);
  if (Status size = checkPictureSize(page.columns, page.rows); !size) return size.error();
  if (page.sampleFormat != SAMPLEFORMAT_UINT && page.sampleFormat != SAMPLEFORMAT_VOID)
    return {ErrorCode::InvalidArgument, "a TIFF of signed or floating point samples"};
  const bool isWhole = page.bits == 8 || page.bits == 16;
  if (page.isGrey() && isWhole && !page.isTiled) return readGrey(tiff, page);
  if (page.isGrey() && page.bits == 16) return {ErrorCode::InvalidArgument, "a tiled TIFF of 16 bits"};
  return readColour(tiff, page);
}

std::string lossyMethodOf(TIFF* tiff) {
  std::uint16_t compression = COMPRESSION_NONE;
  TIFFGetFieldDefaulted(tiff, TIFFTAG_COMPRESSION, &compression);
  return compression == COMPRESSION_JPEG || compression == COMPRESSION_OJPEG ? "ISO_10918_1" : "";
}

ByteView profileOf(TIFF* tiff) {
  std::uint32_t size = 0;
  void* bytes = nullptr;
  if (!TIFFGetField(tiff, TIFFTAG_ICCPROFILE, &size, &bytes)) return {};
  return {static_cast<const std::uint8_t*>(bytes), size};
}

bool isThumbnail(TIFF* tiff) {
  std::uint32_t kind = 0;
  TIFFGetFieldDefaulted(tiff, TIFFTAG_SUBFILETYPE, &kind);
  return (kind & (FILETYPE_REDUCEDIMAGE | FILETYPE_MASK)) != 0;
}

Status addPage(TIFF* tiff, std::size_t fileBytes, std::vector<Picture>& pictures) {
  if (isThumbnail(tiff)) return Done{};
  auto picture = readPage(tiff);
  if (!picture) return picture.error();
  picture->lossyMethod = lossyMethodOf(tiff);
  picture->compressedBytes = fileBytes;
  takeProfile(*picture, profileOf(tiff));
  pictures.push_back(*std::move(picture));
  std::uint64_t total = 0;
  for (const Picture& each : pictures) total += each.cells.size();
  if (total > limits::pictureBytes)
    return {ErrorCode::TooLarge, "the pages of the TIFF are too large together"};
  return Done{};
}

Result<std::vector<Picture>> readPages(TIFF* tiff, std::size_t fileBytes) {
  std::vector<Picture> pictures;
  for (int page = 0; page < limits::picturePages; ++page) {
    if (Status status = addPage(tiff, fileBytes, pictures); !status) return status.error();
    if (TIFFLastDirectory(tiff)) return pictures;
    if (!TIFFReadDirectory(tiff)) return damaged();
  }
  return {ErrorCode::TooLarge, "the TIFF has too many pages"};
}

}  // namespace

Result<std::vector<Picture>> readTiff(ByteView bytes) {
  try {
    const CaughtAssertions assertions;
    Memory memory{bytes};
    const TiffPtr tiff = opened(memory);
    if (!tiff) return damaged();
    auto pictures = readPages(tiff.get(), bytes.size());
    if (!pictures) return pictures.error();
    if (pictures->empty()) return damaged();
    for (Picture& picture : *pictures) picture.compressedBytes /= pictures->size();
    return pictures;
  } catch (const AssertionFailed&) {
    return damaged();
  }
}

}  // namespace core
