// SPDX-License-Identifier: MIT
#include "app/share/edittext.h"

#include <QRegularExpression>
#include <bit>

#include "app/tags/tagtext.h"
#include "core/dictionary/dictionary.h"
#include "core/text/charset.h"
#include "core/write/encodetext.h"
#include "core/write/valuerules.h"

namespace app {

using core::EditElement;
using core::EditSet;
using core::Tag;
using core::Vr;

namespace {

/// How a number of a VR stands in the file: little endian, so many bytes.
enum class Number { None, Unsigned, Signed, Real, Tag };
struct NumberVr {
  Vr vr;
  Number kind;
  std::size_t bytes;
};
constexpr NumberVr numbers[] = {
    {Vr::US, Number::Unsigned, 2}, {Vr::UL, Number::Unsigned, 4}, {Vr::UV, Number::Unsigned, 8},
    {Vr::SS, Number::Signed, 2},   {Vr::SL, Number::Signed, 4},   {Vr::SV, Number::Signed, 8},
    {Vr::FL, Number::Real, 4},     {Vr::FD, Number::Real, 8},     {Vr::AT, Number::Tag, 4},
};

NumberVr numberOf(Vr vr) {
  for (const NumberVr& each : numbers)
    if (each.vr == vr) return each;
  return {vr, Number::None, 0};
}

std::uint64_t load(const std::uint8_t* bytes, std::size_t count) {
  std::uint64_t value = 0;
  for (std::size_t i = count; i-- > 0;) value = value << 8 | bytes[i];
  return value;
}

std::int64_t signExtended(std::uint64_t value, std::size_t bytes) {
  const unsigned unused = static_cast<unsigned>(64 - 8 * bytes);
  return static_cast<std::int64_t>(value << unused) >> unused;
}

/// As many digits as bring the same number back.
QString realText(std::uint64_t bits, std::size_t bytes) {
  const double value = bytes == 4
                           ? static_cast<double>(std::bit_cast<float>(static_cast<std::uint32_t>(bits)))
                           : std::bit_cast<double>(bits);
  return QString::number(value, 'g', bytes == 4 ? 9 : 17);
}

QString numberText(const NumberVr& number, const std::uint8_t* bytes) {
  const std::uint64_t bits = load(bytes, number.bytes);
  switch (number.kind) {
    case Number::Signed:
      return QString::number(signExtended(bits, number.bytes));
    case Number::Real:
      return realText(bits, number.bytes);
    case Number::Tag:
      return tagText({static_cast<std::uint16_t>(bits), static_cast<std::uint16_t>(bits >> 16)});
    default:
      return QString::number(bits);
  }
}

QString numbersText(const EditElement& element, const NumberVr& number) {
  QStringList parts;
  const core::ByteView bytes = element.value.view();
  for (std::size_t at = 0; at + number.bytes <= bytes.size(); at += number.bytes)
    parts << numberText(number, bytes.data() + at);
  return parts.join(QLatin1Char('\\'));
}

core::Status wrong(const char* what) { return {core::ErrorCode::InvalidArgument, what}; }

core::Status putNumbers(EditSet& set, Tag tag, Vr vr, const QStringList& parts) {
  std::vector<std::int64_t> values;
  for (const QString& part : parts) {
    bool isGood = false;
    // The upper half of UV has no place in the interface that takes the numbers.
    values.push_back(part.trimmed().toLongLong(&isGood));
    if (!isGood) return wrong("is not a whole number");
  }
  return set.setIntegers(tag, vr, values);
}

core::Status putReals(EditSet& set, Tag tag, Vr vr, const QStringList& parts) {
  std::vector<double> values;
  for (const QString& part : parts) {
    bool isGood = false;
    values.push_back(part.trimmed().toDouble(&isGood));
    if (!isGood) return wrong("is not a number");
  }
  return set.setReals(tag, vr, values);
}

core::Status putTags(EditSet& set, Tag tag, const QStringList& parts) {
  std::vector<Tag> values;
  for (const QString& part : parts) {
    const auto value = tagOfText(part);
    if (!value) return wrong("is not a tag (gggg,eeee)");
    values.push_back(*value);
  }
  set.setTags(tag, values);
  return core::Done{};
}

core::Status putNumber(EditSet& set, Tag tag, Vr vr, const QString& text) {
  const QStringList parts = text.trimmed().isEmpty() ? QStringList() : text.split(QLatin1Char('\\'));
  switch (numberOf(vr).kind) {
    case Number::Real:
      return putReals(set, tag, vr, parts);
    case Number::Tag:
      return putTags(set, tag, parts);
    case Number::None:
      return wrong("cannot be written as text");
    default:
      return putNumbers(set, tag, vr, parts);
  }
}

}  // namespace

QString editText(const EditElement& element, std::string_view characterSet) {
  if (element.form != EditElement::Form::Bytes) return {};
  if (const NumberVr number = numberOf(element.vr); number.kind != Number::None)
    return numbersText(element, number);
  if (!core::isTextual(element.vr)) return {};
  std::string_view bytes = core::asText(element.value.view());
  while (!bytes.empty() && (bytes.back() == ' ' || bytes.back() == '\0')) bytes.remove_suffix(1);
  if (!core::hasCharacterSet(element.vr))
    return QString::fromLatin1(bytes.data(), static_cast<qsizetype>(bytes.size()));
  const auto kind = element.vr == Vr::PN ? core::TextKind::PersonName : core::TextKind::Text;
  return QString::fromStdString(core::CharacterSet(characterSet).decode(bytes, kind));
}

bool isTextEditable(Vr vr) { return core::isTextual(vr) || numberOf(vr).kind != Number::None; }

core::Status checkEditText(Vr vr, const QString& text) {
  if (core::isTextual(vr)) return core::checkText(vr, text.toStdString());
  EditSet scratch;
  return putNumber(scratch, {0x0009, 0x1000}, vr, text);
}

core::Status putEditText(EditSet& root, const std::function<EditSet*(EditSet&)>& find, Tag tag, Vr vr,
                         const QString& text, std::string_view characterSet) {
  if (!core::isTextual(vr)) return putNumber(*find(root), tag, vr, text);
  const std::string utf8 = text.toStdString();
  if (const core::Status valid = core::checkText(vr, utf8); !valid) return valid;
  if (find(root)->setText(tag, vr, utf8, characterSet)) return core::Done{};
  core::toUtf8(root);
  return find(root)->setText(tag, vr, utf8, core::utf8CharacterSet);
}

bool isFixed(Tag tag) {
  static constexpr std::pair<Tag, Tag> fixed[] = {
      {{0x0008, 0x0005}, {0x0008, 0x0005}}, {{0x0028, 0x0002}, {0x0028, 0x0014}},
      {{0x0028, 0x0100}, {0x0028, 0x0103}}, {{0x0028, 0x1101}, {0x0028, 0x1103}},
      {{0x0028, 0x1201}, {0x0028, 0x1223}}, {{0x7FE0, 0x0000}, {0x7FE0, 0xFFFF}},
  };
  return std::any_of(std::begin(fixed), std::end(fixed),
                     [tag](const auto& range) { return tag >= range.first && tag <= range.second; });
}

std::optional<Tag> tagOfText(const QString& text) {
  static const QRegularExpression digits(QStringLiteral("^\\(?([0-9a-fA-F]{4}),?\\s*([0-9a-fA-F]{4})\\)?$"));
  const auto match = digits.match(text.trimmed());
  if (match.hasMatch())
    return Tag{match.captured(1).toUShort(nullptr, 16), match.captured(2).toUShort(nullptr, 16)};
  return core::tagOfKeyword(text.trimmed().toStdString());
}

Vr usualVr(Tag tag) {
  if (tag.isPrivate()) return tag.element <= 0xff ? Vr::LO : Vr::UN;
  const core::DictionaryEntry* entry = core::findAny(tag);
  return entry && entry->vr.size() >= 2 ? core::vrFrom(entry->vr[0], entry->vr[1]) : Vr::UN;
}

}  // namespace app
