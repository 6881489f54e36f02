// SPDX-License-Identifier: MIT
#include "core/text/readanswer.h"

#include "core/dictionary/dictionary.h"
#include "core/parse/tags.h"
#include "core/text/dicomjson.h"
#include "core/text/elementtext.h"
#include "core/text/json.h"
#include "core/text/pyrepr.h"

namespace core {

namespace {

bool isPixelData(Tag tag) {
  return tag == tags::PixelData || tag == tags::FloatPixelData || tag == tags::DoubleFloatPixelData;
}

bool isLeftOut(Tag tag, const ReadOptions& options) {
  return options.pixelData == PixelDataText::Omit && isPixelData(tag);
}

/// Appends the member; false when its value is falsy.
bool appendMember(std::string& out, std::string_view keyword, const Value& value,
                  const pyrepr::Spill& spill) {
  if (isFalsy(value)) return false;
  json::appendKey(out, keyword);
  if (value.form == Value::Form::Bytes) {
    pyrepr::appendBytesAsJson(out, value.element->value, spill);
  } else {
    json::appendString(out, elementText(value));
  }
  return true;
}

void appendAll(std::string& out, const DataSet& dataSet, const ReadOptions& options,
               const pyrepr::Spill& spill) {
  const CharacterSet characterSet = CharacterSet::of(dataSet);
  for (const Element* element : elementsInOrder(dataSet)) {
    const std::string_view keyword = keywordOf(element->tag);
    if (keyword.empty() || element->tag.element == 0 || isLeftOut(element->tag, options)) continue;
    appendMember(out, keyword, valueOf(dataSet, *element, characterSet), spill);
  }
}

void appendChosen(std::string& out, const DataSet& dataSet, const ReadOptions& options,
                  const pyrepr::Spill& spill) {
  const CharacterSet characterSet = CharacterSet::of(dataSet);
  for (const std::string& field : options.fields) {
    const auto tag = tagOfKeyword(field);
    if (!tag || isLeftOut(*tag, options)) continue;
    const Element* element = tag->group == 0x0002 ? nullptr : dataSet.find(*tag);
    if (element && appendMember(out, field, valueOf(dataSet, *element, characterSet), spill)) continue;
    json::appendKey(out, field);
    out += "\"Unknown\"";
  }
}

bool isAskedFor(Tag tag, const ReadOptions& options) {
  const std::string_view keyword = keywordOf(tag);
  return options.fields.empty() ||
         std::find(options.fields.begin(), options.fields.end(), keyword) != options.fields.end();
}

std::string_view withoutSpaces(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

std::vector<std::string> splitFields(std::string_view text) {
  std::vector<std::string> fields;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t mark = std::min(text.find(',', at), text.size());
    fields.emplace_back(withoutSpaces(text.substr(at, mark - at)));
    at = mark + 1;
  }
  return fields;
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

void removeRepeated(std::vector<std::string>& words) {
  for (auto at = words.begin(); at != words.end();)
    at = std::find(words.begin(), at, *at) != at ? words.erase(at) : at + 1;
}

}  // namespace

Result<std::vector<std::string>> parseFields(std::string_view text) {
  std::vector<std::string> fields = splitFields(text);
  const auto isEmpty = [](const std::string& field) { return field.empty(); };
  if (std::any_of(fields.begin(), fields.end(), isEmpty))
    return {ErrorCode::InvalidArgument, "Fields contain empty values."};
  removeRepeated(fields);
  std::vector<std::string> unknown;
  for (const std::string& field : fields)
    if (!tagOfKeyword(field)) unknown.push_back(field);
  if (unknown.empty()) return fields;
  std::sort(unknown.begin(), unknown.end());
  return {ErrorCode::InvalidArgument, "Invalid fields: " + joined(unknown)};
}

void appendReadMembers(std::string& out, const DataSet& dataSet, const ReadOptions& options,
                       const std::function<void(std::string&)>& spill) {
  if (options.format == ReadFormat::DicomJson)
    return appendDicomJsonMembers(out, dataSet, [&options](const Element& element) {
      return !isLeftOut(element.tag, options) && isAskedFor(element.tag, options);
    });
  options.fields.empty() ? appendAll(out, dataSet, options, spill)
                         : appendChosen(out, dataSet, options, spill);
}

std::string readAnswer(const DicomFile& file, const ReadOptions& options) {
  const bool isArray = options.format == ReadFormat::DicomJson;
  std::string out = isArray ? "[{" : "{";
  appendReadMembers(out, file.dataSet(), options);
  return out + (isArray ? "}]" : "}");
}

}  // namespace core
