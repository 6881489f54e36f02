// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <string>

namespace app {

/// A warning of the anonymiser in the person's language, as a sentence.
QString warningText(const std::string& warning);

}  // namespace app
