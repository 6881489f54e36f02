// SPDX-License-Identifier: MIT
#include "core/export/archiveanswer.h"

#include "core/open/examine.h"
#include "core/series/stack.h"
#include "core/text/json.h"

namespace core {

namespace {

using NamedError = std::pair<QString, Error>;

/// An instance's object, or why there is none.
struct Piece {
  QByteArray object;
  std::optional<Error> error;
};

std::vector<Finding> examineAll(const std::vector<Candidate>& candidates, Workers& workers) {
  std::vector<Finding> findings(candidates.size());
  workers.run(candidates.size(), [&](std::size_t at) { findings[at] = examine(candidates[at]); });
  return findings;
}

std::vector<std::size_t> inDisplayOrder(std::vector<Instance> instances) {
  std::vector<std::size_t> entries;
  for (const Patient& patient : arrange(std::move(instances)))
    for (const Study& study : patient.studies)
      for (const Series& series : study.series)
        for (const Stack& stack : series.stacks)
          for (const Instance& instance : stack.instances)
            entries.push_back(static_cast<std::size_t>(instance.source.index));
  return entries;
}

Piece pieceOf(const ArchiveListing& listing, std::size_t entry, AnswerJob& job) {
  auto bytes = listing.archive->read(entry);
  if (!bytes) return {{}, bytes.error()};
  const auto file = openPart10(*std::move(bytes));
  if (!file) return {{}, file.error()};
  Piece piece;
  const std::string name = listing.archive->entries()[entry].name.toStdString();
  if (Status added = appendFileObject(piece.object, name, *file, job); !added) piece.error = added.error();
  return piece;
}

void appendErrors(QByteArray& out, const std::vector<NamedError>& errors) {
  std::string text = "[";
  for (const auto& [name, error] : errors) {
    json::separate(text);
    text += '{';
    json::appendKey(text, "FileName");
    json::appendString(text, name.toStdString());
    json::appendKey(text, "error");
    json::appendString(text, json::validUtf8(message(error)));
    text += '}';
  }
  out.append(text.data(), static_cast<qsizetype>(text.size())).append(']');
}

}  // namespace

Result<ArchiveListing> listArchive(BufferPtr bytes, Workers& workers) {
  auto archive = ZipArchive::open(std::move(bytes));
  if (!archive) return archive.error();
  Finding entries;
  listEntries(*archive, {}, entries);
  std::vector<Finding> findings = examineAll(entries.candidates, workers);
  findings.insert(findings.begin(), std::move(entries));
  std::vector<Instance> instances;
  std::vector<Problem> problems;
  for (Finding& finding : findings) {
    if (finding.instance) instances.push_back(*std::move(finding.instance));
    std::move(finding.problems.begin(), finding.problems.end(), std::back_inserter(problems));
  }
  std::stable_sort(problems.begin(), problems.end(),
                   [](const Problem& a, const Problem& b) { return a.source.index < b.source.index; });
  ArchiveListing listing{*archive, inDisplayOrder(std::move(instances)), {}};
  for (Problem& problem : problems)
    listing.problems.emplace_back(problem.source.entry, std::move(problem.error));
  return listing;
}

Result<ArchiveAnswer> archiveAnswer(const ArchiveListing& listing, const AnswerOptions& options,
                                    Workers& workers) {
  AnswerJob job(options, workers);
  ArchiveAnswer answer{"{\"Files\":[", 0, {}};
  std::vector<NamedError> errors = listing.problems;
  const auto make = [&](std::size_t at) -> Result<Piece> {
    if (options.stop.stop_requested()) return Error{ErrorCode::Cancelled, {}};
    return pieceOf(listing, listing.instances[at], job);
  };
  const auto take = [&](std::size_t at, Piece piece) -> Status {
    if (piece.error) {
      errors.emplace_back(listing.archive->entries()[listing.instances[at]].name, *std::move(piece.error));
      return Done{};
    }
    if (answer.files++ > 0) answer.body.append(',');
    answer.body.append(piece.object);
    return job.checkSize(static_cast<std::uint64_t>(answer.body.size()));
  };
  const Status taken = inOrder(workers, listing.instances.size(), make, take);
  if (!taken) return taken.error();
  answer.body.append("],\"Errors\":");
  appendErrors(answer.body, errors);
  answer.body.append('}');
  if (!errors.empty()) answer.firstError = errors.front().second;
  return answer;
}

}  // namespace core
