// SPDX-License-Identifier: MIT
#include "core/anonymise/anonymise.h"

#include <cstdio>

#include "core/anonymise/contents.h"
#include "core/anonymise/pixels.h"
#include "core/anonymise/statement.h"
#include "core/dictionary/dictionary.h"
#include "core/parse/implicitvr.h"
#include "core/parse/tags.h"
#include "core/text/display.h"
#include "core/write/writer.h"

namespace core::anonymise {

namespace {

constexpr Tag mediaStorageSopInstance{0x0002, 0x0003};
constexpr std::size_t longestShown = 64;  ///< characters of an old value in a preview

std::string written(Tag tag) {
  char text[16];
  std::snprintf(text, sizeof text, "(%04X,%04X)", tag.group, tag.element);
  return text;
}

std::string nameOf(Tag tag) {
  if (tag.isPrivate()) return "Private element";
  const DictionaryEntry* entry = findAny(tag);
  return entry ? std::string(entry->name) : std::string();
}

/// Goes through a data set and its items with a Decider, changes the copy, and lists what it did.
class Cleaner {
 public:
  Cleaner(const Decider& decider, bool isListing) : m_decider(decider), m_isListing(isListing) {}

  void clean(EditSet& set, const DataSet& original, const std::string& path = {}, bool isDummied = false) {
    std::vector<Tag> removed;
    for (const EditElement& element : set.elements()) {
      const Element* source = original.find(element.tag);
      if (!source) continue;  // what blackOut() says of its pixels, and the file did not
      const Decision decision = m_decider.decide(original, *source, isDummied);
      if (decision.effect == Effect::Removed) removed.push_back(element.tag);
      if (decision.effect != Effect::Kept) list(original, *source, decision, path);
      apply(*set.find(element.tag), *source, decision, path, isDummied);
    }
    set.removeIf(
        [&removed](const EditElement& element) { return std::ranges::binary_search(removed, element.tag); });
  }

  std::vector<Change> takeChanges() { return std::move(m_changes); }

 private:
  void apply(EditElement& element, const Element& source, const Decision& decision, const std::string& path,
             bool isDummied) {
    switch (decision.effect) {
      case Effect::Removed:
        break;
      case Effect::Emptied:
        empty(element);
        break;
      case Effect::Cut:
        element.value = HeldBytes(firstBytes(element.value.view(), decision.size));
        break;
      case Effect::Kept:
        enter(element, source, path, isDummied && !decision.endsDummy);
        break;
      default:
        if (element.form == EditElement::Form::Items)
          enter(element, source, path, true);
        else
          element.value = HeldBytes(std::string_view(decision.value));
    }
  }

  static std::vector<std::uint8_t> firstBytes(ByteView bytes, std::size_t size) {
    const ByteView first = bytes.first(std::min(size, bytes.size()));
    return {first.begin(), first.end()};
  }

  static void empty(EditElement& element) {
    element.value = {};
    element.items.clear();
    element.fragments.clear();
    if (element.form == EditElement::Form::Fragments) element.form = EditElement::Form::Bytes;
  }

  void enter(EditElement& element, const Element& source, const std::string& path, bool isDummied) {
    for (std::size_t i = 0; i < element.items.size(); ++i) {
      std::string inner;
      if (m_isListing) inner = path + written(element.tag) + '[' + std::to_string(i + 1) + ']';
      clean(element.items[i], source.items[i], inner, isDummied);
    }
  }

  void list(const DataSet& dataSet, const Element& source, const Decision& decision,
            const std::string& path) {
    if (!m_isListing) return;
    m_changes.push_back({path + written(source.tag), nameOf(source.tag),
                         displayValue(dataSet, source, longestShown), decision.effect,
                         source.isSequence() ? std::string() : printable(decision.value)});
  }

  static std::string printable(const std::string& value) {
    const bool isText = value.find('\0') == std::string::npos;
    return isText ? value : std::to_string(value.size()) + " zero bytes";
  }

  const Decider& m_decider;
  bool m_isListing;
  std::vector<Change> m_changes;
};

std::vector<std::string> warningsOf(const DicomFile& file, const Options& options, const Decider& decider) {
  std::vector<std::string> warnings = contentWarnings(file, options);
  if (options.shiftDates && decider.hasLooseTimeOverMidnight(file.dataSet()))
    warnings.emplace_back("a time without a date goes over midnight: intervals to it are a day off");
  return warnings;
}

void append(std::vector<std::string>& all, const std::vector<std::string>& more) {
  all.insert(all.end(), more.begin(), more.end());
}

std::string metaUid(const DicomFile& file, const Decider& decider, const Options& options) {
  const std::string_view uid = file.meta().text(mediaStorageSopInstance);
  return options.retainUids ? std::string(uid) : decider.mappedUids(mediaStorageSopInstance, uid);
}

AnonymisedPath pathOf(const DicomFile& original, const EditSet& set, const Secret& secret) {
  const std::string_view patient = set.text(tags::PatientID);
  const std::string_view own = original.dataSet().text(tags::SOPInstanceUID);
  return {std::string(patient.empty() ? "ANON" : patient),
          secret.uid(original.dataSet().text(tags::SeriesInstanceUID)),
          secret.uid(own.empty() ? original.meta().text(mediaStorageSopInstance) : own)};
}

}  // namespace

Result<Anonymised> anonymised(const std::shared_ptr<const DicomFile>& file, const Options& options,
                              const Secret& secret) {
  const Decider decider(options, secret, file->dataSet());
  EditSet set = EditSet::of(*file);
  WriteOptions how = WriteOptions::like(*file);
  how.sopInstance = metaUid(*file, decider, options);
  Anonymised made;
  made.warnings = warningsOf(*file, options, decider);
  const auto pixels = cleanPixels(set, file, options);
  if (!pixels) return pixels.error();
  how.transferSyntax = pixels->transferSyntax;
  append(made.warnings, pixels->warnings);
  Cleaner(decider, false).clean(set, file->dataSet());
  state(set, options, file->dataSet());
  auto bytes = writeFile(set, how);
  if (!bytes) return bytes.error();
  made.bytes = *std::move(bytes);
  made.path = pathOf(*file, set, secret);
  return made;
}

Preview preview(const std::shared_ptr<const DicomFile>& file, const Options& options, const Secret& secret) {
  const Decider decider(options, secret, file->dataSet());
  EditSet set = EditSet::of(*file);
  Cleaner cleaner(decider, true);
  cleaner.clean(set, file->dataSet());
  Preview made{cleaner.takeChanges(), warningsOf(*file, options, decider)};
  append(made.warnings, pixelWarnings(file, options));
  if (!options.blackout.empty() && file->hasPixelData())
    made.changes.push_back({written(tags::PixelData), nameOf(tags::PixelData), {}, Effect::Blacked, {}});
  for (const Statement& statement : statements(options, file->dataSet()))
    made.changes.push_back({written(statement.tag), nameOf(statement.tag),
                            textValue(file->dataSet(), statement.tag), Effect::Added, statement.text});
  return made;
}

}  // namespace core::anonymise
