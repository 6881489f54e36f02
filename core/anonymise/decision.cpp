// SPDX-License-Identifier: MIT
#include "core/anonymise/decision.h"

#include <algorithm>

#include "core/anonymise/beyondprofile.h"
#include "core/anonymise/dummies.h"
#include "core/anonymise/dummydocument.h"
#include "core/anonymise/profile.h"
#include "core/dictionary/dictionary.h"
#include "core/parse/tags.h"
#include "core/text/effectivevr.h"
#include "core/write/valuerules.h"

namespace core::anonymise {

namespace {

constexpr Tag graphicAnnotationSequence{0x0070, 0x0001};
constexpr Tag timezoneOffset{0x0008, 0x0201};
constexpr Tag codeMeaning{0x0008, 0x0104};

/// What names a person or a thing and is wanted to tell it from others: its pseudonym is made of its value.
constexpr Tag ownPseudonyms[] = {{0x0040, 0x0512}, {0x0040, 0x0551}};
/// What is the patient's pseudonym: name, identifier, subject of a trial.
constexpr Tag patientPseudonyms[] = {tags::PatientName, tags::PatientID, {0x0012, 0x0040}};

constexpr Tag encapsulatedDocument{0x0042, 0x0011};
constexpr Tag encapsulatedDocumentLength{0x0042, 0x0015};
constexpr Tag mimeType{0x0042, 0x0012};

/// Content items of reports (PS3.3 C.17.3). What an item is about, and in which unit, says nothing of the
/// patient when the words are the standard's; DateTime, Date, Time; numbers that stand a second time beside
/// the decimal.
constexpr Tag labels[] = {{0x0040, 0xA043}, {0x0040, 0x08EA}};
constexpr Tag contentDates[] = {{0x0040, 0xA120}, {0x0040, 0xA121}, {0x0040, 0xA122}};
constexpr Tag copiesOfNumbers[] = {{0x0040, 0xA161}, {0x0040, 0xA162}, {0x0040, 0xA163}};

bool contains(const auto& list, const auto& value) {
  return std::ranges::find(list, value) != std::end(list);
}

/// Coding schemes of PS3.16 8.2 that are published and the same everywhere.
bool areOfPublicSchemes(const Element& codes) {
  constexpr std::string_view schemes[] = {"DCM",  "SCT",    "SRT",  "SNM3", "LN",
                                          "UCUM", "RADLEX", "NCIt", "UMLS", "FMA"};
  return std::ranges::all_of(codes.items, [&](const DataSet& code) {
    return contains(schemes, code.text({0x0008, 0x0102}));
  });
}

constexpr std::uint16_t directoryGroup = 0x0004;

std::string littleEndian(std::size_t number) {
  std::string bytes;
  for (int i = 0; i < 4; ++i) bytes += static_cast<char>(number >> (8 * i));
  return bytes;
}

/// A directory of nothing (PS3.3 F.3.2.2): a name and records of type 2, no first and no last record.
Decision ofDirectory(Tag tag) {
  constexpr Tag ofTypeTwo[] = {{0x0004, 0x1130}, tags::DirectoryRecordSequence};
  constexpr Tag offsets[] = {{0x0004, 0x1200}, {0x0004, 0x1202}};
  if (contains(ofTypeTwo, tag)) return {Effect::Emptied};
  if (contains(offsets, tag)) return {Effect::Dummied, littleEndian(0)};
  return {tag == Tag{0x0004, 0x1212} ? Effect::Kept : Effect::Removed};
}

/// UIDs that say what kind of a thing something is, and are kept also when a vendor made them.
bool namesAKind(Tag tag) {
  constexpr std::string_view parts[] = {"SOPClass", "TransferSyntax", "CodingSchemeUID", "ContextUID",
                                        "MappingResource"};
  const std::string_view keyword = keywordOf(tag);
  return std::ranges::any_of(parts,
                             [&](std::string_view part) { return keyword.find(part) != keyword.npos; });
}

/// StudyTime of StudyDate, and the other way round; nothing when there is no such element.
std::optional<Tag> beside(Tag tag, std::string_view from, std::string_view to) {
  std::string keyword(keywordOf(tag));
  const auto at = keyword.find(from);
  if (at == keyword.npos) return {};
  return tagOfKeyword(keyword.replace(at, from.size(), to));
}

/// Calls change with every value of a text and joins what comes back; nothing when one gives nothing.
template <class Change>
std::optional<std::string> eachValue(std::string_view text, Change&& change) {
  std::string all;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\\', begin), text.size());
    const std::string_view value = trimmed(text.substr(begin, end - begin));
    const std::optional<std::string> changed = value.empty() ? std::string() : change(value);
    if (!changed) return {};
    all += (begin == 0 ? "" : "\\") + *changed;
    begin = end + 1;
  }
  return all;
}

}  // namespace

struct Decider::Case {
  const DataSet& dataSet;
  const Element& element;
  Vr vr;
  bool isDummied;

  Tag tag() const { return element.tag; }
  std::string_view text() const { return trimmed(asText(element.value)); }
  bool isEmpty() const { return element.isSequence() ? element.items.empty() : text().empty(); }
};

Decider::Decider(const Options& options, const Secret& secret, const DataSet& top)
    : m_options(options),
      m_secret(secret),
      m_top(top),
      m_identifiers(identifiersOf(top)),
      m_removedTexts(removedTextsOf(top)),
      m_patient(patientKey(top)),
      m_shift(secret.dateShift(m_patient)) {}

Decision Decider::decide(const DataSet& dataSet, const Element& element, bool isDummied) const {
  const Case at{dataSet, element, effectiveVr(dataSet, element).vr, isDummied};
  if (auto decision = ofContents(at)) return *std::move(decision);
  if (const ProfileRow* row = findProfileRow(element.tag)) return byRow(at, *row);
  return withoutRow(at);
}

/// Reports, documents and directories: what the object's definition wants, with nothing in it.
std::optional<Decision> Decider::ofContents(const Case& at) const {
  if (at.tag() == encapsulatedDocument && !at.isEmpty())
    return Decision{Effect::Dummied, dummyDocument(at.dataSet.text(mimeType))};
  if (at.tag() == encapsulatedDocumentLength)
    return Decision{Effect::Dummied, littleEndian(dummyDocument(at.dataSet.text(mimeType)).size())};
  if (at.tag().group == directoryGroup && &at.dataSet == &m_top) return ofDirectory(at.tag());
  if (!at.isDummied) return {};
  if (contains(labels, at.tag()) && at.element.isSequence() && areOfPublicSchemes(at.element))
    return Decision{.effect = Effect::Kept, .endsDummy = true};
  if (contains(contentDates, at.tag()) && !at.isEmpty())
    return dummied(at);  // one of them may be a birth date
  if (contains(copiesOfNumbers, at.tag())) return Decision{Effect::Removed};
  return {};
}

Decision Decider::byRow(const Case& at, const ProfileRow& row) const {
  if (row.action == ProfileAction::Remove && row.options == 0) return {Effect::Removed};
  if (auto decision = byOption(at, row)) return *std::move(decision);
  if (row.action == ProfileAction::Remove) return {Effect::Removed};
  if (at.isEmpty()) return {Effect::Kept};
  return byAction(at, row);
}

std::optional<Decision> Decider::byOption(const Case& at, const ProfileRow& row) const {
  using namespace profileOptions;
  if (m_options.retainUids && row.offers(retainUids)) return Decision{Effect::Kept};
  if (m_options.shiftDates && row.offers(dates)) {
    Decision decision = shifted(at);
    if (decision.effect != Effect::Removed) return decision;
  }
  if (m_options.cleanDescriptors && row.offers(descriptors)) {
    Decision decision = cleaned(at);
    if (decision.effect != Effect::Removed) return decision;
  }
  if (at.tag() == graphicAnnotationSequence)
    return Decision{m_options.cleanGraphics ? Effect::Kept : Effect::Removed};
  return {};
}

Decision Decider::byAction(const Case& at, const ProfileRow& row) const {
  if (contains(patientPseudonyms, at.tag())) return {Effect::Mapped, pseudonym(at.dataSet)};
  if (contains(ownPseudonyms, at.tag())) return {Effect::Mapped, m_secret.pseudonym(at.text())};
  switch (row.action) {
    case ProfileAction::Remove:
      return {Effect::Removed};
    case ProfileAction::Empty:
    case ProfileAction::RemoveOrEmpty:
      return {Effect::Emptied};
    case ProfileAction::MapUid:
      return mapped(at);
    case ProfileAction::RemoveEmptyOrMapUids:
      return {at.element.isSequence() ? Effect::Kept : Effect::Removed};
    default:
      return dummied(at);
  }
}

Decision Decider::withoutRow(const Case& at) const {
  if (isBeyondProfile(at.tag())) return {Effect::Removed};
  if (at.tag().group == tags::PixelData.group) return {Effect::Kept};
  if (at.isEmpty()) return {Effect::Kept};
  if (at.element.isSequence()) return {at.isDummied ? Effect::Dummied : Effect::Kept};
  if (at.vr == Vr::UI) return m_options.retainUids ? Decision{Effect::Kept} : mapped(at);
  if (at.vr == Vr::PN) return {Effect::Emptied};
  if (at.vr == Vr::DA || at.vr == Vr::DT) return m_options.shiftDates ? shifted(at) : dummied(at);
  if (const std::size_t most = mostNumberBytes(at.tag(), at.vr); at.element.value.size() > most)
    return {Effect::Cut, {}, most};
  const bool saysSomething = at.isDummied && isTextual(at.vr) && at.vr != Vr::CS;
  return saysSomething || isFreeText(at.tag()) || isEcho(at) ? dummied(at) : Decision{Effect::Kept};
}

Decision Decider::shifted(const Case& at) const {
  if (at.isEmpty() || at.tag() == timezoneOffset) return {Effect::Kept};
  const auto besides = at.vr == Vr::DA ? beside(at.tag(), "Date", "Time") : std::nullopt;
  const std::string_view time = besides ? at.dataSet.text(*besides, 0) : std::string_view();
  const auto text = eachValue(at.text(), [&](std::string_view value) -> std::optional<std::string> {
    if (at.vr == Vr::DA) return shiftedDate(value, time, m_shift);
    if (at.vr == Vr::TM) return shiftedTime(value, m_shift);
    return at.vr == Vr::DT ? shiftedDateTime(value, m_shift) : std::nullopt;
  });
  return text ? Decision{Effect::Shifted, *text} : Decision{Effect::Removed};
}

Decision Decider::cleaned(const Case& at) const {
  if (!isTextual(at.vr)) return {Effect::Removed};
  const std::string text = cleanedDescriptor(at.text(), m_identifiers);
  return text.empty() ? Decision{Effect::Removed} : Decision{Effect::Cleaned, text};
}

Decision Decider::dummied(const Case& at) const {
  if (at.vr == Vr::UI) return mapped(at);
  if (at.element.isSequence()) return {Effect::Dummied};
  return {Effect::Dummied, dummyValue(at.tag(), at.vr, at.element.value.size())};
}

Decision Decider::mapped(const Case& at) const {
  if (at.element.isSequence()) return {Effect::Removed};
  std::string uids = mappedUids(at.tag(), at.text());
  return uids == at.text() ? Decision{Effect::Kept} : Decision{Effect::Mapped, std::move(uids)};
}

std::string Decider::mappedUids(Tag tag, std::string_view uids) const {
  const bool isKind = namesAKind(tag);
  const ProfileRow* row = findProfileRow(tag);
  return *eachValue(uids, [&](std::string_view uid) -> std::optional<std::string> {
    const bool isOfStandard = findUid(uid) || (!row && uid.starts_with("1.2.840.10008."));
    return isKind || isOfStandard ? std::string(uid) : m_secret.uid(uid);
  });
}

bool Decider::hasLooseTimeOverMidnight(const DataSet& top) const {
  return std::ranges::any_of(top.elements(), [&](const Element& element) {
    const ProfileRow* row = element.vr == Vr::TM ? findProfileRow(element.tag) : nullptr;
    if (!row || !row->offers(profileOptions::dates)) return false;
    const auto date = beside(element.tag, "Time", "Date");
    return !(date && top.hasValue(*date)) && crossesMidnight(top.text(element.tag, 0), m_shift);
  });
}

std::string Decider::pseudonym(const DataSet& dataSet) const {
  const std::string_view id = trimmed(dataSet.text(tags::PatientID));
  return m_secret.pseudonym(id.empty() ? m_patient : std::string(id));
}

bool Decider::isEcho(const Case& at) const {
  constexpr std::size_t fewestDigits = 6;  // fewer are a number like any other
  if (at.vr == Vr::IS)
    return at.text().size() >= fewestDigits && m_identifiers.contains(std::string(at.text()));
  if (!isTextual(at.vr) || !mayEcho(at.tag(), at.vr)) return false;
  if (at.tag() != codeMeaning && m_removedTexts.contains(inCapitals(at.text()))) return true;
  return std::ranges::any_of(wordsOf(at.text()), [this](const std::string& word) {
    return word.size() >= 4 && m_identifiers.contains(word) && !isImagingWord(word);
  });
}

std::string_view nameOf(Effect effect) {
  switch (effect) {
    case Effect::Kept:
      return "kept";
    case Effect::Removed:
      return "removed";
    case Effect::Emptied:
      return "emptied";
    case Effect::Dummied:
      return "replaced";
    case Effect::Mapped:
      return "pseudonym";
    case Effect::Shifted:
      return "shifted";
    case Effect::Cleaned:
      return "cleaned";
    case Effect::Cut:
      return "cut";
    case Effect::Added:
      return "added";
    case Effect::Blacked:
      return "blacked out";
  }
  return "";
}

}  // namespace core::anonymise
