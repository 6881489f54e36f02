// SPDX-License-Identifier: MIT
// Read, write, read is equal for every file there is.
#include <QDirIterator>
#include <functional>
#include <map>

#include "core/open/mappedfile.h"
#include "core/parse/tags.h"
#include "core/text/effectivevr.h"
#include "core/write/byteswap.h"
#include "core/write/valuerules.h"
#include "core/write/writer.h"
#include "tests/support/dicombuilder.h"
#include "tests/support/shared.h"
#include "tests/support/testmain.h"

using namespace core;

namespace {

QString tagText(Tag tag) { return QString::asprintf("(%04X,%04X)", tag.group, tag.element); }

/// The elements that a data set is read by: the last of each tag, no group lengths, no delimiters.
std::map<Tag, const Element*> readElements(const DataSet& dataSet) {
  std::map<Tag, const Element*> elements;
  for (const Element& element : dataSet.elements())
    if (element.tag.element != 0 && element.tag.group > 3 && element.tag.group != 0xFFFE &&
        element.tag.group != 0xFFFF)
      elements[element.tag] = &element;
  return elements;
}

/// The value in little endian, a byte that made it even cut where the first file had it odd.
std::vector<std::uint8_t> littleValue(const DataSet& dataSet, const Element& element, Vr vr) {
  if (dataSet.byteOrder() == ByteOrder::Big && !element.isEncapsulated())
    return byteSwapped(element.value, vr);
  return {element.value.begin(), element.value.end()};
}

bool isSameValue(std::vector<std::uint8_t> before, const std::vector<std::uint8_t>& after) {
  if (before.size() % 2 != 0 && after.size() == before.size() + 1) before.push_back(after.back());
  return before == after;
}

/// The fragments' bytes one after another: their headers may have changed their byte order or been mended.
std::vector<std::uint8_t> joinedFragments(const DataSet& dataSet, const Element& element) {
  std::vector<std::uint8_t> joined;
  ByteReader reader(element.value, dataSet.byteOrder());
  while (reader.remaining() >= 8) {
    reader.u32();
    const ByteView fragment = reader.takeUpTo(reader.u32());
    joined.insert(joined.end(), fragment.begin(), fragment.end());
    if (fragment.size() % 2 != 0) joined.push_back(0);
  }
  return joined;
}

/// Whether the VR could be kept: unknown letters and too long a value become UN or, read again, the
/// dictionary's; an inferred VR that the bytes contradict is UN.
bool isSameVr(Vr before, Vr after, std::size_t size) {
  const bool cannotStay = !isKnownVr(before) || (!hasLongLength(before) && size > 0xFFFE);
  const std::size_t unit = numberBytes(before);
  const bool isOddNumber = unit != 0 && size % unit != 0;
  return before == after || cannotStay || isOddNumber;
}

/// Implicit VR says none: a reader has the dictionary's, and UN for what is private.
enum class Vrs { Kept, Lost };

/// "" when equal, else where they differ.
QString difference(const DataSet& before, const DataSet& after, Vrs vrs) {
  const auto first = readElements(before);
  const auto second = readElements(after);
  for (const auto& [tag, element] : second)
    if (!first.contains(tag)) return tagText(tag) + QStringLiteral(" was not there");
  for (const auto& [tag, element] : first) {
    const auto at = second.find(tag);
    if (at == second.end()) return tagText(tag) + QStringLiteral(" is missing");
    const Element& other = *at->second;
    const Vr vr = effectiveVr(before, *element).vr;
    if (element->isEncapsulated() && other.isEncapsulated()) {
      if (joinedFragments(before, *element) != joinedFragments(after, other))
        return tagText(tag) + QStringLiteral(" has other fragments");
      continue;
    }
    const Vr otherVr = effectiveVr(after, other).vr;
    if (vrs == Vrs::Kept && !isSameVr(vr, otherVr, element->value.size()))
      return tagText(tag) + QStringLiteral(" has another VR: ") + QString::fromStdString(letters(vr)) +
             QStringLiteral(" ") + QString::fromStdString(letters(otherVr));
    if (element->items.size() != other.items.size()) return tagText(tag) + QStringLiteral(" has other items");
    if (!isSameValue(littleValue(before, *element, vr), littleValue(after, other, otherVr)))
      return tagText(tag) + QStringLiteral(" has another value");
    for (std::size_t i = 0; i < element->items.size(); ++i) {
      const QString inner = difference(element->items[i], other.items[i], vrs);
      if (!inner.isEmpty()) return tagText(tag) + QStringLiteral(" ") + inner;
    }
  }
  return {};
}

/// Written in the syntax and read again: the difference, or what failed.
QString rewritten(const DicomFile& file, const WriteOptions& options) {
  auto bytes = writeFile(EditSet::of(file), options);
  if (!bytes) return QString::fromStdString(message(bytes.error()));
  const auto again = DicomFile::parse(tests::bufferOf(std::move(*bytes)));
  if (!again) return QStringLiteral("read again: ") + QString::fromStdString(message(again.error()));
  if (again->isTruncated()) return QStringLiteral("read again: truncated");
  const bool isImplicit = !file.encoding().explicitVr || again->encoding().explicitVr;
  return difference(file.dataSet(), again->dataSet(), isImplicit ? Vrs::Kept : Vrs::Lost);
}

}  // namespace

class RewriteTest : public QObject {
  Q_OBJECT

  /// Calls with every file that parses; returns how many did.
  static int forEveryFile(const std::function<void(const DicomFile&, const QString&)>& visit) {
    QDirIterator files(tests::sharedFile(QString()), QDir::Files, QDirIterator::Subdirectories);
    int count = 0;
    while (files.hasNext()) {
      const QString path = files.next();
      const auto bytes = MappedFile::open(path);
      if (!bytes) continue;
      const auto file = DicomFile::parse(*bytes);
      if (!file || file->dataSet().elements().empty()) continue;
      visit(*file, path.section(QLatin1Char('/'), -2));
      ++count;
    }
    return count;
  }

 private slots:
  void everyFileThatIsReadIsWrittenEqual() {
    if (tests::sharedFolder().isEmpty()) QSKIP("reference data absent: ../shared");
    QStringList wrong;
    const int count = forEveryFile([&wrong](const DicomFile& file, const QString& name) {
      const QString found = rewritten(file, WriteOptions::like(file));
      if (!found.isEmpty()) wrong << name + QStringLiteral(": ") + found;
    });
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
    QVERIFY(count > 500);
  }

  void everyNativeFileIsWrittenEqualInEveryOtherSyntax_data() {
    QTest::addColumn<QString>("syntax");
    for (const auto syntax : {uid::ImplicitLittle, uid::ExplicitLittle, uid::ExplicitBig, uid::Deflated})
      QTest::newRow(std::string(syntax).c_str()) << QString::fromStdString(std::string(syntax));
  }
  void everyNativeFileIsWrittenEqualInEveryOtherSyntax() {
    if (tests::sharedFolder().isEmpty()) QSKIP("reference data absent: ../shared");
    QFETCH(QString, syntax);
    constexpr std::size_t most = 1 << 20;
    QStringList wrong;
    int count = 0;
    forEveryFile([&](const DicomFile& file, const QString& name) {
      if (!isNativeSyntax(file.transferSyntax()) || file.bytes()->view().size() > most) return;
      WriteOptions options = WriteOptions::like(file);
      options.transferSyntax = syntax.toStdString();
      const QString found = rewritten(file, options);
      if (!found.isEmpty()) wrong << name + QStringLiteral(": ") + found;
      ++count;
    });
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
    QVERIFY(count > 250);
  }
};

DICOMAESTRO_TEST(RewriteTest)
#include "rewrite_test.moc"
