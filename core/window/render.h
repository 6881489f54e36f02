// SPDX-License-Identifier: MIT
#pragma once

#include <QImage>
#include <QTransform>
#include <optional>
#include <variant>

#include "core/window/display.h"

namespace core {

/// Which of the alternatives of the file, or which window of the user, makes grey levels of the values.
struct DefaultVoi {
};  ///< the rule at the top of viewer.md: VOI LUT 1, else window 1, else the stored range, else min to max
struct FullRangeVoi {};   ///< minimum to maximum, padding left out
struct PercentileVoi {};  ///< 0.1 % tails cut
struct FileWindow {
  std::size_t index;
};
struct FileLut {
  std::size_t index;
};
using VoiChoice = std::variant<DefaultVoi, FullRangeVoi, PercentileVoi, FileWindow, FileLut, VoiWindow>;

struct Rendering {
  VoiChoice voi = DefaultVoi{};
  bool invert = false;  ///< the user's, on top of the file's own
  bool overlays = false;
  bool shutters = false;
  QRgb overlayColor = 0xffffd200;
};

/// The window that a choice comes to for this frame, for texts and for dragging on from it; nothing when a
/// LUT or colour is shown.
std::optional<VoiWindow> effectiveWindow(const Frame& frame, const FrameDisplay& display,
                                         const VoiChoice& voi);

/// The 8-bit display image of a frame at its own size: Format_Grayscale8, or Format_RGB32 for colour (and for
/// overlays). Rounding is floor(y + 0.5); computed in double until the last step. Errors:
/// UnsupportedPixelFormat.
Result<QImage> renderFrame(const Frame& frame, const FrameDisplay& display, const Rendering& rendering = {});

enum class Sampling { Nearest, Bilinear };

/// Fills target (Format_RGB32, its own size in device pixels) with what a viewport shows: imageToTarget maps
/// image coordinates (pixel centres at .5) to target pixels; outside the image stays background. Values are
/// interpolated before the window is applied (never palette indexes or padding). The cost grows with the
/// target, not with the frame. A PreparedFrame keeps what does not change between repaints of a frame (value
/// LUTs, reduced copies for small views).
class PreparedFrame {
 public:
  static Result<std::shared_ptr<const PreparedFrame>> make(FramePtr frame, FrameDisplay display);
  virtual ~PreparedFrame() = default;
  virtual const Frame& frame() const = 0;
  /// As it was given; where the file has no window of its own, with the range that is shown instead.
  virtual const FrameDisplay& display() const = 0;
  /// effectiveWindow() without looking at every pixel again.
  virtual std::optional<VoiWindow> window(const VoiChoice& choice) const = 0;
  /// Memory that it holds, the frame's included: what a cache has to count.
  virtual std::uint64_t bytes() const = 0;
  virtual void paint(QImage& target, const QTransform& imageToTarget, const Rendering& rendering,
                     Sampling sampling, QRgb background = 0xff000000) const = 0;
  /// The Modality LUT output at an image pixel; nothing outside, for padding and for colour.
  virtual std::optional<double> valueAt(int column, int row) const = 0;
};

}  // namespace core
