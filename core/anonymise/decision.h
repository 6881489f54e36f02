// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "core/anonymise/descriptors.h"
#include "core/anonymise/options.h"
#include "core/anonymise/secret.h"
#include "core/parse/dataset.h"

namespace core::anonymise {

struct ProfileRow;

/// What becomes of an element.
enum class Effect {
  Kept,     ///< a sequence: its items are looked at
  Removed,  ///< with all of its items
  Emptied,  ///< zero length, no items
  Dummied,  ///< a value that says nothing; of a sequence every value of its items
  Mapped,   ///< UIDs and identifiers by the secret
  Shifted,  ///< a date or time, moved back
  Cleaned,  ///< a description, without the words that nobody knows
  Cut,      ///< more binary numbers than the dictionary allows: whatever they are, they are not its value
  Added,    ///< was not there: says that and how the object was anonymised
  Blacked,  ///< pixels under the rectangles
};

struct Decision {
  Effect effect = Effect::Kept;
  std::string value = {};  ///< of Dummied, Mapped, Shifted and Cleaned, as the bytes of a file
  std::size_t size = 0;    ///< of Cut: the bytes that stay
  bool endsDummy = false;  ///< of Kept in a dummy: what is inside counts as if it stood outside
};

/// Says of every element of one data set, at every level, what becomes of it: PS3.15 Table E.1-1, its
/// options, and behind it rules of our own for what the table does not name (see decision.cpp). Knows the
/// patient by the top of the data set; keep that alive.
class Decider {
 public:
  Decider(const Options& options, const Secret& secret, const DataSet& top);

  /// isDummied: the element stands in a sequence that is one big dummy.
  Decision decide(const DataSet& dataSet, const Element& element, bool isDummied) const;
  /// All UIDs of a value, those of the standard itself as they are.
  std::string mappedUids(Tag tag, std::string_view uids) const;
  /// The patient's new name and identifier.
  std::string pseudonym(const DataSet& dataSet) const;
  /// Whether a time of the top level that has no date beside it goes over midnight when dates are shifted.
  bool hasLooseTimeOverMidnight(const DataSet& top) const;

 private:
  struct Case;
  std::optional<Decision> ofContents(const Case& at) const;
  Decision byRow(const Case& at, const ProfileRow& row) const;
  std::optional<Decision> byOption(const Case& at, const ProfileRow& row) const;
  Decision byAction(const Case& at, const ProfileRow& row) const;
  Decision withoutRow(const Case& at) const;
  Decision shifted(const Case& at) const;
  Decision cleaned(const Case& at) const;
  Decision dummied(const Case& at) const;
  Decision mapped(const Case& at) const;
  bool isEcho(const Case& at) const;

  const Options& m_options;
  const Secret& m_secret;
  const DataSet& m_top;
  Identifiers m_identifiers;   ///< of three characters and more
  Identifiers m_removedTexts;  ///< that are taken away elsewhere
  std::string m_patient;       ///< what tells the patient from others
  DateShift m_shift;
};

/// The name of an effect for lists and files, as "removed".
std::string_view nameOf(Effect effect);

}  // namespace core::anonymise
