// SPDX-License-Identifier: MIT
#include "app/paint/stackimages.h"

#include <algorithm>
#include <tuple>

namespace app {

namespace {

/// The same one whatever the order of the stack.
const core::Instance& representative(const core::Stack& stack) {
  return *std::min_element(
      stack.instances.begin(), stack.instances.end(), [](const core::Instance& a, const core::Instance& b) {
        return std::tie(a.source.path, a.source.index) < std::tie(b.source.path, b.source.index);
      });
}

/// As arrange() tells studies and series apart: UIDs alone do not, copies and badly made files share them.
std::string seriesOf(const core::Instance& one) {
  std::string key = one.patientId + '|' + one.studyUid + '|' + one.seriesUid;
  if (one.studyUid.empty()) key += '|' + one.patientName + '|' + one.studyDate + '|' + one.studyId;
  if (one.seriesUid.empty()) key += '|' + one.modality + '|' + std::to_string(one.seriesNumber.value_or(-1));
  return key;
}

/// What a series is split by without a value that says so: size, orientation, frame of reference.
QString geometryOf(const core::Instance& one) {
  QString key = QStringLiteral("|%1x%2|").arg(one.columns).arg(one.rows);
  if (one.orientation)
    for (const double cosine : *one.orientation)
      key += QString::number(qRound(cosine * 1000)) + QLatin1Char(' ');
  return key + QLatin1Char('|') + QString::fromStdString(one.frameOfReferenceUid);
}

}  // namespace

QString stackKey(const core::Stack& stack) {
  if (stack.instances.empty()) return {};
  const core::Instance& one = representative(stack);
  QString key = QString::fromStdString(seriesOf(one) + '|' + stack.splitBy + '|' + stack.splitValue);
  if (one.hasPixels) key += geometryOf(one);
  // Two files may bear the same UID: both are objects of their own.
  if (stack.isMultiFrame())
    key += QLatin1Char('|') + QString::fromStdString(one.sopInstanceUid) + QLatin1Char('|') +
           one.source.displayName();
  return key;
}

const core::Instance& instanceAt(const core::Stack& stack, int index) {
  return stack.instances[stack.isMultiFrame() ? 0 : static_cast<std::size_t>(index)];
}

core::ImageKey imageKey(const core::Stack& stack, int index) {
  return {instanceAt(stack, index).source, stack.isMultiFrame() ? static_cast<std::uint32_t>(index) : 0};
}

int indexOf(const core::Stack& stack, const core::ImageKey& key) {
  if (stack.isMultiFrame())
    return stack.instances.front().source == key.source && key.frame < stack.images()
               ? static_cast<int>(key.frame)
               : -1;
  const auto at = std::find_if(stack.instances.begin(), stack.instances.end(),
                               [&key](const core::Instance& each) { return each.source == key.source; });
  return at == stack.instances.end() || key.frame != 0 ? -1 : static_cast<int>(at - stack.instances.begin());
}

std::vector<std::optional<core::ImagePlane>> planesOf(const core::Stack& stack,
                                                      const core::DataSet* dataSet) {
  std::vector<std::optional<core::ImagePlane>> planes(stack.images());
  for (std::uint32_t i = 0; i < planes.size(); ++i)
    if (!stack.isMultiFrame())
      planes[i] = core::planeOf(stack.instances[i]);
    else if (dataSet)
      planes[i] = core::planeOf(*dataSet, i);
  return planes;
}

}  // namespace app
