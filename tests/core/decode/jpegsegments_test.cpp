// SPDX-License-Identifier: MIT
#include "core/decode/jpegsegments.h"
#include "tests/support/testmain.h"

using namespace core;

class JpegSegmentsTest : public QObject {
  Q_OBJECT

  using Bytes = std::vector<std::uint8_t>;

  /// "marker[from,to)" of every segment, in hex and decimal.
  static QString walked(const Bytes& stream) {
    QStringList found;
    JpegSegments segments(stream);
    while (const auto segment = segments.next())
      found << QStringLiteral("%1[%2,%3)")
                   .arg(segment->marker, 2, 16, QLatin1Char('0'))
                   .arg(segment->from)
                   .arg(segment->to);
    return found.join(QLatin1Char(' '));
  }

 private slots:
  void segmentsFollowOneAnother() {
    QCOMPARE(walked({0xFF, 0xD8, 0xFF, 0xC4, 0, 4, 1, 2, 0xFF, 0xFE, 0, 2, 0xFF, 0xD9}),
             QStringLiteral("d8[2,2) c4[6,8) fe[12,12) d9[14,14)"));
  }

  void fillBytesAndBytesThatAreNoMarkerAreSkipped() {
    QCOMPARE(walked({0xFF, 0xD8, 0xFF, 0xFF, 0xC4, 0, 3, 9, 7, 0xFF, 0, 8, 0xFF, 0xD9}),
             QStringLiteral("d8[2,2) c4[7,8) d9[14,14)"));
  }

  void codedBitsAndRestartsAreNoSegments() {
    // FF00 and restarts are of JPEG, FF7F is of JPEG-LS.
    QCOMPARE(walked({0xFF, 0xDA, 0, 2, 0xFF, 0, 1, 0xFF, 0xD0, 0xFF, 0x7F, 0xFF, 0xC4, 0, 2, 0xFF, 0xD9}),
             QStringLiteral("da[4,4) c4[15,15) d9[17,17)"));
  }

  void whatStandsInASegmentIsNoMarker() {
    QCOMPARE(walked({0xFF, 0xE0, 0, 6, 0xFF, 0xC4, 0xFF, 0xD9, 0xFF, 0xD9}),
             QStringLiteral("e0[4,8) d9[10,10)"));
  }

  void aSegmentThatLeadsOutOfTheStreamIsItsEnd() {
    QCOMPARE(walked({0xFF, 0xD8, 0xFF, 0xC4, 0, 9, 1, 2, 0xFF, 0xD9}), QStringLiteral("d8[2,2)"));
    QCOMPARE(walked({0xFF, 0xD8, 0xFF, 0xC4, 0}), QStringLiteral("d8[2,2)"));
    QCOMPARE(walked({0xFF}), QString());
    QCOMPARE(walked({}), QString());
  }

  void aLengthBelowItsOwnTwoBytesIsAnEmptySegment() {
    QCOMPARE(walked({0xFF, 0xC4, 0, 0, 0xFF, 0xD9}), QStringLiteral("c4[4,4) d9[6,6)"));
  }
};

DICOMAESTRO_TEST(JpegSegmentsTest)
#include "jpegsegments_test.moc"
