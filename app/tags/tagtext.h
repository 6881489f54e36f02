// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include "core/parse/dicomfile.h"

namespace app {

/// What the metadata panel says of an element.
QString tagText(core::Tag tag);  ///< "(0028,0010)"
/// The name of PS3.6, or of the private dictionary by the block's creator.
QString nameText(const core::DataSet& dataSet, core::Tag tag);
QString keywordText(core::Tag tag);
/// The value in the right character set, at most so many characters.
QString valueText(const core::DataSet& dataSet, const core::Element& element, std::size_t most);
/// Whether the value may name the patient or who treats them: names of persons, the patient's group, and the
/// numbers and places by which a study is found.
bool namesSomebody(const core::Element& element);
/// The whole file: a line an element, or DICOM JSON (PS3.18 F) of its data set.
QString fileAsText(const core::DicomFile& file);
QString fileAsJson(const core::DicomFile& file);

}  // namespace app
