// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "server/routes/route.h"

namespace server {

/// What anyone may ask: whether the server is well, and what it knows of DICOM.
std::vector<Route> informationRoutes();

}  // namespace server
