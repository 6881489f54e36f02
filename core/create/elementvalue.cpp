// SPDX-License-Identifier: MIT
#include "core/create/elementvalue.h"

#include <QJsonArray>
#include <QJsonObject>
#include <charconv>

#include "core/create/elementkey.h"
#include "core/create/normalise.h"
#include "core/dictionary/dictionary.h"
#include "core/parse/tags.h"
#include "core/write/byteswap.h"
#include "core/write/encodetext.h"
#include "core/write/valuerules.h"

namespace core {

namespace {

Error refused(std::string_view sentence) { return {ErrorCode::InvalidArgument, std::string(sentence)}; }

/// The sentences that the web application's clients know, by what the VR holds.
std::string_view sentenceFor(Vr vr) {
  switch (vr) {
    case Vr::DA:
      return "Date has wrong format. Use one of these formats instead: YYYY-MM-DD.";
    case Vr::TM:
      return "Time has wrong format. Use one of these formats instead: hh:mm[:ss[.uuuuuu]].";
    case Vr::DT:
      return "Datetime has wrong format. Use one of these formats instead: "
             "YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z].";
    case Vr::DS:
    case Vr::FL:
    case Vr::FD:
      return "A valid number is required.";
    case Vr::IS:
    case Vr::US:
    case Vr::SS:
    case Vr::UL:
    case Vr::SL:
    case Vr::UV:
    case Vr::SV:
      return "A valid integer is required.";
    case Vr::AT:
      return "A keyword or a tag (gggg,eeee) is required.";
    default:
      return "Not a valid string.";
  }
}

std::optional<std::string> normalised(Vr vr, std::string_view text) {
  switch (vr) {
    case Vr::DA:
      return normalisedDate(text);
    case Vr::TM:
      return normalisedTime(text);
    case Vr::DT:
      return normalisedDateTime(text);
    case Vr::DS:
      return normalisedDecimal(text);
    case Vr::IS:
      return normalisedInteger(text);
    default:
      return std::string(text);
  }
}

/// Words that the standard enumerates, where a wrong one misleads (PS3.3).
struct Enumeration {
  Tag tag;
  std::string_view words;  ///< a backslash before and behind each
};
constexpr Enumeration enumerations[] = {
    {tags::PatientSex, "\\M\\F\\O\\"},
    {tags::Laterality, "\\R\\L\\"},
    {tags::ImageLaterality, "\\R\\L\\U\\B\\"},
    {tags::BurnedInAnnotation, "\\YES\\NO\\"},
    {{0x0008, 0x0064}, "\\DV\\DI\\DF\\WSD\\SD\\SI\\DRW\\SYN\\"},  // ConversionType
};

bool isEnumerated(Tag tag, const std::string& word) {
  const auto row = std::find_if(std::begin(enumerations), std::end(enumerations),
                                [tag](const Enumeration& entry) { return entry.tag == tag; });
  if (row == std::end(enumerations) || word.empty()) return true;
  const std::string wanted = std::string("\\").append(trimmed(word)).append("\\");
  return row->words.find(wanted) != std::string_view::npos;
}

std::string capitalised(std::string_view clause) {
  return std::string("The value ").append(clause).append(".");
}

Result<EditElement> elementOfParts(Tag tag, Vr vr, const std::vector<std::string>& parts) {
  std::string all;
  for (const std::string& part : parts) {
    const auto text = part.empty() ? std::optional(part) : normalised(vr, part);
    if (!text) return refused(sentenceFor(vr));
    if (!isEnumerated(tag, *text)) return refused("The value is not a valid choice.");
    if (&part != &parts.front()) all += '\\';
    all += *text;
  }
  if (const Status valid = checkText(vr, all); !valid) return refused(capitalised(valid.error().detail));
  return EditElement{tag, vr, EditElement::Form::Bytes, HeldBytes(std::string_view(all)), {}, {}};
}

std::vector<std::string> partsOf(std::string_view text, char separator) {
  std::vector<std::string> parts;
  for (;;) {
    const std::size_t mark = text.find(separator);
    parts.emplace_back(text.substr(0, mark));
    if (mark == std::string_view::npos) return parts;
    text.remove_prefix(mark + 1);
  }
}

/// The one element of a temporary set: the typed setters check the ranges.
Result<EditElement> only(EditSet set, const Status& status, Vr vr) {
  if (!status) return refused(sentenceFor(vr));
  return set.elements().front();
}

std::optional<std::int64_t> integerOf(const std::string& text) {
  const std::string_view digits = trimmed(text);
  std::int64_t value = 0;
  const char* first = digits.data() + (digits.starts_with('+') ? 1 : 0);
  const auto [end, error] = std::from_chars(first, digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

std::optional<double> realOf(const std::string& text) {
  return text.find(',') == std::string::npos ? parseReal(text) : std::nullopt;
}

/// Numbers and tags from their texts; an empty text among several has no place in binary values.
Result<EditElement> elementOfNumbers(Tag tag, Vr vr, const std::vector<std::string>& parts) {
  EditSet set;
  if (parts.size() == 1 && trimmed(parts.front()).empty()) {
    set.setBytes(tag, vr, {});
    return set.elements().front();
  }
  const auto collect = [&parts](auto convert) {
    std::vector<typename decltype(convert(parts.front()))::value_type> values;
    for (const std::string& part : parts) {
      const auto value = convert(part);
      if (!value) break;
      values.push_back(*value);
    }
    return values;
  };
  Status status = refused("");
  if (vr == Vr::AT) {
    const auto values = collect([](const std::string& part) { return elementOfKey(trimmed(part)); });
    if (values.size() == parts.size()) set.setTags(tag, values), status = Done{};
  } else if (vr == Vr::FL || vr == Vr::FD) {
    const auto values = collect(realOf);
    if (values.size() == parts.size()) status = set.setReals(tag, vr, values);
  } else {
    const auto values = collect(integerOf);
    if (values.size() == parts.size()) status = set.setIntegers(tag, vr, values);
  }
  return only(set, status, vr);
}

bool isNumeric(Vr vr) { return !isTextual(vr) && !isBinary(vr) && numberBytes(vr) != 0; }

Result<EditElement> checkedCount(Tag tag, std::size_t count, Result<EditElement> element) {
  if (!element || element->isEmpty()) return element;
  const DictionaryEntry* entry = findAny(tag);
  if (!entry || allowsCount(entry->vm, count)) return element;
  return refused(std::string("The element has ")
                     .append(entry->vm)
                     .append(" value(s), not ")
                     .append(std::to_string(count))
                     .append("."));
}

/// A whole number in its digits; a double in its shortest form.
std::string numberText(const QJsonValue& value) {
  const double number = value.toDouble();
  if (number == std::floor(number) && std::abs(number) < 9.2e18)
    return std::to_string(value.toInteger(static_cast<qint64>(number)));
  return decimalText(number).value_or("");
}

/// A name by its groups (PS3.18 F.2.2), as "A=I=P".
std::optional<std::string> nameText(const QJsonObject& name) {
  const QString groups[] = {QStringLiteral("Alphabetic"), QStringLiteral("Ideographic"),
                            QStringLiteral("Phonetic")};
  qsizetype known = 0;
  QString text;
  for (const QString& key : groups) {
    const QJsonValue group = name.value(key);
    const bool isRight = group.isUndefined() || (group.isString() && !group.toString().contains(u'='));
    if (!isRight) return std::nullopt;
    known += group.isUndefined() ? 0 : 1;
    text += (key == groups[0] ? QString() : QStringLiteral("=")) + group.toString();
  }
  while (text.endsWith(u'=')) text.chop(1);
  return known == name.size() ? std::optional(text.toStdString()) : std::nullopt;
}

/// One value of an array, or the only one. A text among several must not hold the mark that parts values.
Result<std::string> partOfJson(Vr vr, const QJsonValue& value) {
  if (value.isNull()) return std::string();
  if (value.isString() && value.toString().isValidUtf16()) return value.toString().toStdString();
  const bool takesNumbers = isTextual(vr) ? vr != Vr::UI && vr != Vr::PN : vr != Vr::AT;
  const double number = value.toDouble();
  const bool isWhole = number == std::floor(number);
  const bool takesFractions = vr == Vr::DS || vr == Vr::FL || vr == Vr::FD;
  if (value.isDouble() && std::isfinite(number) && takesNumbers && (isWhole || takesFractions))
    return numberText(value);
  if (value.isObject() && vr == Vr::PN)
    if (auto name = nameText(value.toObject())) return *std::move(name);
  return refused(sentenceFor(vr));
}

Result<std::vector<std::string>> partsOfJson(Vr vr, const QJsonValue& value) {
  std::vector<std::string> parts;
  if (!value.isArray()) {
    auto part = partOfJson(vr, value);
    if (!part) return part.error();
    if (mayHaveSeveralValues(vr)) return partsOf(*part, '\\');
    return std::vector{*std::move(part)};
  }
  for (const QJsonValue& entry : value.toArray()) {
    auto part = partOfJson(vr, entry);
    if (!part) return part.error();
    if (mayHaveSeveralValues(vr) && part->find('\\') != std::string::npos)
      return refused("A value of an array must not hold a backslash.");
    parts.push_back(*std::move(part));
  }
  if (parts.size() > 1 && !mayHaveSeveralValues(vr)) return refused("The element has 1 value.");
  if (parts.empty()) parts.emplace_back();
  return parts;
}

Result<EditElement> elementOfBase64(Tag tag, Vr vr, const QJsonValue& value) {
  if (value.isNull()) return elementOfBytes(tag, vr, {});
  auto bytes = value.isString() ? decodedBase64(value.toString().toLatin1()) : std::nullopt;
  if (!bytes) return refused("A text of base64 is required.");
  return elementOfBytes(tag, vr, HeldBytes(*std::move(bytes)));
}

Result<EditElement> elementOf(Tag tag, Vr vr, const std::vector<std::string>& parts) {
  const std::size_t count = parts.size();
  if (isTextual(vr)) return checkedCount(tag, count, elementOfParts(tag, vr, parts));
  if (isNumeric(vr)) return checkedCount(tag, count, elementOfNumbers(tag, vr, parts));
  return refused("A sequence is given as an array of objects.");
}

}  // namespace

bool allowsCount(std::string_view multiplicity, std::size_t count) {
  const auto numberAt = [&multiplicity](std::size_t at) {
    std::size_t value = 0;
    std::from_chars(multiplicity.data() + at, multiplicity.data() + multiplicity.size(), value);
    return value;
  };
  const std::size_t dash = multiplicity.find('-');
  const std::size_t least = numberAt(0);
  if (dash == std::string_view::npos) return least == 0 || count == least;
  if (count < least) return false;
  if (!multiplicity.ends_with('n')) return count <= numberAt(dash + 1);
  const std::size_t step = std::max<std::size_t>(numberAt(dash + 1), 1);
  return count % step == 0 || step == 1;
}

std::optional<std::vector<std::uint8_t>> decodedBase64(const QByteArray& text) {
  if (text.size() % 4 != 0) return std::nullopt;
  const auto decoded = QByteArray::fromBase64Encoding(
      text, QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
  if (!decoded) return std::nullopt;
  return std::vector<std::uint8_t>((*decoded).begin(), (*decoded).end());
}

Result<EditElement> elementOfBytes(Tag tag, Vr vr, HeldBytes bytes) {
  const std::size_t unit = unitSize(vr);
  if (bytes.size() % unit != 0) return refused("The bytes are no whole number of values.");
  return EditElement{tag, vr, EditElement::Form::Bytes, std::move(bytes), {}, {}};
}

Result<EditElement> elementOfJson(Tag tag, Vr vr, const QJsonValue& value) {
  if (isBinary(vr)) return elementOfBase64(tag, vr, value);
  const auto parts = partsOfJson(vr, value);
  if (!parts) return parts.error();
  return elementOf(tag, vr, *parts);
}

Result<EditElement> elementOfText(Tag tag, Vr vr, std::string_view text) {
  if (isBinary(vr)) return refused("The submitted data was not a file. Check the encoding type on the form.");
  if (mayHaveSeveralValues(vr)) return elementOf(tag, vr, partsOf(text, '\\'));
  return elementOf(tag, vr, {std::string(text)});
}

}  // namespace core
