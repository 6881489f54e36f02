// SPDX-License-Identifier: MIT
#include "core/anonymise/statement.h"

#include <cassert>

#include "core/anonymise/profile.h"
#include "core/parse/tags.h"

namespace core::anonymise {

namespace {

constexpr Tag patientIdentityRemoved{0x0012, 0x0062};
constexpr Tag deidentificationMethod{0x0012, 0x0063};
constexpr Tag deidentificationMethodCodes{0x0012, 0x0064};
constexpr Tag temporalInformation{0x0028, 0x0303};

/// A code of CID 7050.
struct Code {
  std::string_view value;
  std::string_view meaning;
  bool (*applies)(const Options&);
};
constexpr Code codes[] = {
    {"113100", "Basic Application Confidentiality Profile", [](const Options&) { return true; }},
    {"113101", "Clean Pixel Data Option", [](const Options& o) { return !o.blackout.empty(); }},
    {"113103", "Clean Graphics Option", [](const Options& o) { return o.cleanGraphics; }},
    {"113105", "Clean Descriptors Option", [](const Options& o) { return o.cleanDescriptors; }},
    {"113107", "Retain Longitudinal Temporal Information Modified Dates Option",
     [](const Options& o) { return o.shiftDates; }},
    {"113110", "Retain UIDs Option", [](const Options& o) { return o.retainUids; }},
};

void put(EditSet& set, Tag tag, Vr vr, std::string_view text) {
  [[maybe_unused]] const Status written = set.setText(tag, vr, text);
  assert(written.ok());
}

EditSet item(const Code& code) {
  EditSet made;
  put(made, {0x0008, 0x0100}, Vr::SH, code.value);
  put(made, {0x0008, 0x0102}, Vr::SH, "DCM");
  put(made, {0x0008, 0x0104}, Vr::LO, code.meaning);
  return made;
}

std::string method() { return "DICOMaestro, PS3.15 Annex E Basic Profile " + std::string(profileEdition()); }

/// What was removed before cannot have been kept now.
std::string_view temporal(const Options& options, const DataSet& original) {
  const bool wasRemoved = original.text(temporalInformation) == "REMOVED";
  return options.shiftDates && !wasRemoved ? "MODIFIED" : "REMOVED";
}

bool saysCleanPixels(const Options& options, const DataSet& original) {
  return !options.blackout.empty() && original.has(tags::Rows);
}

}  // namespace

std::vector<Statement> statements(const Options& options, const DataSet& original) {
  std::string all;
  for (const Code& code : codes)
    if (code.applies(options)) all += (all.empty() ? "" : ", ") + std::string(code.value);
  std::vector<Statement> made{{patientIdentityRemoved, "YES"},
                              {deidentificationMethod, method()},
                              {deidentificationMethodCodes, all},
                              {temporalInformation, std::string(temporal(options, original))}};
  if (saysCleanPixels(options, original)) made.push_back({tags::BurnedInAnnotation, "NO"});
  return made;
}

void state(EditSet& set, const Options& options, const DataSet& original) {
  std::vector<EditSet> items;
  for (const Code& code : codes)
    if (code.applies(options)) items.push_back(item(code));
  for (const Statement& statement : statements(options, original)) {
    if (statement.tag == deidentificationMethodCodes)
      set.setItems(statement.tag, items);
    else
      put(set, statement.tag, statement.tag == deidentificationMethod ? Vr::LO : Vr::CS, statement.text);
  }
}

}  // namespace core::anonymise
