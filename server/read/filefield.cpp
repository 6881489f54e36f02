// SPDX-License-Identifier: MIT
#include "server/read/filefield.h"

#include <algorithm>

namespace server {

namespace {

bool endsWith(std::string_view name, std::string_view lowerSuffix) {
  if (name.size() < lowerSuffix.size()) return false;
  const auto same = [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; };
  return std::equal(name.end() - static_cast<std::ptrdiff_t>(lowerSuffix.size()), name.end(),
                    lowerSuffix.begin(), same);
}

}  // namespace

Fault takeFile(const Upload& upload, UploadedFile& file, bool& isArchive) {
  const auto at = upload.files.find("file");
  if (at == upload.files.end() && upload.parameters.contains("file"))
    return "The submitted data was not a file. Check the encoding type on the form.";
  if (at == upload.files.end()) return "This field may not be null.";
  file = at->second;
  if (file.bytes->view().empty()) return "The submitted file is empty.";
  isArchive = endsWith(file.name, ".zip");
  if (!isArchive && !endsWith(file.name, ".dcm"))
    return "Invalid file type. Only .dcm, .DCM, .zip are allowed.";
  return std::nullopt;
}

}  // namespace server
