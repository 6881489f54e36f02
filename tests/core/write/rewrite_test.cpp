// SPDX-License-Identifier: MIT
// Read, write, read is equal for every file there is.
#include <QDirIterator>
#include <functional>

#include "core/open/mappedfile.h"
#include "core/parse/tags.h"
#include "core/text/value.h"
#include "core/write/encodetext.h"
#include "core/write/writer.h"
#include "tests/support/dicombuilder.h"
#include "tests/support/samedataset.h"
#include "tests/support/shared.h"
#include "tests/support/testmain.h"

using namespace core;

namespace {

QString tagText(Tag tag) { return QString::asprintf("(%04X,%04X)", tag.group, tag.element); }

/// "" when every text says the same in both, whatever their character sets; compared counts those that are
/// not ASCII. Of a repeated tag the readers take the last.
QString textDifference(const DataSet& before, const DataSet& after, int& compared) {
  for (const Element& element : before.elements()) {
    const bool isKept = element.tag.group > 0x0003 && element.tag != tags::SpecificCharacterSet;
    if (!isKept || before.find(element.tag) != &element) continue;
    const bool isText = hasCharacterSet(effectiveVr(before, element).vr);
    if (!isText && element.items.empty()) continue;
    const Element* other = after.find(element.tag);
    if (!other) return tagText(element.tag) + QStringLiteral(" is missing");
    for (std::size_t i = 0; i < element.items.size(); ++i) {
      const QString inner = textDifference(element.items[i], other->items.at(i), compared);
      if (!inner.isEmpty()) return tagText(element.tag) + QStringLiteral(" ") + inner;
    }
    if (!isText) continue;
    const Value first = valueOf(before, element, CharacterSet::of(before), Escapes::Removed);
    const Value now = valueOf(after, *other, CharacterSet::of(after), Escapes::Removed);
    compared += isAscii(asText(element.value)) ? 0 : 1;
    if (first.parts.size() != now.parts.size())
      return tagText(element.tag) + QStringLiteral(" has other values");
    for (std::size_t i = 0; i < first.parts.size(); ++i)
      if (first.parts[i].text != now.parts[i].text)
        return tagText(element.tag) + QStringLiteral(" reads otherwise");
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
  return tests::difference(file.dataSet(), again->dataSet(),
                           isImplicit ? tests::Vrs::Kept : tests::Vrs::Lost);
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

  void everyFileReadsTheSameOnceItsTextsAreUtf8() {
    if (tests::sharedFolder().isEmpty()) QSKIP("reference data absent: ../shared");
    QStringList wrong;
    int compared = 0;
    forEveryFile([&](const DicomFile& file, const QString& name) {
      EditSet set = EditSet::of(file);
      toUtf8(set);
      auto bytes = writeFile(set, WriteOptions::like(file));
      const auto again =
          bytes ? DicomFile::parse(tests::bufferOf(std::move(*bytes))) : Result<DicomFile>(bytes.error());
      const QString found = again ? textDifference(file.dataSet(), again->dataSet(), compared)
                                  : QString::fromStdString(message(again.error()));
      if (!found.isEmpty()) wrong << name + QStringLiteral(": ") + found;
    });
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
    QVERIFY2(compared > 50, std::to_string(compared).c_str());
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
