// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "core/base/error.h"
#include "core/export/archiveanswer.h"
#include "server/exchange.h"

/// Errors of files as answers: the one place where they become HTTP.
namespace server {

/// 400 of a file that is no DICOM file (or archive) at all.
Answer unreadable(const core::Error& error);
/// 422 of a file that parses and has no picture to give; 400 when it is the request that asks for a frame
/// that is not there (field says which parameter).
Answer undecodable(const core::Error& error, std::string_view field);
/// 400 of an archive that holds nothing to read, with the reasons.
Answer nothingReadable(const core::ArchiveListing& listing);

}  // namespace server
