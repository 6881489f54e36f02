// SPDX-License-Identifier: MIT
#include "tests/bench/seriesrows.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <QDir>
#include <QElapsedTimer>
#include <QFile>

#include "core/cache/framecache.h"
#include "core/open/scan.h"
#include "core/series/stack.h"

namespace bench {

namespace {

constexpr int slices = 1000;
constexpr std::uint16_t side = 512;
constexpr int repeats = 5;

template <class Work>
double bestMilliseconds(int times, Work work) {
  double best = 1e300;
  for (int i = 0; i < times; ++i) {
    QElapsedTimer timer;
    timer.start();
    work();
    best = std::min(best, static_cast<double>(timer.nsecsElapsed()) / 1e6);
  }
  return best;
}

std::vector<core::Instance> scanned(const QString& folder) {
  std::vector<core::Instance> instances;
  const auto append = [&](std::vector<core::Instance> batch) {
    std::move(batch.begin(), batch.end(), std::back_inserter(instances));
  };
  core::scan({folder}, {append, {}, {}}, false);
  return instances;
}

void scanAndSort(const QString& folder) {
  const auto patients = core::arrange(scanned(folder));
  if (patients.front().studies.front().series.front().stacks.front().instances.size() < 2)
    qFatal("the synthetic series was not understood");
}

void readWithDcmtk(const QString& folder) {
  const QDir dir(folder);
  for (const QString& name : dir.entryList(QDir::Files)) {
    DcmFileFormat file;
    const OFFilename path(QFile::encodeName(dir.filePath(name)).constData());
    if (file.loadFileUntilTag(path, EXS_Unknown, EGL_noChange, DCM_MaxReadLength, ERM_autoDetect,
                              DCM_PixelData)
            .bad())
      qFatal("DCMTK cannot read the synthetic series");
  }
}

/// Scans until the first instance, and paints it; the scan goes on behind, as in the viewer.
double firstImageMilliseconds(const QString& folder) {
  QElapsedTimer timer;
  timer.start();
  double painted = 0;
  std::atomic<bool> cancelled = false;
  core::FrameCache cache;
  const auto onInstances = [&](const std::vector<core::Instance>& batch) {
    if (painted > 0) return;
    const auto image = cache.load({batch.front().source, 0});
    if (!image) qFatal("the first image cannot be decoded");
    QImage target(1024, 1024, QImage::Format_RGB32);
    (*image)->prepared->paint(target, QTransform::fromScale(2, 2), {}, core::Sampling::Bilinear);
    painted = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    cancelled = true;
  };
  core::scan({folder}, {onInstances, {}, {}}, cancelled);
  return painted;
}

double firstImageOf(const QString& folder) {
  double best = 1e300;
  for (int i = 0; i < repeats; ++i) best = std::min(best, firstImageMilliseconds(folder));
  return best;
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

std::vector<Row> headers() {
  const SyntheticSeries series(slices, side);
  const double ours = slices / bestMilliseconds(repeats, [&] { scanAndSort(series.path()); }) * 1000;
  const double theirs = slices / bestMilliseconds(repeats, [&] { readWithDcmtk(series.path()); }) * 1000;
  return {{"headers", ours, "files/s", "DcmFileFormat", theirs, ours / theirs}};
}

std::vector<Row> firstImage() {
  const SyntheticSeries small(slices / 10, side);
  const SyntheticSeries large(slices, side);
  const double ofSmall = firstImageOf(small.path());
  const double ofLarge = firstImageOf(large.path());
  return {{"first-image-1000", ofLarge, "ms"}, {"first-image-growth", ofLarge / ofSmall, "x"}};
}

std::vector<Row> memoryOverBudget() {
  constexpr std::uint64_t budget = std::uint64_t{128} << 20;
  const SyntheticSeries series(slices, side);
  // Writing 5 starts the peak (VmHWM) again from what is resident now.
  QFile reset(QStringLiteral("/proc/self/clear_refs"));
  if (reset.open(QIODevice::WriteOnly)) reset.write("5"), reset.close();
  core::FrameCache cache(budget);
  const auto patients = core::arrange(scanned(series.path()));
  const core::Stack& stack = patients.front().studies.front().series.front().stacks.front();
  for (const core::Instance& instance : stack.instances) {
    const core::ImageKey key{instance.source, 0};
    cache.pin(1, {key});
    if (!cache.load(key)) qFatal("a slice cannot be decoded");
  }
  const double over = statusMegabytes("VmHWM") - static_cast<double>(budget >> 20);
  return {{"memory-over-budget", over, "MB"}};
}

}  // namespace bench
