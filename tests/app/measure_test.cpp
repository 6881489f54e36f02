// SPDX-License-Identifier: MIT
#include <QTemporaryDir>

#include "app/layout/viewgrid.h"
#include "app/measure/measuretext.h"
#include "app/measure/unittext.h"
#include "core/parse/tags.h"
#include "tests/app/folder.h"
#include "tests/support/dicombuilder.h"
#include "tests/support/testmain.h"

using core::Vr;
namespace tags = core::tags;

class MeasureTest : public QObject {
  Q_OBJECT

  QTemporaryDir m_dir;
  std::shared_ptr<core::FrameCache> m_cache = std::make_shared<core::FrameCache>(64u << 20);

  /// An image of 64 × 48 whose value is its column, with these elements before its pixels.
  core::LoadedImagePtr image(const tests::DicomBuilder& elements, const char* name) {
    auto builder = tests::DicomBuilder().identity().raw(elements.dataSet()).image(48, 64);
    std::vector<std::uint16_t> cells;
    for (std::uint16_t i = 0; i < 48 * 64; ++i) cells.push_back(i % 64);
    const auto bytes = builder.words(tags::PixelData, cells).file();
    QFile file(m_dir.filePath(QLatin1String(name)));
    if (!file.open(QIODevice::WriteOnly)) qFatal("the test cannot write its file");
    file.write(reinterpret_cast<const char*>(bytes.data()), static_cast<qint64>(bytes.size()));
    file.close();
    return *m_cache->load({{file.fileName(), {}, -1, 0}, 0});
  }
  static tests::DicomBuilder spaced(core::Tag tag, std::string_view spacing) {
    return tests::DicomBuilder().text(tag, Vr::DS, spacing);
  }
  static tests::DicomBuilder region(std::uint16_t left, std::uint16_t right, std::uint16_t unit,
                                    double delta) {
    return tests::DicomBuilder()
        .ul({0x0018, 0x6018}, {left})
        .ul({0x0018, 0x601A}, {0})
        .ul({0x0018, 0x601C}, {right})
        .ul({0x0018, 0x601E}, {47})
        .us({0x0018, 0x6024}, {unit})
        .us({0x0018, 0x6026}, {unit})
        .fd({0x0018, 0x602C}, {delta})
        .fd({0x0018, 0x602E}, {delta});
  }
  static QString length(const core::LoadedImagePtr& on, QPointF a, QPointF b) {
    return app::measureTexts({{}, app::MeasureKind::Length, {a, b}}, *on).join(QLatin1Char('|'));
  }

 private slots:
  void aLengthIsInMillimetresOfRowsAndColumns() {
    const auto patient = image(spaced(tags::PixelSpacing, "2\\0.5"), "patient");
    QCOMPARE(length(patient, {10, 10}, {30, 10}), QStringLiteral("10.0 mm"));
    QCOMPARE(length(patient, {10, 10}, {10, 20}), QStringLiteral("20.0 mm"));
    QCOMPARE(length(patient, {10, 10}, {16, 12}), QStringLiteral("5.00 mm"));
  }

  void millimetresThatAreNotThePatientsSaySo() {
    QCOMPARE(length(image(spaced(tags::ImagerPixelSpacing, "0.1\\0.1"), "det"), {0, 0}, {50, 0}),
             QStringLiteral("5.00 mm (det)"));
    auto magnified = tests::DicomBuilder()
                         .text(tags::EstimatedRadiographicMagnificationFactor, Vr::DS, "1.25")
                         .text(tags::ImagerPixelSpacing, Vr::DS, "0.1\\0.1");
    QCOMPARE(length(image(magnified, "mag"), {0, 0}, {50, 0}), QStringLiteral("4.00 mm (det/mag)"));
    QCOMPARE(length(image(tests::DicomBuilder(), "none"), {0, 0}, {50, 0}), QStringLiteral("50.0 px"));
    QCOMPARE(length(image(tests::DicomBuilder().text(tags::PixelAspectRatio, Vr::IS, "2\\1"), "aspect"),
                    {0, 0}, {0, 30}),
             QStringLiteral("30.0 px"));
  }

  void ofAnUltrasoundImageTheRegionOfBothPointsCounts() {
    const auto elements = tests::DicomBuilder().sequence(tags::SequenceOfUltrasoundRegions,
                                                         {region(0, 29, 3, 0.02), region(34, 63, 4, 0.5)});
    const auto scan = image(elements, "us");
    QCOMPARE(length(scan, {2, 10}, {22, 10}), QStringLiteral("4.00 mm (US)"));
    QCOMPARE(length(scan, {40, 10}, {60, 10}), QStringLiteral("20.0 px"));  // seconds are no length
    QCOMPARE(length(scan, {2, 10}, {60, 10}), QStringLiteral("58.0 px"));   // from one into the other
  }

  void anAngleIsThatOfThePatientAndNotOfThePixels() {
    const auto tall = image(spaced(tags::PixelSpacing, "2\\1"), "angle");
    const auto texts =
        app::measureTexts({{}, app::MeasureKind::Angle, {{20, 10}, {10, 10}, {20, 15}}}, *tall);
    QCOMPARE(texts, QStringList{QStringLiteral("45.0°")});
    QCOMPARE(app::angleOf({{0, 0}, {5, 0}, {10, 0}}, {}), 180.0);
  }

  void anEllipseGivesWhatLiesInIt() {
    const auto ramp = image(spaced(tags::PixelSpacing, "1\\1"), "ellipse");
    const auto found = app::statisticsOf(*ramp->prepared, {20, 20}, {30, 30});
    QCOMPARE(found.pixels, std::size_t{80});  // of the 10 × 10 box: centres within a radius of 5
    QCOMPARE(found.mean, 24.5);
    QCOMPARE(found.least, 20.0);
    QCOMPARE(found.greatest, 29.0);
    const auto outside = app::statisticsOf(*ramp->prepared, {-20, -20}, {-5, -5});
    QCOMPARE(outside.pixels, std::size_t{0});
    const auto texts = app::measureTexts({{}, app::MeasureKind::Ellipse, {{20, 20}, {30, 30}}}, *ramp);
    QVERIFY2(texts.front().startsWith(QStringLiteral("Mean 24.5")), qPrintable(texts.front()));
    QCOMPARE(texts.back(), QStringLiteral("Area 78.5 mm²"));
  }

  void unitsAreWrittenAsPeopleWriteThem() {
    QCOMPARE(app::unitText("BQML"), QStringLiteral("Bq/ml"));
    QCOMPARE(app::unitText("GML"), QStringLiteral("SUV g/ml"));
    QCOMPARE(app::unitText("HU"), QStringLiteral("HU"));
    QCOMPARE(app::unitText("NONE"), QString());
    QCOMPARE(app::unitText("FURLONG"), QStringLiteral("FURLONG"));
  }

  void valuesThatArePaddingCountNowhere() {
    auto padded = tests::DicomBuilder().us(tags::PixelPaddingValue, {20});
    const auto found = app::statisticsOf(*image(padded, "padded")->prepared, {20, 20}, {22, 22});
    QCOMPARE(found.pixels, std::size_t{4});
    QCOMPARE(found.values, std::size_t{2});
    QCOMPARE(found.mean, 21.0);
  }

  void aDragMeasuresAndWhatWasMeasuredStaysWithItsImage() {
    tests::writeSeries(m_dir.filePath(QStringLiteral("a")), 5);
    app::ViewGrid grid(m_cache);
    grid.resize(600, 600);
    grid.show();
    grid.showStack(tests::stackOf(m_dir.filePath(QStringLiteral("a"))));
    app::ImageView* view = grid.activeView();
    QTRY_VERIFY(view->isSettled() && view->hasImage());
    grid.setTool(app::Tool::Length);
    const auto move = [view](QPoint at, Qt::MouseButtons buttons) {
      QMouseEvent event(QEvent::MouseMove, at, view->mapToGlobal(at), Qt::NoButton, buttons, Qt::NoModifier);
      QCoreApplication::sendEvent(view, &event);
    };
    const auto drag = [&](QPoint from, QPoint to) {
      QTest::mousePress(view, Qt::LeftButton, {}, from);
      move((from + to) / 2, Qt::LeftButton);
      move(to, Qt::LeftButton);
      QTest::mouseRelease(view, Qt::LeftButton, {}, to);
    };
    const auto onImage = [&](int index) {
      return grid.measurements().on(app::imageKey(*view->stack(), index));
    };
    drag({250, 200}, {300, 260});
    QCOMPARE(onImage(0).size(), std::size_t{1});
    QCOMPARE(onImage(0).front().points.back(), view->toImage({300, 260}));
    QCOMPARE(view->currentWindow()->width, 400.0);  // the window is left alone
    const auto before = onImage(0).front().points;
    view->run(app::ViewCommand::RotateRight);
    view->run(app::ViewCommand::ZoomIn);
    QCOMPARE(onImage(0).front().points, before);
    view->setImage(1);
    QTRY_VERIFY(view->isSettled());
    QVERIFY(onImage(1).empty());
    grid.setTool(app::Tool::Angle);
    drag({250, 200}, {300, 260});
    move({350, 200}, Qt::NoButton);
    QTest::mouseClick(view, Qt::LeftButton, {}, {340, 190});
    QCOMPARE(onImage(1).size(), std::size_t{1});
    QCOMPARE(onImage(1).front().points.size(), 3);
    QCOMPARE(onImage(1).front().points.back(), view->toImage({340, 190}));
    drag({250, 200}, {300, 260});
    view->setImage(0);  // begun and not finished: it goes
    QCOMPARE(onImage(1).size(), std::size_t{1});
    QTRY_VERIFY(view->isSettled());
    view->run(app::ViewCommand::RemoveMeasurement);
    QVERIFY(onImage(0).empty());
    grid.measurements().drop({view->stack()->instances[1].source});
    QVERIFY(onImage(1).empty());
  }
};

DICOMAESTRO_TEST(MeasureTest)
#include "measure_test.moc"
