// SPDX-License-Identifier: MIT
// JPEG 2000, reversible, by OpenJPEG. Its types end here.
#include <openjpeg.h>

#include <memory>

#include "core/encode/encoders.h"

namespace core {

namespace {

struct Sink {
  std::vector<std::uint8_t> bytes;
  std::size_t position = 0;
};

OPJ_SIZE_T writeSink(void* data, OPJ_SIZE_T size, void* user) {
  auto& sink = *static_cast<Sink*>(user);
  if (sink.position + size > sink.bytes.size()) sink.bytes.resize(sink.position + size);
  std::memcpy(sink.bytes.data() + sink.position, data, size);
  sink.position += size;
  return size;
}
OPJ_OFF_T skipSink(OPJ_OFF_T count, void* user) {
  static_cast<Sink*>(user)->position += static_cast<std::size_t>(count);
  return count;
}
OPJ_BOOL seekSink(OPJ_OFF_T position, void* user) {
  static_cast<Sink*>(user)->position = static_cast<std::size_t>(position);
  return OPJ_TRUE;
}

template <auto close>
struct Closer {
  void operator()(auto* thing) const { close(thing); }
};
using Image = std::unique_ptr<opj_image_t, Closer<opj_image_destroy>>;
using CodecPtr = std::unique_ptr<opj_codec_t, Closer<opj_destroy_codec>>;
using Stream = std::unique_ptr<opj_stream_t, Closer<opj_stream_destroy>>;

Image emptyImage(const PixelFormat& format) {
  std::vector<opj_image_cmptparm_t> parameters(format.samples);
  for (opj_image_cmptparm_t& parameter : parameters) {
    parameter = {};
    parameter.dx = parameter.dy = 1;
    parameter.w = format.columns;
    parameter.h = format.rows;
    parameter.prec = format.bitsStored;
    parameter.sgnd = format.isSigned;
  }
  Image image(opj_image_create(format.samples, parameters.data(),
                               format.samples == 3 ? OPJ_CLRSPC_SRGB : OPJ_CLRSPC_GRAY));
  if (image) {
    image->x1 = format.columns;
    image->y1 = format.rows;
  }
  return image;
}

/// The stored value of a cell: from High Bit down, sign-extended.
std::int32_t storedValue(std::uint32_t cell, const PixelFormat& format) {
  const std::uint32_t raised = cell << (31 - format.highBit);
  const int unused = 32 - format.bitsStored;
  return format.isSigned ? static_cast<std::int32_t>(raised) >> unused
                         : static_cast<std::int32_t>(raised >> unused);
}

Image imageOf(ByteView cells, const PixelFormat& format) {
  Image image = emptyImage(format);
  if (!image) return image;
  const bool isWide = format.bitsAllocated == 16;
  const std::size_t pixels = std::size_t{format.rows} * format.columns;
  for (std::size_t i = 0; i < pixels; ++i)
    for (std::size_t s = 0; s < format.samples; ++s) {
      const std::size_t at = i * format.samples + s;
      const std::uint32_t cell = isWide ? load16(cells.data() + 2 * at, ByteOrder::Little) : cells[at];
      image->comps[s].data[i] = storedValue(cell, format);
    }
  return image;
}

opj_cparameters_t parametersFor(const PixelFormat& format) {
  opj_cparameters_t parameters;
  opj_set_default_encoder_parameters(&parameters);
  parameters.tcp_mct = format.samples == 3;
  parameters.irreversible = 0;
  parameters.tcp_numlayers = 1;
  parameters.cp_disto_alloc = 1;
  parameters.tcp_rates[0] = 0;
  // No more levels than the smaller side can be halved.
  const std::uint32_t side = std::min(format.rows, format.columns);
  while (parameters.numresolution > 1 && side < 1u << (parameters.numresolution - 1))
    --parameters.numresolution;
  return parameters;
}

}  // namespace

Result<std::vector<std::uint8_t>> encodeJpeg2000(ByteView cells, const PixelFormat& format) {
  if (format.bitsAllocated != 8 && format.bitsAllocated != 16)
    return {ErrorCode::InvalidArgument,
            "JPEG 2000: cells of " + std::to_string(format.bitsAllocated) + " bits"};
  const Image image = imageOf(cells, format);
  const CodecPtr codec(opj_create_compress(OPJ_CODEC_J2K));
  const Stream stream(opj_stream_create(1 << 20, OPJ_FALSE));
  if (!image || !codec || !stream) return {ErrorCode::CodecFailed, "JPEG 2000: no memory"};
  Sink sink;
  opj_stream_set_write_function(stream.get(), writeSink);
  opj_stream_set_skip_function(stream.get(), skipSink);
  opj_stream_set_seek_function(stream.get(), seekSink);
  opj_stream_set_user_data(stream.get(), &sink, nullptr);
  opj_cparameters_t parameters = parametersFor(format);
  const bool done = opj_setup_encoder(codec.get(), &parameters, image.get()) &&
                    opj_start_compress(codec.get(), image.get(), stream.get()) &&
                    opj_encode(codec.get(), stream.get()) && opj_end_compress(codec.get(), stream.get());
  if (!done) return {ErrorCode::CodecFailed, "JPEG 2000: the frame cannot be encoded"};
  return std::move(sink.bytes);
}

}  // namespace core
