// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "server/routes/route.h"

namespace server {

struct Services;

/// Every route of the API: a folder's routes are listed by a function of that folder, and here they meet.
/// The services must outlive the handlers.
std::vector<Route> allRoutes(Services& services);

}  // namespace server
