// SPDX-License-Identifier: MIT
#include "core/series/stack.h"
#include "core/parse/tags.h"
#include "tests/support/dicombuilder.h"
#include "tests/support/testmain.h"

using core::Instance;
using core::SortKey;
using core::Stack;
using core::Vr;
namespace tags = core::tags;

namespace {

constexpr std::array<double, 6> axial{1, 0, 0, 0, 1, 0};
constexpr std::array<double, 6> sagittal{0, 1, 0, 0, 0, -1};

Instance slice(std::int64_t number, std::optional<double> z = std::nullopt) {
  Instance instance;
  instance.source.path = QStringLiteral("/x/%1").arg(number);
  instance.sopInstanceUid = "2.25." + std::to_string(number);
  instance.studyUid = "2.25.3";
  instance.seriesUid = "2.25.2";
  instance.patientId = "7";
  instance.instanceNumber = number;
  instance.rows = instance.columns = 4;
  instance.hasPixels = true;
  if (!z) return instance;
  instance.position = {0, 0, *z};
  instance.orientation = axial;
  return instance;
}

std::vector<std::int64_t> numbersOf(const Stack& stack) {
  std::vector<std::int64_t> numbers;
  for (const Instance& instance : stack.instances) numbers.push_back(instance.instanceNumber.value_or(-1));
  return numbers;
}
using Numbers = std::vector<std::int64_t>;

std::vector<std::string> splits(const std::vector<Stack>& stacks) {
  std::vector<std::string> names;
  for (const Stack& stack : stacks) names.push_back(stack.splitBy);
  return names;
}
using Names = std::vector<std::string>;

}  // namespace

class StackTest : public QObject {
  Q_OBJECT

 private slots:
  void slicesAreInTheOrderOfTheirPlaces() {
    const auto stacks = core::stacksOf({slice(3, 30), slice(1, 10), slice(2, 20)});
    QCOMPARE(stacks.size(), std::size_t{1});
    QCOMPARE(numbersOf(stacks[0]), (Numbers{1, 2, 3}));
    QCOMPARE(stacks[0].sortedBy, SortKey::Position);
    QCOMPARE(stacks[0].spacing, std::optional(10.0));
  }

  void theDirectionIsThatOfTheInstanceNumbers() {
    QCOMPARE(numbersOf(core::stacksOf({slice(1, 30), slice(2, 20), slice(3, 10)})[0]), (Numbers{1, 2, 3}));
  }

  void aScrambledNumberDoesNotBreakTheOrderOfPlaces() {
    const auto stack = core::stacksOf({slice(1, 10), slice(9, 20), slice(3, 30), slice(4, 40)})[0];
    QCOMPARE(numbersOf(stack), (Numbers{1, 9, 3, 4}));
  }

  void withoutPlacesTheInstanceNumberCounts() {
    const auto stack = core::stacksOf({slice(10), slice(2), slice(1)})[0];
    QCOMPARE(numbersOf(stack), (Numbers{1, 2, 10}));
    QCOMPARE(stack.sortedBy, SortKey::InstanceNumber);
    QVERIFY(!stack.spacing);
  }

  void equalNumbersFallBackToSliceLocationThenToNaturalFileNames() {
    auto a = slice(1), b = slice(1), c = slice(1);
    a.source.path = QStringLiteral("IM10");
    b.source.path = QStringLiteral("IM9");
    c.source.path = QStringLiteral("IM1");
    auto stack = core::stacksOf({a, b, c})[0];
    QCOMPARE(stack.sortedBy, SortKey::FileName);
    QCOMPARE(stack.instances.back().source.path, QStringLiteral("IM10"));
    a.sliceLocation = 1, b.sliceLocation = 2, c.sliceLocation = 3;
    stack = core::stacksOf({c, b, a})[0];
    QCOMPARE(stack.sortedBy, SortKey::SliceLocation);
    QCOMPARE(stack.instances.front().source.path, QStringLiteral("IM10"));
  }

  void orientationsAndSizesAreStacksOfTheirOwn() {
    auto other = slice(3, 0);
    other.orientation = sagittal;
    auto large = slice(4, 40);
    large.rows = 8;
    const auto stacks = core::stacksOf({slice(1, 10), slice(2, 20), other, large});
    QCOMPARE(splits(stacks), (Names{"orientation", "orientation", "size"}));
  }

  void aTurnOfHalfADegreeIsTheSameOrientation() {
    auto turned = slice(2, 20);
    turned.orientation = {0.99996, 0.0087, 0, -0.0087, 0.99996, 0};
    QCOMPARE(core::stacksOf({slice(1, 10), turned}).size(), std::size_t{1});
  }

  void repeatedPlacesAreSplitByWhatExplainsThem_data() {
    QTest::addColumn<QByteArray>("by");
    for (const char* by : {"time", "echo", "b-value", "image type", "volume"})
      QTest::newRow(by) << QByteArray(by);
  }
  void repeatedPlacesAreSplitByWhatExplainsThem() {
    QFETCH(QByteArray, by);
    std::vector<Instance> instances;
    for (int volume = 0; volume < 3; ++volume)
      for (int place = 0; place < 4; ++place) {
        auto one = slice(volume * 4 + place, place * 5.0);
        if (by == "time") one.temporalPosition = volume;
        if (by == "echo") one.echoTime = 2.5 * volume;
        if (by == "b-value") one.bValue = 1000 * volume;
        if (by == "image type") one.imageType = std::string(1, static_cast<char>('A' + volume));
        instances.push_back(one);
      }
    const auto stacks = core::stacksOf(instances);
    QCOMPARE(stacks.size(), std::size_t{3});
    for (const Stack& stack : stacks) {
      QCOMPARE(QByteArray::fromStdString(stack.splitBy), by);
      QCOMPARE(stack.instances.size(), std::size_t{4});
      QVERIFY(!stack.repeatsPositions);
    }
    QCOMPARE(numbersOf(stacks[1]), (Numbers{4, 5, 6, 7}));
  }

  void pairsAtOnePlaceThatNothingTellsApartStayTogether() {
    const auto stacks = core::stacksOf({slice(1, 0), slice(2, 0), slice(3, 5), slice(4, 5)});
    QCOMPARE(stacks.size(), std::size_t{1});
    QVERIFY(stacks[0].repeatsPositions);
    QCOMPARE(numbersOf(stacks[0]), (Numbers{1, 2, 3, 4}));
  }

  void aSeriesInTimeAtOnePlaceIsOneStack() {
    std::vector<Instance> beats;
    for (int i = 0; i < 10; ++i) {
      beats.push_back(slice(10 - i, 5));
      beats.back().triggerTime = 100.0 - i;
    }
    const auto stacks = core::stacksOf(beats);
    QCOMPARE(stacks.size(), std::size_t{1});
    QCOMPARE(numbersOf(stacks[0]).front(), 1);
  }

  void aMultiFrameObjectIsAStackOfItsOwn() {
    auto clip = slice(2);
    clip.frames = 30;
    const auto stacks = core::stacksOf({slice(1), clip, slice(3)});
    QCOMPARE(stacks.size(), std::size_t{2});
    QCOMPARE(stacks[1].images(), 30u);
    QVERIFY(stacks[1].isMultiFrame());
  }

  void whatHasNoImageComesLast() {
    auto report = slice(1);
    report.hasPixels = false;
    QCOMPARE(splits(core::stacksOf({report, slice(5, 1)})), (Names{"", "no image"}));
  }

  void framesOfReferenceAreNotMixedUnlessEveryImageHasItsOwn() {
    auto images = std::vector{slice(1, 0), slice(2, 5), slice(3, 0), slice(4, 5)};
    images[0].frameOfReferenceUid = images[1].frameOfReferenceUid = "2.25.11";
    images[2].frameOfReferenceUid = images[3].frameOfReferenceUid = "2.25.12";
    QCOMPARE(core::stacksOf(images).size(), std::size_t{2});
    images = {slice(1, 0), slice(2, 5), slice(3, 10), slice(4, 15)};
    for (std::size_t i = 0; i < 4; ++i) images[i].frameOfReferenceUid = "2.25.1" + std::to_string(i);
    QCOMPARE(core::stacksOf(images).size(), std::size_t{1});
  }

  void gapsAreCountedAndIrregularStepsSaid() {
    auto stack = core::stacksOf({slice(1, 0), slice(2, 3), slice(3, 6), slice(6, 15)})[0];
    QVERIFY(stack.isIrregular);
    QCOMPARE(stack.missing, 2);
    stack = core::stacksOf({slice(1, 0), slice(2, 3), slice(3, 7.4)})[0];
    QVERIFY(stack.isIrregular);
    QCOMPARE(stack.missing, 0);
    QVERIFY(!core::stacksOf({slice(1, 0), slice(2, 3), slice(3, 6.02)})[0].isIrregular);
  }

  void aTiltedGantryShearsTheStack() {
    auto images = std::vector{slice(1, 0), slice(2, 10), slice(3, 20)};
    for (Instance& image : images) (*image.position)[1] = (*image.position)[2];  // 45°
    QVERIFY(std::abs(core::stacksOf(images)[0].shearDegrees - 45) < 1e-9);
  }

  void anOrderCanBeChosenAndReversed() {
    const Stack stack = core::stacksOf({slice(1, 10), slice(9, 20), slice(3, 30)})[0];
    QCOMPARE(numbersOf(core::sorted(stack, SortKey::InstanceNumber, false)), (Numbers{1, 3, 9}));
    QCOMPARE(numbersOf(core::sorted(stack, SortKey::InstanceNumber, true)), (Numbers{9, 3, 1}));
    QCOMPARE(numbersOf(core::sorted(stack, SortKey::Position, true)), (Numbers{3, 9, 1}));
  }

  void oneObjectFoundTwiceCountsOnceAndTwoFilesOfOneUidBothStay() {
    auto copy = slice(1, 10);
    copy.source.path = QStringLiteral("/y/1");
    const auto patients = core::arrange({slice(1, 10), slice(1, 10), copy});
    QCOMPARE(patients[0].studies[0].series[0].stacks[0].instances.size(), std::size_t{2});
  }

  void patientsWhoShareAnIdAreKeptApart() {
    auto a = slice(1), b = slice(2);
    a.patientName = "DOE^JOHN";
    b.patientName = "ROE^JANE";
    b.studyUid = "2.25.99";
    QCOMPARE(core::arrange({a, b}).size(), std::size_t{2});
    b.patientName = "Doe^John^^";
    QCOMPARE(core::arrange({a, b}).size(), std::size_t{1});
    b.patientId = "8";
    b.studyUid = a.studyUid;
    QCOMPARE(core::arrange({a, b}).size(), std::size_t{2});
  }
};

DICOMAESTRO_TEST(StackTest)
#include "stack_test.moc"
