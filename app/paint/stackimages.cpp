// SPDX-License-Identifier: MIT
#include "app/paint/stackimages.h"

namespace app {

QString stackKey(const core::Stack& stack) {
  if (stack.instances.empty()) return {};
  const core::Instance& first = stack.instances.front();
  QString key = QString::fromStdString(first.studyUid + '|' + first.seriesUid + '|' + stack.splitBy + '|' +
                                       stack.splitValue);
  // Two files may bear the same UID: both are objects of their own.
  if (stack.isMultiFrame())
    key += QLatin1Char('|') + QString::fromStdString(first.sopInstanceUid) + QLatin1Char('|') +
           first.source.displayName();
  return key;
}

const core::Instance& instanceAt(const core::Stack& stack, int index) {
  return stack.instances[stack.isMultiFrame() ? 0 : static_cast<std::size_t>(index)];
}

core::ImageKey imageKey(const core::Stack& stack, int index) {
  return {instanceAt(stack, index).source, stack.isMultiFrame() ? static_cast<std::uint32_t>(index) : 0};
}

std::optional<core::ImagePlane> planeAt(const core::Stack& stack, int index) {
  return core::planeOf(instanceAt(stack, index));
}

}  // namespace app
