// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>
#include <atomic>
#include <functional>
#include <memory>
#include <vector>

#include "core/base/error.h"
#include "core/open/source.h"
#include "core/series/instance.h"

namespace core {

/// A file that failed, with its reason.
struct Problem {
  Source source;
  Error error;
};

struct ScanProgress {
  std::uint64_t seen = 0;     ///< files and entries looked at
  std::uint64_t found = 0;    ///< instances among them
  std::uint64_t skipped = 0;  ///< not DICOM
  bool listed = false;        ///< seen is final: all folders and archives have been listed
};

/// What a scan reports, in batches. Called from the scan's threads, one call at a time.
struct ScanSink {
  std::function<void(std::vector<Instance>)> instances;
  std::function<void(std::vector<Problem>)> problems;
  std::function<void(ScanProgress)> progress;
};

/// Scans files, folders, zips and DICOMDIRs in parallel, headers only, and blocks until done or cancelled.
/// The first instance is reported at once, the rest in batches at most ten times a second. A DICOMDIR only
/// hints: what it names and its folder are both scanned. Non-DICOM is skipped and counted; what fails is a
/// Problem. A path of the list that does not exist is a Problem too.
ScanProgress scan(const QStringList& paths, const ScanSink& sink, const std::atomic<bool>& cancelled);

}  // namespace core
