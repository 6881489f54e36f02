// SPDX-License-Identifier: MIT
#include "app/share/exportsubject.h"

namespace app {

QList<ExportStack> ExportSubject::stacks(Extent extent) const {
  return extent == Extent::Study ? study : QList<ExportStack>{series()};
}

int ExportSubject::images(Extent extent) const {
  if (extent == Extent::Image) return 1;
  int count = 0;
  for (const ExportStack& each : stacks(extent)) count += static_cast<int>(each.stack->images());
  return count;
}

BurnedIn burnedInOf(const core::Instance& instance) {
  const auto bytes = core::readAll(instance.source);
  if (!bytes) return BurnedIn::No;
  const auto file = core::DicomFile::parse(*bytes, core::ReadTo::PixelData);
  return file ? core::anonymise::burnedInTexts(*file).are : BurnedIn::No;
}

BurnedIn burnedInOf(const QList<ExportStack>& stacks, const std::atomic<bool>& cancelled) {
  BurnedIn worst = BurnedIn::No;
  for (const ExportStack& each : stacks)
    for (const core::Instance& instance : each.stack->instances)
      if (!cancelled && worst != BurnedIn::Declared) worst = std::max(worst, burnedInOf(instance));
  return worst;
}

}  // namespace app
