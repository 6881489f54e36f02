// SPDX-License-Identifier: MIT
#include "core/anonymise/descriptors.h"

#include "tests/support/testmain.h"

using namespace core::anonymise;

class DescriptorsTest : public QObject {
  Q_OBJECT

  static QByteArray cleaned(std::string_view text, const Identifiers& identifiers = {}) {
    return QByteArray::fromStdString(cleanedDescriptor(text, identifiers));
  }

 private slots:
  void keepsTheWordsOfImaging() {
    QCOMPARE(cleaned("t2_tse_tra 5mm"), "T2 TSE TRA 5MM");
    QCOMPARE(cleaned("CT Thorax/Abdomen with contrast, 80 kV"), "CT THORAX ABDOMEN WITH CONTRAST 80 KV");
    QCOMPARE(cleaned("ep2d_diff b1000 ADC"), "DIFF B1000 ADC");
  }

  void losesEverythingElse() {
    QCOMPARE(cleaned("CT Abdomen for John Smith, Ward 7"), "CT ABDOMEN");
    QCOMPARE(cleaned("Kowalski 12.03.1965"), "");
    QCOMPARE(cleaned("MRI 4711 follow 20240101"), "MRI");
    QCOMPARE(cleaned("Zażółć BRAIN"), "BRAIN");
  }

  void aNumberStaysOnlyBeforeAUnit() {
    QCOMPARE(cleaned("AX 3 mm"), "AX 3 MM");
    QCOMPARE(cleaned("AX 3"), "AX");
    QCOMPARE(cleaned("AX 1965 mm"), "AX");
    QCOMPARE(cleaned("mm"), "");
    QCOMPARE(cleaned("12345mm"), "");
  }

  void aWordThatIdentifiesNeverStays() {
    QCOMPARE(cleaned("BRAIN LEG scan", {"LEG"}), "BRAIN SCAN");
    QCOMPARE(cleaned("brain b1000", {"BRAIN", "B1000"}), "");
  }
};

DICOMAESTRO_TEST(DescriptorsTest)
#include "descriptors_test.moc"
