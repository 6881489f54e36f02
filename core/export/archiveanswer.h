// SPDX-License-Identifier: MIT
#pragma once

#include <utility>

#include "core/export/fileanswer.h"
#include "core/open/ziparchive.h"

namespace core {

/// What is in an archive that was sent: the entries to answer, and those that cannot be.
struct ArchiveListing {
  std::shared_ptr<const ZipArchive> archive;
  std::vector<std::size_t> instances;               ///< entries; series by series in slice order
  std::vector<std::pair<QString, Error>> problems;  ///< by name, in the order of the archive

  /// One instance and nothing else worth a word: it is answered as if it had been sent without the archive.
  bool isOneFile() const { return instances.size() == 1 && problems.empty(); }
};

/// Looks at the head of every entry. What is no DICOM and does not claim to be is passed over, and so is a
/// DICOMDIR. Errors: ZipInvalid, ZipUnsafe.
Result<ArchiveListing> listArchive(BufferPtr bytes, Workers& workers);

struct ArchiveAnswer {
  QByteArray body;  ///< {"Files":[{"FileName":…, …}, …],"Errors":[{"FileName":…,"error":…}, …]}
  std::size_t files = 0;  ///< that it answers
  std::optional<Error> firstError;
};
/// Every instance of the listing; what fails is one of the Errors. Errors: TooLarge, Cancelled.
Result<ArchiveAnswer> archiveAnswer(const ArchiveListing& listing, const AnswerOptions& options,
                                    Workers& workers);

}  // namespace core
