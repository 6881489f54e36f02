// SPDX-License-Identifier: MIT
// A rectangle blacked out in the reference data: one file of every kind of pixels and compression there is.
#include <QDirIterator>
#include <map>

#include "core/anonymise/anonymise.h"
#include "core/open/mappedfile.h"
#include "core/parse/tags.h"
#include "tests/core/anonymise/comparepictures.h"
#include "tests/support/dicombuilder.h"
#include "tests/support/shared.h"
#include "tests/support/testmain.h"

using namespace core;
using namespace core::anonymise;

namespace {

using FilePtr = std::shared_ptr<const DicomFile>;

constexpr std::uint64_t mostBytes = 8u << 20;

FilePtr parsed(BufferPtr bytes) {
  auto file = DicomFile::parse(std::move(bytes));
  return file ? std::make_shared<const DicomFile>(*std::move(file)) : nullptr;
}

/// Files with the same text have the same kind of pixels.
std::string kindOf(const DicomFile& file, const PixelFormat& format) {
  return file.transferSyntax() + " " + std::string(file.dataSet().text(tags::PhotometricInterpretation)) +
         " " + std::to_string(format.bitsAllocated) + " " + std::to_string(format.bitsStored) + " " +
         std::to_string(format.isSigned) + std::to_string(format.isPlanar) +
         std::to_string(format.frames > 1);
}

}  // namespace

class BlackoutShareTest : public QObject {
  Q_OBJECT

 private slots:
  void everyKindOfPixelsIsTheSameOutsideAndBlackInside() {
    if (tests::sharedFolder().isEmpty()) QSKIP("reference data absent: ../shared");
    const Secret secret = *Secret::of(QByteArray(32, 's'));
    std::map<std::string, int> kinds;
    std::map<std::string, int> written;
    QStringList wrong;
    QDirIterator files(tests::sharedFile({}), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
      const QString path = files.next();
      const auto bytes = MappedFile::open(path);
      const FilePtr before = bytes ? parsed(*bytes) : nullptr;
      const auto reader = before ? FrameReader::open(before)
                                 : Result<std::shared_ptr<const FrameReader>>(ErrorCode::NoPixelData);
      if (!reader || !(*reader)->frame(0)) continue;
      const PixelFormat& format = (*reader)->format();
      // What is black of a palette is another test's.
      if (format.isFloat || format.photometric == Photometric::PaletteColor) continue;
      if (format.frameBytes() * format.frames > mostBytes || kinds[kindOf(*before, format)]++ > 1) continue;
      const std::uint32_t x = format.columns / 3, y = format.rows / 3, w = format.columns / 4 + 1,
                          h = format.rows / 4 + 1;
      Options options;
      options.blackout = {{x, y, w, h}};
      const auto made = anonymised(before, options, secret);
      const QString name = path.mid(tests::sharedFile({}).size()) + QStringLiteral(": ");
      if (!made) {
        if (made.error().code != ErrorCode::Truncated)
          wrong += name + QString::fromStdString(message(made.error()));
        continue;
      }
      const FilePtr after = parsed(tests::bufferOf(made->bytes));
      ++written[before->transferSyntax() + " -> " + after->transferSyntax()];
      const bool is422 = isNativeKind(*before) && (format.photometric == Photometric::YbrFull422 ||
                                                   format.photometric == Photometric::YbrPartial422);
      const std::string what = tests::difference(before, after, [=](std::size_t column, std::size_t row) {
        return column >= x && column < x + w && row >= y && row < y + h;
      });
      if (!what.empty() && !is422) wrong += name + QString::fromStdString(what);
    }
    for (const auto& [change, count] : written) qInfo("%d %s", count, change.c_str());
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
    QVERIFY(written.size() > 8);
  }

 private:
  static bool isNativeKind(const DicomFile& file) {
    return !file.dataSet().find(tags::PixelData)->isEncapsulated();
  }
};

DICOMAESTRO_TEST(BlackoutShareTest)
#include "blackoutshare_test.moc"
