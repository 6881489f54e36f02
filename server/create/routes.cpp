// SPDX-License-Identifier: MIT
#include "server/create/routes.h"

namespace server {

std::vector<Route> createRoutes() {
  return {
      {.method = "POST",
       .path = "/api/dicom/write/upload_content/",
       .aliases = {"/api/dicom/generate/"},
       .handler = uploadContent,
       .who = Who::BearerOrKey,
       .isMetered = true,
       .takes = Takes::Multipart,
       .gives = {"application/dicom"},
       .runs = Runs::InPool,
       .largestBody = {}},
      {.method = "POST",
       .path = "/api/dicom/create/",
       .aliases = {},
       .handler = createFiles,
       .who = Who::BearerOrKey,
       .isMetered = true,
       .takes = Takes::Fields,
       .gives = {"application/dicom", "application/zip"},
       .runs = Runs::InPool,
       .largestBody = {}},
  };
}

}  // namespace server
