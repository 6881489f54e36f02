// SPDX-License-Identifier: MIT
#include "core/open/dicomdir.h"

#include <QFileInfo>

#include "core/parse/tags.h"

namespace core {

namespace {

constexpr std::string_view mediaStorageDirectory = "1.2.840.10008.1.3.10";

/// "A\B\C" as "A/B/C"; empty when it is no relative path below the folder (PS3.10 8.2).
QString referenced(const DataSet& record) {
  const std::string_view id = record.text(tags::ReferencedFileID);
  QStringList parts =
      QString::fromLatin1(id.data(), static_cast<qsizetype>(id.size())).split(QLatin1Char('\\'));
  for (QString& part : parts) part = part.trimmed();
  const bool bad = parts.contains(QStringLiteral("..")) || parts.contains(QString()) ||
                   parts.join(QString()).contains(QLatin1Char('/'));
  return bad ? QString() : parts.join(QLatin1Char('/'));
}

}  // namespace

bool isDicomDir(const DicomFile& file) {
  return file.dataSet().has(tags::DirectoryRecordSequence) ||
         file.meta().text(tags::MediaStorageSOPClassUID, 0) == mediaStorageDirectory;
}

QStringList missingFiles(const DicomFile& directory, const std::function<bool(const QString&)>& exists) {
  QStringList missing;
  const Element* records = directory.dataSet().find(tags::DirectoryRecordSequence);
  if (!records) return missing;
  for (const DataSet& record : records->items) {
    if (!record.hasValue(tags::ReferencedFileID)) continue;
    const QString name = referenced(record);
    if (!name.isEmpty() && !exists(name)) missing += name;
  }
  return missing;
}

bool holdsFile(const QString& folder, const QString& name) {
  for (const QString& candidate : {name, name.toLower(), QString(name + QStringLiteral(".dcm"))})
    if (QFileInfo::exists(folder + QLatin1Char('/') + candidate)) return true;
  return false;
}

}  // namespace core
