// SPDX-License-Identifier: MIT
#include "core/create/tagreader.h"

#include <QJsonArray>
#include <map>

#include "core/base/limits.h"
#include "core/create/elementkey.h"
#include "core/create/elementvalue.h"
#include "core/dictionary/dictionary.h"
#include "core/parse/tags.h"
#include "core/write/valuerules.h"

namespace core {

namespace {

constexpr std::size_t longestKey = 64;

std::string shortened(std::string_view key) { return std::string(key.substr(0, longestKey)); }

bool isCreator(Tag tag) { return tag.isPrivate() && tag.element >= 0x10 && tag.element <= 0xFF; }

/// The private creators that an object gives, by their tags.
std::map<Tag, std::string> creatorsOf(const QJsonObject& object) {
  std::map<Tag, std::string> creators;
  for (auto member = object.begin(); member != object.end(); ++member) {
    const auto tag = elementOfKey(member.key().toStdString());
    if (!tag || !isCreator(*tag)) continue;
    const QJsonValue value = member->isObject() ? member->toObject().value(QStringLiteral("Value")) : *member;
    creators[*tag] = (value.isArray() ? value.toArray().at(0) : value).toString().trimmed().toStdString();
  }
  return creators;
}

/// The creator of a private element's block; "" without.
std::string creatorOf(Tag tag, const std::map<Tag, std::string>& creators) {
  const auto at = creators.find({tag.group, static_cast<std::uint16_t>(tag.element >> 8)});
  return at != creators.end() ? at->second : std::string();
}

/// Without a dictionary a private element's VR follows from what the value is.
std::optional<Vr> vrOfValue(const QJsonValue& value) {
  const QJsonValue first = value.isArray() ? value.toArray().at(0) : value;
  if (first.isObject()) return Vr::SQ;
  if (first.isString()) return first.toString().size() > 64 ? Vr::UT : Vr::LO;
  if (!first.isDouble()) return std::nullopt;
  const double number = first.toDouble();
  const bool isWhole = number == std::floor(number) && std::abs(number) < 0x80000000LL;
  return isWhole ? Vr::SL : Vr::FD;
}

/// Whether an element of these choices ("US or SS"; none for what no dictionary knows) may have the VR.
bool isVrOf(std::string_view choices, std::string_view vr) {
  if (vr.size() != 2 || !isKnownVr(vrFrom(vr[0], vr[1]))) return false;
  return choices.empty() || choices.find(vr) != std::string_view::npos;
}

/// Pixels are unsigned here, so "US or SS" is US; of octets and words, words.
Vr chosenVr(std::string_view choices) {
  if (choices.size() == 2) return vrFrom(choices[0], choices[1]);
  return choices.starts_with("US or SS") && !choices.ends_with("OW") ? Vr::US : Vr::OW;
}

std::string_view choicesOf(Tag tag, const std::map<Tag, std::string>& creators) {
  if (isCreator(tag)) return "LO";
  if (!tag.isPrivate()) {
    const DictionaryEntry* entry = findAny(tag);
    return entry ? entry->vr : std::string_view();
  }
  const PrivateEntry* entry = findPrivate(creatorOf(tag, creators), tag);
  return entry ? entry->vr : std::string_view();
}

/// {"vr", "Value" or "InlineBinary"}
struct ModelElement {
  std::string vr;
  QJsonValue value;
};
std::optional<ModelElement> asModelElement(const QJsonValue& value) {
  const QJsonObject object = value.toObject();
  if (!value.isObject() || !object.value(QStringLiteral("vr")).isString()) return std::nullopt;
  const QJsonValue binary = object.value(QStringLiteral("InlineBinary"));
  QJsonValue inner = binary.isUndefined() ? object.value(QStringLiteral("Value")) : binary;
  if (inner.isUndefined()) inner = QJsonValue::Null;
  return ModelElement{object.value(QStringLiteral("vr")).toString().toStdString(), inner};
}

}  // namespace

void TagReader::fail(const std::string& path, std::string_view sentence) {
  if (m_errors.size() < mostFieldErrors)
    m_errors.push_back({m_rules.field, path + ": " + std::string(sentence)});
}

bool TagReader::isAllowed(Tag tag, const std::string& path, int depth) {
  const Reserved reserved = reservedness(tag);
  const bool isForced = m_rules.forced == Forced::Yes;
  if (reserved == Reserved::Unwritable) {
    fail(path, "This element has no place in a data set.");
  } else if (reserved == Reserved::Structural &&
             (depth == 0 || tag == tags::SpecificCharacterSet || tag.group == 2)) {
    fail(path, "This element follows from the content and cannot be given.");
  } else if (depth == 0 && reserved == Reserved::Identity && !isForced) {
    fail(path, "UIDs are generated; set force to give one.");
  } else if (depth == 0 && m_rules.hasParent && isInherited(tag) && !isForced) {
    fail(path, "This element comes from the parent; set force to give another value.");
  } else {
    return true;
  }
  return false;
}

std::optional<Tag> TagReader::tagOf(std::string_view key, const std::string& path, int depth) {
  const auto tag = elementOfKey(key);
  if (!tag)
    fail(path, "Unknown keyword or tag.");
  else if (isAllowed(*tag, path, depth))
    return tag;
  return std::nullopt;
}

void TagReader::keep(Result<EditElement> element, const std::string& path, EditSet& set) {
  if (!element)
    fail(path, element.error().detail);
  else if (set.has(element->tag))
    fail(path, "This element is given twice.");
  else
    set.set(*std::move(element));
}

void TagReader::read(const QJsonObject& tags, EditSet& set) { readObject(tags, set, {}, 0); }

void TagReader::readObject(const QJsonObject& object, EditSet& set, const std::string& path, int depth) {
  const std::map<Tag, std::string> creators = creatorsOf(object);
  for (auto member = object.begin(); member != object.end(); ++member) {
    if (m_errors.size() >= mostFieldErrors) return;
    const auto place = path + shortened(member.key().toStdString());
    const auto tag = tagOf(member.key().toStdString(), place, depth);
    if (!tag) continue;
    if (tag->isPrivate() && !isCreator(*tag) && creatorOf(*tag, creators).empty())
      fail(place, "A private element needs its creator, the element (gggg,00xx) of its block.");
    else if (++m_count > limits::elementsPerRequest)
      return fail(place, "There are too many elements.");
    else
      readElement(*tag, choicesOf(*tag, creators), *member, set, place, depth);
  }
}

void TagReader::readElement(Tag tag, std::string_view choices, const QJsonValue& given, EditSet& set,
                            const std::string& path, int depth) {
  const auto model = asModelElement(given);
  const QJsonValue value = model ? model->value : given;
  if (choices.empty() && !tag.isPrivate()) return fail(path, "Unknown keyword or tag.");
  if (model && !isVrOf(choices, model->vr)) return fail(path, "The VR is not the element's.");
  std::optional<Vr> vr = choices.empty() ? vrOfValue(value) : chosenVr(choices);
  if (model) vr = vrFrom(model->vr[0], model->vr[1]);
  if (!vr) return fail(path, "The VR of a private element that is not known must be given.");
  if (*vr == Vr::SQ) return readSequence(tag, value, set, path, depth);
  keep(elementOfJson(tag, *vr, value), path, set);
}

void TagReader::readSequence(Tag tag, const QJsonValue& value, EditSet& set, const std::string& path,
                             int depth) {
  if (depth >= limits::nesting) return fail(path, "Sequences are nested too deeply.");
  if (!value.isArray() && !value.isNull()) return fail(path, "A sequence is given as an array of objects.");
  EditElement sequence{tag, Vr::SQ, EditElement::Form::Items, {}, {}, {}};
  const QJsonArray items = value.toArray();
  for (qsizetype i = 0; i < items.size(); ++i) {
    const std::string place = path + "[" + std::to_string(i) + "]";
    if (++m_count > limits::elementsPerRequest) return fail(place, "There are too many elements.");
    if (!items[i].isObject()) return fail(place, "A sequence is given as an array of objects.");
    readObject(items[i].toObject(), sequence.items.emplace_back(), place + ".", depth + 1);
  }
  keep(std::move(sequence), path, set);
}

void TagReader::readText(std::string_view key, std::string_view text, EditSet& set) {
  const std::string place = shortened(key);
  const auto tag = tagOf(key, place, 0);
  if (!tag) return;
  const std::string_view choices = choicesOf(*tag, {});
  if (choices.empty()) return fail(place, "Unknown keyword or tag.");
  keep(elementOfText(*tag, chosenVr(choices), text), place, set);
}

void TagReader::readBytes(std::string_view key, ByteView bytes, EditSet& set) {
  const std::string place = shortened(key);
  const auto tag = tagOf(key, place, 0);
  if (!tag) return;
  const std::string_view choices = choicesOf(*tag, {});
  const Vr vr = choices.empty() ? Vr::None : chosenVr(choices);
  if (!isBinary(vr)) return fail(place, "A file cannot be the value of this element.");
  keep(elementOfBytes(*tag, vr, HeldBytes(std::vector<std::uint8_t>(bytes.begin(), bytes.end()))), place,
       set);
}

}  // namespace core
