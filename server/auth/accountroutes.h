// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "server/routes/route.h"

namespace server {

struct Services;

/// Registration, tokens and the developer's profile.
std::vector<Route> accountRoutes(Services& services);

}  // namespace server
