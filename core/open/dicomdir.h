// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>
#include <functional>
#include <vector>

#include "core/parse/dicomfile.h"

namespace core {

/// Whether a parsed file is a media directory (PS3.3 F) and no instance.
bool isDicomDir(const DicomFile& file);

/// The files that a directory names and that are not there, as "A/B/C". exists() is asked with such a name,
/// relative to the directory's folder, and knows how lenient to be about case.
QStringList missingFiles(const DicomFile& directory, const std::function<bool(const QString&)>& exists);

/// Whether a folder holds a name of a DICOMDIR: exactly, in lower case, or with ".dcm" behind it.
bool holdsFile(const QString& folder, const QString& name);

}  // namespace core
