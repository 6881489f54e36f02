// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <string>

namespace app {

/// The technical detail of an error or a warning of core, which is English, in the language of the program.
/// What has no translation stays as it is.
QString detailText(const std::string& detail);

}  // namespace app
