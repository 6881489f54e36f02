// SPDX-License-Identifier: MIT
#include "app/measure/measurement.h"

#include <algorithm>

namespace app {

void Measurements::add(Measurement measurement) {
  m_all.push_back(std::move(measurement));
  emit changed();
}

void Measurements::reshape(const QList<QPointF>& points) {
  if (m_all.empty()) return;
  m_all.back().points = points;
  emit changed();
}

bool Measurements::removeNewest(const core::ImageKey& image) {
  const auto at = std::find_if(m_all.rbegin(), m_all.rend(),
                               [&image](const Measurement& each) { return each.image == image; });
  if (at == m_all.rend()) return false;
  m_all.erase(std::next(at).base());
  emit changed();
  return true;
}

void Measurements::removeAll() {
  m_all.clear();
  emit changed();
}

void Measurements::drop(const std::vector<core::Source>& sources) {
  std::erase_if(m_all, [&sources](const Measurement& each) {
    return std::find(sources.begin(), sources.end(), each.image.source) != sources.end();
  });
  emit changed();
}

std::vector<Measurement> Measurements::on(const core::ImageKey& image) const {
  std::vector<Measurement> found;
  std::copy_if(m_all.begin(), m_all.end(), std::back_inserter(found),
               [&image](const Measurement& each) { return each.image == image; });
  return found;
}

}  // namespace app
