// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include "core/anonymise/secret.h"

namespace core::anonymise {

/// The secret that a file holds: all of its bytes, 16 to 4096. Where there is no file one is made, of 32
/// random bytes, for its owner alone (0600). Errors: InvalidArgument (too short, too long, or readable by
/// others: then it is no secret), FileUnreadable, those of writing.
Result<Secret> secretFromFile(const QString& path);

}  // namespace core::anonymise
