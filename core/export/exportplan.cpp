// SPDX-License-Identifier: MIT
#include "core/export/exportplan.h"

#include <QSet>

namespace core {

namespace {

struct Ending {
  PictureFormat format;
  const char* ending;
};
constexpr Ending endings[] = {
    {PictureFormat::Png, ".png"},  {PictureFormat::Jpeg, ".jpg"},  {PictureFormat::Jpeg, ".jpeg"},
    {PictureFormat::Tiff, ".tif"}, {PictureFormat::Tiff, ".tiff"}, {PictureFormat::Gif, ".gif"},
};

constexpr qsizetype longestName = 80;

/// Letters, digits and a few signs; the rest becomes one '_'.
QString safe(const QString& text) {
  QString name;
  for (const QChar c : text) {
    const bool isKept = c.isLetterOrNumber() || QStringLiteral("-+=,").contains(c);
    if (isKept)
      name += c;
    else if (!name.isEmpty() && !name.endsWith(QLatin1Char('_')))
      name += QLatin1Char('_');
  }
  while (name.endsWith(QLatin1Char('_'))) name.chop(1);
  return name.left(longestName);
}

QString patientPart(const Instance& instance) {
  const QString name = safe(QString::fromStdString(instance.patientName).section(QLatin1Char('='), 0, 0));
  const QString id = safe(QString::fromStdString(instance.patientId));
  QStringList parts{name, id};
  parts.removeAll(QString());
  return parts.isEmpty() ? QString() : parts.join(QLatin1Char('_')) + QLatin1Char('_');
}

/// Names that are no other's: parts of a split series share theirs.
class Names {
 public:
  QString unique(const QString& name) {
    QString tried = name;
    for (int i = 2; m_taken.contains(tried.toCaseFolded()); ++i) tried = name + QStringLiteral("-%1").arg(i);
    m_taken.insert(tried.toCaseFolded());
    return tried;
  }

 private:
  QSet<QString> m_taken;
};

void appendNumbered(std::vector<ExportFile>& files, const Stack& stack, const QString& folder,
                    const QString& prefix, PictureFormat format) {
  const auto images = imagesOf(stack);
  for (std::size_t i = 0; i < images.size(); ++i)
    files.push_back(
        {folder + QLatin1Char('/') + prefix + numberedName(i + 1, images.size()) + fileEnding(format),
         {images[i]},
         {}});
}

}  // namespace

QString fileEnding(PictureFormat format) {
  for (const Ending& ending : endings)
    if (ending.format == format) return QString::fromLatin1(ending.ending);
  return {};
}

QString numberedName(std::size_t number, std::size_t count) {
  const int digits = std::max(4, static_cast<int>(std::to_string(count).size()));
  return QString::number(number).rightJustified(digits, QLatin1Char('0'));
}

std::optional<PictureFormat> formatOfName(const QString& name) {
  for (const Ending& ending : endings)
    if (name.endsWith(QLatin1String(ending.ending), Qt::CaseInsensitive)) return ending.format;
  return std::nullopt;
}

QString stackName(const Stack& stack, Naming naming) {
  const Instance& instance = stack.instances.front();
  QString name = QStringLiteral("series");
  if (instance.seriesNumber) name += QStringLiteral("-%1").arg(*instance.seriesNumber);
  const QString modality = safe(QString::fromStdString(instance.modality)).left(4);
  if (!modality.isEmpty()) name += QLatin1Char('-') + modality;
  return naming == Naming::Patient ? patientPart(instance) + name : name;
}

std::vector<ImageKey> imagesOf(const Stack& stack) {
  std::vector<ImageKey> images;
  for (const Instance& instance : stack.instances) {
    const std::uint32_t frames = instance.hasPixels ? instance.frames : 0;
    for (std::uint32_t frame = 0; frame < frames; ++frame) images.push_back({instance.source, frame});
  }
  return images;
}

std::vector<ExportFile> planned(const std::vector<const Stack*>& stacks, const QString& folder,
                                const ExportPlan& plan) {
  std::vector<const Stack*> shown;
  for (const Stack* stack : stacks)
    if (!imagesOf(*stack).empty()) shown.push_back(stack);
  std::vector<ExportFile> files;
  Names names;
  for (const Stack* stack : shown) {
    const QString name = names.unique(stackName(*stack, plan.naming));
    const bool isTogether = plan.format == PictureFormat::Gif ||
                            (plan.bundling == Bundling::Together && holdsSeveral(plan.format));
    if (isTogether)
      files.push_back({folder + QLatin1Char('/') + name + fileEnding(plan.format), imagesOf(*stack), {}});
    else if (shown.size() == 1)
      appendNumbered(files, *stack, folder,
                     plan.naming == Naming::Patient ? name + QLatin1Char('-') : QString(), plan.format);
    else
      appendNumbered(files, *stack, folder + QLatin1Char('/') + name, {}, plan.format);
  }
  return files;
}

}  // namespace core
