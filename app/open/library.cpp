// SPDX-License-Identifier: MIT
#include "app/open/library.h"

#include <QCoreApplication>
#include <QDate>

#include "app/paint/cornertexts.h"
#include "core/text/display.h"

namespace app {

namespace {

constexpr auto imageCount = QT_TRANSLATE_N_NOOP("Library", "%n image(s)");
constexpr auto objectCount = QT_TRANSLATE_N_NOOP("Library", "%n object(s) without an image");

QString say(const char* text) { return QCoreApplication::translate("Library", text); }
QString text(const std::string& utf8) { return QString::fromStdString(utf8); }

QString patientLabel(const core::Patient& patient) {
  const QString name = text(core::personNameForDisplay(patient.name));
  const QString id = text(patient.id);
  if (name.isEmpty() && id.isEmpty()) return say(QT_TRANSLATE_NOOP("Library", "Unnamed patient"));
  return id.isEmpty() ? name : name + QStringLiteral("  ·  ") + id;
}

QString studyLabel(const core::Study& study) {
  const QDate date = QDate::fromString(text(study.date), QStringLiteral("yyyyMMdd"));
  QStringList parts{date.isValid() ? date.toString(Qt::ISODate) : text(study.date), text(study.description)};
  parts.removeAll(QString());
  return parts.isEmpty() ? say(QT_TRANSLATE_NOOP("Library", "Study")) : parts.join(QStringLiteral("  "));
}

QString stackLabel(const core::Series& series, const core::Stack& stack) {
  QString head = text(series.modality);
  if (series.number) head += QStringLiteral(" %1").arg(*series.number);
  QString description = text(series.description);
  if (const QString split = splitText(stack); !split.isEmpty()) description += QStringLiteral(" · ") + split;
  const bool hasImages = stack.instances.front().hasPixels;
  const std::size_t count = hasImages ? stack.images() : stack.instances.size();
  const QString images = QCoreApplication::translate("Library", hasImages ? imageCount : objectCount, nullptr,
                                                     static_cast<int>(count));
  return QStringList{head, description.trimmed(), images}
      .filter(QRegularExpression(QStringLiteral(".")))
      .join(QLatin1Char('\n'));
}

}  // namespace

void Library::add(const std::vector<core::Instance>& instances) {
  m_instances.insert(m_instances.end(), instances.begin(), instances.end());
  arrange();
}

void Library::clear() {
  m_instances.clear();
  m_orders.clear();
  arrange();
}

std::vector<core::Source> Library::sourcesOf(const std::string& studyUid) const {
  std::vector<core::Source> sources;
  for (const core::Instance& instance : m_instances)
    if (instance.studyUid == studyUid) sources.push_back(instance.source);
  return sources;
}

QStringList Library::studyKeys(const QString& key) const {
  for (const ListedPatient& patient : m_patients)
    for (const ListedStudy& study : patient.studies) {
      QStringList keys;
      for (const ListedStack& listed : study.stacks) keys << listed.key;
      if (!keys.contains(key)) continue;
      keys.removeIf([this](const QString& each) { return !m_keys.contains(each); });
      return keys;
    }
  return {};
}

quint64 Library::images() const {
  quint64 count = 0;
  for (const QString& key : m_keys) count += m_stacks[key]->images();
  return count;
}

void Library::closeStudy(const std::string& studyUid) {
  std::erase_if(m_instances, [&](const core::Instance& instance) { return instance.studyUid == studyUid; });
  arrange();
}

void Library::sort(const QString& key, core::SortKey order, bool reversed) {
  m_orders[key] = {order, reversed};
  arrange();
}

void Library::arrange() {
  m_patients.clear();
  m_stacks.clear();
  m_keys.clear();
  for (const core::Patient& patient : core::arrange(m_instances)) {
    ListedPatient& listed = m_patients.emplace_back(ListedPatient{patientLabel(patient), {}});
    for (const core::Study& study : patient.studies) {
      ListedStudy& listedStudy =
          listed.studies.emplace_back(ListedStudy{study.studyUid, studyLabel(study), {}});
      for (const core::Series& series : study.series)
        for (const core::Stack& stack : series.stacks) {
          const QString key = stackKey(stack);
          const auto order = m_orders.constFind(key);
          const auto shared = std::make_shared<const core::Stack>(
              order == m_orders.cend() ? stack : core::sorted(stack, order->first, order->second));
          listedStudy.stacks << ListedStack{key, shared, stackLabel(series, *shared)};
          m_stacks.insert(key, shared);
          if (shared->instances.front().hasPixels) m_keys << key;
        }
    }
  }
}

}  // namespace app
