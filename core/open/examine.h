// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "core/open/scan.h"
#include "core/open/ziparchive.h"

namespace core {

/// A file or an entry that a scan is to look at.
struct Candidate {
  Source source;
  std::shared_ptr<const ZipArchive> archive;  ///< of an entry
  bool isNamed = false;                       ///< by the user: it must be DICOM, or there is a Problem
};

/// What one candidate turned out to be. More than one of these may be filled.
struct Finding {
  std::optional<Instance> instance;
  std::vector<Problem> problems;
  bool isSkipped = false;             ///< not DICOM, and nobody said it was
  std::vector<Candidate> candidates;  ///< entries of an archive, to be looked at
};

Finding examine(const Candidate& candidate);

/// The entries of an archive as candidates; refused ones as problems. path is the archive's, for the sources.
void listEntries(const std::shared_ptr<const ZipArchive>& archive, const QString& path, Finding& finding);

}  // namespace core
