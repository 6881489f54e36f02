// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/anonymise/decision.h"
#include "core/anonymise/options.h"
#include "core/anonymise/secret.h"
#include "core/parse/dicomfile.h"

/// De-identification by PS3.15 Annex E: the Basic Application Level Confidentiality Profile and five of its
/// options. Names, identifiers and UIDs become others, the same under the same secret, so that a study stays
/// a study; whatever else the profile names is removed, emptied or a dummy. The picture is only changed where
/// the options say so: what is written into the pixels stays, and warnings say where that is likely.
namespace core::anonymise {

/// What files may be called: made by the secret, nothing old is part of it, also when UIDs are retained.
struct AnonymisedPath {
  std::string patient, series, instance;
};

struct Anonymised {
  std::vector<std::uint8_t> bytes;  ///< a Part 10 file in the syntax of the original
  AnonymisedPath path;
  std::vector<std::string> warnings;  ///< English, for people; no values of the original
};

/// A report keeps its structure and the UIDs it refers to, new as everywhere, and loses its texts, names,
/// codes, dates and numbers; an encapsulated document gives way to an empty one; a media directory loses its
/// records. Warnings say so. Errors: those of writing, and with a blackout those of decoding.
Result<Anonymised> anonymised(const std::shared_ptr<const DicomFile>& file, const Options& options,
                              const Secret& secret);

/// One element that changes.
struct Change {
  std::string path;      ///< "(0010,0010)", "(0008,1140)[1](0008,1155)": items counted from 1
  std::string name;      ///< "Patient's Name"
  std::string oldValue;  ///< as the metadata panel shows it
  Effect effect = Effect::Kept;
  std::string newValue;  ///< "" when removed or emptied
};

struct Preview {
  std::vector<Change> changes;  ///< in the order of the file; what is added stands behind
  std::vector<std::string> warnings;
};

/// What anonymised() would do, without doing it.
Preview preview(const std::shared_ptr<const DicomFile>& file, const Options& options, const Secret& secret);

}  // namespace core::anonymise
