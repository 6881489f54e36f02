// SPDX-License-Identifier: MIT
#include <QTemporaryDir>

#include "core/decode/framereader.h"
#include "core/export/tiff.h"
#include "core/parse/tags.h"
#include "tests/support/dicombuilder.h"
#include "tests/support/testmain.h"

using core::TiffPage;
using core::Vr;
using tests::DicomBuilder;
namespace tags = core::tags;

namespace {

DicomBuilder withTransform(DicomBuilder builder, std::string_view slope, std::string_view intercept) {
  return builder.text(tags::RescaleIntercept, Vr::DS, intercept).text(tags::RescaleSlope, Vr::DS, slope);
}

/// One row of 16-bit cells.
core::Result<TiffPage> pageOf(DicomBuilder builder, const std::vector<std::uint16_t>& cells) {
  const auto file = std::make_shared<const core::DicomFile>(builder.words(tags::PixelData, cells).parsed());
  const auto reader = core::FrameReader::open(file);
  if (!reader) return reader.error();
  const auto frame = (*reader)->frame(0);
  if (!frame) return frame.error();
  return core::exactPage(**frame, core::displayOf(*file, (*reader)->format(), 0));
}

DicomBuilder row(std::uint16_t columns, bool isSigned = false, std::uint16_t stored = 16,
                 std::string_view photometric = "MONOCHROME2") {
  return DicomBuilder().identity().image(1, columns, 16, stored, isSigned ? 1 : 0, photometric);
}

template <class T>
std::vector<int> numbers(const TiffPage& page) {
  const auto* first = reinterpret_cast<const T*>(page.data.data());
  return {first, first + page.data.size() / sizeof(T)};
}

bool says(const TiffPage& page, const char* words) {
  return page.description.find(words) != std::string::npos;
}

/// The value of a field of the directory at a place of a TIFF.
std::uint32_t field(const QByteArray& tiff, std::uint32_t directory, std::uint16_t tag) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(tiff.constData());
  const auto u16 = [&](std::uint32_t at) {
    return static_cast<std::uint32_t>(bytes[at] | bytes[at + 1] << 8);
  };
  const auto u32 = [&](std::uint32_t at) { return u16(at) | u16(at + 2) << 16; };
  const std::uint32_t count = u16(directory);
  for (std::uint32_t i = 0; i < count; ++i)
    if (const std::uint32_t at = directory + 2 + 12 * i; u16(at) == tag) return u32(at + 8);
  return tag == 0 ? u32(directory + 2 + 12 * count) : 0;  // 0: the next directory
}

}  // namespace

/// The numbers that go into a TIFF.
class ExactPageTest : public QObject {
  Q_OBJECT

 private slots:
  void hounsfieldUnitsAreSignedNumbers() {
    const auto page = pageOf(withTransform(row(3, false, 12), "1", "-1024"), {0, 1024, 4095});
    QCOMPARE(page->format, TiffPage::Samples::Signed);
    QCOMPARE(numbers<std::int16_t>(*page), (std::vector{-1024, 0, 3071}));
    QVERIFY(says(*page, "Modality LUT output in HU (stored value * 1 - 1024)"));
  }

  void anOutputBeyondSignedNumbersIsUnsigned() {
    const auto page = pageOf(withTransform(row(2), "2", "10"), {0, 32000});
    QCOMPARE(page->format, TiffPage::Samples::Unsigned);
    QCOMPARE(numbers<std::uint16_t>(*page), (std::vector{10, 64010}));
  }

  void whatDoesNotFitKeepsTheStoredValuesAndTheFormula() {
    const auto page = pageOf(withTransform(row(2, true), "1", "-1024"), {0x8000, 5});
    QCOMPARE(page->format, TiffPage::Samples::Signed);
    QCOMPARE(numbers<std::int16_t>(*page), (std::vector{-32768, 5}));
    QVERIFY(says(*page, "Stored values"));
    QVERIFY(says(*page, "= stored value * 1 - 1024"));
  }

  void fractionsAreNeverRounded() {
    const auto page = pageOf(withTransform(row(2), "0.5", "0"), {3, 7});
    QCOMPARE(numbers<std::uint16_t>(*page), (std::vector{3, 7}));
    QVERIFY(says(*page, "= stored value * 0.5 + 0"));
  }

  void withoutATransformTheStoredValuesStay() {
    const auto page = pageOf(row(2, true), {0xffff, 7});
    QCOMPARE(page->format, TiffPage::Samples::Signed);
    QCOMPARE(numbers<std::int16_t>(*page), (std::vector{-1, 7}));
    QVERIFY(!page->isWhiteZero);
  }

  void lowAndBrightIsSaidNotTurned() {
    const auto page = pageOf(row(2, false, 12, "MONOCHROME1"), {0, 4095});
    QVERIFY(page->isWhiteZero);
    QCOMPARE(numbers<std::uint16_t>(*page), (std::vector{0, 4095}));
  }

  void pagesFollowEachOther() {
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.tif"));
    auto file = core::AtomicFile::create(path);
    core::TiffWriter writer(*std::move(file), 2);
    auto page = pageOf(row(3), {1, 2, 3});
    page->description = "odd";
    QVERIFY(writer.add(*page).ok());
    QVERIFY(!QFile::exists(path));
    page->data[0] = 9;
    QVERIFY(writer.add(*page).ok());
    QVERIFY(!writer.add(*page).ok());
    QVERIFY(writer.commit().ok());
    QFile written(path);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QByteArray tiff = written.readAll();
    QCOMPARE(tiff.left(4), QByteArray("II*\0", 4));
    const std::uint32_t second = field(tiff, 8, 0);
    QVERIFY(second > 8);
    QCOMPARE(field(tiff, second, 0), 0u);
    QCOMPARE(field(tiff, second, 256), 3u);
    QCOMPARE(static_cast<int>(tiff[static_cast<qsizetype>(field(tiff, 8, 273))]), 1);
    QCOMPARE(static_cast<int>(tiff[static_cast<qsizetype>(field(tiff, second, 273))]), 9);
  }

  void aFileWithoutAllItsPagesIsNone() {
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.tif"));
    auto file = core::AtomicFile::create(path);
    core::TiffWriter writer(*std::move(file), 2);
    QVERIFY(writer.add(*pageOf(row(1), {1})).ok());
    QVERIFY(!writer.commit().ok());
    QVERIFY(!QFile::exists(path));
  }
};

DICOMAESTRO_TEST(ExactPageTest)
#include "exactpage_test.moc"
