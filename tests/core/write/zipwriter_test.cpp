// SPDX-License-Identifier: MIT
#include "core/write/zipwriter.h"

#include "core/open/ziparchive.h"
#include "tests/support/dicombuilder.h"
#include "tests/support/testmain.h"

using namespace core;

class ZipWriterTest : public QObject {
  Q_OBJECT

  static std::vector<std::uint8_t> noise(std::size_t size) {
    std::vector<std::uint8_t> bytes(size);
    std::uint32_t state = 1;
    for (auto& byte : bytes)
      byte = static_cast<std::uint8_t>((state = state * 1'664'525 + 1'013'904'223) >> 24);
    return bytes;
  }

 private slots:
  void whatIsWrittenReadsBack() {
    const std::vector<std::vector<std::uint8_t>> contents = {{},
                                                             {1},
                                                             std::vector<std::uint8_t>(1'000'000, 0),
                                                             noise(5'000),
                                                             {'a', 'b', 'a', 'b', 'a', 'b', 'a', 'b'}};
    ZipWriter writer;
    for (std::size_t i = 0; i < contents.size(); ++i)
      QVERIFY(writer.add("folder/" + std::to_string(i) + ".dcm", contents[i]));
    const auto archive = ZipArchive::open(tests::bufferOf(writer.finish()));
    QVERIFY(archive);
    QCOMPARE((*archive)->entries().size(), contents.size());
    for (std::size_t i = 0; i < contents.size(); ++i) {
      QCOMPARE((*archive)->entries()[i].name, QStringLiteral("folder/%1.dcm").arg(i));
      const auto bytes = (*archive)->read(i);
      QVERIFY2(bytes, bytes ? "" : message(bytes.error()).c_str());
      QVERIFY(std::ranges::equal((*bytes)->view(), contents[i]));
    }
  }

  void anArchiveOfNothingIsOne() {
    const auto archive = ZipArchive::open(tests::bufferOf(ZipWriter().finish()));
    QVERIFY(archive);
    QVERIFY((*archive)->entries().empty());
  }
};

DICOMAESTRO_TEST(ZipWriterTest)
#include "zipwriter_test.moc"
