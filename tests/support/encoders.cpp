// SPDX-License-Identifier: MIT
#include "tests/support/encoders.h"

#include <dcmtk/config/osconfig.h>
#include <openjpeg.h>

#include <dcmtk/dcmdata/dcfilefo.h>
#include <dcmtk/dcmdata/dcistrmb.h>
#include <dcmtk/dcmdata/dcostrmb.h>
#include <dcmtk/dcmdata/dcrledrg.h>
#include <dcmtk/dcmdata/dcrleerg.h>
#include <dcmtk/dcmdata/dcrlerp.h>
#include <dcmtk/dcmimage/diregist.h>
#include <dcmtk/dcmjpeg/djdecode.h>
#include <dcmtk/dcmjpeg/djencode.h>
#include <dcmtk/dcmjpeg/djrplol.h>
#include <dcmtk/dcmjpeg/djrploss.h>
#include <dcmtk/dcmjpls/djdecode.h>
#include <dcmtk/dcmjpls/djencode.h>
#include <dcmtk/dcmjpls/djrparam.h>
#include <memory>
#include <mutex>

#include "core/parse/tags.h"
#include "tests/support/dicombuilder.h"

namespace tests {

namespace {

using core::Vr;
namespace tags = core::tags;

void registerEncoders() {
  static std::once_flag once;
  std::call_once(once, [] {
    OFLog::configure(OFLogger::OFF_LOG_LEVEL);
    DcmRLEEncoderRegistration::registerCodecs();
    DJEncoderRegistration::registerCodecs();
    // Not "cooked": that encoder aborts on signed pixels.
    DJLSEncoderRegistration::registerCodecs(0, 0, 0, 0, OFFalse);
  });
}

struct Encoding {
  std::string_view uid;
  E_TransferSyntax syntax;
  std::shared_ptr<DcmRepresentationParameter> parameter;
};

const std::vector<Encoding>& encodings() {
  static const std::vector<Encoding> all = {
      {"1.2.840.10008.1.2.5", EXS_RLELossless, std::make_shared<DcmRLERepresentationParameter>()},
      {"1.2.840.10008.1.2.4.50", EXS_JPEGProcess1, std::make_shared<DJ_RPLossy>(90)},
      {"1.2.840.10008.1.2.4.51", EXS_JPEGProcess2_4, std::make_shared<DJ_RPLossy>(90)},
      {"1.2.840.10008.1.2.4.57", EXS_JPEGProcess14, std::make_shared<DJ_RPLossless>(6, 0)},
      {"1.2.840.10008.1.2.4.70", EXS_JPEGProcess14SV1, std::make_shared<DJ_RPLossless>(1, 0)},
      {"1.2.840.10008.1.2.4.80", EXS_JPEGLSLossless,
       std::make_shared<DJLSRepresentationParameter>(0, OFTrue)},
      {"1.2.840.10008.1.2.4.81", EXS_JPEGLSLossy, std::make_shared<DJLSRepresentationParameter>(2, OFFalse)},
  };
  return all;
}

DicomBuilder described(const Picture& picture) {
  DicomBuilder builder;
  builder.identity().us(tags::SamplesPerPixel, {static_cast<std::uint16_t>(picture.samples)});
  builder.text(tags::PhotometricInterpretation, Vr::CS, picture.photometric);
  if (picture.samples > 1)
    builder.us(tags::PlanarConfiguration, {static_cast<std::uint16_t>(picture.isPlanar)});
  builder.text(tags::NumberOfFrames, Vr::IS, std::to_string(picture.frames));
  const auto us = [&builder](core::Tag tag, int value) {
    builder.us(tag, {static_cast<std::uint16_t>(value)});
  };
  us(tags::Rows, picture.rows);
  us(tags::Columns, picture.columns);
  us(tags::BitsAllocated, picture.bitsAllocated);
  us(tags::BitsStored, picture.bitsStored);
  us(tags::HighBit, picture.bitsStored - 1);
  us(tags::PixelRepresentation, picture.isSigned);
  return builder;
}

struct Sink {
  std::vector<std::uint8_t> bytes;
  std::size_t position = 0;
};

OPJ_SIZE_T writeSink(void* data, OPJ_SIZE_T size, void* user) {
  auto& sink = *static_cast<Sink*>(user);
  if (sink.position + size > sink.bytes.size()) sink.bytes.resize(sink.position + size);
  std::copy_n(static_cast<const std::uint8_t*>(data), size,
              sink.bytes.begin() + static_cast<std::ptrdiff_t>(sink.position));
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

opj_image_t* imageOf(const Picture& picture, int frame, const J2kOptions& options) {
  std::vector<opj_image_cmptparm_t> parameters(static_cast<std::size_t>(picture.samples));
  for (opj_image_cmptparm_t& parameter : parameters) {
    parameter = {};
    parameter.dx = parameter.dy = 1;
    parameter.w = static_cast<OPJ_UINT32>(picture.columns);
    parameter.h = static_cast<OPJ_UINT32>(picture.rows);
    parameter.prec = static_cast<OPJ_UINT32>(options.precision ? options.precision : picture.bitsStored);
    parameter.sgnd = options.isSignedStream;
  }
  opj_image_t* image = opj_image_create(static_cast<OPJ_UINT32>(picture.samples), parameters.data(),
                                        picture.samples == 3 ? OPJ_CLRSPC_SRGB : OPJ_CLRSPC_GRAY);
  image->x1 = parameters[0].w;
  image->y1 = parameters[0].h;
  const std::size_t pixels = picture.cellsPerFrame() / static_cast<std::size_t>(picture.samples);
  const std::size_t start = picture.cellsPerFrame() * static_cast<std::size_t>(frame);
  const int unused = 32 - static_cast<int>(parameters[0].prec);
  for (std::size_t i = 0; i < pixels; ++i)
    for (std::size_t s = 0; s < parameters.size(); ++s) {
      const std::uint32_t raised = picture.cells[start + i * parameters.size() + s] << unused;
      image->comps[s].data[i] = options.isSignedStream ? static_cast<std::int32_t>(raised) >> unused
                                                       : static_cast<std::int32_t>(raised >> unused);
    }
  return image;
}

}  // namespace

std::size_t Picture::cellsPerFrame() const { return static_cast<std::size_t>(rows * columns * samples); }

std::vector<std::uint8_t> Picture::bytes() const {
  std::vector<std::uint8_t> all;
  for (const std::uint32_t cell : cells)
    for (int shift = 0; shift < bitsAllocated; shift += 8)
      all.push_back(static_cast<std::uint8_t>(cell >> shift));
  return all;
}

Picture patterned(Picture shape) {
  const std::uint32_t mask = shape.bitsStored == 32 ? ~0u : (1u << shape.bitsStored) - 1;
  std::uint32_t noise = 12345;
  const std::size_t count = shape.cellsPerFrame() * static_cast<std::size_t>(shape.frames);
  for (std::size_t i = 0; i < count; ++i) {
    noise = noise * 1664525u + 1013904223u;
    const auto x = static_cast<std::uint32_t>(i % static_cast<std::size_t>(shape.columns));
    const std::uint32_t kinds[] = {0u, mask, mask / 2 + 1, x * (mask / 64 + 1),
                                   noise >> (32 - shape.bitsStored)};
    shape.cells.push_back(kinds[i / 7 % 5] & mask);
  }
  return shape;
}

std::vector<std::uint8_t> nativeFile(const Picture& picture) {
  std::vector<std::uint8_t> bytes = picture.bytes();
  if (bytes.size() % 2 != 0) bytes.push_back(0);
  return described(picture)
      .bytes(tags::PixelData, picture.bitsAllocated == 8 ? Vr::OB : Vr::OW, bytes)
      .file();
}

std::vector<std::uint8_t> encodedByDcmtk(const std::vector<std::uint8_t>& file,
                                         std::string_view transferSyntax) {
  registerEncoders();
  const auto& all = encodings();
  const auto encoding =
      std::find_if(all.begin(), all.end(), [=](const Encoding& e) { return e.uid == transferSyntax; });
  DcmInputBufferStream input;
  input.setBuffer(file.data(), static_cast<offile_off_t>(file.size()));
  input.setEos();
  DcmFileFormat format;
  if (format.read(input).bad()) return {};
  DcmDataset* dataSet = format.getDataset();
  dataSet->loadAllDataIntoMemory();
  if (dataSet->chooseRepresentation(encoding->syntax, encoding->parameter.get()).bad()) return {};
  if (!dataSet->canWriteXfer(encoding->syntax)) return {};
  std::vector<std::uint8_t> out(file.size() * 2 + 65536);
  DcmOutputBufferStream output(out.data(), static_cast<offile_off_t>(out.size()));
  format.transferInit();
  if (format.write(output, encoding->syntax, EET_ExplicitLength, nullptr).bad()) return {};
  format.transferEnd();
  void* buffer = nullptr;
  offile_off_t length = 0;
  output.flushBuffer(buffer, length);
  return {static_cast<std::uint8_t*>(buffer), static_cast<std::uint8_t*>(buffer) + length};
}

std::vector<std::uint8_t> decodedByDcmtk(const std::vector<std::uint8_t>& file) {
  static std::once_flag once;
  std::call_once(once, [] {
    OFLog::configure(OFLogger::OFF_LOG_LEVEL);
    DcmRLEDecoderRegistration::registerCodecs();
    DJDecoderRegistration::registerCodecs(EDC_never);
    DJLSDecoderRegistration::registerCodecs();
  });
  DcmInputBufferStream input;
  input.setBuffer(file.data(), static_cast<offile_off_t>(file.size()));
  input.setEos();
  DcmFileFormat format;
  if (format.read(input).bad()) return {};
  DcmDataset* dataSet = format.getDataset();
  dataSet->loadAllDataIntoMemory();
  if (dataSet->chooseRepresentation(EXS_LittleEndianExplicit, nullptr).bad()) return {};
  const Uint8* bytes = nullptr;
  const Uint16* words = nullptr;
  unsigned long count = 0;
  if (dataSet->findAndGetUint8Array(DcmTagKey(0x7FE0, 0x0010), bytes, &count).good() && bytes)
    return {bytes, bytes + count};
  if (dataSet->findAndGetUint16Array(DcmTagKey(0x7FE0, 0x0010), words, &count).bad() || !words) return {};
  const auto* first = reinterpret_cast<const std::uint8_t*>(words);
  return {first, first + count * 2};
}

std::vector<std::uint8_t> j2kCodestream(const Picture& picture, int frame, J2kOptions options) {
  opj_cparameters_t parameters;
  opj_set_default_encoder_parameters(&parameters);
  parameters.tcp_mct = options.hasTransform;
  parameters.irreversible = options.isLossy;
  parameters.tcp_numlayers = 1;
  parameters.cp_disto_alloc = 1;
  parameters.tcp_rates[0] = options.isLossy ? 10 : 0;
  // No more levels than the smaller side can be halved.
  while (parameters.numresolution > 1 &&
         std::min(picture.rows, picture.columns) < 1 << (parameters.numresolution - 1))
    --parameters.numresolution;
  opj_image_t* image = imageOf(picture, frame, options);
  opj_codec_t* codec = opj_create_compress(OPJ_CODEC_J2K);
  Sink sink;
  opj_stream_t* stream = opj_stream_create(1 << 20, OPJ_FALSE);
  opj_stream_set_write_function(stream, writeSink);
  opj_stream_set_skip_function(stream, skipSink);
  opj_stream_set_seek_function(stream, seekSink);
  opj_stream_set_user_data(stream, &sink, nullptr);
  const bool done = opj_setup_encoder(codec, &parameters, image) &&
                    opj_start_compress(codec, image, stream) && opj_encode(codec, stream) &&
                    opj_end_compress(codec, stream);
  opj_stream_destroy(stream);
  opj_destroy_codec(codec);
  opj_image_destroy(image);
  if (!done) return {};
  if (sink.bytes.size() % 2 != 0) sink.bytes.push_back(0);
  return sink.bytes;
}

std::vector<std::uint8_t> j2kFile(const Picture& picture, J2kOptions options) {
  std::vector<std::vector<std::uint8_t>> fragments;
  for (int i = 0; i < picture.frames; ++i) fragments.push_back(j2kCodestream(picture, i, options));
  return fileOfFragments(picture, options.isLossy ? "1.2.840.10008.1.2.4.91" : "1.2.840.10008.1.2.4.90",
                         fragments);
}

std::vector<std::vector<std::uint8_t>> fragmentsOf(const std::vector<std::uint8_t>& file) {
  const auto parsed = core::DicomFile::parse(bufferOf(file));
  std::vector<std::vector<std::uint8_t>> fragments;
  if (!parsed || !parsed->dataSet().has(tags::PixelData)) return fragments;
  core::ByteReader reader(parsed->dataSet().find(tags::PixelData)->value);
  for (bool isTable = true; reader.remaining() >= 8; isTable = false) {
    reader.u32();
    const core::ByteView bytes = reader.take(reader.u32());
    if (!isTable) fragments.emplace_back(bytes.begin(), bytes.end());
  }
  return fragments;
}

std::vector<std::uint8_t> fileOfFragments(const Picture& picture, std::string_view transferSyntax,
                                          const std::vector<std::vector<std::uint8_t>>& fragments,
                                          const std::vector<std::uint32_t>& offsets) {
  return described(picture).fragments(fragments, offsets).file(transferSyntax);
}

}  // namespace tests
