// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>
#include <variant>

#include "core/base/bytes.h"
#include "server/exchange.h"

namespace server {

/// A file as it was sent: its bytes are a part of the request's body, which it keeps.
struct UploadedFile {
  std::string name;  ///< as sent: never a path to use
  core::BufferPtr bytes;
};

/// What a multipart request with a query says: the last of each name, the query before the parts.
struct Upload {
  std::map<std::string, std::string, std::less<>> parameters;
  std::map<std::string, UploadedFile, std::less<>> files;

  const std::string* parameter(std::string_view name) const;
};

/// Errors: 400 "Multipart form parse error - …".
std::variant<Upload, Answer> readUpload(const Request& request);

}  // namespace server
