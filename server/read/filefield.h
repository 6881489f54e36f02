// SPDX-License-Identifier: MIT
#pragma once

#include "server/read/faults.h"
#include "server/read/upload.h"

namespace server {

/// The part "file" of an upload (api contract, section 4): a name that ends in .dcm or .zip, which says what
/// it is, and bytes.
Fault takeFile(const Upload& upload, UploadedFile& file, bool& isArchive);

/// A request about a file: takes the file, then what takeRest(upload, request, faults) takes; the answer of
/// all faults when there are any.
template <class Made, class TakeRest>
std::variant<Made, Answer> parseFileRequest(const Request& sent, TakeRest takeRest) {
  auto read = readUpload(sent);
  if (auto* refused = std::get_if<Answer>(&read)) return std::move(*refused);
  const Upload& upload = std::get<Upload>(read);
  Made made;
  Faults faults;
  faults.add("file", takeFile(upload, made.file, made.isArchive));
  takeRest(upload, made, faults);
  if (faults.any()) return faults.answer();
  return made;
}

}  // namespace server
