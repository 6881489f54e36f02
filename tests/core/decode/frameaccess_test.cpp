// SPDX-License-Identifier: MIT
#ifndef Q_MOC_RUN  // moc of 6.4 stumbles over libstdc++'s <concepts>
#include <thread>

#include "core/parse/tags.h"
#endif
#include "tests/core/decode/frames.h"
#include "tests/support/encoders.h"
#include "tests/support/testmain.h"

using namespace core;
using tests::Picture;

class FrameAccessTest : public QObject {
  Q_OBJECT

  static constexpr const char* lossless = "1.2.840.10008.1.2.4.70";
  static constexpr const char* rle = "1.2.840.10008.1.2.5";
  using Fragments = std::vector<std::vector<std::uint8_t>>;

  Picture m_picture;
  std::shared_ptr<const FrameReader> m_raw;
  Fragments m_jpeg;  ///< a fragment a frame
  Fragments m_rle;

  /// Every fragment in two of even length.
  static Fragments halved(const Fragments& whole) {
    Fragments halves;
    for (const auto& fragment : whole) {
      const auto middle = fragment.begin() + static_cast<std::ptrdiff_t>(fragment.size() / 4 * 2);
      halves.emplace_back(fragment.begin(), middle);
      halves.emplace_back(middle, fragment.end());
    }
    return halves;
  }
  /// The offset of every step-th fragment.
  static std::vector<std::uint32_t> offsets(const Fragments& fragments, std::size_t step) {
    std::vector<std::uint32_t> all;
    std::uint32_t at = 0;
    for (std::size_t i = 0; i < fragments.size(); ++i) {
      if (i % step == 0) all.push_back(at);
      at += 8 + static_cast<std::uint32_t>(fragments[i].size());
    }
    return all;
  }
  void compareAll(const std::vector<std::uint8_t>& file) {
    const auto reader = tests::opened(file);
    QVERIFY(reader);
    QCOMPARE((*reader)->frames(), 3u);
    for (const std::uint32_t i : {2u, 0u, 1u})
      QCOMPARE(tests::difference((*reader)->frame(i), m_raw->frame(i)), QString());
  }
  std::vector<std::uint8_t> jpegFile(const Fragments& fragments,
                                     const std::vector<std::uint32_t>& table = {}) {
    return tests::fileOfFragments(m_picture, lossless, fragments, table);
  }

 private slots:
  void initTestCase() {
    m_picture = tests::patterned({9, 11, 3, 1, 16, 12, false, false, "MONOCHROME2", {}});
    m_raw = *tests::opened(tests::nativeFile(m_picture));
    m_jpeg = tests::fragmentsOf(tests::encodedByDcmtk(tests::nativeFile(m_picture), lossless));
    m_rle = tests::fragmentsOf(tests::encodedByDcmtk(tests::nativeFile(m_picture), rle));
    QCOMPARE(m_jpeg.size(), std::size_t{3});
    QCOMPARE(m_rle.size(), std::size_t{3});
  }

  void framesAreFoundWithAndWithoutATable() {
    compareAll(jpegFile(m_jpeg));
    compareAll(jpegFile(m_jpeg, offsets(m_jpeg, 1)));
  }

  void severalFragmentsAFrameAreJoinedByTheTable() {
    compareAll(jpegFile(halved(m_jpeg), offsets(halved(m_jpeg), 2)));
    const Fragments halves = halved(m_rle);
    compareAll(tests::fileOfFragments(m_picture, rle, halves, offsets(halves, 2)));
  }

  void severalFragmentsAFrameAreJoinedByTheirMarkers() { compareAll(jpegFile(halved(m_jpeg))); }

  void theExtendedOffsetTableIsUsed() {
    // Two fragments a frame of RLE, which has no markers, can only be told by the table.
    const Fragments halves = halved(m_rle);
    tests::DicomBuilder builder;
    builder.identity().text(tags::NumberOfFrames, Vr::IS, "3").image(9, 11, 16, 12);
    std::vector<std::uint8_t> table;
    for (const std::uint32_t offset : offsets(halves, 2))
      for (int shift = 0; shift < 64; shift += 8)
        table.push_back(static_cast<std::uint8_t>(std::uint64_t{offset} >> shift));
    builder.bytes(tags::ExtendedOffsetTable, Vr::OV, table);
    compareAll(builder.fragments(halves).file(rle));
  }

  void aWrongTableIsPassedOver() {
    compareAll(jpegFile(m_jpeg, {0, 4, 8}));
    compareAll(jpegFile(m_jpeg, {0, 0, 0}));
    compareAll(jpegFile(m_jpeg, {8, 16, 24}));
    compareAll(jpegFile(m_jpeg, {0}));
    compareAll(jpegFile(halved(m_jpeg), {0, 0xFFFFFFFF, 12}));
  }

  void framesThatAreNotThereAreTruncated() {
    const auto reader = tests::opened(jpegFile({m_jpeg[0]}));
    QVERIFY(reader);
    QCOMPARE((*reader)->frames(), 3u);
    QCOMPARE(tests::difference((*reader)->frame(0), m_raw->frame(0)), QString());
    QVERIFY((*reader)->frame(1).error().code == ErrorCode::Truncated);
    QVERIFY((*reader)->frame(2).error().code == ErrorCode::Truncated);
    QVERIFY((*tests::opened(jpegFile({})))->frame(0).error().code == ErrorCode::Truncated);
    QVERIFY((*reader)->frame(3).error().code == ErrorCode::FrameOutOfRange);
  }

  void aMissingSequenceDelimiterDoesNotMatter() {
    auto file = jpegFile(m_jpeg);
    file.resize(file.size() - 8);
    compareAll(file);
  }

  void openingReadsNoFrame() {
    const auto reader = tests::opened(jpegFile({{1, 2}, {3, 4}, {5, 6}}));
    QVERIFY(reader);
    QVERIFY((*reader)->frame(0).error().code == ErrorCode::CodecFailed);
  }

  void framesDecodeSideBySide() {
    const auto reader = *tests::opened(jpegFile(halved(m_jpeg)));
    std::atomic<int> wrong = 0;
    std::vector<std::thread> threads;
    for (std::uint32_t t = 0; t < 4; ++t)
      threads.emplace_back([&, t] {
        for (std::uint32_t i = 0; i < 30; ++i)
          wrong += !tests::difference(reader->frame((i + t) % 3), m_raw->frame((i + t) % 3)).isEmpty();
      });
    for (std::thread& thread : threads) thread.join();
    QCOMPARE(wrong.load(), 0);
  }
};

DICOMAESTRO_TEST(FrameAccessTest)
#include "frameaccess_test.moc"
