// SPDX-License-Identifier: MIT
#pragma once

#include <variant>

#include "core/anonymise/options.h"
#include "server/read/upload.h"

namespace server {

/// What the anonymize route is asked (api contract, section 5).
struct AnonymizeRequest {
  UploadedFile file;
  bool isArchive = false;  ///< by its name
  core::anonymise::Options options;
};

/// Errors: 400 with an object of all fields that are wrong.
std::variant<AnonymizeRequest, Answer> parseAnonymizeRequest(const Request& request);

}  // namespace server
