// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include <QString>

namespace app {

/// Why a value or an element was refused, in the person's language; a clause that follows the tag.
QString editReason(const std::string& detail);

}  // namespace app
