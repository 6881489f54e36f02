// SPDX-License-Identifier: MIT
#include "core/export/exporter.h"

#include <QDir>
#include <QFileInfo>
#include <set>

#include "core/cache/imageloader.h"
#include "core/export/gif.h"
#include "core/export/jpeg.h"
#include "core/export/png.h"
#include "core/export/tiff.h"
#include "core/series/cine.h"
#include "core/series/spacing.h"

namespace core {

namespace {

/// After these the next file would fail alike.
bool endsAll(ErrorCode code) {
  return code == ErrorCode::DiskFull || code == ErrorCode::NoPermission || code == ErrorCode::FolderMissing;
}

/// The reader of the file that was opened last: the frames of one follow each other.
class Images {
 public:
  Result<LoadedImagePtr> load(const ImageKey& key) {
    if (!m_reader || m_source != key.source) {
      m_reader.reset();
      auto reader = m_loader->open(key.source);
      if (!reader) return reader.error();
      m_reader = *std::move(reader);
      m_source = key.source;
      m_range = m_loader->range(m_reader);
    }
    return m_loader->load(m_reader, key.frame, m_range);
  }
  const ImageLoader::ReaderPtr& reader() const { return m_reader; }

 private:
  std::unique_ptr<ImageLoader> m_loader = fileImageLoader();
  ImageLoader::ReaderPtr m_reader;
  std::optional<Source> m_source;
  ImageLoader::Range m_range;
};

class Export {
 public:
  Export(const ExportSettings& settings, const MakePicture& picture,
         const std::function<void(std::size_t)>& progress, const std::atomic<bool>& cancelled)
      : m_settings(settings), m_picture(picture), m_progress(progress), m_cancelled(cancelled) {}

  ExportReport run(const std::vector<ExportFile>& files) {
    std::set<QString> originals;
    for (const ExportFile& file : files)
      for (const ImageKey& key : file.images) originals.insert(key.source.path);
    m_originals = QStringList(originals.begin(), originals.end());
    for (const ExportFile& file : files)
      if (!isEnded()) write(file);
    m_report.isCancelled = m_cancelled;
    return std::move(m_report);
  }

 private:
  bool isEnded() const { return m_cancelled || m_stopped; }

  void write(const ExportFile& file) {
    m_source = file.images.front().source;
    Status written = makeFolder(file.path);
    if (written) written = writeInto(file);
    if (written) ++m_report.files;
    if (written || written.error().code == ErrorCode::Cancelled) return;
    m_stopped = endsAll(written.error().code);
    m_report.problems.push_back({m_source, written.error()});
  }

  /// One level only: what is above it was there when it was chosen, or it is gone (a medium that was pulled).
  static Status makeFolder(const QString& path) {
    const QFileInfo folder(QFileInfo(path).path());
    if (folder.isDir() || QDir().mkdir(folder.filePath())) return Done{};
    return QFileInfo(folder.path()).isDir() ? ErrorCode::NoPermission : ErrorCode::FolderMissing;
  }

  Status writeInto(const ExportFile& file) {
    switch (m_settings.format) {
      case PictureFormat::Tiff:
        return writeTiff(file);
      case PictureFormat::Gif:
        return writeGif(file);
      default:
        return writePicture(file);
    }
  }

  Result<LoadedImagePtr> load(const ImageKey& key) {
    if (m_cancelled) return ErrorCode::Cancelled;
    m_source = key.source;
    auto image = m_images.load(key);
    if (image) noteWarnings(key, **image);
    return image;
  }

  void noteWarnings(const ImageKey& key, const LoadedImage& image) {
    if (m_noted == key.source) return;
    m_noted = key.source;
    for (const std::string& warning : image.prepared->display().warnings)
      m_report.notices.push_back({key.source, warning});
  }

  /// Pixel for pixel: whoever looks at it must know that it is drawn out.
  void noteShape(const ImageKey& key, const LoadedImage& image, const QSize& size) {
    const Frame& frame = image.prepared->frame();
    const Spacing spacing = displaySpacing(image.reader->file().dataSet(), key.frame);
    const bool isOwnSize = size == QSize(static_cast<int>(frame.columns), static_cast<int>(frame.rows));
    if (!isOwnSize || m_shaped == key.source || std::abs(spacing.row / spacing.column - 1) < 0.01) return;
    m_shaped = key.source;
    m_report.notices.push_back({key.source, "the pixels are not square: " + std::to_string(spacing.row) +
                                                " high, " + std::to_string(spacing.column) + " wide"});
  }

  Result<QImage> draw(const ImageKey& key) {
    const auto image = load(key);
    if (!image) return image.error();
    auto picture = m_picture(key, *image);
    if (picture) noteShape(key, **image, picture->size());
    if (picture) m_progress(++m_done);
    return picture;
  }

  Status writePicture(const ExportFile& file) {
    const auto picture = draw(file.images.front());
    if (!picture) return picture.error();
    const auto bytes = m_settings.format == PictureFormat::Jpeg ? encodeJpeg(*picture, m_settings.quality)
                                                                : encodePng(*picture);
    if (!bytes) return bytes.error();
    return writeAtomically(file.path, *bytes, m_settings.existing, m_originals);
  }

  Status writeTiff(const ExportFile& file) {
    auto target = AtomicFile::create(file.path, m_settings.existing, m_originals);
    if (!target) return target.error();
    TiffWriter writer(*std::move(target), static_cast<std::uint32_t>(file.images.size()));
    for (const ImageKey& key : file.images) {
      auto page = pageOf(key);
      if (!page) return page.error();
      if (const Status added = writer.add(*page); !added) return added;
      m_progress(++m_done);
    }
    return writer.commit();
  }

  Result<TiffPage> pageOf(const ImageKey& key) {
    const auto image = load(key);
    if (!image) return image.error();
    auto page = exactPage((*image)->prepared->frame(), (*image)->prepared->display());
    if (!page) return page;
    const Spacing spacing = displaySpacing((*image)->reader->file().dataSet(), key.frame);
    // A size on the detector or the film is none in the patient, and a TIFF cannot say which it is.
    if (spacing.source == SpacingSource::PixelSpacing || spacing.source == SpacingSource::Calibrated)
      page->millimetres = std::pair(spacing.column, spacing.row);
    return page;
  }

  Status writeGif(const ExportFile& file) {
    std::optional<GifWriter> writer;
    std::vector<double> durations;
    for (std::size_t i = 0; i < file.images.size(); ++i) {
      const auto picture = draw(file.images[i]);
      if (!picture) return picture.error();
      if (!writer) {
        const auto kind = file.images.size() > 1 ? GifWriter::Kind::Animation : GifWriter::Kind::Still;
        writer.emplace(picture->width(), picture->height(), kind);
        durations = durationsOf(file);
      }
      if (const Status added = writer->add(*picture, durations[i]); !added) return added;
    }
    const auto bytes = writer->finish();
    if (!bytes) return bytes.error();
    return writeAtomically(file.path, *bytes, m_settings.existing, m_originals);
  }

  std::vector<double> durationsOf(const ExportFile& file) const {
    constexpr double stackRate = 10;  ///< images a second, of images that say nothing of time
    if (!file.durations.empty()) return file.durations;
    const auto count = static_cast<std::uint32_t>(file.images.size());
    const bool isStack = std::any_of(file.images.begin(), file.images.end(), [&](const ImageKey& key) {
      return key.source != file.images.front().source;
    });
    if (isStack || !m_images.reader()) return CineTiming::atRate(stackRate, count).durations;
    const auto all = CineTiming::of(m_images.reader()->file().dataSet(), m_images.reader()->frames());
    std::vector<double> durations;
    for (const ImageKey& key : file.images) durations.push_back(all.durations[key.frame]);
    return durations;
  }

  const ExportSettings& m_settings;
  const MakePicture& m_picture;
  const std::function<void(std::size_t)>& m_progress;
  const std::atomic<bool>& m_cancelled;
  QStringList m_originals;
  Images m_images;
  ExportReport m_report;
  Source m_source;  ///< what a problem is about
  std::optional<Source> m_noted, m_shaped;
  std::size_t m_done = 0;
  bool m_stopped = false;
};

}  // namespace

MakePicture plainPicture(const Rendering& rendering) {
  return [rendering](const ImageKey&, const LoadedImagePtr& image) {
    return renderFrame(image->prepared->frame(), image->prepared->display(), rendering);
  };
}

ExportReport exportPictures(const std::vector<ExportFile>& files, const ExportSettings& settings,
                            const MakePicture& picture, const std::function<void(std::size_t)>& progress,
                            const std::atomic<bool>& cancelled) {
  return Export(settings, picture, progress, cancelled).run(files);
}

}  // namespace core
