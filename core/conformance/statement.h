// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace core {

/// The conformance statement (PS3.2) as Markdown, made from the tables that the program works by.
std::string conformanceStatement();

}  // namespace core
