// SPDX-License-Identifier: MIT
#include "server/anonymise/routes.h"

#include "server/services.h"

namespace server {

std::vector<Route> anonymizeRoutes(Services& services) {
  return {
      {.method = "POST",
       .path = "/api/dicom/anonymize/",
       .aliases = {},
       .handler =
           [&services](const Request& request) {
             return anonymizeFile(request, services.anonymising, services.workers);
           },
       .who = Who::BearerOrKey,
       .isMetered = true,
       .takes = Takes::Multipart,
       .gives = {"application/dicom", "application/zip"},
       .runs = Runs::InPool,
       .largestBody = {}},
  };
}

}  // namespace server
