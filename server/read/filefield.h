// SPDX-License-Identifier: MIT
#pragma once

#include "server/read/faults.h"
#include "server/read/upload.h"

namespace server {

/// The part "file" of an upload (api contract, section 4): a name that ends in .dcm or .zip, which says what
/// it is, and bytes.
Fault takeFile(const Upload& upload, UploadedFile& file, bool& isArchive);

}  // namespace server
