// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "core/anonymise/secret.h"
#include "core/base/workers.h"
#include "server/routes/route.h"

namespace server {

struct Services;

/// POST /api/dicom/anonymize/: the same instances without their patient, as a file or a zip. Warnings of what
/// may still show the patient, and what was left out of a zip, are in the headers X-Anonymize-Warning and
/// X-Anonymize-Left-Out. Pseudonyms are the account's own, so that one cannot look up another's patients by
/// guessing; within an account they are the same for ever.
Answer anonymizeFile(const Request& request, const core::anonymise::Secret& secret, core::Workers& workers);

std::vector<Route> anonymizeRoutes(Services& services);

}  // namespace server
