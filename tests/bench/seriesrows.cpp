// SPDX-License-Identifier: MIT
#include "tests/bench/seriesrows.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <QDir>
#include <QElapsedTimer>
#include <QFile>

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

}  // namespace

std::vector<Row> headers() {
  const SyntheticSeries series(slices, side);
  const double ours = slices / bestMilliseconds(repeats, [&] { scanAndSort(series.path()); }) * 1000;
  const double theirs = slices / bestMilliseconds(repeats, [&] { readWithDcmtk(series.path()); }) * 1000;
  return {{"headers", ours, "files/s", "DcmFileFormat", theirs, ours / theirs}};
}

}  // namespace bench
