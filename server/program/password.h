// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <optional>

namespace server::program {

/// A password from the terminal, asked for twice and without echo; else the first line of standard input.
/// nullopt when there is none, or the two differ.
std::optional<QString> readPassword();

}  // namespace server::program
