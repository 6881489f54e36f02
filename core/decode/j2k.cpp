// SPDX-License-Identifier: MIT
// JPEG 2000 and HTJ2K by OpenJPEG 2.5, one thread a frame: frames decode side by side.
#include <openjpeg.h>

#include "core/decode/codec.h"
#include "core/decode/jpegheader.h"

namespace core {

namespace {

Error failed(const std::string& why) { return {ErrorCode::CodecFailed, "JPEG 2000: " + why}; }

template <auto Free>
struct Freer {
  template <class T>
  void operator()(T* object) const {
    Free(object);
  }
};
using StreamPtr = std::unique_ptr<opj_stream_t, Freer<opj_stream_destroy>>;
using CodecPtr = std::unique_ptr<opj_codec_t, Freer<opj_destroy_codec>>;
using ImagePtr = std::unique_ptr<opj_image_t, Freer<opj_image_destroy>>;

/// A codestream in memory, as OpenJPEG reads it.
struct Memory {
  ByteView bytes;
  std::size_t position = 0;

  static OPJ_SIZE_T read(void* buffer, OPJ_SIZE_T size, void* user) {
    auto* memory = static_cast<Memory*>(user);
    const std::size_t there = std::min(size, memory->bytes.size() - memory->position);
    if (there == 0) return static_cast<OPJ_SIZE_T>(-1);
    std::memcpy(buffer, memory->bytes.data() + memory->position, there);
    memory->position += there;
    return there;
  }
  static OPJ_OFF_T skip(OPJ_OFF_T size, void* user) {
    auto* memory = static_cast<Memory*>(user);
    const auto left = static_cast<OPJ_OFF_T>(memory->bytes.size() - memory->position);
    if (size < 0 || left == 0) return -1;
    const OPJ_OFF_T step = std::min(size, left);
    memory->position += static_cast<std::size_t>(step);
    return step;
  }
  static OPJ_BOOL seek(OPJ_OFF_T position, void* user) {
    auto* memory = static_cast<Memory*>(user);
    if (position < 0 || static_cast<std::size_t>(position) > memory->bytes.size()) return OPJ_FALSE;
    memory->position = static_cast<std::size_t>(position);
    return OPJ_TRUE;
  }
};

StreamPtr streamOver(Memory& memory) {
  StreamPtr stream(opj_stream_create(std::max<std::size_t>(memory.bytes.size(), 1024), OPJ_TRUE));
  opj_stream_set_user_data(stream.get(), &memory, nullptr);
  opj_stream_set_user_data_length(stream.get(), memory.bytes.size());
  opj_stream_set_read_function(stream.get(), Memory::read);
  opj_stream_set_skip_function(stream.get(), Memory::skip);
  opj_stream_set_seek_function(stream.get(), Memory::seek);
  return stream;
}

bool isBoxed(ByteView bytes) { return bytes.size() > 12 && asText(bytes.subspan(4, 4)) == "jP  "; }

/// Whether the main header's COD marker asks for the multiple component transform (ITU-T T.800 A.6.1).
bool hasComponentTransform(ByteView bytes) {
  static constexpr std::uint8_t start[] = {0xFF, 0x4F, 0xFF, 0x51};
  const auto at = std::search(bytes.begin(), bytes.end(), std::begin(start), std::end(start));
  ByteReader reader(bytes.subspan(static_cast<std::size_t>(at - bytes.begin())), ByteOrder::Big);
  reader.u16();
  while (!reader.failed()) {
    const std::uint16_t marker = reader.u16();
    const std::uint16_t length = reader.u16();
    if (marker == 0xFF90 || length < 2) return false;
    const ByteView body = reader.take(length - 2u);
    if (marker == 0xFF52) return body.size() > 4 && body[4] == 1;
  }
  return false;
}

Photometric photometricOf(ByteView codestream, const PixelFormat& format) {
  if (format.samples != 3) return format.photometric;
  if (hasComponentTransform(codestream)) return Photometric::Rgb;
  const bool isYbr =
      format.photometric == Photometric::YbrFull || format.photometric == Photometric::YbrFull422;
  return isYbr ? Photometric::YbrFull : Photometric::Rgb;
}

void keepText(const char* text, void* user) {
  auto* kept = static_cast<std::string*>(user);
  if (kept->empty()) *kept = text;
  while (!kept->empty() && kept->back() == '\n') kept->pop_back();
}
void ignoreText(const char*, void*) {}

template <class Cell>
void copyComponent(const opj_image_comp_t& component, std::uint8_t* out, const Cells& cells,
                   std::size_t index, std::size_t samples) {
  auto* values = reinterpret_cast<Cell*>(out);
  // A component with fewer columns or rows (subsampled chroma) repeats its samples.
  const std::uint32_t dx = std::max<std::uint32_t>(1, (cells.columns + component.w - 1) / component.w);
  const std::uint32_t dy = std::max<std::uint32_t>(1, (cells.rows + component.h - 1) / component.h);
  for (std::uint32_t y = 0; y < cells.rows; ++y) {
    const OPJ_INT32* row = component.data + std::size_t{std::min(y / dy, component.h - 1)} * component.w;
    Cell* to = values + std::size_t{y} * cells.columns * samples + index;
    for (std::uint32_t x = 0; x < cells.columns; ++x)
      to[x * samples] = static_cast<Cell>(row[std::min(x / dx, component.w - 1)]);
  }
}

Result<Cells> cellsOf(const opj_image_t& image, ByteView codestream, const PixelFormat& format, int reduce) {
  const std::uint32_t round = (1u << reduce) - 1;
  Cells cells{(format.columns + round) >> reduce,
              (format.rows + round) >> reduce,
              1,
              0,
              photometricOf(codestream, format),
              {}};
  for (std::uint32_t i = 0; i < format.samples; ++i) {
    const opj_image_comp_t& component = image.comps[i];
    if (!component.data || component.w == 0 || component.h == 0) return failed("a component is missing");
    if (i == 0 && (component.w != cells.columns || component.h != cells.rows))
      return failed("the picture is not of the size announced");
    cells.precision = std::max(cells.precision, static_cast<std::uint16_t>(component.prec));
  }
  if (cells.precision > format.bitsAllocated)
    return failed(std::to_string(cells.precision) + " bits in the stream, " +
                  std::to_string(format.bitsAllocated) + " allocated");
  cells.bytesPerSample = static_cast<std::uint16_t>(format.bitsAllocated <= 8    ? 1
                                                    : format.bitsAllocated <= 16 ? 2
                                                                                 : 4);
  cells.bytes.resize(std::size_t{cells.columns} * cells.rows * format.samples * cells.bytesPerSample);
  for (std::size_t i = 0; i < format.samples; ++i) {
    if (cells.bytesPerSample == 1)
      copyComponent<std::uint8_t>(image.comps[i], cells.bytes.data(), cells, i, format.samples);
    else if (cells.bytesPerSample == 2)
      copyComponent<std::uint16_t>(image.comps[i], cells.bytes.data(), cells, i, format.samples);
    else
      copyComponent<std::uint32_t>(image.comps[i], cells.bytes.data(), cells, i, format.samples);
  }
  return cells;
}

}  // namespace

Result<Cells> decodeJpeg2000(ByteView codestream, const PixelFormat& format, int reduce) {
  Memory memory{codestream};
  const StreamPtr stream = streamOver(memory);
  const CodecPtr codec(opj_create_decompress(isBoxed(codestream) ? OPJ_CODEC_JP2 : OPJ_CODEC_J2K));
  std::string why;
  opj_set_error_handler(codec.get(), keepText, &why);
  opj_set_warning_handler(codec.get(), ignoreText, nullptr);
  opj_dparameters_t parameters;
  opj_set_default_decoder_parameters(&parameters);
  parameters.cp_reduce = static_cast<OPJ_UINT32>(reduce);
  parameters.flags |= OPJ_DPARAMETERS_IGNORE_PCLR_CMAP_CDEF_FLAG;
  if (!opj_setup_decoder(codec.get(), &parameters)) return failed("the decoder does not start");
  opj_decoder_set_strict_mode(codec.get(), OPJ_TRUE);
  opj_image_t* made = nullptr;
  const bool headed = opj_read_header(stream.get(), codec.get(), &made);
  const ImagePtr image(made);
  if (!headed || !image) return failed(why.empty() ? "no header" : why);
  if (const auto mismatch =
          sizeMismatch("JPEG 2000", image->x1 - image->x0, image->y1 - image->y0, image->numcomps, format))
    return *mismatch;
  if (!opj_decode(codec.get(), stream.get(), image.get()))
    return failed(why.empty() ? "the stream is cut short or damaged" : why);
  return cellsOf(*image, codestream, format, reduce);
}

}  // namespace core
