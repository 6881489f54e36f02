// SPDX-License-Identifier: MIT
// OpenJPEG: JPEG 2000 (ISO/IEC 15444-1) and High-Throughput JPEG 2000 (15444-15), one thread a frame. Its
// types end here.
#include <openjpeg.h>

#include <cstring>

#include "core/base/assertions.h"
#include "core/base/limits.h"
#include "core/decode/codec.h"

namespace core {

namespace {

template <auto Free>
struct Freer {
  template <class T>
  void operator()(T* object) const {
    Free(object);
  }
};
void freeInfo(opj_codestream_info_v2_t* info) { opj_destroy_cstr_info(&info); }

using StreamPtr = std::unique_ptr<opj_stream_t, Freer<opj_stream_destroy>>;
using CodecPtr = std::unique_ptr<opj_codec_t, Freer<opj_destroy_codec>>;
using ImagePtr = std::unique_ptr<opj_image_t, Freer<opj_image_destroy>>;
using InfoPtr = std::unique_ptr<opj_codestream_info_v2_t, Freer<freeInfo>>;

/// The bytes as OpenJPEG reads them.
struct Memory {
  ByteView bytes;
  std::size_t position = 0;
};

OPJ_SIZE_T readMemory(void* buffer, OPJ_SIZE_T count, void* user) {
  auto& memory = *static_cast<Memory*>(user);
  const std::size_t there = std::min<std::size_t>(count, memory.bytes.size() - memory.position);
  if (there == 0) return static_cast<OPJ_SIZE_T>(-1);
  std::memcpy(buffer, memory.bytes.data() + memory.position, there);
  memory.position += there;
  return there;
}

OPJ_OFF_T skipMemory(OPJ_OFF_T count, void* user) {
  auto& memory = *static_cast<Memory*>(user);
  if (count < 0) return -1;
  const auto there = static_cast<OPJ_OFF_T>(memory.bytes.size() - memory.position);
  const OPJ_OFF_T skipped = std::min(count, there);
  memory.position += static_cast<std::size_t>(skipped);
  return skipped == count ? count : -1;
}

OPJ_BOOL seekMemory(OPJ_OFF_T position, void* user) {
  auto& memory = *static_cast<Memory*>(user);
  if (position < 0 || static_cast<std::uint64_t>(position) > memory.bytes.size()) return OPJ_FALSE;
  memory.position = static_cast<std::size_t>(position);
  return OPJ_TRUE;
}

StreamPtr streamOf(Memory& memory) {
  StreamPtr stream(opj_stream_create(std::max<std::size_t>(1, memory.bytes.size()), OPJ_TRUE));
  if (!stream) return stream;
  opj_stream_set_read_function(stream.get(), readMemory);
  opj_stream_set_skip_function(stream.get(), skipMemory);
  opj_stream_set_seek_function(stream.get(), seekMemory);
  opj_stream_set_user_data(stream.get(), &memory, nullptr);
  opj_stream_set_user_data_length(stream.get(), memory.bytes.size());
  return stream;
}

/// Keeps the first message of a decoder: those after it are of its consequences.
void keepError(const char* text, void* user) {
  auto& message = *static_cast<std::string*>(user);
  if (message.empty()) message.assign(text, std::strcspn(text, "\n"));
}
void ignore(const char*, void*) {}

/// The sizes in a SIZ segment (15444-1 A.5.1), read before OpenJPEG allocates by them.
struct Siz {
  std::uint32_t columns = 0;
  std::uint32_t rows = 0;
  std::uint64_t tiles = 0;
  std::uint16_t components = 0;
};

bool isBoxed(ByteView bytes) {
  constexpr std::uint8_t signature[] = {0, 0, 0, 12, 'j', 'P', ' ', ' '};
  return bytes.size() > sizeof signature &&
         std::equal(std::begin(signature), std::end(signature), bytes.begin());
}

std::optional<Siz> sizOf(ByteView bytes) {
  constexpr std::uint8_t start[] = {0xFF, 0x4F, 0xFF, 0x51};
  const auto at = std::search(bytes.begin(), bytes.end(), std::begin(start), std::end(start));
  ByteReader reader(bytes.subspan(static_cast<std::size_t>(at - bytes.begin())), ByteOrder::Big);
  reader.take(8);
  std::uint32_t v[8];  // X and Y of: image end, image start, tile size, tile start
  for (std::uint32_t& value : v) value = reader.u32();
  Siz siz;
  siz.components = reader.u16();
  if (reader.failed() || v[0] <= v[2] || v[1] <= v[3] || v[4] == 0 || v[5] == 0 || v[0] < v[6] || v[1] < v[7])
    return std::nullopt;
  siz.columns = v[0] - v[2];
  siz.rows = v[1] - v[3];
  const auto tilesAcross = (std::uint64_t{v[0]} - v[6] + v[4] - 1) / v[4];
  siz.tiles = tilesAcross * ((std::uint64_t{v[1]} - v[7] + v[5] - 1) / v[5]);
  return siz;
}

class Decoder {
 public:
  explicit Decoder(ByteView bytes)
      : m_memory{bytes},
        m_stream(streamOf(m_memory)),
        m_codec(opj_create_decompress(isBoxed(bytes) ? OPJ_CODEC_JP2 : OPJ_CODEC_J2K)) {}

  /// Null when it fails; message() says why.
  const opj_image_t* decode(int reduce);
  const std::string& message() const { return m_message; }
  bool hasComponentTransform() const { return m_hasTransform; }
  /// The 9-7 wavelet (15444-1 A.6.1): such a stream is never lossless, whatever its transfer syntax.
  bool isIrreversible() const { return m_isIrreversible; }

 private:
  bool readHeader();
  int possibleReduction(int wanted);

  Memory m_memory;
  StreamPtr m_stream;
  CodecPtr m_codec;
  ImagePtr m_image;
  std::string m_message;
  bool m_hasTransform = false;
  bool m_isIrreversible = true;
};

bool Decoder::readHeader() {
  opj_set_error_handler(m_codec.get(), keepError, &m_message);
  opj_set_warning_handler(m_codec.get(), ignore, nullptr);
  opj_set_info_handler(m_codec.get(), ignore, nullptr);
  opj_dparameters_t parameters;
  opj_set_default_decoder_parameters(&parameters);
  // A boxed stream's palette and channel definitions are not DICOM's: the components come as they are.
  parameters.flags |= OPJ_DPARAMETERS_IGNORE_PCLR_CMAP_CDEF_FLAG;
  if (!opj_setup_decoder(m_codec.get(), &parameters)) return false;
  opj_decoder_set_strict_mode(m_codec.get(), OPJ_TRUE);
  opj_image_t* image = nullptr;
  const bool isRead = opj_read_header(m_stream.get(), m_codec.get(), &image);
  m_image.reset(image);
  return isRead && image;
}

int Decoder::possibleReduction(int wanted) {
  const InfoPtr info(opj_get_cstr_info(m_codec.get()));
  if (!info) return 0;
  m_hasTransform = info->m_default_tile_info.mct != 0;
  const opj_tccp_info_t* component = info->m_default_tile_info.tccp_info;
  m_isIrreversible = !component || component->qmfbid != 1;
  const int levels = component ? static_cast<int>(component->numresolutions) - 1 : 0;
  return std::clamp(wanted, 0, std::max(0, levels));
}

const opj_image_t* Decoder::decode(int reduce) {
  if (!m_stream || !m_codec || !readHeader()) return nullptr;
  const int reduction = possibleReduction(reduce);
  if (reduction > 0 && !opj_set_decoded_resolution_factor(m_codec.get(), static_cast<OPJ_UINT32>(reduction)))
    return nullptr;
  if (!opj_decode(m_codec.get(), m_stream.get(), m_image.get())) return nullptr;
  // A codestream without its end marker is whole all the same: strict mode has refused missing data above.
  opj_end_decompress(m_codec.get(), m_stream.get());
  return m_image.get();
}

Error failed(std::string detail) { return {ErrorCode::CodecFailed, "JPEG 2000: " + std::move(detail)}; }

template <class Cell>
void copyComponent(const opj_image_comp_t& from, const Cells& cells, std::size_t index, Cell* to) {
  if (from.w == cells.columns && from.h == cells.rows) {
    const std::size_t pixels = std::size_t{cells.columns} * cells.rows;
    for (std::size_t i = 0; i < pixels; ++i) to[i * cells.samples + index] = static_cast<Cell>(from.data[i]);
    return;
  }
  for (std::size_t y = 0; y < cells.rows; ++y)
    for (std::size_t x = 0; x < cells.columns; ++x)
      to[(y * cells.columns + x) * cells.samples + index] =
          static_cast<Cell>(from.data[y * from.h / cells.rows * from.w + x * from.w / cells.columns]);
}

template <class Cell>
void copyComponents(const opj_image_t& image, Cells& cells) {
  cells.data.resize(std::size_t{cells.columns} * cells.rows * cells.samples * sizeof(Cell));
  for (std::size_t i = 0; i < cells.samples; ++i)
    copyComponent(image.comps[i], cells, i, reinterpret_cast<Cell*>(cells.data.data()));
}

/// The components must be of one kind and be there; chroma may be subsampled.
bool isUsable(const opj_image_t& image, std::uint16_t samples) {
  if (image.numcomps != samples) return false;
  for (std::uint32_t i = 0; i < samples; ++i) {
    const opj_image_comp_t& component = image.comps[i];
    if (!component.data || component.w == 0 || component.h == 0) return false;
    if (component.prec != image.comps[0].prec || component.sgnd != image.comps[0].sgnd) return false;
    if (component.w > image.comps[0].w || component.h > image.comps[0].h) return false;
  }
  return image.comps[0].prec >= 1 && image.comps[0].prec <= 32;
}

Cells cellsOf(const opj_image_t& image, const CodedFrame& frame, const Decoder& decoder) {
  const opj_image_comp_t& first = image.comps[0];
  Cells cells;
  cells.columns = first.w;
  cells.rows = first.h;
  cells.samples = frame.format.samples;
  cells.precision = static_cast<std::uint16_t>(first.prec);
  cells.sign = first.sgnd ? Cells::Sign::Signed : Cells::Sign::Unsigned;
  cells.isLossy = frame.isLossySyntax || decoder.isIrreversible();
  const bool isRgb = decoder.hasComponentTransform() && cells.samples == 3;
  cells.photometric = isRgb ? Photometric::Rgb : expanded(frame.format.photometric);
  cells.bits = first.prec <= 8 ? 8 : first.prec <= 16 ? 16 : 32;
  if (cells.bits == 8) copyComponents<std::uint8_t>(image, cells);
  if (cells.bits == 16) copyComponents<std::uint16_t>(image, cells);
  if (cells.bits == 32) copyComponents<std::uint32_t>(image, cells);
  return cells;
}

Status checkSiz(const CodedFrame& frame) {
  const auto siz = sizOf(frame.bytes);
  if (!siz) return failed("no codestream");
  if (Status status = checkSize("JPEG 2000", frame.format, siz->columns, siz->rows, siz->components); !status)
    return status;
  if (siz->tiles > limits::jpeg2000Tiles)
    return {ErrorCode::TooLarge, "JPEG 2000: " + std::to_string(siz->tiles) + " tiles"};
  return Done{};
}

}  // namespace

Result<Cells> decodeJpeg2000(const CodedFrame& frame) {
  if (Status status = checkSiz(frame); !status) return status.error();
  try {
    const CaughtAssertions assertions;
    Decoder decoder(frame.bytes);
    const opj_image_t* image = decoder.decode(frame.reduce);
    if (!image) return failed(decoder.message().empty() ? "the codestream is damaged" : decoder.message());
    if (!isUsable(*image, frame.format.samples)) return failed("components that do not belong together");
    return cellsOf(*image, frame, decoder);
  } catch (const AssertionFailed&) {
    return failed("the codestream is damaged");
  } catch (...) {
    return failed("the decoder gave up");
  }
}

}  // namespace core
