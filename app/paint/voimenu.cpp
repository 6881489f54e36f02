// SPDX-License-Identifier: MIT
#include "app/paint/voimenu.h"

#include <QCoreApplication>

namespace app {

namespace {

struct Preset {
  const char* name;
  double center, width;
};

constexpr Preset ctPresets[] = {
    {QT_TRANSLATE_NOOP("VoiMenu", "Abdomen"), 40, 400},
    {QT_TRANSLATE_NOOP("VoiMenu", "Lung"), -600, 1500},
    {QT_TRANSLATE_NOOP("VoiMenu", "Bone"), 450, 2000},
    {QT_TRANSLATE_NOOP("VoiMenu", "Brain"), 40, 80},
    {QT_TRANSLATE_NOOP("VoiMenu", "Mediastinum"), 50, 350},
    {QT_TRANSLATE_NOOP("VoiMenu", "Liver"), 90, 150},
    {QT_TRANSLATE_NOOP("VoiMenu", "Angio"), 300, 600},
    {QT_TRANSLATE_NOOP("VoiMenu", "Stroke"), 40, 40},
    {QT_TRANSLATE_NOOP("VoiMenu", "Subdural"), 75, 215},
};

QString say(const char* text) { return QCoreApplication::translate("VoiMenu", text); }

QString numbers(double center, double width) { return QStringLiteral("W %1 L %2").arg(width).arg(center); }

QString labelled(const std::string& explanation, const QString& rest) {
  return explanation.empty() ? rest : QString::fromStdString(explanation) + QStringLiteral(" – ") + rest;
}

}  // namespace

QList<VoiEntry> voiEntries(const core::FrameDisplay& display, const std::string& modality) {
  QList<VoiEntry> entries;
  for (std::size_t i = 0; i < display.windows.size(); ++i) {
    const core::VoiWindow& window = display.windows[i];
    entries << VoiEntry{labelled(window.explanation, numbers(window.center, window.width)),
                        core::FileWindow{i}, i < 2 ? static_cast<int>(i) + 1 : -1};
  }
  for (std::size_t i = 0; i < display.voiLuts.size(); ++i)
    entries << VoiEntry{
        labelled(display.voiLuts[i].explanation, say(QT_TRANSLATE_NOOP("VoiMenu", "VOI LUT %1")).arg(i + 1)),
        core::FileLut{i}, entries.size() < 2 ? static_cast<int>(entries.size()) + 1 : -1};
  entries << VoiEntry{say(QT_TRANSLATE_NOOP("VoiMenu", "Auto: minimum to maximum")), core::FullRangeVoi{}, 0}
          << VoiEntry{say(QT_TRANSLATE_NOOP("VoiMenu", "Auto: without the outermost 0.1 %")),
                      core::PercentileVoi{}, -1};
  if (modality != "CT") return entries;
  int key = 3;
  for (const Preset& preset : ctPresets) {
    entries << VoiEntry{say(preset.name) + QStringLiteral(" – ") + numbers(preset.center, preset.width),
                        core::VoiWindow{preset.center, preset.width, core::VoiFunction::Linear, {}},
                        key <= 9 ? key : -1};
    ++key;
  }
  return entries;
}

}  // namespace app
