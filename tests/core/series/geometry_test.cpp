// SPDX-License-Identifier: MIT
#include <QPointF>

#include "core/parse/tags.h"
#include "core/series/orientation.h"
#include "core/series/spacing.h"
#include "tests/support/dicombuilder.h"
#include "tests/support/testmain.h"

using core::ImagePlane;
using core::SpacingSource;
using core::Vr;
namespace tags = core::tags;

namespace {

tests::DicomBuilder placed(std::string_view orientation, std::string_view position = "0\\0\\0",
                           std::string_view spacing = "1\\1") {
  return tests::DicomBuilder()
      .identity()
      .text(tags::ImagePositionPatient, Vr::DS, position)
      .text(tags::ImageOrientationPatient, Vr::DS, orientation)
      .text(tags::FrameOfReferenceUID, Vr::UI, "2.25.9")
      .us(tags::Rows, {100})
      .us(tags::Columns, {200})
      .text(tags::PixelSpacing, Vr::DS, spacing);
}

ImagePlane planeFrom(const tests::DicomBuilder& builder, std::uint32_t frame = 0) {
  const auto file = builder.parsed();
  return *core::planeOf(file.dataSet(), frame);
}

std::string lettersOf(const tests::DicomBuilder& builder) {
  const auto file = builder.parsed();
  const core::EdgeLetters edges = core::edgeLetters(file.dataSet(), 0);
  return edges.left + "|" + edges.right + "|" + edges.top + "|" + edges.bottom;
}

bool near(const core::Vector3& a, const core::Vector3& b) {
  return core::length(core::difference(a, b)) < 1e-9;
}

}  // namespace

class GeometryTest : public QObject {
  Q_OBJECT

 private slots:
  void lettersOfTheStandardPlanes_data() {
    QTest::addColumn<QByteArray>("orientation");
    QTest::addColumn<QByteArray>("letters");
    QTest::newRow("axial, head first supine") << QByteArray("1\\0\\0\\0\\1\\0") << QByteArray("R|L|A|P");
    QTest::newRow("coronal") << QByteArray("1\\0\\0\\0\\0\\-1") << QByteArray("R|L|H|F");
    QTest::newRow("sagittal") << QByteArray("0\\1\\0\\0\\0\\-1") << QByteArray("A|P|H|F");
    QTest::newRow("feet first prone") << QByteArray("1\\0\\0\\0\\-1\\0") << QByteArray("R|L|P|A");
    QTest::newRow("decubitus right") << QByteArray("0\\-1\\0\\1\\0\\0") << QByteArray("P|A|R|L");
    // 30° about x: column vector (0, cos 30, -sin 30).
    QTest::newRow("tilted") << QByteArray("1\\0\\0\\0\\0.8660254\\-0.5") << QByteArray("R|L|AH|PF");
    // A tenth of a part is below the limit of 0.2.
    QTest::newRow("nearly axial") << QByteArray("0.995\\0.0998\\0\\-0.0998\\0.995\\0")
                                  << QByteArray("R|L|A|P");
    QTest::newRow("oblique") << QByteArray("0.6\\0.5291503\\0.6\\-0.6614378\\0.75\\0")
                             << QByteArray("RFA|LHP|AL|PR");
  }
  void lettersOfTheStandardPlanes() {
    QFETCH(QByteArray, orientation);
    QFETCH(QByteArray, letters);
    QCOMPARE(QByteArray::fromStdString(lettersOf(placed(orientation.toStdString()))), letters);
  }

  void aQuadrupedHasItsOwnTerms() {
    auto builder =
        tests::DicomBuilder().identity().text(tags::AnatomicalOrientationType, Vr::CS, "QUADRUPED");
    builder.text(tags::ImagePositionPatient, Vr::DS, "0\\0\\0");
    builder.text(tags::ImageOrientationPatient, Vr::DS, "1\\0\\0\\0\\0\\-1");
    QCOMPARE(lettersOf(builder), std::string("RT|LE|CR|CD"));
  }

  void patientOrientationIsTheFallback() {
    const auto builder = tests::DicomBuilder().identity().text(tags::PatientOrientation, Vr::CS, "A\\FR");
    QCOMPARE(lettersOf(builder), std::string("P|A|HL|FR"));
  }

  void withoutEitherThereAreNoLetters() {
    QCOMPARE(lettersOf(tests::DicomBuilder().identity()), std::string("|||"));
    QCOMPARE(lettersOf(placed("1\\0\\0\\1\\0\\0")), std::string("|||"));
  }

  void aPixelIsWhereItsSpacingPutsIt() {
    // Rows 2 mm apart, columns 0.5 mm: pixel (column 10, row 3), whose centre is at (10.5, 3.5).
    const ImagePlane plane = planeFrom(placed("1\\0\\0\\0\\1\\0", "-100\\-50\\30", "2\\0.5"));
    QVERIFY(near(plane.toPatient({10.5, 3.5}), {-95, -44, 30}));
    QCOMPARE(plane.toImage({-95, -44, 77}), QPointF(10.5, 3.5));
    QCOMPARE(plane.distance({0, 0, 77}), 47.0);
    QVERIFY(near(plane.normal(), {0, 0, 1}));
  }

  void sagittalNormalPointsToTheRight() {
    QVERIFY(near(planeFrom(placed("0\\1\\0\\0\\0\\-1")).normal(), {-1, 0, 0}));
  }

  void anEnhancedObjectHasAPlaneAFrame() {
    const auto position = [](std::string_view at) {
      return tests::DicomBuilder().sequence(
          tags::PlanePositionSequence, {tests::DicomBuilder().text(tags::ImagePositionPatient, Vr::DS, at)});
    };
    const auto shared =
        tests::DicomBuilder()
            .sequence(tags::PlaneOrientationSequence,
                      {tests::DicomBuilder().text(tags::ImageOrientationPatient, Vr::DS, "1\\0\\0\\0\\1\\0")})
            .sequence(tags::PixelMeasuresSequence,
                      {tests::DicomBuilder().text(tags::PixelSpacing, Vr::DS, "3\\3")});
    auto builder = tests::DicomBuilder().identity();
    builder.sequence(tags::SharedFunctionalGroupsSequence, {shared});
    builder.sequence(tags::PerFrameFunctionalGroupsSequence, {position("1\\2\\3"), position("1\\2\\8")});
    QVERIFY(near(planeFrom(builder, 1).position, {1, 2, 8}));
    QCOMPARE(planeFrom(builder, 0).rowSpacing, 3.0);
  }

  void anAxialSliceIsALineInACoronalImage() {
    // Axial at z = 40, 200 × 100 mm from (0, 0); coronal at y = 50, top at z = 90, 1 mm pixels.
    const ImagePlane axial = planeFrom(placed("1\\0\\0\\0\\1\\0", "0\\0\\40"));
    const ImagePlane coronal = planeFrom(placed("1\\0\\0\\0\\0\\-1", "0\\50\\90"));
    const auto line = core::referenceLine(axial, coronal);
    QVERIFY(line.has_value());
    QCOMPARE(line->first.y(), 50.5);
    QCOMPARE(line->second.y(), 50.5);
    QCOMPARE(std::min(line->first.x(), line->second.x()), 0.0);
    QCOMPARE(std::max(line->first.x(), line->second.x()), 200.0);
  }

  void noReferenceLineBetweenParallelDistantOrUnrelatedPlanes() {
    const ImagePlane axial = planeFrom(placed("1\\0\\0\\0\\1\\0", "0\\0\\40"));
    QVERIFY(!core::referenceLine(axial, planeFrom(placed("1\\0\\0\\0\\1\\0", "0\\0\\50"))));
    QVERIFY(!core::referenceLine(axial, planeFrom(placed("1\\0\\0\\0\\0\\-1", "0\\500\\90"))));
    ImagePlane other = planeFrom(placed("1\\0\\0\\0\\0\\-1", "0\\50\\90"));
    other.frameOfReferenceUid = "2.25.10";
    QVERIFY(!core::referenceLine(axial, other));
  }

  void theNearestPlaneIsMeasuredAlongTheNormal() {
    std::vector<std::optional<ImagePlane>> planes(5);
    for (std::size_t i = 1; i < 5; ++i)
      planes[i] = planeFrom(placed("1\\0\\0\\0\\1\\0", "0\\0\\" + std::to_string(10 * i)));
    QCOMPARE(core::nearestPlane(planes, {500, 500, 28}), std::optional<std::size_t>(3));
    QCOMPARE(core::nearestPlane({}, {0, 0, 0}), std::optional<std::size_t>());
  }

  void theDetectorsSpacingIsNotThePatients() {
    auto builder = tests::DicomBuilder().identity().text(tags::ImagerPixelSpacing, Vr::DS, "0.2\\0.2");
    QCOMPARE(core::measuringSpacing(builder.parsed().dataSet(), 0).source, SpacingSource::Detector);
    builder.text(tags::PixelSpacing, Vr::DS, "0.2\\0.2");
    QCOMPARE(core::measuringSpacing(builder.parsed().dataSet(), 0).source, SpacingSource::Detector);
    builder.text(tags::EstimatedRadiographicMagnificationFactor, Vr::DS, "1.25");
    const core::Spacing reduced = core::measuringSpacing(builder.parsed().dataSet(), 0);
    QCOMPARE(reduced.source, SpacingSource::DetectorReduced);
    QCOMPARE(reduced.row, 0.16);
    QCOMPARE(core::displaySpacing(builder.parsed().dataSet(), 0).row, 0.2);
  }

  void anAspectRatioIsNoMillimetre() {
    const auto builder = tests::DicomBuilder().identity().text(tags::PixelAspectRatio, Vr::IS, "4\\3");
    const core::Spacing spacing = core::displaySpacing(builder.parsed().dataSet(), 0);
    QCOMPARE(spacing.source, SpacingSource::AspectRatio);
    QCOMPARE(spacing.row, 4.0 / 3);
    QVERIFY(!spacing.isMillimetres());
  }

  void anUltrasoundLineIsMeasuredByTheRegionThatHoldsBothEnds() {
    const auto region = [](std::uint32_t left, std::uint16_t unit) {
      return tests::DicomBuilder()
          .ul({0x0018, 0x6018}, {left})
          .ul({0x0018, 0x601A}, {0})
          .ul({0x0018, 0x601C}, {left + 99})
          .ul({0x0018, 0x601E}, {99})
          .us({0x0018, 0x6024}, {unit})
          .us({0x0018, 0x6026}, {unit})
          .fd({0x0018, 0x602C}, {0.05})
          .fd({0x0018, 0x602E}, {0.1});
    };
    const auto builder = tests::DicomBuilder().identity().sequence(tags::SequenceOfUltrasoundRegions,
                                                                   {region(0, 3), region(100, 4)});
    const auto regions = core::ultrasoundRegions(builder.parsed().dataSet());
    const core::Spacing inside = core::spacingBetween(regions, {}, {10, 10}, {40, 50});
    QCOMPARE(inside.source, SpacingSource::UltrasoundRegion);
    QCOMPARE(core::lengthOf(inside, {10, 10}, {40, 50}), std::hypot(30 * 0.5, 40 * 1.0));
    QVERIFY(!core::spacingBetween(regions, {}, {110, 10}, {140, 50}).isMillimetres());
    QVERIFY(!core::spacingBetween(regions, {}, {10, 10}, {140, 50}).isMillimetres());
  }
};

DICOMAESTRO_TEST(GeometryTest)
#include "geometry_test.moc"
