// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include "core/write/editset.h"

namespace app {

/// The whole value of an element as a person edits it: texts decoded, several values parted by backslashes,
/// numbers in decimal, tags as (gggg,eeee). Empty for what is not edited as text.
QString editText(const core::EditElement& element, std::string_view characterSet);
/// Sequences, bytes and pixel data are not.
bool isTextEditable(core::Vr vr);
/// What the text of one value would be wrong with: InvalidArgument with a clause.
core::Status checkEditText(core::Vr vr, const QString& text);
/// Puts the value into the data set or item that find gives. Where the character set around it cannot say it,
/// all of root becomes UTF-8 first.
core::Status putEditText(core::EditSet& root, const std::function<core::EditSet*(core::EditSet&)>& find,
                         core::Tag tag, core::Vr vr, const QString& text, std::string_view characterSet);
/// Elements that describe the pixels, or rule how texts are read: changed by hand they would make another
/// picture or other texts of the same bytes.
bool isFixed(core::Tag tag);
/// "(0010,0010)", "00100010" or a keyword.
std::optional<core::Tag> tagOfText(const QString& text);
/// The VR of the dictionary, the first where it names several; UN when nobody knows.
core::Vr usualVr(core::Tag tag);

}  // namespace app
