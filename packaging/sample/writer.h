// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace sample {

/// A UID under 2.25 that is always the same for a name: a UUID of version 8 (RFC 9562), in decimal.
std::string uidOf(std::string_view name);

/// Writes the 60 slices into folder, compressed without loss. False when a file could not be written.
bool writeThorax(const std::filesystem::path& folder);
/// Writes the cine as one file of JPEG baseline frames into folder. False when it could not be written.
bool writeAngiogram(const std::filesystem::path& folder);

}  // namespace sample
