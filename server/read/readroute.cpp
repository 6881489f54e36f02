// SPDX-License-Identifier: MIT
#include "core/export/archiveanswer.h"
#include "server/read/parameters.h"
#include "server/read/refusal.h"
#include "server/read/routes.h"
#include "server/routes/negotiate.h"

namespace server {

namespace {

const QByteArray jsonType = "application/json";
const QByteArray dicomJsonType = "application/dicom+json";

void applyAccept(ImageRequest& asked, const Request& request) {
  if (!asked.namesTextFormat &&
      preferredType(request.header("Accept"), {jsonType, dicomJsonType}) == dicomJsonType)
    asked.options.texts.format = core::ReadFormat::DicomJson;
}

Answer answerFile(core::BufferPtr bytes, const core::AnswerOptions& options, core::Workers& workers) {
  const auto file = core::openPart10(std::move(bytes));
  if (!file) return unreadable(file.error());
  auto body = core::fileAnswer(*file, options, workers);
  if (!body) return undecodable(body.error(), "frames");
  const bool isDicomJson = options.texts.format == core::ReadFormat::DicomJson;
  return {200, isDicomJson ? dicomJsonType : jsonType, *std::move(body), {}};
}

Answer answerArchive(const ImageRequest& asked, core::Workers& workers) {
  const auto listing = core::listArchive(asked.file.bytes, workers);
  if (!listing) return unreadable(listing.error());
  if (listing->instances.empty()) return nothingReadable(*listing);
  if (listing->isOneFile()) {
    auto bytes = listing->archive->read(listing->instances.front());
    return bytes ? answerFile(*std::move(bytes), asked.options, workers) : unreadable(bytes.error());
  }
  auto answer = core::archiveAnswer(*listing, asked.options, workers);
  if (!answer) return undecodable(answer.error(), "frames");
  if (answer->files == 0) return undecodable(*answer->firstError, "frames");
  return {200, jsonType, std::move(answer->body), {}};
}

}  // namespace

Answer readFile(const Request& request, core::Workers& workers) {
  auto parsed = parseReadRequest(request);
  if (auto* refused = std::get_if<Answer>(&parsed)) return std::move(*refused);
  auto& asked = std::get<ImageRequest>(parsed);
  applyAccept(asked, request);
  if (asked.isArchive) return answerArchive(asked, workers);
  return answerFile(asked.file.bytes, asked.options, workers);
}

}  // namespace server
