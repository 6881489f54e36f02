// SPDX-License-Identifier: MIT
#include "app/share/exportsubject.h"

#include "core/parse/tags.h"

namespace app {

namespace {

/// The Secondary Capture storage classes begin alike (PS3.4 B.5).
constexpr std::string_view secondaryCapture = "1.2.840.10008.5.1.4.1.1.7";

/// Ultrasound, and what was captured from a screen or a film, or photographed.
bool isOftenWrittenInto(const core::Instance& instance) {
  static constexpr std::string_view modalities[] = {"US", "IVUS", "OT", "SC", "ES", "DOC", "XC", "GM"};
  return instance.sopClassUid.starts_with(secondaryCapture) ||
         std::find(std::begin(modalities), std::end(modalities), instance.modality) != std::end(modalities);
}

}  // namespace

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
  const auto file = bytes ? core::DicomFile::parse(*bytes) : core::Result<core::DicomFile>(bytes.error());
  const std::string_view said =
      file ? file->dataSet().text(core::tags::BurnedInAnnotation) : std::string_view();
  if (said == "YES") return BurnedIn::Declared;
  return said != "NO" && isOftenWrittenInto(instance) ? BurnedIn::Likely : BurnedIn::No;
}

BurnedIn burnedInOf(const QList<ExportStack>& stacks, const std::atomic<bool>& cancelled) {
  BurnedIn worst = BurnedIn::No;
  for (const ExportStack& each : stacks)
    for (const core::Instance& instance : each.stack->instances)
      if (!cancelled && worst != BurnedIn::Declared) worst = std::max(worst, burnedInOf(instance));
  return worst;
}

}  // namespace app
