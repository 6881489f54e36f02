// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>
#include <atomic>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/anonymise/anonymise.h"
#include "core/open/source.h"

namespace core::anonymise {

/// What became of one file or entry.
struct Outcome {
  Source source;
  QString output;              ///< the new file; "" when there is none
  std::optional<Error> error;  ///< why there is none
  std::vector<std::string> warnings;
};

struct BatchProgress {
  std::uint64_t done = 0;
  std::uint64_t all = 0;
};

/// Called from the thread of the caller, file by file: problems first, then series by series in display
/// order.
struct BatchSink {
  std::function<void(const Outcome&)> outcome;
  std::function<void(BatchProgress)> progress = {};
};

/// Anonymises all instances of files, folders and zip archives into a folder, as PATIENT/SERIES/INSTANCE.dcm
/// by their new names; with Retain UIDs too no old UID is part of a name. One that fails is an Outcome and
/// takes no other with it; what stands in the folder already is never replaced. Blocks until done or
/// cancelled; what was written by then stays.
void anonymiseAll(const QStringList& paths, const QString& folder, const Options& options,
                  const Secret& secret, const BatchSink& sink, const std::atomic<bool>& cancelled);

/// Anonymises one file into another, whole or not at all; the original is never replaced.
Outcome anonymiseFile(const Source& source, const QString& output, const Options& options,
                      const Secret& secret);

/// Names of files: "PATIENT/SERIES/00012-INSTANCE.dcm". The number is the instance's place in its series, so
/// that series which only their names put in order keep it. An instance that is there twice gets a number
/// behind it.
class UniqueNames {
 public:
  std::string next(const AnonymisedPath& path, std::size_t number);

 private:
  std::set<std::string> m_given;
};

/// Reads, parses and anonymises what a source holds.
Result<Anonymised> anonymisedSource(const Source& source, const Options& options, const Secret& secret);

}  // namespace core::anonymise
