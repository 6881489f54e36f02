// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include "core/base/error.h"

namespace app {

/// The error in a person's words and language. The technical detail stays English and follows in brackets.
QString errorText(const core::Error& error);

}  // namespace app
