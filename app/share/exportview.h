// SPDX-License-Identifier: MIT
#pragma once

#include "app/paint/imageview.h"

namespace app {

/// What the pictures of an export show.
struct PictureStyle {
  enum class Size { Own, AsShown };
  Size size = Size::Own;
  bool annotations = false;
  bool patientTexts = false;  ///< name, dates, descriptions; only with annotations
  bool overlays = true;
  bool shutters = true;
  Measurements* measurements = nullptr;  ///< of the window; drawn with the annotations
};

/// One stack that is exported and how its viewport was set up; nothing: as the file says.
struct ExportStack {
  StackPtr stack;
  std::optional<ViewLook> look;
  QSize shownSize;  ///< of the viewport, device pixels
};

/// Draws pictures of an export just as a viewport does, never on the screen. Lives on the thread of the
/// window.
class ExportView {
 public:
  explicit ExportView(const PictureStyle& style);
  ~ExportView();

  QImage picture(const ExportStack& shown, int index, const core::LoadedImagePtr& image);

 private:
  class View;
  PictureStyle m_style;
  std::unique_ptr<View> m_view;
};

/// The image alone, one image pixel a picture pixel; more in one direction where its pixels are not square.
/// Of the look only window and inversion count. Any thread.
core::Result<QImage> plainPicture(const core::LoadedImage& image, std::uint32_t frame,
                                  const PictureStyle& style, const std::optional<ViewLook>& look);

}  // namespace app
