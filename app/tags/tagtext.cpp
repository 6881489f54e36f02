// SPDX-License-Identifier: MIT
#include "app/tags/tagtext.h"

#include <QCoreApplication>

#include "core/dictionary/dictionary.h"
#include "core/parse/tags.h"
#include "core/text/dicomjson.h"
#include "core/text/display.h"

namespace app {

namespace {

constexpr auto itemCount = QT_TRANSLATE_N_NOOP("TagText", "%n item(s)");
constexpr auto byteCount = QT_TRANSLATE_N_NOOP("TagText", "%n byte(s)");

QString counted(const char* form, std::size_t count) {
  return QCoreApplication::translate("TagText", form, nullptr, static_cast<int>(count));
}

QString text(std::string_view utf8) {
  return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

/// Who reserved the block of a private element (PS3.5 7.8.1).
std::string_view creatorOf(const core::DataSet& dataSet, core::Tag tag) {
  return dataSet.text({tag.group, static_cast<std::uint16_t>(tag.element >> 8)}, 0);
}

void appendRows(QString& out, const core::DataSet& dataSet, int depth) {
  for (const core::Element& element : dataSet.elements()) {
    out += QString(depth * 2, QLatin1Char(' ')) + tagText(element.tag) + QLatin1Char(' ') +
           QString::fromStdString(core::letters(element.vr)) + QLatin1Char(' ') +
           nameText(dataSet, element.tag) + QStringLiteral(": ") + valueText(dataSet, element, 1000) +
           QLatin1Char('\n');
    for (const core::DataSet& item : element.items) appendRows(out, item, depth + 1);
  }
}

}  // namespace

QString tagText(core::Tag tag) {
  return QStringLiteral("(%1,%2)")
      .arg(tag.group, 4, 16, QLatin1Char('0'))
      .arg(tag.element, 4, 16, QLatin1Char('0'))
      .toUpper();
}

QString nameText(const core::DataSet& dataSet, core::Tag tag) {
  if (tag.element == 0) return QCoreApplication::translate("TagText", "Group Length");
  if (!tag.isPrivate()) {
    const core::DictionaryEntry* entry = core::findAny(tag);
    return entry ? text(entry->name) : QString();
  }
  if (tag.element <= 0xff) return QCoreApplication::translate("TagText", "Private Creator");
  const core::PrivateEntry* entry = core::findPrivate(creatorOf(dataSet, tag), tag);
  return entry ? text(entry->name) : QCoreApplication::translate("TagText", "Private element");
}

QString keywordText(core::Tag tag) { return text(core::keywordOf(tag)); }

QString valueText(const core::DataSet& dataSet, const core::Element& element, std::size_t most) {
  if (element.isSequence()) return counted(itemCount, element.items.size());
  if (core::isShownAsSize(dataSet, element)) return counted(byteCount, element.value.size());
  return QString::fromStdString(core::displayValue(dataSet, element, most));
}

bool namesSomebody(const core::Element& element) {
  using namespace core;
  static constexpr Tag others[] = {
      tags::InstitutionName, tags::AccessionNumber, tags::StudyID,    {0x0008, 0x0081},
      {0x0008, 0x0092},      {0x0008, 0x0094},      {0x0008, 0x1010}, {0x0008, 0x1040},
      {0x0018, 0x1000},      {0x0032, 0x1032},      {0x0038, 0x0010}, {0x0038, 0x0300},
      {0x0040, 0x0009},      {0x0040, 0x1001},      {0x0040, 0x2016}, {0x0040, 0x2017}};
  const bool isOfPatient = element.tag.group == 0x0010 && element.vr != Vr::SQ;
  return element.vr == Vr::PN || isOfPatient ||
         std::find(std::begin(others), std::end(others), element.tag) != std::end(others);
}

QString fileAsText(const core::DicomFile& file) {
  QString out;
  appendRows(out, file.meta(), 0);
  appendRows(out, file.dataSet(), 0);
  return out;
}

QString fileAsJson(const core::DicomFile& file) {
  std::string out;
  core::appendDicomJson(out, file.dataSet());
  return QString::fromStdString(out);
}

}  // namespace app
