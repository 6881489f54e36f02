// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "core/anonymise/descriptors.h"
#include "core/parse/dataset.h"

/// What this program does beyond PS3.15 Table E.1-1, which names tags and cannot know what a file holds
/// besides.
namespace core::anonymise {

/// Elements without a row that are removed: those that the dictionary does not know, directories (group
/// 0004), the rest of an overlay whose data are gone, addresses (UR), issuers and order numbers, birth dates
/// of other calendars, texts in graphics.
bool isBeyondProfile(Tag tag);

/// Comments and values of free text without a row, which become dummies.
bool isFreeText(Tag tag);

/// Whether a text without a row is looked through for the patient's names and identifiers: written by people,
/// and no code (but its meaning), name of a machine, number or word of a list.
bool mayEcho(Tag tag, Vr vr);

/// Bytes of the binary numbers that an element may have by the dictionary's VM; no limit for other VRs and
/// for "1-n". A damaged file may have a whole data set in the place of one number.
std::size_t mostNumberBytes(Tag tag, Vr vr);

/// The words of all person names, and of the identifiers of patient, order and admission, at every level; of
/// three characters and more.
Identifiers identifiersOf(const DataSet& top);

/// Letters of ASCII in capitals.
std::string inCapitals(std::string_view text);

/// Whole texts, in capitals, of elements that the profile takes away, at every level: a text that is kept
/// must not be one of them. Those of words of imaging alone are left out.
Identifiers removedTextsOf(const DataSet& top);

/// What tells a patient from others: Patient ID, else name and birth date, else the study.
std::string patientKey(const DataSet& top);

}  // namespace core::anonymise
