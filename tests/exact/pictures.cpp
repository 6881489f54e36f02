// SPDX-License-Identifier: MIT
// Compares renderFrame() with every row of the reference pictures' index within the row's tolerance and
// prints "pictures F of N" and a line for each row that is not. A row that EXPLAINED.md argues may differ,
// and must. `exact-pictures [TEXT]` takes only the rows whose path holds the text.
#include <QCoreApplication>
#include <QImage>
#include <cstdio>
#include <set>

#include "core/decode/framereader.h"
#include "core/open/source.h"
#include "core/window/range.h"
#include "core/window/render.h"
#include "tests/exact/table.h"

using namespace core;

namespace {

struct Row {
  QString path;
  std::uint32_t frame = 1;
  QString tolerance;
  QString note;
};

std::vector<Row> indexRows(const QString& display, const QString& filter) {
  std::vector<Row> rows;
  for (const QStringList& cells : exact::table(display + QStringLiteral("/INDEX.tsv")))
    if (cells.size() >= 7 && cells[0].contains(filter))
      rows.push_back({cells[0], cells[1].toUInt(), cells[5], cells[6]});
  return rows;
}

struct Difference {
  double mean = 0;
  int greatest = 0;
};

Difference differenceOf(const QImage& ours, const QImage& theirs) {
  Difference difference;
  double sum = 0;
  for (int y = 0; y < ours.height(); ++y)
    for (int x = 0; x < ours.width(); ++x) {
      const QRgb a = ours.pixel(x, y);
      const QRgb b = theirs.pixel(x, y);
      for (const int d : {qRed(a) - qRed(b), qGreen(a) - qGreen(b), qBlue(a) - qBlue(b)}) {
        sum += std::abs(d);
        difference.greatest = std::max(difference.greatest, std::abs(d));
      }
    }
  difference.mean = sum / (3.0 * ours.width() * ours.height());
  return difference;
}

bool isWithin(const Difference& difference, const QString& tolerance) {
  if (tolerance == QLatin1String("mean2max12")) return difference.mean <= 2 && difference.greatest <= 12;
  if (tolerance == QLatin1String("mean2")) return difference.mean <= 2;
  if (tolerance == QLatin1String("mean3")) return difference.mean <= 3;
  return difference.greatest <= 1;
}

/// The file of a row, opened once for its frames.
struct Opened {
  std::shared_ptr<const FrameReader> reader;
  std::optional<std::pair<double, double>> range;
};

Result<Opened> openFile(const QString& path) {
  auto bytes = readAll(Source{path, {}, -1});
  if (!bytes) return bytes.error();
  auto file = DicomFile::parse(*bytes);
  if (!file) return file.error();
  auto reader = FrameReader::open(std::make_shared<const DicomFile>(*std::move(file)));
  if (!reader) return reader.error();
  return Opened{*reader, displayRange(**reader)};
}

Result<QImage> picture(const Opened& opened, std::uint32_t frame) {
  const auto decoded = opened.reader->frame(frame - 1);
  if (!decoded) return decoded.error();
  FrameDisplay display = displayOf(opened.reader->file(), opened.reader->format(), frame - 1);
  display.range = opened.range;
  return renderFrame(**decoded, display);
}

/// "" when the row is met, else what is wrong.
QString complaint(const Result<Opened>& opened, const Row& row, const QString& display) {
  if (!opened) return QString::fromStdString(message(opened.error()));
  const auto ours = picture(*opened, row.frame);
  if (!ours) return QString::fromStdString(message(ours.error()));
  const QImage theirs(QStringLiteral("%1/%2.f%3.png").arg(display, row.path).arg(row.frame));
  if (theirs.isNull()) return QStringLiteral("the reference cannot be read");
  if (theirs.size() != ours->size())
    return QStringLiteral("%1 x %2 instead of %3 x %4")
        .arg(ours->width())
        .arg(ours->height())
        .arg(theirs.width())
        .arg(theirs.height());
  const Difference difference = differenceOf(*ours, theirs);
  if (isWithin(difference, row.tolerance)) return {};
  return QStringLiteral("mean %1 max %2, wanted %3 (%4)")
      .arg(difference.mean, 0, 'f', 2)
      .arg(difference.greatest)
      .arg(row.tolerance, row.note);
}

int compare(const QString& shared, const QString& filter) {
  const QString display = shared + QStringLiteral("/data/expected/display");
  const std::set<QString> explained = exact::explained(QStringLiteral("Pictures"));
  const std::vector<Row> rows = indexRows(display, filter);
  std::set<QString> differing;
  std::size_t argued = 0;
  QString current;
  Result<Opened> opened = ErrorCode::FileNotFound;
  for (const Row& row : rows) {
    if (row.path != current) opened = openFile(tests::sharedFile(row.path));
    current = row.path;
    const QString wrong = complaint(opened, row, display);
    if (wrong.isEmpty()) continue;
    const QString name = QStringLiteral("%1 frame %2").arg(row.path).arg(row.frame);
    const bool isArgued = explained.count(name) > 0;
    argued += isArgued;
    differing.insert(name);
    std::printf("%s: %s: %s\n", isArgued ? "explained" : "DIFFERS", qPrintable(name), qPrintable(wrong));
  }
  const bool isAnyGone = filter.isEmpty() && exact::isAnyGone(QStringLiteral("Pictures"), differing);
  std::printf("pictures %zu of %zu\n", rows.size() - differing.size(), rows.size());
  return argued == differing.size() && !isAnyGone && !rows.empty() ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  QCoreApplication application(argc, argv);
  const QString shared = tests::sharedFolder();
  if (shared.isEmpty()) return std::puts("reference data absent: ../shared"), 0;
  return compare(shared, application.arguments().value(1));
}
