// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/workers.h"
#include "server/recent.h"

namespace server {

/// What the routes' handlers and the programs around the server share. Every member may be used from every
/// thread.
struct Services {
  RecentRequests recent;
  core::Workers workers;  ///< help with the frames of one request
};

}  // namespace server
