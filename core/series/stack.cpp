// SPDX-License-Identifier: MIT
#include "core/series/stack.h"

#include "core/series/slicing.h"

namespace core {

namespace {

constexpr double sameDirection = 0.9999;  ///< cosine between directions that count as one

using Instances = std::vector<Instance>;

bool hasPlace(const Instance& instance) { return instance.position && instance.orientation; }

bool sameOrientation(const Instance& a, const Instance& b) {
  if (hasPlace(a) != hasPlace(b)) return false;
  if (!hasPlace(a)) return true;
  const auto& x = *a.orientation;
  const auto& y = *b.orientation;
  return dot({x[0], x[1], x[2]}, {y[0], y[1], y[2]}) > sameDirection &&
         dot({x[3], x[4], x[5]}, {y[3], y[4], y[5]}) > sameDirection;
}

bool sameSize(const Instance& a, const Instance& b) { return a.rows == b.rows && a.columns == b.columns; }

bool sameFrameOfReference(const Instance& a, const Instance& b) {
  return a.frameOfReferenceUid == b.frameOfReferenceUid;
}

/// Groups by likeness to a group's first image, in the order in which groups appear.
template <class Same>
std::vector<Instances> grouped(Instances instances, Same same) {
  std::vector<Instances> groups;
  for (Instance& instance : instances) {
    const auto at = std::find_if(groups.begin(), groups.end(),
                                 [&](const Instances& group) { return same(group.front(), instance); });
    (at != groups.end() ? *at : groups.emplace_back()).push_back(std::move(instance));
  }
  return groups;
}

/// Positions of different frames of reference cannot be compared. But where every image has one of its own,
/// it was an anonymiser, and the images belong together.
std::vector<Instances> byFrameOfReference(Instances instances) {
  std::vector<Instances> groups = grouped(instances, sameFrameOfReference);
  const bool meant =
      std::all_of(groups.begin(), groups.end(), [](const Instances& group) { return group.size() > 1; });
  if (meant) return groups;
  groups.clear();
  groups.push_back(std::move(instances));
  return groups;
}

/// Absent numbers come last.
template <class T>
int compareOptional(const std::optional<T>& a, const std::optional<T>& b) {
  if (!a || !b) return static_cast<int>(b.has_value()) - static_cast<int>(a.has_value());
  return *a < *b ? -1 : *b < *a ? 1 : 0;
}

qsizetype digitsAtFront(QStringView text) {
  const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
  return std::find_if_not(text.begin(), text.end(), isDigit) - text.begin();
}

/// Runs of digits by their value, however long.
int compareNumbers(QStringView a, QStringView b) {
  while (a.startsWith(u'0')) a = a.sliced(1);
  while (b.startsWith(u'0')) b = b.sliced(1);
  if (a.size() != b.size()) return a.size() < b.size() ? -1 : 1;
  return a.compare(b);
}

/// "IM2" before "IM10": runs of digits count as numbers, all else by its code; no locale has a say.
int compareNatural(QStringView a, QStringView b) {
  while (!a.empty() && !b.empty()) {
    const qsizetype left = digitsAtFront(a);
    const qsizetype right = digitsAtFront(b);
    const bool areNumbers = left > 0 && right > 0;
    if (!areNumbers && a.front() != b.front()) return a.front() < b.front() ? -1 : 1;
    if (const int order = areNumbers ? compareNumbers(a.first(left), b.first(right)) : 0) return order;
    a = a.sliced(areNumbers ? left : 1);
    b = b.sliced(areNumbers ? right : 1);
  }
  return static_cast<int>(!a.empty()) - static_cast<int>(!b.empty());
}

int compareNames(const Instance& a, const Instance& b) {
  if (const int names = compareNatural(a.source.displayName(), b.source.displayName())) return names;
  return a.source.index - b.source.index;
}

int compareBy(SortKey key, const Instance& a, const Instance& b) {
  switch (key) {
    case SortKey::InstanceNumber:
      return compareOptional(a.instanceNumber, b.instanceNumber);
    case SortKey::SliceLocation:
      return compareOptional(a.sliceLocation, b.sliceLocation);
    case SortKey::AcquisitionTime:
      return a.acquisitionDateTime.compare(b.acquisitionDateTime);
    case SortKey::FileName:
      return compareNames(a, b);
    default:
      return 0;
  }
}

/// The ties of every key, so that an order is whole and the same on each run.
constexpr SortKey tieBreakers[] = {SortKey::InstanceNumber, SortKey::AcquisitionTime, SortKey::FileName};

bool isBefore(SortKey key, const Instance& a, const Instance& b) {
  if (const int order = compareBy(key, a, b)) return order < 0;
  for (const SortKey tie : tieBreakers)
    if (const int order = compareBy(tie, a, b)) return order < 0;
  return a.sopInstanceUid < b.sopInstanceUid;
}

/// Positive when Instance Numbers grow along the normal, negative when they fall; 0 when they do not say.
double trend(const Instances& instances, const Vector3& normal) {
  double meanPlace = 0, meanNumber = 0, count = 0;
  for (const Instance& instance : instances) {
    if (!instance.instanceNumber) continue;
    meanPlace += along(instance, normal);
    meanNumber += static_cast<double>(*instance.instanceNumber);
    ++count;
  }
  double covariance = 0;
  for (const Instance& instance : instances) {
    if (!instance.instanceNumber) continue;
    covariance += (along(instance, normal) - meanPlace / count) *
                  (static_cast<double>(*instance.instanceNumber) - meanNumber / count);
  }
  return covariance;
}

/// Along the normal; places closer than samePlace to their neighbour count as one.
void sortByPosition(Instances& instances) {
  Vector3 normal = normalOf(instances.front());
  if (trend(instances, normal) < 0) normal = scaled(normal, -1);
  std::stable_sort(instances.begin(), instances.end(), [&normal](const Instance& a, const Instance& b) {
    return along(a, normal) < along(b, normal);
  });
  for (std::size_t first = 0, next = 0; first < instances.size(); first = next) {
    while (next < instances.size() &&
           along(instances[next], normal) - along(instances[first], normal) <= samePlace)
      ++next;
    std::sort(instances.begin() + static_cast<std::ptrdiff_t>(first),
              instances.begin() + static_cast<std::ptrdiff_t>(next),
              [](const Instance& a, const Instance& b) { return isBefore(SortKey::InstanceNumber, a, b); });
  }
}

template <class Value>
bool varies(const Instances& instances, Value value) {
  return std::any_of(instances.begin(), instances.end(),
                     [&](const Instance& instance) { return instance.*value != instances.front().*value; });
}

bool canSortByPosition(const Instances& instances) {
  return !instances.empty() && std::all_of(instances.begin(), instances.end(), hasPlace) &&
         std::all_of(instances.begin(), instances.end(),
                     [&](const Instance& i) { return sameOrientation(i, instances.front()); });
}

SortKey automaticKey(const Instances& instances) {
  if (canSortByPosition(instances)) return SortKey::Position;
  if (varies(instances, &Instance::instanceNumber)) return SortKey::InstanceNumber;
  if (varies(instances, &Instance::sliceLocation)) return SortKey::SliceLocation;
  return instances.size() < 2 ? SortKey::InstanceNumber : SortKey::FileName;
}

Stack stackOf(Instances instances, std::string splitBy, std::string splitValue = {}) {
  Stack stack;
  stack.instances = std::move(instances);
  stack.splitBy = std::move(splitBy);
  stack.splitValue = std::move(splitValue);
  return sorted(std::move(stack), SortKey::Automatic, false);
}

void appendSlices(std::vector<Stack>& stacks, Instances group, const std::string& splitBy) {
  if (!canSortByPosition(group)) return stacks.push_back(stackOf(std::move(group), splitBy));
  for (Split& split : splitRepeats(std::move(group)))
    stacks.push_back(stackOf(std::move(split.instances), split.by.empty() ? splitBy : split.by, split.value));
}

/// Single-frame images: by size, orientation and frame of reference, then where positions repeat.
void appendImages(std::vector<Stack>& stacks, Instances images) {
  auto bySize = grouped(std::move(images), sameSize);
  const std::string size = bySize.size() > 1 ? "size" : "";
  for (Instances& equalSize : bySize) {
    auto byOrientation = grouped(std::move(equalSize), sameOrientation);
    const std::string orientation = byOrientation.size() > 1 ? "orientation" : size;
    for (Instances& parallel : byOrientation) {
      auto byFrame = byFrameOfReference(std::move(parallel));
      const std::string frame = byFrame.size() > 1 ? "frame of reference" : orientation;
      for (Instances& group : byFrame) appendSlices(stacks, std::move(group), frame);
    }
  }
}

/// The smallest Instance Number decides which stack of a series comes first.
std::optional<std::int64_t> leastNumber(const Stack& stack) {
  std::optional<std::int64_t> least;
  for (const Instance& instance : stack.instances)
    if (compareOptional(instance.instanceNumber, least) < 0) least = instance.instanceNumber;
  return least;
}

/// Pictures before what has none; clips by the time of their acquisition (they often share a number).
bool stackIsBefore(const Stack& a, const Stack& b) {
  const Instance& x = a.instances.front();
  const Instance& y = b.instances.front();
  if (x.hasPixels != y.hasPixels) return x.hasPixels;
  if (a.isMultiFrame() && b.isMultiFrame() && x.acquisitionDateTime != y.acquisitionDateTime)
    return x.acquisitionDateTime < y.acquisitionDateTime;
  return compareOptional(leastNumber(a), leastNumber(b)) < 0;
}

}  // namespace

std::uint32_t Stack::images() const {
  return isMultiFrame() ? instances.front().frames : static_cast<std::uint32_t>(instances.size());
}

Stack sorted(Stack stack, SortKey key, bool reversed) {
  if (key == SortKey::Automatic || (key == SortKey::Position && !canSortByPosition(stack.instances)))
    key = automaticKey(stack.instances);
  if (key == SortKey::Position)
    sortByPosition(stack.instances);
  else
    std::sort(stack.instances.begin(), stack.instances.end(),
              [&](const Instance& a, const Instance& b) { return isBefore(key, a, b); });
  if (reversed) std::reverse(stack.instances.begin(), stack.instances.end());
  const Slicing slicing = slicingOf(stack.instances);
  stack.sortedBy = key;
  stack.isReversed = reversed;
  stack.spacing = slicing.spacing;
  stack.isIrregular = slicing.isIrregular;
  stack.missing = slicing.missing;
  stack.repeatsPositions = slicing.repeatsPositions;
  stack.shearDegrees = slicing.shearDegrees;
  return stack;
}

std::vector<Stack> stacksOf(std::vector<Instance> instances) {
  std::vector<Stack> stacks;
  Instances images, others;
  for (Instance& instance : instances) {
    if (!instance.hasPixels)
      others.push_back(std::move(instance));
    else if (instance.frames > 1)
      stacks.push_back(stackOf({std::move(instance)}, "frames"));
    else
      images.push_back(std::move(instance));
  }
  if (!images.empty()) appendImages(stacks, std::move(images));
  if (!others.empty()) stacks.push_back(stackOf(std::move(others), "no image"));
  std::stable_sort(stacks.begin(), stacks.end(), stackIsBefore);
  return stacks;
}

}  // namespace core
