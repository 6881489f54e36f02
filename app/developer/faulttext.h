// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include "app/developer/apihost.h"

namespace app {

/// The faults in the user's language, a line each; a text that is not known is given as it is.
QString faultText(const QList<ApiFault>& faults);

}  // namespace app
