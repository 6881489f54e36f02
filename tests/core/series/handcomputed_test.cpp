// SPDX-License-Identifier: MIT
// Geometry against cases computed by hand, one for each way a patient lies: where a pixel is, which letters
// stand at the edges, and the order, spacing and tilt of a stack (PS3.3 C.7.6.2.1.1).
#include <QPointF>
#include <cmath>

#include "core/parse/tags.h"
#include "core/series/orientation.h"
#include "core/series/stack.h"
#include "tests/support/dicombuilder.h"
#include "tests/support/testmain.h"

using namespace core;

namespace {

struct Case {
  const char* name;
  const char* orientation;
  const char* position;
  /// Of the pixel in column 10 and row 3, rows 2 mm and columns 0.5 mm apart: position + 5 row + 6 column.
  Vector3 pixel;
  Vector3 normal;
  const char* letters;  ///< left, right, top, bottom
};

constexpr double cos20 = 0.9396926207859084;
constexpr double sin20 = 0.3420201433256687;

const Case cases[] = {
    {"axial, head first supine", R"(1\0\0\0\1\0)", R"(-100\-50\30)", {-95, -44, 30}, {0, 0, 1}, "R L A P"},
    {"axial, head first prone", R"(-1\0\0\0\-1\0)", R"(100\50\30)", {95, 44, 30}, {0, 0, 1}, "L R P A"},
    {"axial, feet first supine", R"(-1\0\0\0\1\0)", R"(100\-50\30)", {95, -44, 30}, {0, 0, -1}, "L R A P"},
    {"axial, feet first prone", R"(1\0\0\0\-1\0)", R"(-100\50\30)", {-95, 44, 30}, {0, 0, -1}, "R L P A"},
    {"decubitus right", R"(0\-1\0\1\0\0)", R"(-100\50\30)", {-94, 45, 30}, {0, 0, 1}, "P A R L"},
    {"decubitus left", R"(0\1\0\-1\0\0)", R"(100\-50\30)", {94, -45, 30}, {0, 0, 1}, "A P L R"},
    {"coronal", R"(1\0\0\0\0\-1)", R"(-100\20\90)", {-95, 20, 84}, {0, 1, 0}, "R L H F"},
    {"sagittal", R"(0\1\0\0\0\-1)", R"(12\-80\90)", {12, -75, 84}, {-1, 0, 0}, "A P H F"},
    {"oblique coronal", R"(0.8\0.6\0\0\0\-1)", R"(10\20\30)", {14, 23, 24}, {-0.6, 0.8, 0}, "RA LP H F"},
    {"doubly oblique",
     R"(0.6666666667\0.6666666667\0.3333333333\-0.6666666667\0.3333333333\0.6666666667)",
     R"(0\0\0)",
     {-2. / 3, 16. / 3, 17. / 3},
     {1. / 3, -2. / 3, 2. / 3},
     "RAF LPH LFA RHP"},
    {"axial, gantry tilted by 20 degrees",
     R"(1\0\0\0\0.9396926208\0.3420201433)",
     R"(-100\-50\30)",
     {-95, -50 + 6 * cos20, 30 + 6 * sin20},
     {0, -sin20, cos20},
     "R L AF PH"},
};

tests::DicomBuilder imageOf(const char* orientation, std::string_view position, int number) {
  return tests::DicomBuilder()
      .identity("2.25.10" + std::to_string(number))
      .image(8, 16)
      .text(tags::InstanceNumber, Vr::IS, std::to_string(number))
      .text(tags::ImagePositionPatient, Vr::DS, position)
      .text(tags::ImageOrientationPatient, Vr::DS, orientation)
      .text(tags::FrameOfReferenceUID, Vr::UI, "2.25.9")
      .text(tags::PixelSpacing, Vr::DS, "2\\0.5")
      .words(tags::PixelData, std::vector<std::uint16_t>(8 * 16));
}

bool isNear(const Vector3& a, const Vector3& b) { return length(difference(a, b)) < 1e-6; }

std::string textOf(const Vector3& at) {
  const auto number = [](double value) { return QByteArray::number(value, 'f', 6); };
  const QByteArray text = number(at[0]) + '\\' + number(at[1]) + '\\' + number(at[2]);
  return text.toStdString();
}

/// A series of six images, from the first position on in equal steps, that comes in a mixed order.
std::vector<Stack> stacksAlong(const Case& geometry, const Vector3& step) {
  const auto first = imageOf(geometry.orientation, geometry.position, 1).parsed();
  const Vector3 start = positionOf(first.dataSet(), 0).value();
  std::vector<Instance> instances;
  for (const int i : {3, 0, 5, 1, 4, 2}) {
    const auto file = imageOf(geometry.orientation, textOf(sum(start, scaled(step, i))), i + 1).parsed();
    instances.push_back(instanceOf(file, {}).value());
  }
  return stacksOf(std::move(instances));
}

std::vector<std::int64_t> numbersOf(const Stack& stack) {
  std::vector<std::int64_t> numbers;
  for (const Instance& instance : stack.instances) numbers.push_back(instance.instanceNumber.value_or(0));
  return numbers;
}

}  // namespace

class HandComputedTest : public QObject {
  Q_OBJECT

  static void addCases() {
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < std::size(cases); ++i) QTest::newRow(cases[i].name) << static_cast<int>(i);
  }
  static const Case& fetched() {
    QFETCH(int, index);
    return cases[index];
  }
  static ImagePlane planeOfCase(const Case& geometry) {
    const auto file = imageOf(geometry.orientation, geometry.position, 1).parsed();
    return planeOf(file.dataSet(), 0).value();
  }

 private slots:
  void aPixelIsThere_data() { addCases(); }
  void aPixelIsThere() {
    const Case& geometry = fetched();
    const ImagePlane plane = planeOfCase(geometry);
    QVERIFY(isNear(plane.toPatient({10.5, 3.5}), geometry.pixel));
    QVERIFY(isNear(plane.normal(), geometry.normal));
  }

  void aPointOfThePatientIsInThatPixel_data() { addCases(); }
  void aPointOfThePatientIsInThatPixel() {
    const Case& geometry = fetched();
    const ImagePlane plane = planeOfCase(geometry);
    // 7 mm in front of the plane: the foot of the perpendicular is the pixel.
    const Vector3 point = sum(geometry.pixel, scaled(geometry.normal, 7));
    const QPointF image = plane.toImage(point);
    QVERIFY(std::abs(image.x() - 10.5) < 1e-6 && std::abs(image.y() - 3.5) < 1e-6);
    QVERIFY(std::abs(plane.distance(point) - 7) < 1e-6);
  }

  void theEdgesBearTheseLetters_data() { addCases(); }
  void theEdgesBearTheseLetters() {
    const Case& geometry = fetched();
    const auto file = imageOf(geometry.orientation, geometry.position, 1).parsed();
    const EdgeLetters edges = edgeLetters(file.dataSet(), 0);
    QCOMPARE(edges.left + " " + edges.right + " " + edges.top + " " + edges.bottom,
             std::string(geometry.letters));
  }

  void aStackAlongTheNormalIsInOrderAndStraight_data() { addCases(); }
  void aStackAlongTheNormalIsInOrderAndStraight() {
    const Case& geometry = fetched();
    const auto stacks = stacksAlong(geometry, scaled(geometry.normal, 2.5));
    QCOMPARE(stacks.size(), std::size_t{1});
    QCOMPARE(numbersOf(stacks[0]), (std::vector<std::int64_t>{1, 2, 3, 4, 5, 6}));
    QVERIFY(std::abs(stacks[0].spacing.value_or(0) - 2.5) < 1e-4);
    QVERIFY(std::abs(stacks[0].shearDegrees) < 1e-3);
    QVERIFY(!stacks[0].isIrregular);
  }

  void aStackAgainstTheNormalFollowsItsNumbers_data() { addCases(); }
  void aStackAgainstTheNormalFollowsItsNumbers() {
    const auto stacks = stacksAlong(fetched(), scaled(fetched().normal, -4));
    QCOMPARE(stacks.size(), std::size_t{1});
    QCOMPARE(numbersOf(stacks[0]), (std::vector<std::int64_t>{1, 2, 3, 4, 5, 6}));
    QVERIFY(std::abs(stacks[0].spacing.value_or(0) - 4) < 1e-4);
  }

  void aTiltedGantryIsAShearAndItsSpacingIsAlongTheNormal() {
    // The table moves 5 mm along z, the planes stand at 20° to it.
    const auto stacks = stacksAlong(cases[std::size(cases) - 1], {0, 0, 5});
    QCOMPARE(stacks.size(), std::size_t{1});
    QVERIFY(std::abs(stacks[0].spacing.value_or(0) - 5 * cos20) < 1e-4);
    QVERIFY(std::abs(stacks[0].shearDegrees - 20) < 0.01);
    QCOMPARE(numbersOf(stacks[0]), (std::vector<std::int64_t>{1, 2, 3, 4, 5, 6}));
  }
};

DICOMAESTRO_TEST(HandComputedTest)
#include "handcomputed_test.moc"
