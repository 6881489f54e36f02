// SPDX-License-Identifier: MIT
#include "core/series/slicing.h"

#include <charconv>
#include <map>
#include <numbers>

#include "core/series/vector3.h"

namespace core {

namespace {

constexpr double irregularPart = 0.01;  ///< a step may differ from the median by this part of it
constexpr double wholeStep = 0.05;      ///< a gap is a whole number of steps within this part of one

std::vector<double> places(std::span<const Instance> instances, const Vector3& normal) {
  std::vector<double> all;
  for (const Instance& instance : instances) all.push_back(along(instance, normal));
  std::sort(all.begin(), all.end());
  std::vector<double> distinct;
  for (const double place : all)
    if (distinct.empty() || place - distinct.back() > samePlace) distinct.push_back(place);
  return distinct;
}

double medianOf(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  const std::size_t half = values.size() / 2;
  return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

bool isWhole(double step, double unit) {
  return std::abs(step / unit - std::round(step / unit)) <= wholeStep && step / unit > 0.5;
}

/// Slices that are not there, when every step is a whole number of the least one; else 0.
int missingIn(const std::vector<double>& steps) {
  const double unit = *std::min_element(steps.begin(), steps.end());
  double missing = 0;
  for (const double step : steps) {
    if (!isWhole(step, unit)) return 0;
    missing += std::round(step / unit) - 1;
  }
  return missing < 1e6 ? static_cast<int>(missing) : 0;
}

/// Between the normal and the line from the first place to the last.
double shearOf(std::span<const Instance> instances, const Vector3& normal) {
  const auto [first, last] = std::minmax_element(
      instances.begin(), instances.end(),
      [&normal](const Instance& a, const Instance& b) { return along(a, normal) < along(b, normal); });
  const Vector3 line = difference(*last->position, *first->position);
  const double forward = dot(line, normal);
  const double sideways = length(difference(line, scaled(normal, forward)));
  return std::atan2(sideways, forward) * 180 / std::numbers::pi;
}

std::string number(double value) {
  char text[32];
  const auto end = std::to_chars(text, text + sizeof text, value).ptr;
  return {text, end};
}

/// What a series may be split by; "" when an image does not say.
struct Criterion {
  const char* name;
  std::string (*key)(const Instance&);
};

template <auto Member>
std::string optionalKey(const Instance& instance) {
  return instance.*Member ? number(static_cast<double>(*(instance.*Member))) : std::string();
}
template <auto Member>
std::string textKey(const Instance& instance) {
  return instance.*Member;
}

constexpr Criterion criteria[] = {
    {"time", optionalKey<&Instance::temporalPosition>}, {"echo", optionalKey<&Instance::echoTime>},
    {"echo", optionalKey<&Instance::echoNumber>},       {"b-value", optionalKey<&Instance::bValue>},
    {"time", optionalKey<&Instance::triggerTime>},      {"time", optionalKey<&Instance::acquisitionNumber>},
    {"time", textKey<&Instance::acquisitionDateTime>},  {"image type", textKey<&Instance::imageType>},
};

/// Numbers by their size, texts by their letters.
struct ByValue {
  bool operator()(const std::string& a, const std::string& b) const {
    const auto x = parseReal(a);
    const auto y = parseReal(b);
    return x && y ? *x < *y : a < b;
  }
};

bool repeats(std::span<const Instance> instances, const Vector3& normal) {
  return places(instances, normal).size() < instances.size();
}

using Groups = std::vector<Split>;

/// Whether the groups explain the repeats: none repeats a place, and no more of them than needed.
bool explains(const Groups& groups, const Vector3& normal, std::size_t mostAtOnePlace) {
  if (groups.size() != mostAtOnePlace) return false;
  return std::none_of(groups.begin(), groups.end(),
                      [&normal](const Split& group) { return repeats(group.instances, normal); });
}

Groups groupedBy(const Criterion& criterion, const std::vector<Instance>& instances) {
  std::map<std::string, std::vector<Instance>, ByValue> byKey;
  for (const Instance& instance : instances) byKey[criterion.key(instance)].push_back(instance);
  Groups groups;
  for (auto& [key, members] : byKey) groups.push_back({criterion.name, key, std::move(members)});
  return groups;
}

/// Runs of Instance Number: a new volume begins where a place comes again.
Groups volumes(std::vector<Instance> instances, const Vector3& normal) {
  const auto numbered = [](const Instance& instance) { return instance.instanceNumber.has_value(); };
  if (!std::all_of(instances.begin(), instances.end(), numbered)) return {};
  std::stable_sort(instances.begin(), instances.end(), [](const Instance& a, const Instance& b) {
    return *a.instanceNumber < *b.instanceNumber;
  });
  Groups groups;
  std::map<std::int64_t, int> seen;
  for (Instance& instance : instances) {
    const auto place = static_cast<std::int64_t>(std::llround(along(instance, normal) / samePlace));
    if (groups.empty() || seen.contains(place)) groups.push_back({"volume", {}, {}}), seen.clear();
    seen[place] = 1;
    groups.back().instances.push_back(std::move(instance));
  }
  for (std::size_t i = 0; i < groups.size(); ++i)
    groups[i].value = std::to_string(i + 1) + " of " + std::to_string(groups.size());
  return groups;
}

std::size_t mostAtOnePlace(const std::vector<Instance>& instances, const Vector3& normal) {
  std::vector<double> all;
  for (const Instance& instance : instances) all.push_back(along(instance, normal));
  std::sort(all.begin(), all.end());
  std::size_t most = 0;
  for (std::size_t first = 0, i = 0; i < all.size(); ++i) {
    if (all[i] - all[first] > samePlace) first = i;
    most = std::max(most, i - first + 1);
  }
  return most;
}

}  // namespace

Vector3 normalOf(const Instance& instance) {
  const auto& o = *instance.orientation;
  return cross({o[0], o[1], o[2]}, {o[3], o[4], o[5]});
}

double along(const Instance& instance, const Vector3& normal) { return dot(*instance.position, normal); }

Slicing slicingOf(std::span<const Instance> instances) {
  const auto placed = [](const Instance& i) { return i.position && i.orientation; };
  if (instances.empty() || !std::all_of(instances.begin(), instances.end(), placed)) return {};
  const Vector3 normal = normalOf(instances.front());
  const std::vector<double> distinct = places(instances, normal);
  Slicing slicing;
  slicing.repeatsPositions = distinct.size() < instances.size();
  if (distinct.size() < 2) return slicing;
  std::vector<double> steps;
  for (std::size_t i = 1; i < distinct.size(); ++i) steps.push_back(distinct[i] - distinct[i - 1]);
  const double median = medianOf(steps);
  slicing.spacing = median;
  slicing.isIrregular = std::any_of(steps.begin(), steps.end(), [median](double step) {
    return std::abs(step - median) > irregularPart * median;
  });
  if (slicing.isIrregular) slicing.missing = missingIn(steps);
  slicing.shearDegrees = shearOf(instances, normal);
  return slicing;
}

std::vector<Split> splitRepeats(std::vector<Instance> instances) {
  const Vector3 normal = normalOf(instances.front());
  const std::size_t most = mostAtOnePlace(instances, normal);
  if (most > 1 && most < instances.size()) {
    for (const Criterion& criterion : criteria)
      if (Groups groups = groupedBy(criterion, instances); explains(groups, normal, most)) return groups;
    if (Groups groups = volumes(instances, normal);
        explains(groups, normal, most) && groups.front().instances.size() > 1)
      return groups;
  }
  std::vector<Split> whole(1);
  whole.front().instances = std::move(instances);
  return whole;
}

}  // namespace core
