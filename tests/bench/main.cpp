// SPDX-License-Identifier: MIT
#include <dcmtk/config/osconfig.h>
#include <dcmtk/oflog/oflog.h>

#include <QApplication>
#include <cstdio>

#include "tests/bench/decoderows.h"
#include "tests/bench/realwindowrows.h"
#include "tests/bench/row.h"
#include "tests/bench/seriesrows.h"
#ifdef DICOMAESTRO_SERVER
#include "tests/bench/serverrows.h"
#endif
#include "tests/bench/windowrows.h"

namespace {

/// Every benchmark: the verb it belongs to, the name to ask for it, its code.
constexpr bench::Benchmark benchmarks[] = {
    {"viewer", "headers", bench::headers},
    {"viewer", "first-image", bench::firstImage},
    {"viewer", "scroll-p99", bench::scroll},
    {"viewer", "window-drag-20mp-p99", bench::windowDrag},
    {"viewer", "cine-dropped", bench::cine},
    {"viewer", "memory-over-budget", bench::memoryOverBudget},
    {"viewer", "window-512", bench::window512},
    {"viewer", "decode-rle", bench::decodeRle},
    {"viewer", "decode-jpeg-lossless", bench::decodeJpegLossless},
    {"viewer", "decode-jpegls", bench::decodeJpegLs},
    {"viewer", "decode-jpeg-baseline", bench::decodeJpegBaseline},
    {"viewer", "decode-jpeg-extended", bench::decodeJpegExtended},
    {"viewer", "decode-j2k", bench::decodeJ2k},
#ifdef DICOMAESTRO_SERVER
    {"server", "read-ct", bench::readCt},
    {"server", "read-xa-cine", bench::readXaCine},
    {"server", "read-metadata", bench::readMetadata},
    {"server", "parallel-gain", bench::parallelGain},
    {"server", "health-under-load", bench::healthUnderLoad},
    {"server", "p99-over-median", bench::p99OverMedian},
#endif
};

/// name, value, unit, peer, the peer's value, ratio (> 1: ours is better).
void print(const bench::Row& row) {
  std::printf("%s\t%.4g\t%s\t%s\t", row.name.c_str(), row.value, row.unit.c_str(),
              row.peer.empty() ? "-" : row.peer.c_str());
  row.peerValue ? std::printf("%.4g\t", *row.peerValue) : std::printf("-\t");
  row.ratio ? std::printf("%.2f\n", *row.ratio) : std::printf("-\n");
  std::fflush(stdout);
}

}  // namespace

int main(int argc, char** argv) {
  qputenv("QT_QPA_PLATFORM", "offscreen");
  QApplication application(argc, argv);
  OFLog::configure(OFLogger::OFF_LOG_LEVEL);  // a peer that prints its warnings would seem slower than it is
  const QStringList arguments = QApplication::arguments();
  bool ran = false;
  for (const bench::Benchmark& benchmark : benchmarks) {
    const bool isOfVerb = arguments.value(1) == QLatin1String(benchmark.verb);
    const bool isAsked = arguments.size() < 3 || arguments.mid(2).contains(QLatin1String(benchmark.name));
    if (!isOfVerb || !isAsked) continue;
    for (const bench::Row& row : benchmark.run()) print(row);
    ran = true;
  }
  if (!ran) std::fputs("usage: dicomaestro-bench VERB [ROW...]\n", stderr);
  return ran ? 0 : 2;
}
