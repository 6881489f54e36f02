// SPDX-License-Identifier: MIT
#pragma once

#include <QSize>
#include <optional>
#include <variant>

#include "core/export/fileanswer.h"
#include "server/read/upload.h"

namespace server {

/// What the read and the render route are asked (api contract, sections 4 and 6).
struct ImageRequest {
  UploadedFile file;
  bool isArchive = false;  ///< by its name
  core::AnswerOptions options;
  bool namesTextFormat = false;   ///< else Accept decides
  bool namesImageFormat = false;  ///< else Accept decides
  std::optional<QSize> viewport;
};

/// Errors: 400 with an object of all fields that are wrong.
std::variant<ImageRequest, Answer> parseReadRequest(const Request& request);
std::variant<ImageRequest, Answer> parseRenderRequest(const Request& request);

}  // namespace server
