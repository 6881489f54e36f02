// SPDX-License-Identifier: MIT
#include "app/share/exportview.h"

#include "core/cache/imageloader.h"

namespace app {

namespace {

core::Rendering renderingOf(const PictureStyle& style, const std::optional<ViewLook>& look) {
  core::Rendering rendering;
  rendering.overlays = style.overlays;
  rendering.shutters = style.shutters;
  if (look && look->voi) rendering.voi = *look->voi;
  if (look) rendering.invert = look->isInverted;
  return rendering;
}

QSizeF imageSize(const core::LoadedImage& image) {
  const core::Frame& frame = image.prepared->frame();
  return QSizeF(frame.columns, frame.rows);
}

Spacing spacingOf(const core::LoadedImage& image, std::uint32_t frame) {
  return core::displaySpacing(image.reader->file().dataSet(), frame);
}

ViewGeometry pixelForPixel() {
  ViewGeometry geometry;
  geometry.zoom = 1.0;
  return geometry;
}

/// The size of the image in its true shape.
QSize shapedSize(const core::LoadedImage& image, std::uint32_t frame) {
  const QSizeF size = imageSize(image);
  const QTransform transform = pixelForPixel().imageToView(size, size, spacingOf(image, frame));
  return transform.mapRect(QRectF(QPointF(), size)).size().toSize();
}

}  // namespace

/// A viewport whose pixels are picture pixels, whatever the screen is like.
class ExportView::View : public ImageView {
 public:
  View() : ImageView(std::make_shared<core::FrameCache>(0), 0) { setMinimumSize(1, 1); }

 protected:
  int metric(PaintDeviceMetric which) const override {
    if (which == PdmDevicePixelRatio) return 1;
    if (which == PdmDevicePixelRatioScaled) return static_cast<int>(devicePixelRatioFScale());
    return ImageView::metric(which);
  }
};

ExportView::ExportView(const PictureStyle& style) : m_style(style), m_view(std::make_unique<View>()) {
  ViewOptions options;
  options.annotations = style.annotations;
  options.hidesPatient = !style.patientTexts;
  options.studyTexts = style.patientTexts;
  options.overlays = style.overlays;
  options.shutters = style.shutters;
  options.border = false;
  m_view->setOptions(options);
  if (style.annotations) m_view->setMeasurements(style.measurements);
}

ExportView::~ExportView() = default;

QImage ExportView::picture(const ExportStack& shown, int index, const core::LoadedImagePtr& image) {
  ViewLook look = shown.look.value_or(ViewLook());
  const bool isOwn = m_style.size == PictureStyle::Size::Own;
  if (isOwn) look.geometry = pixelForPixel();
  m_view->resize(isOwn ? shapedSize(*image, imageKey(*shown.stack, index).frame) : shown.shownSize);
  m_view->showLoaded(shown.stack, index, image);
  m_view->setLook(look);
  QImage picture(m_view->size(), QImage::Format_RGB32);
  m_view->render(&picture, {}, {}, {});
  return picture;
}

core::Result<QImage> plainPicture(const core::LoadedImage& image, std::uint32_t frame,
                                  const PictureStyle& style, const std::optional<ViewLook>& look) {
  const core::Rendering rendering = renderingOf(style, look);
  const QSize shaped = shapedSize(image, frame);
  if (QSizeF(shaped) == imageSize(image))
    return core::renderFrame(image.prepared->frame(), image.prepared->display(), rendering);
  QImage picture(shaped, QImage::Format_RGB32);
  if (picture.isNull()) return {core::ErrorCode::TooLarge, "the picture"};
  const QTransform transform =
      pixelForPixel().imageToView(imageSize(image), QSizeF(shaped), spacingOf(image, frame));
  image.prepared->paint(picture, transform, rendering, core::Sampling::Bilinear);
  return picture;
}

}  // namespace app
