// SPDX-License-Identifier: MIT
#include "server/routes/information.h"

namespace server {

namespace {

Answer health(const Request&) {
  return {200, "application/json", R"({"status":"ok","version":")" DICOMAESTRO_VERSION R"("})", {}};
}

}  // namespace

std::vector<Route> informationRoutes() {
  return {
      {.method = "GET", .path = "/api/health/", .handler = health, .runs = Runs::AtOnce, .isPrivate = false},
  };
}

}  // namespace server
