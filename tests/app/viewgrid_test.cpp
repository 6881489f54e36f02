// SPDX-License-Identifier: MIT
#include "app/layout/viewgrid.h"

#include <QDropEvent>
#include <QMimeData>
#include <QTemporaryDir>

#include "tests/app/folder.h"
#include "tests/support/testmain.h"

class ViewGridTest : public QObject {
  Q_OBJECT

  QTemporaryDir m_dir;
  std::shared_ptr<core::FrameCache> m_cache = std::make_shared<core::FrameCache>(64u << 20);
  std::unique_ptr<app::ViewGrid> m_grid;
  app::StackPtr m_axial, m_coronal;

  void showBoth() {
    m_grid->setGrid(1, 2);
    m_grid->showInCell(0, m_axial);
    m_grid->showInCell(1, m_coronal);
    m_grid->setActive(0);
    QTRY_VERIFY(m_grid->isSettled());
  }
  /// Whether the cell shows the blue of a reference line somewhere.
  bool hasLine(int cell) const {
    const QImage screen = m_grid->view(cell)->grab().toImage();
    for (int y = 20; y < screen.height() - 20; ++y)
      for (int x = 20; x < screen.width() - 20; ++x) {
        const QColor color = screen.pixelColor(x, y);
        if (color.blue() > 200 && color.red() < 140 && color.green() > 150) return true;
      }
    return false;
  }

 private slots:
  void initTestCase() {
    tests::writeSeries(m_dir.filePath(QStringLiteral("a")), 12);
    tests::writeEnhanced(m_dir.filePath(QStringLiteral("enhanced.dcm")), 6);
    m_axial = tests::stackOf(m_dir.filePath(QStringLiteral("a")));
    m_coronal = tests::stackOf(m_dir.filePath(QStringLiteral("enhanced.dcm")));
  }
  void init() {
    m_grid = std::make_unique<app::ViewGrid>(m_cache);
    m_grid->resize(900, 600);
    m_grid->show();
  }
  void cleanup() { m_grid.reset(); }

  void aSeriesDroppedIntoACellNamesBoth() {
    m_grid->setGrid(2, 2);
    QSignalSpy dropped(m_grid.get(), &app::ViewGrid::stackDropped);
    QMimeData data;
    data.setData(QStringLiteral("application/x-dicomaestro-stack"), QByteArrayLiteral("a|key"));
    app::ImageView* view = m_grid->view(3);
    QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(view, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(view, &event);
    QCOMPARE(dropped.count(), 1);
    QCOMPARE(dropped.front()[0].toInt(), 3);
    QCOMPARE(dropped.front()[1].toString(), QStringLiteral("a|key"));
  }

  void filesDroppedOnACellAreLeftToTheWindow() {
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(QStringLiteral("/somewhere"))});
    QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    enter.setAccepted(false);
    QCoreApplication::sendEvent(m_grid->view(0), &enter);
    QVERIFY(!enter.isAccepted());
  }

  void aDoubleClickShowsOneCellAndAnotherAllOfThem() {
    m_grid->setGrid(2, 2);
    QTest::mouseDClick(m_grid->view(2), Qt::LeftButton);
    QVERIFY(m_grid->view(2)->isVisible() && !m_grid->view(0)->isVisible());
    QCOMPARE(m_grid->activeView(), m_grid->view(2));
    QTest::mouseDClick(m_grid->view(2), Qt::LeftButton);
    QVERIFY(m_grid->view(0)->isVisible());
  }

  void whileOneCellIsShownItIsTheActiveOne() {
    m_grid->setGrid(1, 2);
    m_grid->toggleOneUp();
    m_grid->showInCell(1, m_axial);
    QVERIFY(m_grid->view(1)->isVisible() && !m_grid->view(0)->isVisible());
  }

  void aClickMakesACellActive() {
    m_grid->setGrid(1, 3);
    QSignalSpy changed(m_grid.get(), &app::ViewGrid::activeViewChanged);
    QTest::mouseClick(m_grid->view(1), Qt::LeftButton);
    QCOMPARE(m_grid->activeView(), m_grid->view(1));
    QCOMPARE(changed.count(), 1);
  }

  void nineCellsAreTheMost() {
    m_grid->setGrid(7, 3);
    QCOMPARE(m_grid->cells(), 9);
    for (int i = 0; i < 9; ++i) QVERIFY(m_grid->view(i)->isVisible());
  }

  void theActiveImageIsALineInTheOthersAndFollowsIt() {
    showBoth();
    QVERIFY(hasLine(1));
    QVERIFY(!hasLine(0));
    m_grid->setReferenceLines(false);
    QVERIFY(!hasLine(1));
  }

  void aFrameOfAnEnhancedObjectIsALineWhereThatFrameLies() {
    showBoth();
    m_grid->setActive(1);
    const auto lineOf = [this] {
      const auto line = core::referenceLine(*m_grid->view(1)->plane(), *m_grid->view(0)->plane());
      return line ? line->first.y() : -1;
    };
    const double first = lineOf();
    m_grid->view(1)->setImage(4);
    QTRY_VERIFY(m_grid->isSettled());
    QCOMPARE(lineOf() - first, 10.0);  // 20 mm further back, rows of 2 mm
  }

  void linkedFramesGoToThePlaceOfTheSlice() {
    m_grid->setGrid(1, 2);
    m_grid->showInCell(0, m_coronal);
    m_grid->showInCell(1, m_coronal);
    QTRY_VERIFY(m_grid->isSettled());
    m_grid->setActive(0);
    m_grid->setLinked(true);
    m_grid->view(0)->setImage(3);
    QTRY_COMPARE(m_grid->view(1)->image(), 3);
    m_grid->setLinked(false);
    m_grid->view(0)->setImage(1);
    QTRY_VERIFY(m_grid->isSettled());
    QCOMPARE(m_grid->view(1)->image(), 3);
  }
};

DICOMAESTRO_TEST(ViewGridTest)
#include "viewgrid_test.moc"
