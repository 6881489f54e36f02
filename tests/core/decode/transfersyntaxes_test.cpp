// SPDX-License-Identifier: MIT
#include <set>

#include "tests/core/decode/frames.h"
#include "tests/support/testmain.h"

using namespace core;

class TransferSyntaxesTest : public QObject {
  Q_OBJECT

  static Result<std::shared_ptr<const FrameReader>> openedAs(std::string_view uid) {
    return tests::opened(
        tests::DicomBuilder().identity().image(1, 1, 8, 8).fragments({{1, 2, 3, 4}}).file(uid));
  }

 private slots:
  void everyRowIsThereOnceAndSaysWhatDecodesItOrWhyNot() {
    std::set<std::string_view> seen;
    for (const TransferSyntaxRow& row : transferSyntaxes()) {
      QVERIFY2(seen.insert(row.uid).second, row.uid.data());
      QVERIFY(row.uid.starts_with("1.2.840.10008.1.2"));
      QVERIFY(!row.name.empty() && !row.by.empty());
      QCOMPARE(row.by.starts_with("not shown"), !row.isShown);
    }
    QVERIFY(seen.size() > 55);
  }

  void whatIsNotShownIsRefusedByName() {
    for (const TransferSyntaxRow& row : transferSyntaxes()) {
      const auto reader = openedAs(row.uid);
      if (row.isShown) {
        QVERIFY2(reader || reader.error().code != ErrorCode::UnsupportedTransferSyntax, row.uid.data());
        continue;
      }
      QVERIFY(!reader);
      QVERIFY(reader.error().code == ErrorCode::UnsupportedTransferSyntax);
      QVERIFY(reader.error().detail.find(row.name) != std::string::npos);
    }
  }

  void anUnknownSyntaxIsNamedByItsUid() {
    const auto reader = openedAs("1.2.3.4.5");
    QVERIFY(!reader);
    QVERIFY(reader.error().code == ErrorCode::UnsupportedTransferSyntax);
    QCOMPARE(QString::fromStdString(reader.error().detail), QStringLiteral("1.2.3.4.5"));
  }

  void anObjectWithoutPixelsSaysSo() {
    const auto reader = tests::opened(tests::DicomBuilder().identity().file());
    QVERIFY(reader.error().code == ErrorCode::NoPixelData);
  }
};

DICOMAESTRO_TEST(TransferSyntaxesTest)
#include "transfersyntaxes_test.moc"
