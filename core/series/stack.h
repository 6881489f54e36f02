// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/series/instance.h"

namespace core {

enum class SortKey { Automatic, Position, InstanceNumber, SliceLocation, AcquisitionTime, FileName };

/// A stack: what one viewport scrolls through. Either the single-frame images of a series that share
/// orientation and size (and, where positions repeat, time, echo or b-value), or one multi-frame object.
struct Stack {
  std::vector<Instance> instances;  ///< in display order
  SortKey sortedBy = SortKey::InstanceNumber;
  bool isReversed = false;
  /// Why the series was split: "", "frames" (a multi-frame object), "no image", "size", "orientation", "frame
  /// of reference", or, where positions repeat, "time", "echo", "b-value", "image type", "volume" (runs of
  /// Instance Number).
  std::string splitBy;
  std::string splitValue;         ///< what this stack has of it: "12 s", "b 1000", "2 of 3" …; may be empty
  std::optional<double> spacing;  ///< mm along the normal, the median step; none for fewer than two positions
  bool isIrregular = false;       ///< steps differ by more than 1 %
  int missing = 0;                ///< slices that gaps of whole steps suggest
  bool repeatsPositions = false;
  double shearDegrees = 0;  ///< gantry tilt: between the normal and the line of positions
  /// Images to scroll through: instances, or the frames of a multi-frame object.
  std::uint32_t images() const;
  bool isMultiFrame() const { return instances.size() == 1 && instances.front().frames > 1; }
};

/// A DICOM series as it is shown: one stack or several.
struct Series {
  std::string studyUid, seriesUid, modality, description;
  std::optional<std::int64_t> number;
  std::vector<Stack> stacks;
};

struct Study {
  std::string studyUid, date, time, description, id, accessionNumber;
  std::vector<Series> series;
};

struct Patient {
  std::string id, name, birthDate, sex;
  std::vector<Study> studies;
};

/// Groups and sorts everything that was found: patient › study › series › stacks. Instances that stand twice
/// (same SOP Instance UID and same source) count once; two files with the same UID both stay.
std::vector<Patient> arrange(std::vector<Instance> instances);

/// Splits and sorts one series (viewer.md 3.14).
std::vector<Stack> stacksOf(std::vector<Instance> instances);

/// The stack in another order.
Stack sorted(Stack stack, SortKey key, bool reversed);

}  // namespace core
