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

/// A frame as it goes into the answer; nothing for the texts, which go there by themselves.
struct Piece {
  Encoded encoded;
  QImage image;  ///< of an animation, which is encoded as one
};

/// The frames of an object that are wanted; none, when the answer has no pictures.
struct Pictures {
  std::shared_ptr<const FrameImages> images;
  std::vector<std::uint32_t> frames;
  bool isAnimation = false;
};

/// Carries the texts over while they are made, so that a long one is in memory once.
void carry(QByteArray& out, std::string& texts) {
  constexpr std::size_t enough = 64 * 1024;
  if (texts.size() < enough) return;
  append(out, std::string_view(texts).substr(0, texts.size() - 1));
  texts.erase(0, texts.size() - 1);
}

/// So much at once that the usual answer grows in place.
void reserve(QByteArray& out, const DicomFile& file, const ReadOptions& options) {
  constexpr std::uint64_t most = 24'000'000;
  if (options.pixelData == PixelDataText::Omit) return;
  const std::uint64_t expected = std::min(file.bytes()->view().size() * mostTextPerByte, most);
  out.reserve(out.size() + static_cast<qsizetype>(expected));
}

Status appendTexts(QByteArray& out, std::string_view name, const DicomFile& file, const AnswerJob& job) {
  const bool isWhole = job.options().texts.pixelData == PixelDataText::Full;
  const std::uint64_t bytes = file.bytes()->view().size();
  if (isWhole && bytes > job.options().mostBytes / mostTextPerByte)
    if (const Status fits = job.checkSize(bytes * mostTextPerByte); !fits) return fits;
  reserve(out, file, job.options().texts);
  std::string texts = "{";
  if (!name.empty()) {
    json::appendKey(texts, "FileName");
    json::appendString(texts, name);
  }
  appendReadMembers(texts, file.dataSet(), job.options().texts,
                    [&out](std::string& ready) { carry(out, ready); });
  append(out, texts);
  return Done{};
}

/// Whether the answer has pictures: an object whose Pixel Data is empty has none to show.
bool hasPictures(const DicomFile& file, const AnswerOptions& options) {
  constexpr Tag pixelTags[] = {tags::PixelData, tags::FloatPixelData, tags::DoubleFloatPixelData};
  const bool isWanted =
      options.images.which != WhichImages::None && options.texts.format == ReadFormat::Default;
  return isWanted && std::any_of(std::begin(pixelTags), std::end(pixelTags),
                                 [&file](Tag tag) { return file.dataSet().hasValue(tag); });
}

Result<Pictures> picturesOf(const FilePtr& file, AnswerJob& job) {
  if (!hasPictures(*file, job.options())) return Pictures();
  const ImageOptions& options = job.options().images;
  auto images = FrameImages::open(file, options, job.options().mostFrameBytes);
  if (!images) return images.error();
  auto frames = chosenFrames(options, (*images)->frames());
  if (!frames) return frames.error();
  const Status claimed = job.claimSamples((*images)->format().samplesPerFrame() * frames->size());
  if (!claimed) return claimed.error();
  const bool isAnimation = options.format == ImageFormat::Gif && frames->size() > 1;
  return Pictures{*std::move(images), *std::move(frames), isAnimation};
}

Result<Piece> frameOf(const Pictures& pictures, std::size_t at, const AnswerJob& job) {
  if (const Status goesOn = job.checkGoesOn(); !goesOn) return goesOn.error();
  auto image = pictures.images->image(pictures.frames[at]);
  if (!image) return image.error();
  if (pictures.isAnimation) return Piece{{}, *std::move(image)};
  auto encoded = encodeImage(*image, job.options().images);
  if (!encoded) return encoded.error();
  return Piece{*std::move(encoded), {}};
}

/// How long each of the frames is shown, ms.
std::vector<double> frameTimes(const DicomFile& file, const Pictures& pictures) {
  if (!pictures.isAnimation) return {};
  const CineTiming timing = CineTiming::of(file.dataSet(), pictures.images->frames());
  std::vector<double> times;
  for (const std::uint32_t frame : pictures.frames)
    times.push_back(timing.source == CineSource::Default ? defaultFrameTime : timing.durations.at(frame));
  return times;
}

/// Puts the pieces of an object together, in their order.
class ObjectWriter {
 public:
  ObjectWriter(QByteArray& out, const Pictures& pictures, std::vector<double> times, const AnswerJob& job)
      : m_out(out), m_pictures(pictures), m_times(std::move(times)), m_job(job) {}

  Status take(std::size_t at, const Piece& piece) {
    if (at == 0) return beginImages();
    if (m_pictures.isAnimation) return addToAnimation(at - 1, piece.image);
    if (at > 1) m_out.append(',');
    return takeFile(piece.encoded);
  }
  Status finish() {
    if (m_animation) {
      const auto gif = m_animation->finish();
      if (!gif) return gif.error();
      if (const Status taken = takeFile(*gif); !taken) return taken;
    }
    append(m_out, m_pictures.frames.empty() ? "}" : "]}");
    return Done{};
  }

 private:
  Status beginImages() {
    if (m_pictures.frames.empty()) return Done{};
    append(m_out, m_out.endsWith('{') ? "\"ImageFormat\":\"" : ",\"ImageFormat\":\"");
    append(m_out, rowOf(m_job.options().images.format).name);
    append(m_out, "\",\"Images\":[");
    return Done{};
  }
  Status addToAnimation(std::size_t at, const QImage& image) {
    if (Status goesOn = m_job.checkGoesOn(); !goesOn) return goesOn;
    if (!m_animation) m_animation.emplace(image.width(), image.height(), GifWriter::Kind::Animation);
    return m_animation->add(image, m_times[at]);
  }
  Status takeFile(const Encoded& encoded) {
    const Status fits =
        m_job.checkSize(static_cast<std::uint64_t>(m_out.size()) + json::base64Size(encoded.size()));
    if (fits) appendBase64(m_out, encoded);
    return fits;
  }

  QByteArray& m_out;
  const Pictures& m_pictures;
  std::vector<double> m_times;
  const AnswerJob& m_job;
  std::optional<GifWriter> m_animation;
};

/// One picture that is made in a millisecond or two. A second core would make the answer a fifth sooner, and
/// under load it has another answer to make, for which it need not be woken.
bool isShort(const Pictures& pictures) {
  constexpr std::uint64_t mostSamples = 1'000'000;
  return pictures.frames.empty() ||
         (pictures.frames.size() == 1 && pictures.images->format().samplesPerFrame() <= mostSamples);
}

/// The texts are the first piece, the frames are the others: all are made side by side, but for a short
/// answer. Until the first is taken, nobody but who makes it writes to out.
Status appendObject(QByteArray& out, std::string_view name, const FilePtr& file, AnswerJob& job) {
  const auto pictures = picturesOf(file, job);
  if (!pictures) return pictures.error();
  ObjectWriter writer(out, *pictures, frameTimes(*file, *pictures), job);
  const auto make = [&](std::size_t at) -> Result<Piece> {
    if (at > 0) return frameOf(*pictures, at - 1, job);
    const Status added = appendTexts(out, name, *file, job);
    if (!added) return added.error();
    return Piece();
  };
  const auto take = [&](std::size_t at, const Piece& piece) { return writer.take(at, piece); };
  const std::size_t pieces = 1 + pictures->frames.size();
  const Status taken =
      isShort(*pictures) ? oneByOne(pieces, make, take) : inOrder(job.workers(), pieces, make, take);
  return taken ? writer.finish() : taken;
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

Status AnswerJob::checkGoesOn() const {
  if (m_options.stop.stop_requested()) return {ErrorCode::Cancelled, {}};
  if (std::chrono::steady_clock::now() < m_end) return Done{};
  return {ErrorCode::TooLarge, "more pictures than can be made in time; ask for fewer frames"};
}

Result<FilePtr> openPart10(BufferPtr bytes) {
  auto file = DicomFile::parse(std::move(bytes));
  if (!file) return file.error();
  if (!file->isPart10()) return {ErrorCode::NotDicom, "there is no Part 10 header"};
  return FilePtr(std::make_shared<const DicomFile>(*std::move(file)));
}

Status appendFileObject(QByteArray& out, std::string_view name, const FilePtr& file, AnswerJob& job) {
  const qsizetype start = out.size();
  const Status added = appendObject(out, name, file, job);
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
