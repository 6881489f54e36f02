// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "server/routes/route.h"

namespace server {

struct Services;

/// API keys: list, make, delete.
std::vector<Route> keyRoutes(Services& services);

}  // namespace server
