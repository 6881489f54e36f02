// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>

#include "core/parse/dataset.h"

namespace core {

/// Appends a data set as an object of the DICOM JSON Model (PS3.18 F.2): ascending tags, UTF-8, without group
/// lengths. Binary values are inline, in little endian (F.2.7). Encapsulated pixel data has no inline form:
/// its element has a VR and no value. wanted, where given, chooses elements of the top level.
void appendDicomJson(std::string& out, const DataSet& dataSet,
                     const std::function<bool(const Element&)>& wanted = {});
/// Its members alone, for an object that has others too.
void appendDicomJsonMembers(std::string& out, const DataSet& dataSet,
                            const std::function<bool(const Element&)>& wanted = {});

}  // namespace core
