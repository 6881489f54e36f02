// SPDX-License-Identifier: MIT
#pragma once

#include <QElapsedTimer>
#include <QImage>
#include <QLineF>
#include <QPointer>
#include <QTimer>
#include <QWidget>
#include <optional>

#include "app/measure/measurement.h"
#include "app/paint/cornertexts.h"
#include "app/paint/stackimages.h"
#include "app/paint/viewcommand.h"
#include "app/paint/viewgeometry.h"
#include "app/paint/voimenu.h"
#include "core/cache/framecache.h"

namespace app {

class CineBar;
class CinePlayer;

/// What all viewports of a window draw, or leave out.
struct ViewOptions {
  bool annotations = true;
  bool hidesPatient = false;
  bool overlays = true;
  bool shutters = true;
  bool invertsWindowDrag = false;
  bool studyTexts = true;  ///< dates and descriptions of study and series among the annotations
  bool border = true;
};

/// What an empty viewport invites to: files, or a series of those that are open.
enum class EmptyHint { Files, Series };

/// How a viewport is set up: what holds while one scrolls.
struct ViewLook {
  std::optional<core::VoiChoice> voi;  ///< the user's
  bool isInverted = false;
  ViewGeometry geometry;
};

/// A viewport: one image of a stack, and everything that is done to it. The image comes from the cache; while
/// it is being decoded the last one stays for a moment with its own texts. What cannot be shown says why.
class ImageView : public QWidget {
  Q_OBJECT

 public:
  ImageView(std::shared_ptr<core::FrameCache> cache, int client, QWidget* parent = nullptr);
  ~ImageView() override;

  void setStack(StackPtr stack, int image = 0);
  /// The same stack with more slices or in another order: the shown image stays.
  void updateStack(StackPtr stack);
  StackPtr stack() const { return m_stack; }
  QString key() const { return m_stack ? stackKey(*m_stack) : QString(); }
  int image() const { return m_index; }
  int count() const { return m_stack ? static_cast<int>(m_stack->images()) : 0; }
  void setImage(int index);
  /// Shows an image that somebody else has loaded; nothing is decoded ahead.
  void showLoaded(StackPtr stack, int index, core::LoadedImagePtr image);
  ViewLook look() const { return {m_voi, m_inverted, m_geometry}; }
  void setLook(const ViewLook& look);
  void run(ViewCommand command);
  void setVoi(core::VoiChoice choice);
  QList<VoiEntry> voiMenuEntries() const;
  void setTool(Tool tool);
  /// Those of all viewports; must outlive this one.
  void setMeasurements(Measurements* measurements);
  void setOptions(const ViewOptions& options);
  void setEmptyHint(EmptyHint hint);
  void setActive(bool active);
  /// Lines of other viewports' images, in image coordinates.
  void setReferenceLines(QList<QLineF> lines);
  /// Where the images of the stack lie, one entry each; all empty when the file does not say, and for a
  /// multi-frame object until its first image is there.
  const std::vector<std::optional<core::ImagePlane>>& planes();
  /// Where the shown image lies.
  std::optional<core::ImagePlane> plane();
  CinePlayer* cine() const { return m_player; }
  /// The slice before the shown one, when there is one in a file of its own.
  std::optional<core::Source> previousSource() const;
  /// The index whose image (or reason) was painted last, or −1.
  int paintedImage() const { return m_painted; }

  /// The wanted image (or the reason why there is none) is what is on the screen.
  bool isSettled() const { return !m_stack || (m_shown == m_index && (m_image || m_error)); }
  bool hasImage() const { return m_image != nullptr; }
  const std::optional<core::Error>& error() const { return m_error; }
  const core::LoadedImagePtr& loadedImage() const { return m_image; }
  std::optional<core::VoiWindow> currentWindow() const;
  const ViewGeometry& geometryState() const { return m_geometry; }
  /// Image coordinates of a point of the widget.
  QPointF toImage(QPointF point) const;
  /// What the four edges say of the patient.
  core::EdgeLetters letters() const;
  /// What the corners say of the shown image; only while one is shown.
  LiveTexts liveTexts();

 signals:
  void imageShown();
  void activated();
  void doubleClicked();
  void stackDropped(const QString& stackKey);
  void contextMenuWanted(QPoint global);

 protected:
  void paintEvent(QPaintEvent*) override;
  void resizeEvent(QResizeEvent*) override;
  void mousePressEvent(QMouseEvent*) override;
  void mouseMoveEvent(QMouseEvent*) override;
  void mouseReleaseEvent(QMouseEvent*) override;
  void mouseDoubleClickEvent(QMouseEvent*) override;
  void wheelEvent(QWheelEvent*) override;
  void leaveEvent(QEvent*) override;
  void hideEvent(QHideEvent*) override;
  void changeEvent(QEvent*) override;
  void dragEnterEvent(QDragEnterEvent*) override;
  void dropEvent(QDropEvent*) override;

 private:
  void load();
  void accept(const core::ImageKey& key, const core::Result<core::LoadedImagePtr>& result);
  void request(const core::ImageKey& key);
  void present(int index, core::LoadedImagePtr image, std::optional<core::Error> error);
  bool isNearer(int index) const;
  void prefetch();
  void startCine();
  void forgetShown();
  void step(int count);
  void zoomBy(double factor, QPointF at);
  bool isMeasuring() const;
  bool beginMeasure(QPointF at);
  void moveMeasure(QPointF at, bool isPressed);
  void endMeasure();
  void dropMeasure();
  void drawMeasurements(QPainter& painter);
  void drawMeasureTexts(QPainter& painter, const QRectF& shape, const QStringList& lines);
  void dragWindow(QPointF delta, Qt::KeyboardModifiers modifiers);
  void changed();

  static constexpr int margin = 8;  ///< device-independent pixels around texts and the cine bar

  QSizeF deviceSize() const;
  QSizeF imageSize() const;
  Spacing spacing() const;
  core::Rendering rendering() const;
  void drawImage();
  QFont annotationFont(QFont font) const;
  void drawOverImage(QPainter& painter);
  void drawTexts(QPainter& painter);
  const core::DataSet* dataSet() const;
  std::uint32_t shownFrame() const;
  QRectF textArea() const;
  core::Spacing scaleSpacing() const;
  bool hasScaleBar() const;
  void drawLetters(QPainter& painter);
  void drawScaleBar(QPainter& painter);
  void drawReferenceLines(QPainter& painter);
  void drawMessage(QPainter& painter, const QString& text);
  QStringList valueTexts();
  QString voiText() const;
  bool windowMissesData();

  std::shared_ptr<core::FrameCache> m_cache;
  int m_client;
  StackPtr m_stack;
  int m_index = 0;
  int m_shown = -1;     ///< the index that m_image and m_error are of
  int m_painted = -1;   ///< the index that was painted last
  int m_direction = 1;  ///< of travel
  std::optional<core::ImageKey> m_requested;
  std::vector<std::optional<core::ImagePlane>> m_planes;
  bool m_planesKnown = false;
  bool m_timed = false;  ///< the cine's timing has been read
  bool m_untouched =
      true;  ///< nobody has scrolled: the first image is shown, also when a scan finds an earlier one
  core::LoadedImagePtr m_image;
  std::optional<core::Error> m_error;
  std::optional<std::pair<double, double>> m_range;
  std::optional<core::VoiChoice> m_voi;  ///< the user's, held for the series
  bool m_inverted = false;
  ViewGeometry m_geometry;
  ViewOptions m_options;
  EmptyHint m_emptyHint = EmptyHint::Files;
  Tool m_tool = Tool::Window;
  bool m_active = false;
  QList<QLineF> m_referenceLines;
  QImage m_canvas;
  bool m_canvasStale = true;
  QTimer m_loadingTimer;  ///< until the old image gives way to "Loading"
  std::optional<QPointF> m_cursor;
  QPointF m_pressed, m_last;
  Qt::MouseButton m_button = Qt::NoButton;
  bool m_moved = false;
  Measurements* m_measurements = nullptr;
  QList<QPointF> m_measured;  ///< of the measurement that is being made, image coordinates
  double m_wheel = 0;
  double m_scrollRest = 0;
  CinePlayer* m_player;
  CineBar* m_bar;
};

}  // namespace app
