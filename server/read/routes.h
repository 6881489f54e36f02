// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "core/base/workers.h"
#include "server/routes/route.h"

namespace server {

struct Services;

/// POST /api/dicom/read/file/: a file, or an archive of files, as JSON (api contract, section 4).
Answer readFile(const Request& request, core::Workers& workers);
/// POST /api/dicom/render/: one frame as a picture (section 6).
Answer renderFile(const Request& request, core::Workers& workers);
/// What renderFile() gives, the default first.
QList<QByteArray> imageMediaTypes();

std::vector<Route> readRoutes(Services& services);

}  // namespace server
