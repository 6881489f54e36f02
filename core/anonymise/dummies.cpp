// SPDX-License-Identifier: MIT
#include "core/anonymise/dummies.h"

#include <algorithm>

#include "core/write/valuerules.h"

namespace core::anonymise {

namespace {

struct Dummy {
  Vr vr;
  std::string_view value;
};
constexpr Dummy dummies[] = {
    {Vr::AS, "000Y"}, {Vr::DA, "19000101"}, {Vr::DS, "0"},           {Vr::DT, "19000101000000"},
    {Vr::IS, "0"},    {Vr::TM, "000000"},   {Vr::UR, "about:blank"},
};

/// A designator of one's own begins with 99 (PS3.16 8).
constexpr Tag codingSchemeDesignator{0x0008, 0x0102};
constexpr std::string_view dummyScheme = "99ANONYMIZED";

std::size_t zeros(Vr vr, std::size_t size) {
  const bool areBytes = vr == Vr::OB || vr == Vr::UN || vr == Vr::OW;
  return areBytes ? std::min<std::size_t>(size, 16) : size;
}

}  // namespace

std::string dummyValue(Tag tag, Vr vr, std::size_t size) {
  if (tag == codingSchemeDesignator) return std::string(dummyScheme);
  const auto row = std::ranges::find(dummies, vr, &Dummy::vr);
  if (row != std::end(dummies)) return std::string(row->value);
  return isTextual(vr) ? std::string(dummyText) : std::string(zeros(vr, size), '\0');
}

}  // namespace core::anonymise
