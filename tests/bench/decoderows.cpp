// SPDX-License-Identifier: MIT
#include "tests/bench/decoderows.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcistrmb.h>
#include <dcmtk/dcmdata/dcrledrg.h>
#include <dcmtk/dcmdata/dctk.h>
#include <dcmtk/dcmimage/diregist.h>
#include <dcmtk/dcmimgle/dcmimage.h>
#include <dcmtk/dcmjpeg/djdecode.h>
#include <dcmtk/dcmjpls/djdecode.h>

#include <atomic>
#include <cmath>
#include <cstdlib>
#include <thread>

#include "core/decode/framereader.h"
#include "tests/bench/timing.h"
#include "tests/support/dicombuilder.h"
#include "tests/support/encoders.h"

namespace bench {

namespace {

/// A soft disc with a little noise on it, as a scanner makes one.
tests::Picture phantom(int bits, int samples = 1) {
  tests::Picture picture;
  picture.rows = picture.columns = 512;
  picture.samples = samples;
  picture.bitsStored = bits;
  picture.bitsAllocated = bits > 8 ? 16 : 8;
  picture.photometric = samples == 3 ? "RGB" : "MONOCHROME2";
  unsigned seed = 1;
  for (int y = 0; y < 512; ++y)
    for (int x = 0; x < 512; ++x)
      for (int s = 0; s < samples; ++s) {
        seed = seed * 1664525 + 1013904223;
        const double r = std::hypot(x / 256.0 - 1, y / 256.0 - 1);
        const double value = r < 0.8 ? 0.3 + 0.15 * std::cos(9 * r + s) : 0;
        const int noise = r < 0.8 ? static_cast<int>(seed >> (bits > 8 ? 27 : 30)) : 0;
        picture.cells.push_back(static_cast<std::uint32_t>(value * ((1 << bits) - 1)) +
                                static_cast<std::uint32_t>(noise));
      }
  return picture;
}

[[noreturn]] void fail(const char* what) {
  std::fprintf(stderr, "dicomaestro-bench: %s\n", what);
  std::exit(1);
}

std::shared_ptr<const core::FrameReader> readerOf(const std::vector<std::uint8_t>& bytes) {
  auto file = core::DicomFile::parse(tests::bufferOf(bytes));
  if (!file) fail("an encoded file does not parse");
  auto reader = core::FrameReader::open(std::make_shared<const core::DicomFile>(std::move(*file)));
  if (!reader) fail("an encoded file does not open");
  return *reader;
}

void registerDecoders() {
  DcmRLEDecoderRegistration::registerCodecs();
  DJDecoderRegistration::registerCodecs();
  DJLSDecoderRegistration::registerCodecs();
}

/// The same file for DCMTK, in memory.
class Peer {
 public:
  Peer(const std::vector<std::uint8_t>& bytes, std::size_t frameBytes) : m_out(frameBytes) {
    registerDecoders();
    DcmInputBufferStream stream;
    stream.setBuffer(bytes.data(), static_cast<offile_off_t>(bytes.size()));
    stream.setEos();
    DcmElement* element = nullptr;
    if (m_file.read(stream).bad() || m_file.getDataset()->findAndGetElement(DCM_PixelData, element).bad())
      fail("DCMTK does not read an encoded file");
    m_pixels = static_cast<DcmPixelData*>(element);
  }

  void decodeFrame() {
    Uint32 fragment = 0;
    OFString model;
    const auto size = static_cast<Uint32>(m_out.size());
    if (m_pixels->getUncompressedFrame(m_file.getDataset(), 0, fragment, m_out.data(), size, model).bad())
      fail("DCMTK does not decode a frame");
  }
  void makeImage() {
    const DicomImage image(m_file.getDataset(), m_file.getDataset()->getOriginalXfer(),
                           CIF_UsePartialAccessToPixelData, 0, 1);
    if (image.getStatus() != EIS_Normal) fail("DicomImage does not decode a frame");
  }

 private:
  DcmFileFormat m_file;
  DcmPixelData* m_pixels = nullptr;
  std::vector<std::uint8_t> m_out;
};

/// Two rows: against DicomImage, which is DCMTK's way to a picture, and against its bare decoder, which
/// writes into memory that is there. All take turns, so that a busy moment of the machine hits everyone.
std::vector<Row> encodedRows(const std::string& name, const tests::Picture& picture,
                             const char* transferSyntax) {
  const auto bytes = tests::encodedByDcmtk(tests::nativeFile(picture), transferSyntax);
  if (bytes.empty()) fail("DCMTK does not encode a frame");
  const auto reader = readerOf(bytes);
  Peer peer(bytes, picture.bytes().size());
  std::vector<double> own;
  std::vector<double> image;
  std::vector<double> frame;
  const auto add = [](std::vector<double>& all, const std::vector<double>& more) {
    all.insert(all.end(), more.begin(), more.end());
  };
  for (int round = 0; round < 10; ++round) {
    add(own, timesOf(20, [&](int) {
          if (!reader->frame(0)) fail("a frame does not decode");
        }));
    add(image, timesOf(10, [&](int) { peer.makeImage(); }));
    add(frame, timesOf(20, [&](int) { peer.decodeFrame(); }));
  }
  for (auto* times : {&own, &image, &frame}) std::sort(times->begin(), times->end());
  const double ours = median(own);
  return {{name, ours, "ms", "DicomImage", median(image), median(image) / ours},
          {name + "-bare", ours, "ms", "DCMTK getUncompressedFrame", median(frame), median(frame) / ours}};
}

double decodeAll(const core::FrameReader& reader, unsigned threads) {
  QElapsedTimer timer;
  timer.start();
  std::atomic<std::uint32_t> next = 0;
  const auto work = [&] {
    for (std::uint32_t i = next++; i < reader.frames(); i = next++)
      if (!reader.frame(i)) fail("a frame does not decode");
  };
  std::vector<std::thread> pool;
  for (unsigned i = 1; i < threads; ++i) pool.emplace_back(work);
  work();
  for (std::thread& thread : pool) thread.join();
  return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

}  // namespace

std::vector<Row> decodeRle() { return encodedRows("decode-rle", phantom(12), "1.2.840.10008.1.2.5"); }

std::vector<Row> decodeJpegLossless() {
  return encodedRows("decode-jpeg-lossless", phantom(12), "1.2.840.10008.1.2.4.70");
}

std::vector<Row> decodeJpegLs() {
  return encodedRows("decode-jpegls", phantom(12), "1.2.840.10008.1.2.4.80");
}

std::vector<Row> decodeJpegBaseline() {
  std::vector<Row> rows = encodedRows("decode-jpeg-baseline", phantom(8), "1.2.840.10008.1.2.4.50");
  const auto colour = encodedRows("decode-jpeg-baseline-rgb", phantom(8, 3), "1.2.840.10008.1.2.4.50");
  rows.insert(rows.end(), colour.begin(), colour.end());
  return rows;
}

std::vector<Row> decodeJpegExtended() {
  return encodedRows("decode-jpeg-extended", phantom(12), "1.2.840.10008.1.2.4.51");
}

std::vector<Row> decodeJ2k() {
  tests::Picture picture = phantom(12);
  const auto codestream = tests::j2kCodestream(picture, 0);
  picture.frames = 48;
  const std::vector<std::vector<std::uint8_t>> fragments(48, codestream);
  const auto reader = readerOf(tests::fileOfFragments(picture, "1.2.840.10008.1.2.4.90", fragments));
  const unsigned cores = std::max(1u, std::thread::hardware_concurrency());
  double all = 1e9;
  double one = 1e9;
  for (int round = 0; round < 3; ++round) {
    one = std::min(one, decodeAll(*reader, 1));
    all = std::min(all, decodeAll(*reader, cores));
  }
  return {{"decode-j2k", all / 48, "ms a frame", "one core", one / 48, one / all}};
}

}  // namespace bench
