// SPDX-License-Identifier: MIT
#include "app/paint/cornertexts.h"

#include <QCoreApplication>
#include <QLocale>

#include "core/parse/tags.h"

namespace app {

namespace {

QString say(const char* text) { return QCoreApplication::translate("CornerTexts", text); }
QString text(const std::string& utf8) { return QString::fromStdString(utf8); }

/// DA as a person reads it; what is no date stays as it stands.
QString dateText(const std::string& da) {
  const QDate date = QDate::fromString(text(da), QStringLiteral("yyyyMMdd"));
  return date.isValid() ? date.toString(Qt::ISODate) : text(da);
}

QString timeText(const std::string& tm) {
  return tm.size() >= 4 ? text(tm.substr(0, 2)) + QLatin1Char(':') + text(tm.substr(2, 2)) : text(tm);
}

void add(QStringList& lines, const QString& line) {
  if (!line.trimmed().isEmpty()) lines << line.trimmed();
}

QString number(double value) { return QString::number(value, 'g', 6); }

QStringList patientLines(const core::Instance& instance) {
  QStringList lines;
  QString name = text(instance.patientName);
  add(lines, name.section(QLatin1Char('='), 0, 0).replace(QLatin1Char('^'), QLatin1Char(' ')));
  add(lines, text(instance.patientId));
  add(lines, dateText(instance.patientBirthDate) + QLatin1Char(' ') + text(instance.patientSex));
  return lines;
}

QStringList studyLines(const core::Instance& instance, bool hidesPatient) {
  QStringList lines;
  if (!hidesPatient) add(lines, text(instance.institution));
  add(lines, text(instance.studyDescription));
  add(lines, dateText(instance.studyDate) + QLatin1Char(' ') + timeText(instance.studyTime));
  if (!hidesPatient && !instance.accessionNumber.empty())
    add(lines, say(QT_TRANSLATE_NOOP("CornerTexts", "Acc %1")).arg(text(instance.accessionNumber)));
  return lines;
}

QStringList seriesLines(const core::Stack& stack, const core::Instance& instance) {
  QStringList lines;
  if (instance.seriesNumber)
    add(lines, say(QT_TRANSLATE_NOOP("CornerTexts", "Series %1")).arg(*instance.seriesNumber) +
                   QStringLiteral("  ") + text(instance.modality));
  else
    add(lines, text(instance.modality));
  add(lines, text(instance.seriesDescription));
  add(lines, text(stack.splitValue));
  if (instance.sliceThickness)
    add(lines,
        say(QT_TRANSLATE_NOOP("CornerTexts", "Thickness %1 mm")).arg(number(*instance.sliceThickness)));
  if (instance.sliceLocation)
    add(lines, say(QT_TRANSLATE_NOOP("CornerTexts", "Location %1 mm")).arg(number(*instance.sliceLocation)));
  return lines;
}

QStringList liveLines(const core::Stack& stack, const core::Instance& instance, const LiveTexts& live) {
  QStringList lines;
  add(lines, live.value);
  QString image = say(QT_TRANSLATE_NOOP("CornerTexts", "Image %1 / %2")).arg(live.index + 1).arg(live.count);
  if (!stack.isMultiFrame() && instance.instanceNumber)
    image += QStringLiteral(" [%1]").arg(*instance.instanceNumber);
  add(lines, image);
  add(lines, live.cine);
  add(lines, say(QT_TRANSLATE_NOOP("CornerTexts", "Zoom %1 %")).arg(qRound(live.zoomPercent)));
  if (live.window)
    add(lines, QStringLiteral("W %1  L %2").arg(number(live.window->width), number(live.window->center)));
  if (live.isInverted) add(lines, say(QT_TRANSLATE_NOOP("CornerTexts", "Inverted")));
  return lines;
}

QStringList warningLines(const core::DataSet* dataSet, const LiveTexts& live) {
  QStringList lines;
  if (live.windowMissesData)
    add(lines, say(QT_TRANSLATE_NOOP("CornerTexts", "The window is outside the data")));
  if (dataSet && dataSet->text(core::tags::LossyImageCompression) == "01") {
    const std::string_view ratio = dataSet->text(core::tags::LossyImageCompressionRatio, 0);
    const QString lossy = say(QT_TRANSLATE_NOOP("CornerTexts", "Lossy compressed"));
    add(lines, ratio.empty() ? lossy
                             : lossy + QStringLiteral(" %1:1").arg(QString::fromLatin1(
                                           ratio.data(), static_cast<qsizetype>(ratio.size()))));
  }
  return lines;
}

}  // namespace

QString sortedByText(core::SortKey key) {
  switch (key) {
    case core::SortKey::Position:
      return say(QT_TRANSLATE_NOOP("CornerTexts", "position"));
    case core::SortKey::InstanceNumber:
      return say(QT_TRANSLATE_NOOP("CornerTexts", "instance number"));
    case core::SortKey::SliceLocation:
      return say(QT_TRANSLATE_NOOP("CornerTexts", "slice location"));
    case core::SortKey::AcquisitionTime:
      return say(QT_TRANSLATE_NOOP("CornerTexts", "acquisition time"));
    case core::SortKey::FileName:
      return say(QT_TRANSLATE_NOOP("CornerTexts", "file name"));
    case core::SortKey::Automatic:
      break;
  }
  return say(QT_TRANSLATE_NOOP("CornerTexts", "automatic"));
}

QStringList stackNotices(const core::Stack& stack) {
  QStringList lines;
  if (stack.missing > 0)
    lines << say(QT_TRANSLATE_NOOP("CornerTexts", "%1 slices seem to be missing")).arg(stack.missing);
  else if (stack.isIrregular)
    lines << say(QT_TRANSLATE_NOOP("CornerTexts", "Irregular slice spacing"));
  if (std::abs(stack.shearDegrees) > 0.5)
    lines << say(QT_TRANSLATE_NOOP("CornerTexts", "Gantry tilt %1°"))
                 .arg(number(std::round(stack.shearDegrees * 10) / 10));
  if (stack.repeatsPositions)
    lines << say(QT_TRANSLATE_NOOP("CornerTexts", "Several images at one position"));
  return lines;
}

CornerTexts cornerTexts(const core::Stack& stack, const core::DataSet* dataSet, const LiveTexts& live,
                        bool hidesPatient) {
  const core::Instance& instance = instanceAt(stack, live.index);
  CornerTexts texts;
  if (!hidesPatient) texts.topLeft = patientLines(instance);
  texts.topRight = studyLines(instance, hidesPatient);
  texts.bottomRight = seriesLines(stack, instance);
  texts.bottomLeft = liveLines(stack, instance, live);
  texts.warnings = warningLines(dataSet, live) + stackNotices(stack);
  return texts;
}

}  // namespace app
