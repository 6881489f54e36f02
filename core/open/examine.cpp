// SPDX-License-Identifier: MIT
#include "core/open/examine.h"

#include <QFileInfo>

#include "core/open/dicomdir.h"
#include "core/open/mappedfile.h"

namespace core {

namespace {

constexpr std::uint64_t headBytes = 32 * 1024;  ///< holds nearly every header

/// Whether the name says DICOM: then a file that is none is worth a word.
bool claimsToBeDicom(const Source& source) {
  const QString name = source.isInArchive() ? source.entry : source.path;
  for (const char* suffix : {".dcm", ".dicom", ".dic", ".ima"})
    if (name.endsWith(QLatin1String(suffix), Qt::CaseInsensitive)) return true;
  return false;
}

Result<BufferPtr> bytesOf(const Candidate& candidate, std::optional<std::uint64_t> head) {
  if (!candidate.archive) return head ? readHead(candidate.source, *head) : readAll(candidate.source);
  const auto index = static_cast<std::size_t>(candidate.source.index);
  return head ? candidate.archive->readHead(index, *head) : candidate.archive->read(index);
}

/// The header, from the first bytes if they hold all of it, else from all bytes.
Result<DicomFile> headerOf(const Candidate& candidate, BufferPtr head) {
  const bool isPart = head->view().size() >= headBytes;
  auto file = DicomFile::parse(std::move(head), ReadTo::PixelData);
  const bool isWhole = file ? !file->isTruncated() : file.error().code == ErrorCode::NotDicom;
  if (isWhole || !isPart) return file;
  auto all = bytesOf(candidate, std::nullopt);
  if (!all) return all.error();
  return DicomFile::parse(std::move(*all), ReadTo::PixelData);
}

void listDirectory(const Candidate& candidate, const DicomFile& directory, Finding& finding) {
  const Source& source = candidate.source;
  const QString name = source.isInArchive() ? source.entry : source.path;
  const QString folder = name.left(name.lastIndexOf(QLatin1Char('/')) + 1);
  const auto inArchive = [&](const QString& wanted) {
    const auto& entries = candidate.archive->entries();
    return std::any_of(entries.begin(), entries.end(), [&](const ZipEntry& entry) {
      return entry.name.startsWith(folder + wanted, Qt::CaseInsensitive);
    });
  };
  const auto exists = [&](const QString& wanted) {
    return candidate.archive ? inArchive(wanted) : holdsFile(QFileInfo(source.path).path(), wanted);
  };
  for (const QString& missing : missingFiles(directory, exists)) {
    Source absent = source;
    (source.isInArchive() ? absent.entry : absent.path) = folder + missing;
    finding.problems.push_back({absent, {ErrorCode::FileNotFound, "the DICOMDIR names it"}});
  }
}

void listArchive(const Candidate& candidate, Finding& finding) {
  auto bytes = MappedFile::open(candidate.source.path);
  auto archive = bytes ? ZipArchive::open(std::move(*bytes)) : bytes.error();
  if (archive) return listEntries(*archive, candidate.source.path, finding);
  finding.problems.push_back({candidate.source, archive.error()});
}

/// A document can be a zip too; only what is called one, or was named by the user, is opened as one.
bool opensAsArchive(const Candidate& candidate, ByteView head) {
  const Source& source = candidate.source;
  if (source.isInArchive()) return false;
  const bool isCalledZip = source.path.endsWith(QLatin1String(".zip"), Qt::CaseInsensitive);
  return isCalledZip || (candidate.isNamed && ZipArchive::looksLikeZip(head));
}

void refuse(const Candidate& candidate, Error error, Finding& finding) {
  const bool isForeign = error.code == ErrorCode::NotDicom;
  if (isForeign && !candidate.isNamed && !claimsToBeDicom(candidate.source))
    finding.isSkipped = true;
  else
    finding.problems.push_back({candidate.source, std::move(error)});
}

}  // namespace

Finding examine(const Candidate& candidate) {
  Finding finding;
  auto head = bytesOf(candidate, headBytes);
  if (!head) return refuse(candidate, head.error(), finding), finding;
  if (opensAsArchive(candidate, (*head)->view())) return listArchive(candidate, finding), finding;
  const auto file = headerOf(candidate, std::move(*head));
  if (!file) return refuse(candidate, file.error(), finding), finding;
  if (isDicomDir(*file)) return listDirectory(candidate, *file, finding), finding;
  if (file->isTruncated() && !file->hasPixelData()) {
    refuse(candidate, {ErrorCode::Truncated, "the header ends early"}, finding);
    return finding;
  }
  auto instance = instanceOf(*file, candidate.source);
  if (!file->isIntact()) instance = {ErrorCode::FileUnreadable, std::string(bytesWentAway)};
  if (!instance) return refuse(candidate, instance.error(), finding), finding;
  finding.instance = std::move(*instance);
  return finding;
}

void listEntries(const std::shared_ptr<const ZipArchive>& archive, const QString& path, Finding& finding) {
  const auto& entries = archive->entries();
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const ZipEntry& entry = entries[i];
    const bool isResourceFork = entry.name.startsWith(QLatin1String("__MACOSX/"));
    if (entry.isFolder || isResourceFork) continue;
    Source source{path, entry.name, static_cast<int>(i), entry.record};
    if (entry.refusal)
      finding.problems.push_back({std::move(source), *entry.refusal});
    else
      finding.candidates.push_back({std::move(source), archive, false});
  }
}

}  // namespace core
