// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "server/routes/route.h"

namespace server {

struct Services;

/// The summary of an account's calls.
std::vector<Route> activityRoutes(Services& services);

}  // namespace server
