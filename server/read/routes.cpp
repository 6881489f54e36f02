// SPDX-License-Identifier: MIT
#include "server/read/routes.h"

#include "server/services.h"

namespace server {

std::vector<Route> readRoutes(Services& services) {
  core::Workers* workers = &services.workers;
  return {
      {.method = "POST",
       .path = "/api/dicom/read/file/",
       .aliases = {},
       .handler = [workers](const Request& request) { return readFile(request, *workers); },
       .who = Who::BearerOrKey,
       .isMetered = true,
       .takes = Takes::Multipart,
       .gives = {"application/dicom+json"},
       .runs = Runs::InPool,
       .largestBody = {}},
      {.method = "POST",
       .path = "/api/dicom/render/",
       .aliases = {},
       .handler = [workers](const Request& request) { return renderFile(request, *workers); },
       .who = Who::BearerOrKey,
       .isMetered = true,
       .takes = Takes::Multipart,
       .gives = imageMediaTypes(),
       .runs = Runs::InPool,
       .largestBody = {}},
  };
}

}  // namespace server
