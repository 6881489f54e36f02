// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "server/routes/route.h"

namespace server {

/// POST /api/dicom/write/upload_content/: a picture and the keywords of a form as a Secondary Capture (api
/// contract, section 5).
Answer uploadContent(const Request& request);
/// POST /api/dicom/create/: instances of tags and contents.
Answer createFiles(const Request& request);

std::vector<Route> createRoutes();

}  // namespace server
