// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include "core/base/error.h"

namespace app {

/// The error in a person's words and language; the technical detail follows in brackets.
QString errorText(const core::Error& error);

}  // namespace app
