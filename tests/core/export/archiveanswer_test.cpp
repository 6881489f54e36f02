// SPDX-License-Identifier: MIT
#include "core/export/archiveanswer.h"

#include <QJsonArray>

#include "tests/core/export/answers.h"
#include "tests/core/open/zipbuilder.h"
#include "tests/support/testmain.h"

using namespace core;
using tests::DicomBuilder;
using tests::ZipBuilder;

class ArchiveAnswerTest : public QObject {
  Q_OBJECT

  Workers m_workers{2};

  static QByteArray bytesOf(const DicomBuilder& builder) {
    const auto bytes = builder.file();
    return {reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size())};
  }
  static DicomBuilder slice(const std::string& series, int number, double z) {
    return DicomBuilder()
        .identity("2.25." + series + std::to_string(number), "2.25.9" + series)
        .text(tags::SeriesNumber, Vr::IS, series)
        .text(tags::InstanceNumber, Vr::IS, std::to_string(number))
        .text(tags::ImagePositionPatient, Vr::DS, "0\\0\\" + std::to_string(z))
        .text(tags::ImageOrientationPatient, Vr::DS, "1\\0\\0\\0\\1\\0")
        .image(1, 1, 8, 8)
        .bytes(tags::PixelData, Vr::OB, {7, 0});
  }
  QJsonObject answered(const ArchiveListing& listing, const AnswerOptions& options = {}) {
    const auto answer = archiveAnswer(listing, options, m_workers);
    return answer ? QJsonDocument::fromJson(answer->body).object() : QJsonObject();
  }
  static QStringList names(const QJsonObject& answer, const char* part) {
    QStringList all;
    for (const QJsonValue& file : answer[QLatin1String(part)].toArray())
      all << file[QStringLiteral("FileName")].toString();
    return all;
  }

 private slots:
  void filesComeSeriesBySeriesInSliceOrder() {
    ZipBuilder zip;
    zip.add("b/2.dcm", bytesOf(slice("2", 2, 20)));
    zip.add("a/3", bytesOf(slice("1", 3, 30)));
    zip.add("a/1", bytesOf(slice("1", 1, 10)));
    zip.add("b/1.dcm", bytesOf(slice("2", 1, 10)));
    zip.add("a/2", bytesOf(slice("1", 2, 20)));
    const auto listing = listArchive(zip.buffer(), m_workers);
    QVERIFY(listing);
    QVERIFY(!listing->isOneFile());
    const QJsonObject answer = answered(*listing);
    QCOMPARE(names(answer, "Files"), QStringLiteral("a/1 a/2 a/3 b/1.dcm b/2.dcm").split(QLatin1Char(' ')));
    QVERIFY(names(answer, "Errors").isEmpty());
    const QJsonObject first = answer[QStringLiteral("Files")][0].toObject();
    QCOMPARE(first[QStringLiteral("InstanceNumber")].toString(), QStringLiteral("1"));
    QCOMPARE(first[QStringLiteral("Images")].toArray().size(), 1);
    QCOMPARE(first[QStringLiteral("ImageFormat")].toString(), QStringLiteral("PNG"));
  }

  void oneInstanceBesidesWhatIsNoDicomIsOneFile() {
    ZipBuilder zip;
    zip.add("readme.txt", "hello").add("folder/", "").add("image", bytesOf(slice("1", 1, 0)));
    const auto listing = listArchive(zip.buffer(), m_workers);
    QVERIFY(listing && listing->isOneFile());
    QCOMPARE(listing->archive->entries()[listing->instances[0]].name, QStringLiteral("image"));
  }

  void whatCannotBeReadIsAnErrorByName() {
    ZipBuilder zip;
    zip.add("bad.dcm", "this is no DICOM file");
    zip.add("inner.zip", "PK");
    zip.add("crc.dcm", bytesOf(slice("1", 2, 1)), {.wrongCrc = true});
    zip.add("good.dcm", bytesOf(slice("1", 1, 0)));
    const auto listing = listArchive(zip.buffer(), m_workers);
    QVERIFY(listing && !listing->isOneFile());
    const QJsonObject answer = answered(*listing);
    QCOMPARE(names(answer, "Files"), QStringList{QStringLiteral("good.dcm")});
    QCOMPARE(names(answer, "Errors"), (QStringList{QStringLiteral("bad.dcm"), QStringLiteral("inner.zip"),
                                                   QStringLiteral("crc.dcm")}));
    for (const QJsonValue& error : answer[QStringLiteral("Errors")].toArray())
      QVERIFY(!error[QStringLiteral("error")].toString().isEmpty());
  }

  void filesWithoutAHeaderAreErrors() {
    const auto bare = slice("1", 1, 0).dataSet();
    ZipBuilder zip;
    zip.add("bare.dcm", {reinterpret_cast<const char*>(bare.data()), static_cast<qsizetype>(bare.size())});
    zip.add("good.dcm", bytesOf(slice("1", 2, 5)));
    const QJsonObject answer = answered(*listArchive(zip.buffer(), m_workers));
    QCOMPARE(names(answer, "Files"), QStringList{QStringLiteral("good.dcm")});
    QCOMPARE(names(answer, "Errors"), QStringList{QStringLiteral("bare.dcm")});
  }

  void nothingReadableLeavesTheFirstError() {
    ZipBuilder zip;
    zip.add("a.dcm", bytesOf(slice("1", 1, 0).text(tags::NumberOfFrames, Vr::IS, "9")));
    zip.add("b.dcm", bytesOf(slice("1", 2, 1).text(tags::NumberOfFrames, Vr::IS, "9")));
    const auto listing = listArchive(zip.buffer(), m_workers);
    const auto answer = archiveAnswer(*listing, {}, m_workers);
    QVERIFY(answer);
    QCOMPARE(answer->files, std::size_t{0});
    QVERIFY(answer->firstError->code == ErrorCode::Truncated);
    QCOMPARE(names(answered(*listing, {.images = {.which = WhichImages::None}}), "Files").size(), 2);
  }

  void whatIsNoArchiveIsAnError() {
    QVERIFY(listArchive(tests::bufferOf({1, 2, 3}), m_workers).error().code == ErrorCode::ZipInvalid);
    const auto empty = listArchive(ZipBuilder().buffer(), m_workers);
    QVERIFY(empty && empty->instances.empty() && empty->problems.empty());
  }

  void whoIsToldToStopMakesNothingMore() {
    ZipBuilder zip;
    for (int i = 1; i <= 3; ++i) zip.add(QByteArray::number(i), bytesOf(slice("1", i, i)));
    const auto listing = listArchive(zip.buffer(), m_workers);
    std::stop_source source;
    source.request_stop();
    AnswerOptions options;
    options.stop = source.get_token();
    QVERIFY(archiveAnswer(*listing, options, m_workers).error().code == ErrorCode::Cancelled);
  }

  void allFilesShareOneLimit() {
    ZipBuilder zip;
    for (int i = 1; i <= 20; ++i) zip.add(QByteArray::number(i), bytesOf(slice("1", i, i)));
    const auto listing = listArchive(zip.buffer(), m_workers);
    AnswerOptions options;
    options.mostBytes = 4000;
    QVERIFY(archiveAnswer(*listing, options, m_workers).error().code == ErrorCode::TooLarge);
    options = {};
    options.mostSamples = 15;
    const auto answer = archiveAnswer(*listing, options, m_workers);
    QCOMPARE(answer->files, std::size_t{15});
  }
};

DICOMAESTRO_TEST(ArchiveAnswerTest)
#include "archiveanswer_test.moc"
