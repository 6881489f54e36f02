// SPDX-License-Identifier: MIT
#include <map>

#include "core/anonymise/batch.h"
#include "core/export/archiveanswer.h"
#include "core/write/zipwriter.h"
#include "server/anonymise/parameters.h"
#include "server/anonymise/routes.h"
#include "server/read/refusal.h"

namespace server {

namespace {

using core::ErrorCode;
using core::anonymise::Anonymised;
using core::anonymise::Secret;

constexpr std::uint64_t mostBytes = std::uint64_t{1} << 30;  ///< of all files that go into a zip

QByteArray bytesOf(const std::vector<std::uint8_t>& bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size())};
}

/// Texts with how often they were said, for a header.
class Remarks {
 public:
  void add(const std::string& text) { ++m_counts[text]; }
  void addTo(Headers& headers, const QByteArray& name) const {
    if (m_counts.empty()) return;
    std::string all;
    for (const auto& [text, count] : m_counts) {
      all += (all.empty() ? "" : ", ") + text;
      if (count > 1) all += " (" + std::to_string(count) + " files)";
    }
    headers.emplaceBack(name, QByteArray::fromStdString(all));
  }

 private:
  std::map<std::string, int> m_counts;
};

struct Report {
  Remarks warnings;
  Remarks leftOut;

  void addTo(Headers& headers) const {
    warnings.addTo(headers, "X-Anonymize-Warning");
    leftOut.addTo(headers, "X-Anonymize-Left-Out");
  }
};

/// The clause alone: a detail may hold bytes of the file.
std::string reasonOf(const core::Error& error) { return std::string(core::describe(error.code)); }

Answer attachment(const QByteArray& type, const std::string& name, QByteArray body, const Report& report) {
  Answer answer{200, type, std::move(body), {}};
  answer.headers.emplaceBack("Content-Disposition",
                             "attachment; filename=\"" + QByteArray::fromStdString(name) + "\"");
  report.addTo(answer.headers);
  return answer;
}

core::Result<Anonymised> anonymisedBytes(core::BufferPtr bytes, const AnonymizeRequest& asked,
                                         const Secret& secret) {
  const auto file = core::openPart10(std::move(bytes));
  if (!file) return file.error();
  return core::anonymise::anonymised(*file, asked.options, secret);
}

Answer refusal(const core::Error& error) {
  switch (error.code) {
    case ErrorCode::NotDicom:
    case ErrorCode::Truncated:
    case ErrorCode::Malformed:
    case ErrorCode::NestedTooDeep:
    case ErrorCode::ZipInvalid:
    case ErrorCode::ZipUnsafe:
      return unreadable(error);
    default:
      return detailAnswer(422, core::message(error));
  }
}

Answer answerFile(core::BufferPtr bytes, const AnonymizeRequest& asked, const Secret& secret) {
  const auto made = anonymisedBytes(std::move(bytes), asked, secret);
  if (!made) return refusal(made.error());
  Report report;
  for (const std::string& warning : made->warnings) report.warnings.add(warning);
  return attachment("application/dicom", made->path.instance + ".dcm", bytesOf(made->bytes), report);
}

/// Entry after entry, so that no more than one of them is in memory whole.
Answer answerAll(const core::ArchiveListing& listing, const AnonymizeRequest& asked, const Secret& secret) {
  core::ZipWriter zip;
  core::anonymise::UniqueNames names;
  Report report;
  std::uint64_t total = 0;
  std::optional<core::Error> first;
  for (const auto& problem : listing.problems) report.leftOut.add(reasonOf(problem.second));
  for (std::size_t i = 0; i < listing.instances.size(); ++i) {
    auto bytes = listing.archive->read(listing.instances[i]);
    auto made =
        bytes ? anonymisedBytes(*std::move(bytes), asked, secret) : core::Result<Anonymised>(bytes.error());
    if (!made) {
      report.leftOut.add(reasonOf(made.error()));
      if (!first) first = made.error();
      continue;
    }
    total += made->bytes.size();
    if (total > mostBytes)
      return detailAnswer(422, "larger than the limit: the files of the archive together");
    for (const std::string& warning : made->warnings) report.warnings.add(warning);
    if (const auto added = zip.add(names.next(made->path, i + 1), made->bytes); !added)
      return detailAnswer(422, core::message(added.error()));
  }
  if (total == 0) return refusal(*first);
  return attachment("application/zip", "anonymized.zip", bytesOf(zip.finish()), report);
}

Answer answerArchive(const AnonymizeRequest& asked, const Secret& secret, core::Workers& workers) {
  const auto listing = core::listArchive(asked.file.bytes, workers);
  if (!listing) return unreadable(listing.error());
  if (listing->instances.empty()) return nothingReadable(*listing);
  if (!listing->isOneFile()) return answerAll(*listing, asked, secret);
  auto bytes = listing->archive->read(listing->instances.front());
  return bytes ? answerFile(*std::move(bytes), asked, secret) : unreadable(bytes.error());
}

Secret secretOf(const Request& request, const Secret& ofServer) {
  const qint64 account = request.principal ? request.principal->account : 0;
  return ofServer.derived("account " + std::to_string(account));
}

}  // namespace

Answer anonymizeFile(const Request& request, const Secret& ofServer, core::Workers& workers) {
  auto parsed = parseAnonymizeRequest(request);
  if (auto* refused = std::get_if<Answer>(&parsed)) return std::move(*refused);
  const auto& asked = std::get<AnonymizeRequest>(parsed);
  const Secret secret = secretOf(request, ofServer);
  return asked.isArchive ? answerArchive(asked, secret, workers)
                         : answerFile(asked.file.bytes, asked, secret);
}

}  // namespace server
