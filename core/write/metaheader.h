// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "core/write/editset.h"

namespace core {

/// The Implementation Class UID and Version Name of what this program writes (PS3.10 7.1).
inline constexpr std::string_view implementationClassUid = "2.25.120460658057447590060763693922148160975";
std::string implementationVersionName();

/// Group 0002 without its group length. What is not known ("") is left out.
EditSet metaHeader(std::string_view sopClass, std::string_view sopInstance, std::string_view transferSyntax);

}  // namespace core
