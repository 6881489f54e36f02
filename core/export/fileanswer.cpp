// SPDX-License-Identifier: MIT
#include "core/export/fileanswer.h"

#include "core/export/frameimages.h"
#include "core/export/gif.h"
#include "core/parse/tags.h"
#include "core/series/cine.h"
#include "core/text/json.h"

namespace core {

namespace {

using FilePtr = std::shared_ptr<const DicomFile>;
using Encoded = std::vector<std::uint8_t>;

constexpr double defaultFrameTime = 100;      ///< ms, of an animation whose file says nothing
constexpr std::uint64_t mostTextPerByte = 5;  ///< "\\x9f" for a byte of a binary value

void append(QByteArray& out, std::string_view text) {
  out.append(text.data(), static_cast<qsizetype>(text.size()));
}

void appendBase64(QByteArray& out, ByteView bytes) {
  const qsizetype start = out.size() + 1;
  const auto size = static_cast<qsizetype>(json::base64Size(bytes.size()));
  out.resize(start + size + 1);
  out[start - 1] = out[start + size] = '"';
  json::writeBase64(out.data() + start, bytes);
}

Status appendTexts(QByteArray& out, std::string_view name, const DicomFile& file, const AnswerJob& job) {
  const bool isWhole = job.options().texts.pixelData == PixelDataText::Full;
  const std::uint64_t bytes = file.bytes()->view().size();
  if (isWhole && bytes > job.options().mostBytes / mostTextPerByte)
    return job.checkSize(bytes * mostTextPerByte);
  std::string texts = "{";
  if (!name.empty()) {
    json::appendKey(texts, "FileName");
    json::appendString(texts, name);
  }
  appendReadMembers(texts, file.dataSet(), job.options().texts);
  out.reserve(out.size() + static_cast<qsizetype>(texts.size() + texts.size() / 4));  // and a picture or two
  append(out, texts);
  return Done{};
}

/// How long each of the frames is shown, ms.
std::vector<double> frameTimes(const DicomFile& file, const FrameImages& images,
                               const std::vector<std::uint32_t>& frames) {
  const CineTiming timing = CineTiming::of(file.dataSet(), images.frames());
  std::vector<double> times;
  for (const std::uint32_t frame : frames)
    times.push_back(timing.source == CineSource::Default ? defaultFrameTime : timing.durations.at(frame));
  return times;
}

Status appendAnimation(QByteArray& out, const DicomFile& file, const FrameImages& images,
                       const std::vector<std::uint32_t>& frames, const AnswerJob& job) {
  const std::vector<double> times = frameTimes(file, images, frames);
  std::optional<GifWriter> writer;
  const auto add = [&](std::size_t at, const QImage& image) -> Status {
    if (!writer) writer.emplace(image.width(), image.height(), GifWriter::Kind::Animation);
    return writer->add(image, times[at]);
  };
  const Status added = inOrder(
      job.workers(), frames.size(), [&](std::size_t at) { return images.image(frames[at]); }, add);
  if (!added) return added;
  const auto gif = writer->finish();
  if (!gif) return gif.error();
  const Status fits = job.checkSize(static_cast<std::uint64_t>(out.size()) + json::base64Size(gif->size()));
  if (fits) appendBase64(out, *gif);
  return fits;
}

Status appendPictures(QByteArray& out, const FrameImages& images, const std::vector<std::uint32_t>& frames,
                      const AnswerJob& job) {
  const auto make = [&](std::size_t at) -> Result<Encoded> {
    const auto image = images.image(frames[at]);
    if (!image) return image.error();
    return encodeImage(*image, job.options().images);
  };
  const auto take = [&](std::size_t at, const Encoded& encoded) -> Status {
    if (at > 0) out.append(',');
    const Status fits =
        job.checkSize(static_cast<std::uint64_t>(out.size()) + json::base64Size(encoded.size()));
    if (fits) appendBase64(out, encoded);
    return fits;
  };
  return inOrder(job.workers(), frames.size(), make, take);
}

/// Whether the answer has pictures: an object whose Pixel Data is empty has none to show.
bool hasPictures(const DicomFile& file, const AnswerOptions& options) {
  constexpr Tag pixelTags[] = {tags::PixelData, tags::FloatPixelData, tags::DoubleFloatPixelData};
  const bool isWanted =
      options.images.which != WhichImages::None && options.texts.format == ReadFormat::Default;
  return isWanted && std::any_of(std::begin(pixelTags), std::end(pixelTags),
                                 [&file](Tag tag) { return file.dataSet().hasValue(tag); });
}

Status appendImages(QByteArray& out, const FilePtr& file, AnswerJob& job) {
  const ImageOptions& options = job.options().images;
  const auto images = FrameImages::open(file, options, job.options().mostFrameBytes);
  if (!images) return images.error();
  const auto frames = chosenFrames(options, (*images)->frames());
  if (!frames) return frames.error();
  const Status claimed = job.claimSamples((*images)->format().samplesPerFrame() * frames->size());
  if (!claimed) return claimed;
  append(out, out.endsWith('{') ? "\"ImageFormat\":\"" : ",\"ImageFormat\":\"");
  append(out, rowOf(options.format).name);
  append(out, "\",\"Images\":[");
  const bool isAnimation = options.format == ImageFormat::Gif && frames->size() > 1;
  const Status added = isAnimation ? appendAnimation(out, *file, **images, *frames, job)
                                   : appendPictures(out, **images, *frames, job);
  append(out, "]");
  return added;
}

}  // namespace

Status AnswerJob::claimSamples(std::uint64_t samples) {
  std::uint64_t left = m_samplesLeft;
  do {
    if (samples > left)
      return {ErrorCode::TooLarge, "more pixels than one answer may hold; ask for fewer frames"};
  } while (!m_samplesLeft.compare_exchange_weak(left, left - samples));
  return Done{};
}

Status AnswerJob::checkSize(std::uint64_t bytes) const {
  if (bytes <= m_options.mostBytes) return Done{};
  return {ErrorCode::TooLarge, "the answer would be longer than " + std::to_string(m_options.mostBytes) +
                                   " bytes; ask for fewer frames, or leave the pixel data out"};
}

Result<FilePtr> openPart10(BufferPtr bytes) {
  auto file = DicomFile::parse(std::move(bytes));
  if (!file) return file.error();
  if (!file->isPart10()) return {ErrorCode::NotDicom, "there is no Part 10 header"};
  return FilePtr(std::make_shared<const DicomFile>(*std::move(file)));
}

Status appendFileObject(QByteArray& out, std::string_view name, const FilePtr& file, AnswerJob& job) {
  const qsizetype start = out.size();
  Status added = appendTexts(out, name, *file, job);
  if (added && hasPictures(*file, job.options())) added = appendImages(out, file, job);
  if (added) out.append('}');
  if (!added) out.truncate(start);
  return added;
}

Result<QByteArray> fileAnswer(const FilePtr& file, const AnswerOptions& options, Workers& workers) {
  AnswerJob job(options, workers);
  const bool isArray = options.texts.format == ReadFormat::DicomJson;
  QByteArray out = isArray ? "[" : "";
  const Status added = appendFileObject(out, {}, file, job);
  if (!added) return added.error();
  if (isArray) out.append(']');
  return out;
}

}  // namespace core
