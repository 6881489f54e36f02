// SPDX-License-Identifier: MIT
#include "core/export/archiveanswer.h"
#include "core/export/frameimages.h"
#include "server/read/parameters.h"
#include "server/read/refusal.h"
#include "server/read/routes.h"
#include "server/routes/negotiate.h"

namespace server {

namespace {

/// False when the client takes none of the picture formats.
bool applyAccept(ImageRequest& asked, const Request& request) {
  if (asked.namesImageFormat) return true;
  const QByteArray best = preferredType(request.header("Accept"), imageMediaTypes());
  for (const core::ImageFormatRow& row : core::imageFormats)
    if (best == QByteArrayView(row.mediaType.data(), static_cast<qsizetype>(row.mediaType.size())))
      asked.options.images.format = row.format;
  return !best.isEmpty();
}

/// The bytes of the one instance that was sent, in an archive or without; or why there is none.
std::variant<core::BufferPtr, Answer> instanceBytes(const ImageRequest& asked, core::Workers& workers) {
  if (!asked.isArchive) return asked.file.bytes;
  const auto listing = core::listArchive(asked.file.bytes, workers);
  if (!listing) return unreadable(listing.error());
  if (listing->instances.empty()) return nothingReadable(*listing);
  if (listing->instances.size() > 1)
    return fieldAnswer("file", "The archive holds " + std::to_string(listing->instances.size()) +
                                   " instances; one is rendered.");
  auto bytes = listing->archive->read(listing->instances.front());
  if (!bytes) return unreadable(bytes.error());
  return *std::move(bytes);
}

core::Result<std::vector<std::uint8_t>> picture(std::shared_ptr<const core::DicomFile> file,
                                                const ImageRequest& asked) {
  const core::ImageOptions& options = asked.options.images;
  const auto images = core::FrameImages::open(std::move(file), options, asked.options.mostFrameBytes);
  if (!images) return images.error();
  const auto frames = core::chosenFrames(options, (*images)->frames());
  if (!frames) return frames.error();
  const std::uint32_t frame = frames->front();
  const auto image =
      asked.viewport ? (*images)->imageWithin(frame, *asked.viewport) : (*images)->image(frame);
  if (!image) return image.error();
  return core::encodeImage(*image, options);
}

}  // namespace

QList<QByteArray> imageMediaTypes() {
  QList<QByteArray> types;
  for (const core::ImageFormatRow& row : core::imageFormats)
    types.append(QByteArray(row.mediaType.data(), static_cast<qsizetype>(row.mediaType.size())));
  return types;
}

Answer renderFile(const Request& request, core::Workers& workers) {
  auto parsed = parseRenderRequest(request);
  if (auto* refused = std::get_if<Answer>(&parsed)) return std::move(*refused);
  auto& asked = std::get<ImageRequest>(parsed);
  asked.options.images.which = core::WhichImages::First;
  if (!applyAccept(asked, request)) return detailAnswer(406, "Could not satisfy the request Accept header.");
  auto bytes = instanceBytes(asked, workers);
  if (auto* refused = std::get_if<Answer>(&bytes)) return std::move(*refused);
  auto file = core::openPart10(std::get<core::BufferPtr>(std::move(bytes)));
  if (!file) return unreadable(file.error());
  const auto encoded = picture(*std::move(file), asked);
  if (!encoded) return undecodable(encoded.error(), "frame");
  const std::string_view type = core::rowOf(asked.options.images.format).mediaType;
  return {200,
          QByteArray(type.data(), static_cast<qsizetype>(type.size())),
          QByteArray(reinterpret_cast<const char*>(encoded->data()), static_cast<qsizetype>(encoded->size())),
          {}};
}

}  // namespace server
