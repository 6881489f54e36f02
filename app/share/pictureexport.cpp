// SPDX-License-Identifier: MIT
#include "app/share/pictureexport.h"

#include <QCoreApplication>

namespace app {

namespace {

/// The stack that holds an image, and where in it.
std::pair<const ExportStack*, int> placeOf(const QList<ExportStack>& stacks, const core::ImageKey& key) {
  for (const ExportStack& each : stacks)
    if (const int index = indexOf(*each.stack, key); index >= 0) return {&each, index};
  return {nullptr, -1};
}

}  // namespace

std::size_t PictureExport::images() const {
  std::size_t count = 0;
  for (const core::ExportFile& file : files) count += file.images.size();
  return count;
}

core::ExportReport PictureExport::run(const Worker::Handle& handle) const {
  // Widgets draw on the thread of the window only; the plain image needs none.
  const bool needsView = style.annotations || style.size == PictureStyle::Size::AsShown;
  std::unique_ptr<ExportView> view;
  const auto draw = [&](const core::ImageKey& key,
                        const core::LoadedImagePtr& image) -> core::Result<QImage> {
    const auto [shown, index] = placeOf(stacks, key);
    if (!shown) return core::ErrorCode::FrameOutOfRange;
    if (!needsView) return plainPicture(*image, key.frame, style, shown->look);
    QImage picture;
    const bool isDrawn = handle.onWindow([&, stack = shown, at = index] {
      if (!view) view = std::make_unique<ExportView>(style);
      picture = view->picture(*stack, at, image);
    });
    if (!isDrawn) return core::ErrorCode::Cancelled;
    if (picture.isNull()) return {core::ErrorCode::TooLarge, "the picture"};
    return picture;
  };
  auto report = core::exportPictures(files, settings, draw, handle.progress, handle.cancelled);
  // A widget goes where it came from.
  if (view)
    QMetaObject::invokeMethod(
        qApp, [gone = view.release()] { delete gone; }, Qt::QueuedConnection);
  return report;
}

}  // namespace app
