// SPDX-License-Identifier: MIT
#include "tests/bench/realwindowrows.h"

#include <malloc.h>

#include <QCoreApplication>
#include <QEventLoop>
#include <QFile>
#include <QSettings>

#include "app/browse/browserpanel.h"
#include "app/cine/cineplayer.h"
#include "app/window/mainwindow.h"
#include "core/open/scan.h"
#include "core/parse/tags.h"
#include "tests/bench/seriesrows.h"
#include "tests/bench/timing.h"
#include "tests/support/dicombuilder.h"
#include "tests/support/encoders.h"

namespace bench {

namespace tags = core::tags;
using core::Vr;

namespace {

constexpr int slices = 1000;
constexpr std::uint16_t side = 512;
constexpr int repeats = 5;
const QSize screen(1920, 1080);

/// A window that is on the screen, and nothing open in it.
class Window {
 public:
  explicit Window(std::uint64_t budget = core::FrameCache::defaultBudget())
      : m_settings(m_folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat),
        m_window(std::make_shared<core::FrameCache>(budget), m_settings) {
    m_window.resize(1600, 1000);
    m_window.show();
    for (int i = 0; i < 20; ++i) QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
  }
  app::MainWindow& operator*() { return m_window; }
  app::MainWindow* operator->() { return &m_window; }
  app::ImageView* view() { return m_window.grid()->activeView(); }
  /// Lets the events run until the wanted image has been painted.
  void waitForPicture() {
    while (!(view()->hasImage() && view()->isSettled() && view()->paintedImage() == view()->image()))
      QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
  }
  void waitForScan() {
    while (m_window.scanner()->isScanning())
      QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
  }

 private:
  QTemporaryDir m_folder;
  QSettings m_settings;
  app::MainWindow m_window;
};

double firstImageMilliseconds(const QString& folder) {
  Window window;
  QElapsedTimer timer;
  timer.start();
  window->open({folder});
  window.waitForPicture();
  return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

double firstImageOf(const QString& folder) {
  double best = 1e300;
  for (int i = 0; i < repeats; ++i) best = std::min(best, firstImageMilliseconds(folder));
  return best;
}

app::StackPtr stackOf(const QString& path) {
  std::vector<core::Instance> all;
  const auto append = [&all](std::vector<core::Instance> batch) {
    std::move(batch.begin(), batch.end(), std::back_inserter(all));
  };
  core::scan({path}, {append, {}, {}}, false);
  return std::make_shared<const core::Stack>(core::stacksOf(std::move(all)).front());
}

/// A viewport alone, as large as a screen.
std::unique_ptr<app::ImageView> screenful(const std::shared_ptr<core::FrameCache>& cache,
                                          const app::StackPtr& stack) {
  auto view = std::make_unique<app::ImageView>(cache, 0);
  view->resize(screen);
  view->show();
  view->setStack(stack);
  while (!view->hasImage() || view->paintedImage() != view->image())
    QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
  return view;
}

void write(const QString& path, const std::vector<std::uint8_t>& bytes) {
  QFile file(path);
  if (!file.open(QIODevice::WriteOnly) ||
      file.write(reinterpret_cast<const char*>(bytes.data()), static_cast<qint64>(bytes.size())) < 0)
    qFatal("a file of the benchmark cannot be written");
}

/// A ring that turns, with noise, as a catheter laboratory's frame is about as hard to pack.
std::vector<std::vector<std::uint8_t>> jpegFrames(int count) {
  std::vector<std::vector<std::uint8_t>> frames;
  unsigned seed = 1;
  for (int frame = 0; frame < count; ++frame) {
    tests::Picture picture;
    picture.rows = picture.columns = side;
    picture.bitsAllocated = picture.bitsStored = 8;
    for (int y = 0; y < side; ++y)
      for (int x = 0; x < side; ++x) {
        seed = seed * 1664525 + 1013904223;
        const double r = std::hypot(x - 256.0, y - 256.0);
        const double turned = std::cos(r / 9 - frame / 5.0);
        picture.cells.push_back(static_cast<std::uint32_t>(120 + 80 * turned) + (seed >> 29));
      }
    const auto file = tests::encodedByDcmtk(tests::nativeFile(picture), "1.2.840.10008.1.2.4.50");
    frames.push_back(tests::fragmentsOf(file).front());
  }
  return frames;
}

std::vector<std::uint8_t> jpegCine(int count, double framesPerSecond) {
  auto builder = tests::DicomBuilder().identity("2.25.1", "2.25.2", "2.25.3", "XA");
  builder.text(tags::FrameTime, Vr::DS, std::to_string(1000 / framesPerSecond));
  builder.us(tags::SamplesPerPixel, {1})
      .text(tags::PhotometricInterpretation, Vr::CS, "MONOCHROME2")
      .text(tags::NumberOfFrames, Vr::IS, std::to_string(count))
      .us(tags::Rows, {side})
      .us(tags::Columns, {side})
      .us(tags::BitsAllocated, {8})
      .us(tags::BitsStored, {8})
      .us(tags::HighBit, {7})
      .us(tags::PixelRepresentation, {0});
  return builder.fragments(jpegFrames(count)).file("1.2.840.10008.1.2.4.50");
}

/// A line of /proc/self/status, in MB.
double statusMegabytes(const QByteArray& name) {
  QFile file(QStringLiteral("/proc/self/status"));
  if (!file.open(QIODevice::ReadOnly)) return 0;
  for (const QByteArray& line : file.readAll().split('\n'))
    if (line.startsWith(name))
      return line.mid(name.size() + 1).trimmed().split(' ').first().toDouble() / 1024;
  return 0;
}

}  // namespace

std::vector<Row> firstImage() {
  const SyntheticSeries small(slices / 10, side);
  const SyntheticSeries large(slices, side);
  const double ofSmall = firstImageOf(small.path());
  const double ofLarge = firstImageOf(large.path());
  return {{"first-image-1000", ofLarge, "ms"}, {"first-image-growth", ofLarge / ofSmall, "x"}};
}

std::vector<Row> scroll() {
  constexpr int count = 300;
  const SyntheticSeries series(count + 2, side);
  const app::StackPtr stack = stackOf(series.path());
  const auto cache = std::make_shared<core::FrameCache>(std::uint64_t{1} << 30);
  for (const core::Instance& instance : stack->instances)
    if (!cache->load({instance.source, 0})) qFatal("a slice cannot be decoded");
  const auto view = screenful(cache, stack);
  const auto times = timesOf(count, [&](int i) {
    view->setImage(i + 2);
    view->repaint();
    if (view->paintedImage() != i + 2) qFatal("a slice was not painted");
  });
  return {{"scroll-p99", p99(times), "ms"}};
}

std::vector<Row> windowDrag() {
  constexpr std::uint16_t columns = 4096, rows = 5120;
  QTemporaryDir folder;
  std::vector<std::uint16_t> cells(std::size_t{columns} * rows);
  unsigned seed = 2;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    seed = seed * 1664525 + 1013904223;
    const double r = std::hypot(static_cast<double>(i % columns) * 2 / columns - 1,
                                static_cast<double>(i / columns) * 2 / rows - 1);
    cells[i] = static_cast<std::uint16_t>((r < 0.8 ? 1064 : 24) + 300 * r + (seed >> 27));
  }
  const QString path = folder.filePath(QStringLiteral("large"));
  write(path, tests::DicomBuilder().identity().image(rows, columns).words(tags::PixelData, cells).file());
  const auto cache = std::make_shared<core::FrameCache>(std::uint64_t{1} << 30);
  const auto view = screenful(cache, stackOf(path));
  // Never twice the same window, so that nothing can be kept.
  const auto times = timesOf(500, [&](int i) {
    view->setVoi(core::VoiWindow{1040 + i * 0.37, 400 + i * 1.13, core::VoiFunction::Linear, {}});
    view->repaint();
  });
  return {{"window-drag-20mp-p99", p99(times), "ms"}};
}

std::vector<Row> cine() {
  constexpr int seconds = 10;
  QTemporaryDir folder;
  const QString path = folder.filePath(QStringLiteral("cine"));
  write(path, jpegCine(96, 60));
  Window window;
  window->open({path});
  window.waitForPicture();
  // What opening still does, thumbnails and lists, is no part of playing.
  window.waitForScan();
  while (!window->browser()->hasAllThumbnails()) QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
  window.view()->run(app::ViewCommand::PlayPause);
  QElapsedTimer timer;
  timer.start();
  while (timer.elapsed() < seconds * 1000) QCoreApplication::processEvents(QEventLoop::AllEvents, 50);
  const app::CinePlayer& player = *window.view()->cine();
  return {{"cine-dropped", static_cast<double>(player.dropped()), "frames"},
          {"cine-rate", player.achievedRate(), "frames/s", "wanted", player.targetRate()}};
}

std::vector<Row> memoryOverBudget() {
  constexpr std::uint64_t budget = std::uint64_t{128} << 20;
  const SyntheticSeries series(slices, side);
  malloc_trim(0);
  // Writing 5 starts the peak (VmHWM) again from what is resident now.
  QFile reset(QStringLiteral("/proc/self/clear_refs"));
  if (reset.open(QIODevice::WriteOnly)) reset.write("5"), reset.close();
  Window window(budget);
  window->open({series.path()});
  window.waitForScan();
  for (int i = 0; i < slices; ++i) {
    window.view()->setImage(i);
    window.waitForPicture();
  }
  const double over = statusMegabytes("VmHWM") - static_cast<double>(budget >> 20);
  return {{"memory-over-budget", over, "MB"}};
}

}  // namespace bench
