// SPDX-License-Identifier: MIT
#pragma once

#include <QImage>
#include <atomic>

#include "core/cache/framecache.h"
#include "core/export/atomicfile.h"
#include "core/open/scan.h"

namespace core {

/// Png, Jpeg and Gif hold 8-bit display images; Tiff holds the numbers themselves (tiff.h).
enum class PictureFormat { Png, Jpeg, Tiff, Gif };

/// Whether a file of that format can hold several images: pages of a TIFF, the moving images of a GIF.
constexpr bool holdsSeveral(PictureFormat format) {
  return format == PictureFormat::Tiff || format == PictureFormat::Gif;
}

/// A file that is to be written, and the images in it.
struct ExportFile {
  QString path;
  std::vector<ImageKey> images;  ///< one, or several where the format holds several
  /// Of a GIF, how long each image is shown, ms; empty: as the file says, else ten images a second.
  std::vector<double> durations;
};

struct ExportSettings {
  PictureFormat format = PictureFormat::Png;
  int quality = 90;  ///< of a JPEG, 1..100
  Existing existing = Existing::Replace;
};

/// The display image of a loaded one. Called from the thread that exports, one call at a time.
using MakePicture = std::function<Result<QImage>(const ImageKey&, const LoadedImagePtr&)>;

/// MakePicture at the image's own size, without texts.
MakePicture plainPicture(const Rendering& rendering);

/// What whoever looks at a picture has to know: pixels that are not square, parts of its file that were left
/// out. English.
struct ExportNotice {
  Source source;
  std::string text;
};

struct ExportReport {
  std::size_t files = 0;  ///< written, each of them whole
  std::vector<Problem> problems;
  std::vector<ExportNotice> notices;
  bool isCancelled = false;
};

/// Writes the files one after the other, each atomically; a folder is made for them where the one above it is
/// there. The sources are never written to.
/// An image that cannot be decoded is a problem and costs its file alone; a disk that is full or a folder
/// that is gone ends it. progress: images done, from the calling thread.
ExportReport exportPictures(const std::vector<ExportFile>& files, const ExportSettings& settings,
                            const MakePicture& picture, const std::function<void(std::size_t)>& progress,
                            const std::atomic<bool>& cancelled);

}  // namespace core
