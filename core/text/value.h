// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "core/parse/dataset.h"
#include "core/text/charset.h"
#include "core/text/effectivevr.h"

namespace core {

/// One value of an element that is written as text.
struct TextPart {
  enum class Kind {
    Text,
    Uid,
    Name,      ///< a person name
    Decimal,   ///< DS that is a number
    Integer,   ///< IS that is a whole number
    Fraction,  ///< IS that is a number, but not a whole one: text is the number's
  };
  Kind kind = Kind::Text;
  std::string text;  ///< UTF-8, trimmed as the VR wants
  double number = 0;
};

/// The value of an element, decoded by its VR and split into its parts (api contract, section 7.3). It points
/// into the element.
struct Value {
  enum class Form {
    Empty,     ///< length 0
    Texts,     ///< parts
    Numbers,   ///< count binary numbers or tags of element->value
    Bytes,     ///< element->value as it is
    Sequence,  ///< element->items
  };
  Form form = Form::Empty;
  EffectiveVr vr;
  const Element* element = nullptr;
  ByteOrder order = ByteOrder::Little;
  std::vector<TextPart> parts;
  std::size_t count = 0;  ///< number of values (VM); one for bytes
};

Value valueOf(const DataSet& dataSet, const Element& element, const CharacterSet& characterSet,
              Escapes escapes = Escapes::AsReference);

/// Whether a VR's empty value is a text "" rather than nothing.
bool isTextVr(Vr vr);
/// US, SS, UL, SL, UV, SV, FL, FD and AT: values of Form::Numbers.
bool isNumberVr(Vr vr);
/// Appends number index of a Value of Form::Numbers: "512", "0.1", "(0018,1063)".
void appendNumber(std::string& out, const Value& value, std::size_t index);
/// That number is zero.
bool isZero(const Value& value, std::size_t index);

}  // namespace core
