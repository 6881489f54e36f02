// SPDX-License-Identifier: MIT
// Pictures that no reference shows, against a lossless twin: the same samples in another transfer syntax.
// Every row of twins.tsv must be equal, and it must hold each frame that the reference's index lists as
// unsupported and we decode, and each lossless High-Throughput JPEG 2000 file. Prints "twins F of N".
#include <QCoreApplication>
#include <cstdio>

#include "tests/core/decode/frames.h"
#include "tests/exact/table.h"

namespace {

core::Result<core::FramePtr> frameIn(const QString& path, std::uint32_t number) {
  QFile file(tests::sharedFile(path));
  if (!file.open(QIODevice::ReadOnly)) return core::ErrorCode::FileNotFound;
  const QByteArray bytes = file.readAll();
  return tests::frameOf({bytes.begin(), bytes.end()}, number - 1);
}

/// "" when both have the same samples in the same shape. Their photometric words may differ: RGB of a twin is
/// YBR_RCT here.
QString complaint(const core::Result<core::FramePtr>& frame, const core::Result<core::FramePtr>& twin) {
  if (!frame) return QString::fromStdString(core::message(frame.error()));
  if (!twin) return QStringLiteral("the twin: ") + QString::fromStdString(core::message(twin.error()));
  const core::Frame& a = **frame;
  const core::Frame& b = **twin;
  if (a.columns != b.columns || a.rows != b.rows || a.samples != b.samples) return QStringLiteral("shape");
  const auto values = tests::samplesOf(frame);
  if (values.empty()) return QStringLiteral("no samples");
  return values == tests::samplesOf(twin) ? QString() : QStringLiteral("values");
}

QString nameOf(const QString& path, std::uint32_t frame) {
  return QStringLiteral("%1 frame %2").arg(path).arg(frame);
}

/// What must have a twin.
std::set<QString> wantedRows(const QString& shared) {
  std::set<QString> wanted;
  for (const QStringList& cells :
       exact::table(shared + QStringLiteral("/data/expected/display/UNSUPPORTED.tsv"))) {
    const std::uint32_t frame = std::max(1u, cells.value(1).toUInt());
    if (frameIn(cells[0], frame)) wanted.insert(nameOf(cells[0], frame));
  }
  for (const QStringList& cells : exact::table(shared + QStringLiteral("/data/MANIFEST.tsv")))
    if (cells.value(6).startsWith(QStringLiteral("HTJ2KLossless"))) wanted.insert(nameOf(cells[0], 1));
  return wanted;
}

int compare(const QString& shared) {
  std::set<QString> missing = wantedRows(shared);
  int equal = 0, all = 0;
  for (const QStringList& cells :
       exact::table(tests::sourceFolder() + QStringLiteral("/tests/exact/twins.tsv"))) {
    const QString name = nameOf(cells.value(0), cells.value(1).toUInt());
    const QString wrong = complaint(frameIn(cells.value(0), cells.value(1).toUInt()),
                                    frameIn(cells.value(2), cells.value(3).toUInt()));
    ++all;
    equal += wrong.isEmpty();
    missing.erase(name);
    if (!wrong.isEmpty()) std::printf("DIFFERS: %s: %s\n", qPrintable(name), qPrintable(wrong));
  }
  const std::set<QString> argued = exact::explained(QStringLiteral("Twins"));
  bool isAnyMissing = false;
  for (const QString& name : missing) {
    const bool isArgued = argued.count(name) > 0;
    isAnyMissing |= !isArgued;
    std::printf("%s: %s has no twin\n", isArgued ? "explained" : "DIFFERS", qPrintable(name));
  }
  const bool isAnyGone = exact::isAnyGone(QStringLiteral("Twins"), missing);
  std::printf("twins %d of %d\n", equal, all);
  return equal == all && all > 0 && !isAnyMissing && !isAnyGone ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  QCoreApplication application(argc, argv);
  const QString shared = tests::sharedFolder();
  if (shared.isEmpty()) return std::puts("reference data absent: ../shared"), 0;
  return compare(shared);
}
