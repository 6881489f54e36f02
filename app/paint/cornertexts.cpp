// SPDX-License-Identifier: MIT
#include "app/paint/cornertexts.h"

#include <QCoreApplication>
#include <QDate>

#include "app/paint/errordetail.h"
#include "core/parse/tags.h"
#include "core/text/display.h"

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

/// As many decimals as can be seen in a window of this width.
QString windowNumber(double value, double width) {
  if (std::abs(value - std::round(value)) < 1e-9 || width >= 1000) return QString::number(value, 'f', 0);
  return width >= 10 ? QString::number(value, 'f', 1) : QString::number(value, 'g', 4);
}

QString windowText(const core::VoiWindow& window) {
  QString line =
      QStringLiteral("W %1  L %2")
          .arg(windowNumber(window.width, window.width), windowNumber(window.center, window.width));
  if (window.function == core::VoiFunction::Sigmoid) line += QStringLiteral("  SIGMOID");
  if (window.function == core::VoiFunction::LinearExact) line += QStringLiteral("  LINEAR_EXACT");
  return line;
}

/// A text of the shown image itself; what the scan kept is of the instance.
QString elementText(const core::DataSet* dataSet, core::Tag tag) {
  return dataSet ? text(core::textValue(*dataSet, tag)) : QString();
}

QStringList patientLines(const core::Instance& instance) {
  QStringList lines;
  add(lines, text(core::personNameForDisplay(instance.patientName)));
  add(lines, text(instance.patientId));
  add(lines, dateText(instance.patientBirthDate) + QLatin1Char(' ') + text(instance.patientSex));
  return lines;
}

QStringList studyLines(const core::Instance& instance, bool hidesPatient) {
  QStringList lines;
  if (!hidesPatient) add(lines, text(instance.institution));
  add(lines, text(instance.studyDescription));
  if (!hidesPatient && !instance.studyId.empty())
    add(lines, say(QT_TRANSLATE_NOOP("CornerTexts", "Study %1")).arg(text(instance.studyId)));
  add(lines, dateText(instance.studyDate) + QLatin1Char(' ') + timeText(instance.studyTime));
  if (!hidesPatient && !instance.accessionNumber.empty())
    add(lines, say(QT_TRANSLATE_NOOP("CornerTexts", "Acc %1")).arg(text(instance.accessionNumber)));
  return lines;
}

/// Of an enhanced object each frame has its own.
std::optional<double> thicknessOf(const core::Instance& instance, const core::DataSet* dataSet,
                                  std::uint32_t frame) {
  if (!dataSet || instance.frames == 1) return instance.sliceThickness;
  const core::DataSet* measures =
      core::functionalGroup(*dataSet, frame, core::tags::PixelMeasuresSequence, core::tags::SliceThickness);
  if (!measures) return std::nullopt;
  return measures->real(core::tags::SliceThickness);
}

std::optional<double> locationOf(const core::Instance& instance, const LiveTexts& live) {
  if (instance.frames == 1 && instance.sliceLocation) return instance.sliceLocation;
  if (!live.plane) return std::nullopt;
  return core::dot(live.plane->position, live.plane->normal());
}

QStringList sliceLines(const core::Instance& instance, const core::DataSet* dataSet, std::uint32_t frame,
                       const LiveTexts& live) {
  QStringList lines;
  if (const auto thickness = thicknessOf(instance, dataSet, frame))
    add(lines, say(QT_TRANSLATE_NOOP("CornerTexts", "Thickness %1 mm")).arg(number(*thickness)));
  if (const auto location = locationOf(instance, live))
    add(lines,
        say(QT_TRANSLATE_NOOP("CornerTexts", "Location %1 mm")).arg(QString::number(*location, 'f', 1)));
  return lines;
}

QStringList seriesLines(const core::Stack& stack, const core::Instance& instance,
                        const core::DataSet* dataSet, bool ofImageOnly) {
  QStringList lines;
  QString series = text(instance.modality);
  if (instance.seriesNumber)
    series = say(QT_TRANSLATE_NOOP("CornerTexts", "Series %1")).arg(*instance.seriesNumber) +
             QStringLiteral("  ") + series;
  QString side = elementText(dataSet, core::tags::ImageLaterality);
  if (side.isEmpty()) side = elementText(dataSet, core::tags::Laterality);
  add(lines, series + QStringLiteral("  ") + side);
  if (!ofImageOnly) {
    add(lines, text(instance.seriesDescription));
    add(lines, elementText(dataSet, core::tags::ContrastBolusAgent));
  }
  add(lines, splitText(stack));
  if (stack.instances.size() > 1 && stack.sortedBy != core::SortKey::Position)
    add(lines, say(QT_TRANSLATE_NOOP("CornerTexts", "Sorted by %1")).arg(sortedByText(stack.sortedBy)));
  return lines;
}

QStringList liveLines(const core::Stack& stack, const core::Instance& instance, const LiveTexts& live) {
  QStringList lines;
  QString image = say(QT_TRANSLATE_NOOP("CornerTexts", "Image %1 / %2")).arg(live.index + 1).arg(live.count);
  if (!stack.isMultiFrame() && instance.instanceNumber)
    image += QStringLiteral(" [%1]").arg(*instance.instanceNumber);
  add(lines, image);
  add(lines, live.cine);
  if (live.zoomPercent > 0) {
    const QString zoom = say(QT_TRANSLATE_NOOP("CornerTexts", "Zoom %1 %")).arg(qRound(live.zoomPercent));
    add(lines, zoom + QStringLiteral("  ") + live.orientation);
  }
  if (live.window) add(lines, windowText(*live.window));
  add(lines, live.lookup);
  if (live.isInverted) add(lines, say(QT_TRANSLATE_NOOP("CornerTexts", "Inverted")));
  return lines;
}

/// The data set says so, or the way it is compressed cannot be otherwise: JPEG baseline and extended, JPEG-LS
/// near-lossless. What may be either way is believed.
bool isLossy(const core::Instance& instance, const core::DataSet* dataSet) {
  static constexpr std::string_view lossy[] = {"1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.51",
                                               "1.2.840.10008.1.2.4.81"};
  return (dataSet && dataSet->text(core::tags::LossyImageCompression) == "01") ||
         std::find(std::begin(lossy), std::end(lossy), instance.transferSyntax) != std::end(lossy);
}

QString lossyText(const core::DataSet* dataSet) {
  const QString lossy = say(QT_TRANSLATE_NOOP("CornerTexts", "Lossy compressed"));
  const QString ratio =
      dataSet ? text(core::firstTextValue(*dataSet, core::tags::LossyImageCompressionRatio)) : QString();
  return ratio.isEmpty() ? lossy : lossy + QStringLiteral(" %1:1").arg(ratio);
}

QStringList warningLines(const core::Instance& instance, const core::DataSet* dataSet, const LiveTexts& live,
                         bool hidesPatient) {
  QStringList lines;
  if (live.windowMissesData)
    add(lines, say(QT_TRANSLATE_NOOP("CornerTexts", "The window is outside the data")));
  if (isLossy(instance, dataSet)) add(lines, lossyText(dataSet));
  for (const std::string& problem : live.problems)
    add(lines, say(QT_TRANSLATE_NOOP("CornerTexts", "Faulty file: %1")).arg(detailText(problem)));
  if (hidesPatient && dataSet && dataSet->text(core::tags::BurnedInAnnotation) == "YES")
    add(lines, say(QT_TRANSLATE_NOOP("CornerTexts", "The picture itself may name the patient")));
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

QString splitText(const core::Stack& stack) {
  static constexpr std::pair<std::string_view, const char*> forms[] = {
      {"b-value", QT_TRANSLATE_NOOP("CornerTexts", "b = %1 s/mm²")},
      {"echo", QT_TRANSLATE_NOOP("CornerTexts", "Echo %1")},
      {"time", QT_TRANSLATE_NOOP("CornerTexts", "Time %1")},
      {"volume", QT_TRANSLATE_NOOP("CornerTexts", "Volume %1")},
  };
  const QString value = text(stack.splitValue);
  for (const auto& [by, form] : forms)
    if (stack.splitBy == by && !value.isEmpty()) return say(form).arg(value);
  return value;
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
  if (!live.ofImageOnly) texts.topRight = studyLines(instance, hidesPatient);
  texts.bottomRight = seriesLines(stack, instance, dataSet, live.ofImageOnly) +
                      sliceLines(instance, dataSet, imageKey(stack, live.index).frame, live);
  texts.bottomLeft = liveLines(stack, instance, live);
  texts.values = live.values;
  texts.warnings = warningLines(instance, dataSet, live, hidesPatient) + stackNotices(stack);
  return texts;
}

}  // namespace app
