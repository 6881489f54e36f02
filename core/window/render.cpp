// SPDX-License-Identifier: MIT
#include "core/window/render.h"

#include "core/window/annotate.h"
#include "core/window/color.h"
#include "core/window/greymap.h"
#include "core/window/range.h"
#include "core/window/sampletypes.h"

namespace core {

namespace {

Result<QImage> blank(const Frame& frame, QImage::Format format) {
  QImage image(static_cast<int>(frame.columns), static_cast<int>(frame.rows), format);
  if (image.isNull()) return {ErrorCode::TooLarge, "no memory for the picture"};
  return image;
}

Result<QImage> renderGrey(const Frame& frame, const FrameDisplay& display, const Rendering& rendering) {
  Result<QImage> image = blank(frame, QImage::Format_Grayscale8);
  if (!image) return image;
  const GreyMap map(frame, display, rendering);
  withSampleType(frame.type, [&](auto zero) {
    const auto* stored = frame.samplesAs<decltype(zero)>().data();
    for (std::uint32_t row = 0; row < frame.rows; ++row)
      map.row(stored + std::size_t{row} * frame.columns, frame.columns,
              image->scanLine(static_cast<int>(row)));
  });
  return image;
}

Result<QImage> renderColor(const Frame& frame, const FrameDisplay& display, const Rendering& rendering) {
  const Result<ColorMap> map = ColorMap::of(frame, display);
  if (!map) return map.error();
  Result<QImage> image = blank(frame, QImage::Format_RGB32);
  if (!image) return image;
  for (std::uint32_t row = 0; row < frame.rows; ++row)
    map->row(row, reinterpret_cast<QRgb*>(image->scanLine(static_cast<int>(row))));
  if (rendering.invert) image->invertPixels();
  return image;
}

}  // namespace

std::optional<VoiWindow> effectiveWindow(const Frame& frame, const FrameDisplay& display,
                                         const VoiChoice& choice) {
  if (isColor(frame, display)) return std::nullopt;
  const Voi voi = voiOf(frame, display, choice);
  if (const auto* window = std::get_if<VoiWindow>(&voi)) return *window;
  if (std::holds_alternative<const LookupTable*>(voi)) return std::nullopt;
  if (const auto* window = std::get_if<VoiWindow>(&choice); window && window->width > 0) return *window;
  if (const auto* chosen = std::get_if<FileWindow>(&choice); chosen && chosen->index < display.windows.size())
    return display.windows[chosen->index];
  const bool isByRange = std::holds_alternative<FullRangeVoi>(choice) ||
                         std::holds_alternative<PercentileVoi>(choice) || display.windows.empty();
  return isByRange ? windowOf(std::get<Ramp>(voi)) : display.windows.front();
}

Result<QImage> renderFrame(const Frame& frame, const FrameDisplay& display, const Rendering& rendering) {
  if (!isWhole(frame))
    return {ErrorCode::UnsupportedPixelFormat, "the frame holds fewer samples than pixels"};
  Result<QImage> image = isColor(frame, display) ? renderColor(frame, display, rendering)
                                                 : renderGrey(frame, display, rendering);
  if (!image) return image;
  if (rendering.shutters && display.shutters.any()) coverShutters(*image, display.shutters);
  const std::vector<Overlay> overlays =
      rendering.overlays ? allOverlays(frame, display) : std::vector<Overlay>();
  if (overlays.empty()) return image;
  QImage annotated = std::move(*image).convertToFormat(QImage::Format_RGB32);
  drawOverlays(annotated, overlays, rendering.overlayColor);
  return annotated;
}

}  // namespace core
