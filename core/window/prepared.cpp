// SPDX-License-Identifier: MIT
#include "core/window/annotate.h"
#include "core/window/color.h"
#include "core/window/colorsource.h"
#include "core/window/greylines.h"
#include "core/window/range.h"
#include "core/window/render.h"

namespace core {

namespace {

/// Frames of more pixels have their halved copies made at once, so that the first repaint is not late.
constexpr std::uint64_t largeFrame = 4'000'000;

using Range = std::optional<std::pair<double, double>>;

std::uint64_t pixelsOf(const Frame& frame) { return std::uint64_t{frame.columns} * frame.rows; }

/// The copy whose pixels come closest to those of the target.
int levelFor(double step, int levels) {
  return static_cast<int>(std::clamp(std::floor(std::log2(step) + 0.5), 0.0, levels - 1.0));
}

/// What is the same for grey and colour: size, shutters, overlays.
class Prepared : public PreparedFrame {
 public:
  Prepared(FramePtr frame, FrameDisplay display)
      : m_frame(std::move(frame)),
        m_display(std::move(display)),
        m_overlays(allOverlays(*m_frame, m_display)),
        m_visible(visibleRows(m_display.shutters, columns(), rows())) {}

  const Frame& frame() const override { return *m_frame; }
  const FrameDisplay& display() const override { return m_display; }

  void paint(QImage& target, const QTransform& imageToTarget, const Rendering& rendering, Sampling sampling,
             QRgb background) const override {
    const auto view = View::of(imageToTarget);
    if (target.format() != QImage::Format_RGB32 || !view) return target.fill(background);
    paintPixels(target, *view, rendering, sampling == Sampling::Nearest, background);
    const std::uint8_t cover = m_display.shutters.value;
    if (rendering.shutters && m_display.shutters.any())
      paintShutters(target, *view, m_visible, columns(), qRgb(cover, cover, cover));
    if (rendering.overlays)
      paintOverlays(target, *view, imageToTarget, columns(), rows(), m_overlays, rendering.overlayColor);
  }

 protected:
  virtual void paintPixels(QImage& target, const View& view, const Rendering& rendering, bool isNearest,
                           QRgb background) const = 0;
  int columns() const { return static_cast<int>(m_frame->columns); }
  int rows() const { return static_cast<int>(m_frame->rows); }

  FramePtr m_frame;
  FrameDisplay m_display;

 private:
  std::vector<Overlay> m_overlays;
  VisibleRows m_visible;
};

class PreparedGrey final : public Prepared {
 public:
  PreparedGrey(FramePtr frame, FrameDisplay display)
      : Prepared(std::move(frame), std::move(display)), m_source(*m_frame, m_display) {
    const bool hasOwnVoi = !m_display.windows.empty() || !m_display.voiLuts.empty();
    if (!hasOwnVoi && !m_display.range && !showsStoredRange(*m_frame, m_display))
      m_display.range = m_source.range().value_or(std::pair(0.0, 0.0));
    if (pixelsOf(*m_frame) > largeFrame) m_source.prepare(m_source.levels() - 1);
  }

  std::optional<VoiWindow> window(const VoiChoice& choice) const override {
    return effectiveWindow(*m_frame, m_display, cheaper(choice));
  }

  std::uint64_t bytes() const override {
    const std::uint64_t halves = pixelsOf(*m_frame) > largeFrame ? pixelsOf(*m_frame) * sizeof(float) / 3 : 0;
    return m_frame->data.size() + halves;
  }

  std::optional<double> valueAt(int column, int row) const override {
    if (column < 0 || row < 0 || column >= columns() || row >= rows()) return std::nullopt;
    return withSampleType(m_frame->type, [&](auto zero) -> std::optional<double> {
      using T = decltype(zero);
      const T stored = m_frame->samplesAs<T>()[std::size_t(row) * m_frame->columns + std::size_t(column)];
      if constexpr (std::is_floating_point_v<T>) {
        if (!std::isfinite(stored)) return std::nullopt;
      }
      if (paddingRange<T>(m_display).holds(stored)) return std::nullopt;
      return modalityValue(m_display, static_cast<double>(stored));
    });
  }

 protected:
  void paintPixels(QImage& target, const View& view, const Rendering& rendering, bool isNearest,
                   QRgb background) const override {
    Rendering own = rendering;
    own.voi = cheaper(rendering.voi);
    const GreyMap map(*m_frame, m_display, own);
    const int level = isNearest ? 0 : levelFor(view.step(), m_source.levels());
    m_source.prepare(level);
    const auto maker = greyLines(m_source, map, m_display, level, isNearest);
    paintLines(target, view, columns(), rows(), level, isNearest, background, *maker);
  }

 private:
  /// A choice that needs every pixel, as the window that it comes to.
  VoiChoice cheaper(const VoiChoice& choice) const {
    const auto windowFor = [](const Range& range) {
      return windowOf(range ? Ramp{range->first, range->second} : Ramp{});
    };
    if (std::holds_alternative<FullRangeVoi>(choice)) return windowFor(m_source.range());
    if (!std::holds_alternative<PercentileVoi>(choice)) return choice;
    std::call_once(m_percentileOnce, [this] { m_percentile = percentileRange(*m_frame, m_display); });
    return windowFor(m_percentile);
  }

  GreySource m_source;
  mutable std::once_flag m_percentileOnce;
  mutable Range m_percentile;
};

class PreparedColor final : public Prepared {
 public:
  PreparedColor(FramePtr frame, FrameDisplay display, std::unique_ptr<ColorSource> source)
      : Prepared(std::move(frame), std::move(display)), m_source(std::move(source)) {
    if (pixelsOf(*m_frame) > largeFrame) m_source->prepare(m_source->levels() - 1);
  }

  std::optional<VoiWindow> window(const VoiChoice&) const override { return std::nullopt; }
  std::optional<double> valueAt(int, int) const override { return std::nullopt; }
  std::uint64_t bytes() const override {
    return m_frame->data.size() + pixelsOf(*m_frame) * sizeof(QRgb) * 4 / 3;
  }

 protected:
  void paintPixels(QImage& target, const View& view, const Rendering& rendering, bool isNearest,
                   QRgb background) const override {
    const int level = isNearest ? 0 : levelFor(view.step(), m_source->levels());
    m_source->prepare(level);
    const auto maker = m_source->maker(level, isNearest, rendering.invert);
    paintLines(target, view, columns(), rows(), level, isNearest, background, *maker);
  }

 private:
  std::unique_ptr<ColorSource> m_source;
};

}  // namespace

Result<std::shared_ptr<const PreparedFrame>> PreparedFrame::make(FramePtr frame, FrameDisplay display) {
  if (!isWhole(*frame))
    return {ErrorCode::UnsupportedPixelFormat, "the frame holds fewer samples than pixels"};
  if (!isColor(*frame, display))
    return std::shared_ptr<const PreparedFrame>(
        std::make_shared<PreparedGrey>(std::move(frame), std::move(display)));
  auto source = ColorSource::make(*frame, display);
  if (!source) return source.error();
  return std::shared_ptr<const PreparedFrame>(
      std::make_shared<PreparedColor>(std::move(frame), std::move(display), *std::move(source)));
}

}  // namespace core
