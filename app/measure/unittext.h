// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <string>

namespace app {

/// The unit of an image's values as people write it: "Bq/ml" of "BQML" (PS3.3 C.8.9.1.1.3, C.11.1.1.2). An
/// unknown one stays as the file has it.
QString unitText(const std::string& unit);

}  // namespace app
