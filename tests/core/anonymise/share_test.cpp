// SPDX-License-Identifier: MIT
// Every file of the reference data, anonymised: nothing of the patient in the bytes, the picture as it was, a
// study still a study.
#include <QDirIterator>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <cstring>
#include <map>

#include "core/anonymise/batch.h"
#include "core/anonymise/beyondprofile.h"
#include "core/anonymise/profile.h"
#include "core/dictionary/dictionary.h"
#include "core/open/mappedfile.h"
#include "core/open/scan.h"
#include "core/parse/tags.h"
#include "core/series/stack.h"
#include "core/text/charset.h"
#include "core/text/effectivevr.h"
#include "core/text/value.h"
#include "core/write/editset.h"
#include "core/write/writer.h"
#include "tests/core/anonymise/comparepictures.h"
#include "tests/support/shared.h"
#include "tests/support/testmain.h"

using namespace core;
using namespace core::anonymise;

namespace {

using FilePtr = std::shared_ptr<const DicomFile>;

FilePtr parsed(BufferPtr bytes) {
  auto file = DicomFile::parse(std::move(bytes));
  return file ? std::make_shared<const DicomFile>(*std::move(file)) : nullptr;
}

bool isAlphanumeric(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// The text stands there as a word of its own: not as digits inside a longer number.
bool holds(std::string_view bytes, std::string_view text) {
  const char* at = bytes.data();
  const char* const end = at + bytes.size();
  while ((at = static_cast<const char*>(
              memmem(at, static_cast<std::size_t>(end - at), text.data(), text.size())))) {
    const bool begins = at == bytes.data() || !isAlphanumeric(at[-1]);
    const bool ends = at + text.size() == end || !isAlphanumeric(at[text.size()]);
    if (begins && ends) return true;
    ++at;
  }
  return false;
}

/// Particular enough that finding it is no chance: four bytes and more, with three different ones; the
/// standard's own UIDs say nothing of anybody. What is shorter than six is not looked for among the pixels.
bool isMeaningful(std::string_view value) {
  const std::set<char> different(value.begin(), value.end());
  return value.size() >= 4 && different.size() >= 3 && !value.starts_with("1.2.840.10008.");
}

/// A value in every form of bytes in which it may stand: as it was, in UTF-8, in Latin-1.
void addForms(std::string_view raw, const CharacterSet& characterSet, std::set<std::string>& values) {
  const std::string utf8 = characterSet.decode(raw);
  const QByteArray latin1 = QString::fromStdString(utf8).toLatin1();
  for (const std::string& form : {std::string(raw), utf8, latin1.toStdString()})
    if (isMeaningful(form)) values.insert(form);
}

void addParts(std::string_view text, const CharacterSet& characterSet, Vr vr, std::set<std::string>& values) {
  const std::string_view separators = vr == Vr::PN                                   ? "\\=^"
                                      : vr == Vr::LT || vr == Vr::ST || vr == Vr::UT ? ""
                                                                                     : "\\";
  std::size_t begin = 0;
  while (begin <= text.size()) {
    const std::size_t end = std::min(text.find_first_of(separators, begin), text.size());
    addForms(trimmed(text.substr(begin, end - begin)), characterSet, values);
    begin = end + 1;
  }
  addForms(trimmed(text), characterSet, values);
}

/// What the profile cleans, and what it keeps, as texts.
struct Values {
  std::set<std::string> cleaned;
  std::string kept;  ///< all texts that have no row, one behind the other
};

bool isText(Vr vr) {
  return isTextVr(vr) || vr == Vr::UI || vr == Vr::DS || vr == Vr::IS || vr == Vr::DA || vr == Vr::TM ||
         vr == Vr::DT || vr == Vr::CS || vr == Vr::AE || vr == Vr::AS || vr == Vr::UR;
}

/// References to images; names of content items and units.
bool keepsItems(Tag tag) {
  constexpr Tag kept[] = {{0x0008, 0x1140}, {0x0008, 0x2112}, {0x0040, 0xA043}, {0x0040, 0x08EA}};
  return std::ranges::find(kept, tag) != std::end(kept);
}

/// Says what kind of a thing something is, and is one of the standard's words or UIDs.
bool isStructure(const Element& element, Vr vr) {
  constexpr Tag kinds[] = {tags::SOPClassUID, {0x0008, 0x0117}};
  if (std::ranges::find(kinds, element.tag) != std::end(kinds)) return true;
  return vr == Vr::CS && !findProfileRow(element.tag) && !isBeyondProfile(element.tag);
}

void collect(const DataSet& dataSet, bool isInsideCleaned, Values& values) {
  const CharacterSet characterSet = CharacterSet::of(dataSet);
  for (const Element& element : dataSet.elements()) {
    const bool isCleaned = isInsideCleaned || findProfileRow(element.tag) || isBeyondProfile(element.tag);
    for (const DataSet& item : element.items) {
      collect(item, isCleaned && !keepsItems(element.tag), values);
    }
    const Vr vr = effectiveVr(dataSet, element).vr;
    if (!isText(vr) || element.tag.element == 0) continue;
    if (isCleaned && !isStructure(element, vr))
      addParts(asText(element.value), characterSet, vr, values.cleaned);
    else
      values.kept.append(1, '\n').append(asText(element.value));
  }
}

/// A byte of padding may have come behind.
bool areSame(ByteView before, ByteView after) {
  if (after.size() < before.size() || after.size() - before.size() > 1) return false;
  return std::equal(before.begin(), before.end(), after.begin());
}

bool areSameBytes(const DicomFile& before, const DicomFile& after) {
  const EditSet from = EditSet::of(before);
  const EditSet to = EditSet::of(after);
  for (const Tag tag : {tags::PixelData, tags::FloatPixelData, tags::DoubleFloatPixelData}) {
    const EditElement* old = from.find(tag);
    const EditElement* now = to.find(tag);
    if (!old && !now) continue;
    if (!old || !now || !areSame(old->value.view(), now->value.view())) return false;
    const auto isSame = [](const HeldBytes& a, const HeldBytes& b) { return areSame(a.view(), b.view()); };
    if (!std::ranges::equal(old->fragments, now->fragments, isSame)) return false;
  }
  return true;
}

/// The bytes, or, where texts beside the picture and unused bits were cleaned, every stored value. What shows
/// no picture before must show none afterwards.
bool areSamePixels(const FilePtr& before, const FilePtr& after) {
  if (areSameBytes(*before, *after)) return true;
  if (!FrameReader::open(before)) return !FrameReader::open(after);
  return tests::difference(before, after, [](auto...) { return false; }).empty();
}
}  // namespace

class AnonymiseShareTest : public QObject {
  Q_OBJECT

  const Secret m_secret = *Secret::of(QByteArray(32, 's'));

  static QStringList allFiles() {
    QStringList paths;
    QDirIterator files(tests::sharedFile({}), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) paths += files.next();
    paths.sort();
    return paths;
  }

  static Options everything() {
    Options options;
    options.shiftDates = options.cleanDescriptors = options.cleanGraphics = true;
    return options;
  }

  /// The folders of reference data; not the one of damaged files, whose damage is not carried over.
  static QStringList sources() {
    QStringList folders;
    for (const QString& parent : {QString(), QStringLiteral("generated/")}) {
      const QDir all(tests::sharedFile(parent));
      for (const QString& name : all.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        if (name != QLatin1String("generated") && name != QLatin1String("broken"))
          folders += all.filePath(name);
    }
    return folders;
  }

  using Orders = std::vector<std::vector<std::string>>;

  /// The stacks of a folder in display order, as SOP Instance UIDs that change gives; an empty UID is left
  /// out.
  static Orders ordersOf(const QString& folder, const std::function<std::string(const Instance&)>& change) {
    std::vector<Instance> instances;
    const auto append = [&](std::vector<Instance> batch) {
      std::move(batch.begin(), batch.end(), std::back_inserter(instances));
    };
    scan({folder}, {append, {}, {}}, false);
    Orders orders;
    for (const Patient& patient : arrange(std::move(instances)))
      for (const Study& study : patient.studies)
        for (const Series& series : study.series)
          for (const Stack& stack : series.stacks) {
            std::vector<std::string> order;
            for (const Instance& instance : stack.instances)
              if (std::string uid = change(instance); !uid.empty()) order.push_back(std::move(uid));
            if (!order.empty()) orders.push_back(std::move(order));
          }
    std::ranges::sort(orders);
    return orders;
  }

 private slots:
  void initTestCase() {
    if (tests::sharedFolder().isEmpty()) QSKIP("reference data absent: ../shared");
  }

  void nothingOfThePatientIsLeftAndThePictureIsTheSame_data() {
    QTest::addColumn<bool>("hasOptions");
    QTest::newRow("Basic Profile") << false;
    QTest::newRow("with shifted dates, clean descriptors and graphics") << true;
  }
  void nothingOfThePatientIsLeftAndThePictureIsTheSame() {
    QFETCH(bool, hasOptions);
    const Options options = hasOptions ? everything() : Options();
    Tally tally;
    for (const QString& path : allFiles()) check(path, options, tally);
    qInfo("%d files anonymised, %d not DICOM, %d values searched, %d stand in kept elements too",
          tally.cleaned, tally.unread, tally.values, tally.coincidences);
    QVERIFY2(tally.leaks.isEmpty(), qPrintable(tally.leaks.join(QLatin1Char('\n'))));
    QVERIFY2(tally.pictures.isEmpty(), qPrintable(tally.pictures.join(QLatin1Char('\n'))));
    QVERIFY2(tally.failures.isEmpty(), qPrintable(tally.failures.join(QLatin1Char('\n'))));
    QVERIFY(tally.cleaned > 500);
  }

  void aStudyStaysAStudy_data() {
    QTest::addColumn<bool>("hasOptions");
    QTest::newRow("Basic Profile") << false;
    QTest::newRow("with shifted dates, clean descriptors and graphics") << true;
  }
  /// Grouping and slice order of whole folders, before and behind.
  void aStudyStaysAStudy() {
    QFETCH(bool, hasOptions);
    std::size_t stacks = 0, written = 0;
    QStringList different;
    for (const QString& source : sources()) {
      QTemporaryDir folder;
      std::set<std::string> made;
      const auto outcome = [&](const Outcome& one) {
        static const QRegularExpression ours(QStringLiteral(
            "/ANON(-[A-Z0-9]{10})?/2\\.25\\.[0-9]+/[0-9]{5}-2\\.25\\.[0-9]+(-[0-9]+)?\\.dcm$"));
        if (!one.error && !ours.match(one.output).hasMatch()) different += one.output;
        if (!one.error)
          ++written,
              made.insert(
                  QFileInfo(one.output).completeBaseName().section(QLatin1Char('-'), 1, 1).toStdString());
      };
      anonymiseAll({source}, folder.path(), hasOptions ? everything() : Options(), m_secret, {outcome},
                   false);
      const Orders before = ordersOf(source, [&](const Instance& instance) {
        const std::string& uid = instance.sopInstanceUid;
        const bool isLeft = !uid.empty() && made.contains(m_secret.uid(uid));
        return !isLeft ? std::string() : findUid(uid) ? uid : m_secret.uid(uid);
      });
      const Orders after =
          ordersOf(folder.path(), [](const Instance& instance) { return instance.sopInstanceUid; });
      stacks += before.size();
      if (before != after) different += source + reasonOf(before, after);
    }
    qInfo("%zu instances in %zu stacks", written, stacks);
    QVERIFY2(different.isEmpty(), qPrintable(different.join(QLatin1Char('\n'))));
    QVERIFY(stacks > 100);
  }

 private:
  struct Tally {
    int cleaned = 0, unread = 0, values = 0, coincidences = 0;
    QStringList leaks, pictures, failures;
    std::set<std::string> leaked;
  };

  void check(const QString& path, const Options& options, Tally& tally) const {
    const auto bytes = MappedFile::open(path);
    const FilePtr before = bytes ? parsed(*bytes) : nullptr;
    if (!before) return ++tally.unread, void();
    const auto made = anonymised(before, options, m_secret);
    const QString name = path.mid(tests::sharedFile({}).size());
    if (!made) {
      tally.failures += name + QStringLiteral(": ") + QString::fromStdString(message(made.error()));
      return;
    }
    ++tally.cleaned;
    const FilePtr after = parsed(std::make_shared<VectorBuffer>(made->bytes));
    if (!after || !areSamePixels(before, after)) tally.pictures += name;
    const bool isPacked = after && after->transferSyntax() == uid::Deflated;
    if (std::ranges::any_of(ByteView(made->bytes).first(128), [](std::uint8_t byte) { return byte != 0; }))
      tally.failures += name + QStringLiteral(": something in the preamble");
    search(*before, isPacked ? asText(after->bytes()->view()) : asText(made->bytes), withoutPixels(*after),
           options, name, tally);
  }

  static std::string withoutPixels(const DicomFile& file) {
    EditSet set = EditSet::of(file);
    for (const Tag tag : {tags::PixelData, tags::FloatPixelData, tags::DoubleFloatPixelData}) set.remove(tag);
    const auto bytes = writeDataSet(set, {});
    return bytes ? std::string(asText(*bytes)) : std::string();
  }

  static void search(const DicomFile& before, std::string_view whole, std::string_view head,
                     const Options& options, const QString& name, Tally& tally) {
    Values found;
    collect(before.dataSet(), false, found);
    collect(before.meta(), false, found);
    tally.values += static_cast<int>(found.cleaned.size());
    for (const std::string& value : found.cleaned) {
      if (isOurs(value, options) || !holds(value.size() < 6 ? head : whole, value)) continue;
      if (holds(found.kept, value))
        ++tally.coincidences;
      else if (tally.leaked.insert(value).second)
        tally.leaks += name + QStringLiteral(": ") + QString::fromStdString(value);
    }
  }

  /// What is written in every object, and, with clean descriptors, what the vocabulary lets through.
  static bool isOurs(const std::string& value, const Options& options) {
    if (value == "REMOVED" || value == "MODIFIED" || value == "ANONYMIZED" || value == "19000101")
      return true;
    const bool isTimezone = value.size() == 5 && (value[0] == '+' || value[0] == '-');
    if (options.shiftDates && isTimezone) return true;  // it stays beside the times
    return options.cleanDescriptors && cleanedDescriptor(value, {}) == value;
  }

  static QString reasonOf(const Orders& before, const Orders& after) {
    Orders lost;
    std::ranges::set_difference(before, after, std::back_inserter(lost));
    return QStringLiteral(": %1 stacks before, %2 after, %3 not found again, the first of %4")
        .arg(before.size())
        .arg(after.size())
        .arg(lost.size())
        .arg(lost.empty() ? 0 : lost.front().size());
  }
};

DICOMAESTRO_TEST(AnonymiseShareTest)
#include "share_test.moc"
