// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace tests {

/// The folder of reference data beside the project (../shared, or $DICOMAESTRO_SHARED), or "" when it is not
/// there. Tests that need it say so and skip: QSKIP("reference data absent: ../shared").
QString sharedFolder();
/// A path below shared/data/files.
QString sharedFile(const QString& path);
/// The root of the project's sources.
QString sourceFolder();

}  // namespace tests
