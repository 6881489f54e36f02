// SPDX-License-Identifier: MIT
#include "core/series/orientation.h"

#include "core/parse/tags.h"

namespace core {

namespace {

constexpr double leastPart = 0.2;

/// Towards the smaller and the greater x, y, z (PS3.3 C.7.6.2.1.1 and C.7.6.1.1.1).
constexpr const char* bipedLetters[3][2] = {{"R", "L"}, {"A", "P"}, {"F", "H"}};
constexpr const char* quadrupedLetters[3][2] = {{"RT", "LE"}, {"V", "D"}, {"CD", "CR"}};

struct Opposites {
  std::string_view one, other;
};
constexpr Opposites bipedOpposites[] = {{"R", "L"}, {"A", "P"}, {"H", "F"}};
/// Two-letter terms first: they begin with letters that are terms themselves. Rostral's opposite is caudal.
constexpr Opposites quadrupedOpposites[] = {{"LE", "RT"}, {"CR", "CD"}, {"PR", "DI"}, {"PA", "PL"},
                                            {"D", "V"},   {"M", "L"},   {"R", "CD"}};

/// The opposite of "LAF", letter by letter; "" when a term is not known.
std::string opposite(std::string_view letters, std::span<const Opposites> table) {
  std::string result;
  while (!letters.empty()) {
    std::string_view term, turned;
    for (const auto& [one, other] : table) {
      if (letters.starts_with(one))
        term = one, turned = other;
      else if (letters.starts_with(other))
        term = other, turned = one;
      if (!term.empty()) break;
    }
    if (term.empty()) return {};
    result += turned;
    letters.remove_prefix(term.size());
  }
  return result;
}

Anatomy anatomyOf(const DataSet& dataSet) {
  return dataSet.text(tags::AnatomicalOrientationType, 0) == "QUADRUPED" ? Anatomy::Quadruped
                                                                         : Anatomy::Biped;
}

EdgeLetters fromPatientOrientation(const DataSet& dataSet, Anatomy anatomy) {
  const std::span<const Opposites> table = anatomy == Anatomy::Biped
                                               ? std::span<const Opposites>(bipedOpposites)
                                               : std::span<const Opposites>(quadrupedOpposites);
  const std::string_view right = dataSet.text(tags::PatientOrientation, 0);
  const std::string_view bottom = dataSet.text(tags::PatientOrientation, 1);
  EdgeLetters edges;
  edges.left = opposite(right, table);
  edges.top = opposite(bottom, table);
  if (!edges.left.empty()) edges.right = right;
  if (!edges.top.empty()) edges.bottom = bottom;
  return edges;
}

}  // namespace

std::string directionLetters(const Vector3& direction, Anatomy anatomy) {
  const auto& table = anatomy == Anatomy::Biped ? bipedLetters : quadrupedLetters;
  std::array<std::size_t, 3> order{0, 1, 2};
  std::stable_sort(order.begin(), order.end(), [&direction](std::size_t a, std::size_t b) {
    return std::abs(direction[a]) > std::abs(direction[b]) + 1e-9;
  });
  std::string letters;
  for (const std::size_t axis : order)
    if (std::abs(direction[axis]) >= leastPart) letters += table[axis][direction[axis] > 0 ? 1 : 0];
  return letters;
}

EdgeLetters edgeLetters(const DataSet& dataSet, std::uint32_t frame) {
  const Anatomy anatomy = anatomyOf(dataSet);
  const auto orientation = orientationOf(dataSet, frame);
  if (!orientation) return fromPatientOrientation(dataSet, anatomy);
  const auto& o = *orientation;
  const Vector3 row{o[0], o[1], o[2]};
  const Vector3 column{o[3], o[4], o[5]};
  return {directionLetters(scaled(row, -1), anatomy), directionLetters(row, anatomy),
          directionLetters(scaled(column, -1), anatomy), directionLetters(column, anatomy)};
}

}  // namespace core
