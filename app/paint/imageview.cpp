// SPDX-License-Identifier: MIT
#include "app/paint/imageview.h"

#include <QCoreApplication>

#include "app/cine/cinebar.h"
#include "app/cine/cineplayer.h"

namespace app {

namespace {

constexpr int loadingDelay = 200;  ///< ms
constexpr int aheadOfTravel = 24;
constexpr int aroundImage = 2;
constexpr double zoomStep = 1.25;

}  // namespace

ImageView::ImageView(std::shared_ptr<core::FrameCache> cache, int client, QWidget* parent)
    : QWidget(parent),
      m_cache(std::move(cache)),
      m_client(client),
      m_player(new CinePlayer(this)),
      m_bar(new CineBar(m_player, this)) {
  setAcceptDrops(true);
  setMouseTracking(true);
  setMinimumSize(96, 96);
  setAttribute(Qt::WA_OpaquePaintEvent);
  m_loadingTimer.setSingleShot(true);
  m_loadingTimer.setInterval(loadingDelay);
  connect(&m_loadingTimer, &QTimer::timeout, this, [this] {
    m_image.reset();
    m_error.reset();
    changed();
  });
  connect(m_player, &CinePlayer::frameDue, this, &ImageView::setImage);
  connect(m_player, &CinePlayer::stateChanged, this, qOverload<>(&QWidget::update));
}

ImageView::~ImageView() {
  m_cache->prefetch(m_client, {});
  m_cache->pin(m_client, {});
}

void ImageView::setStack(StackPtr stack, int image) {
  m_player->stop();
  m_stack = std::move(stack);
  m_geometry = ViewGeometry();
  m_voi.reset();
  m_inverted = false;
  m_image.reset();
  m_error.reset();
  m_shown = -1;
  m_direction = 1;
  m_untouched = image == 0;
  m_timed = false;
  m_index = std::clamp(image, 0, std::max(0, count() - 1));
  m_bar->setVisible(m_stack && m_stack->isMultiFrame());
  if (m_stack) load();
  startCine();
  changed();
}

void ImageView::updateStack(StackPtr stack) {
  if (!m_stack || stack->instances.empty()) return;
  const core::ImageKey shown = imageKey(*m_stack, std::min(m_index, count() - 1));
  m_stack = std::move(stack);
  const bool isStill = imageKey(*m_stack, 0) == shown;
  if (m_untouched && !isStill) {
    m_index = 0;
    forgetShown();
    startCine();
    return load();
  }
  for (int i = 0; i < count(); ++i)
    if (imageKey(*m_stack, i) == shown) {
      m_shown = m_shown == m_index ? i : m_shown;
      m_index = i;
      break;
    }
  m_index = std::min(m_index, count() - 1);
  startCine();
  if (m_shown != m_index) {
    forgetShown();
    load();
  }
  update();
  emit imageShown();
}

/// The image on the screen belongs to an index of the stack before: without its place it has no texts.
void ImageView::forgetShown() {
  m_shown = -1;
  m_image.reset();
  m_error.reset();
  changed();
}

void ImageView::startCine() {
  if (!m_stack) return;
  m_bar->setRange(count());
  if (!m_stack->isMultiFrame())
    m_player->setTiming(core::CineTiming::atRate(10, static_cast<std::uint32_t>(count())));
}

void ImageView::setImage(int index) {
  if (!m_stack) return;
  index = std::clamp(index, 0, count() - 1);
  m_untouched = false;
  if (index == m_index && m_shown == m_index) return;
  m_direction = index < m_index ? -1 : 1;
  m_index = index;
  m_bar->showFrame(index);
  load();
}

void ImageView::load() {
  const core::ImageKey key = imageKey(*m_stack, m_index);
  m_cache->pin(m_client, {key});
  if (auto cached = m_cache->find(key)) return present(std::move(cached), std::nullopt);
  if (auto failure = m_cache->failure(key)) return present(nullptr, std::move(failure));
  m_loadingTimer.start();
  m_cache->request(key, [view = QPointer<ImageView>(this)](const core::ImageKey& done,
                                                           const core::Result<core::LoadedImagePtr>& result) {
    // The pool's thread only carries the values across; the pointer is looked at where it lives.
    QMetaObject::invokeMethod(
        QCoreApplication::instance(),
        [view, done, result] {
          if (view) view->accept(done, result);
        },
        Qt::QueuedConnection);
  });
}

void ImageView::accept(const core::ImageKey& key, const core::Result<core::LoadedImagePtr>& result) {
  if (!m_stack || m_shown == m_index || !(imageKey(*m_stack, m_index) == key))
    return;  // an answer to an older question
  if (result)
    present(*result, std::nullopt);
  else
    present(nullptr, result.error());
}

void ImageView::present(core::LoadedImagePtr image, std::optional<core::Error> error) {
  const bool first = !m_timed;
  m_timed = true;
  m_loadingTimer.stop();
  m_image = std::move(image);
  m_error = std::move(error);
  m_shown = m_index;
  m_range.reset();
  if (m_image && first && m_stack->isMultiFrame())
    m_player->setTiming(
        core::CineTiming::of(m_image->reader->file().dataSet(), static_cast<std::uint32_t>(count())));
  m_bar->showFrame(m_index);
  m_player->shown(m_index);
  prefetch();
  changed();
  emit imageShown();
}

void ImageView::prefetch() {
  std::vector<core::ImageKey> keys;
  const bool loops = m_player->isPlaying();
  for (int i = 1; i <= std::min(aheadOfTravel, count() - 1); ++i)
    for (const int way : {m_direction, -m_direction}) {
      if (way == -m_direction && i > aroundImage) continue;
      int at = m_index + way * i;
      if (loops) at = (at % count() + count()) % count();
      if (at >= 0 && at < count()) keys.push_back(imageKey(*m_stack, at));
    }
  m_cache->prefetch(m_client, std::move(keys));
}

void ImageView::step(int steps) { setImage(m_index + steps); }

void ImageView::setVoi(core::VoiChoice choice) {
  m_voi = std::move(choice);
  changed();
}

QList<VoiEntry> ImageView::voiMenuEntries() const {
  if (!m_image || !m_stack) return {};
  return voiEntries(m_image->prepared->display(), instanceAt(*m_stack, m_shown).modality);
}

void ImageView::setTool(Tool tool) { m_tool = tool; }

void ImageView::setOptions(const ViewOptions& options) {
  m_options = options;
  changed();
}

void ImageView::setActive(bool active) {
  if (m_active == active) return;
  m_active = active;
  update();
}

void ImageView::setReferenceLines(QList<QLineF> lines) {
  if (lines == m_referenceLines) return;
  m_referenceLines = std::move(lines);
  update();
}

void ImageView::changed() {
  m_canvasStale = true;
  update();
}

void ImageView::run(ViewCommand command) {
  const QPointF centre = QRectF(rect()).center();
  switch (command) {
    case ViewCommand::Fit:
      m_geometry.zoom.reset();
      m_geometry.pan = {};
      break;
    case ViewCommand::OneToOne:
      m_geometry.zoom = 1.0;
      m_geometry.pan = {};
      break;
    case ViewCommand::ZoomIn:
      zoomBy(zoomStep, centre);
      break;
    case ViewCommand::ZoomOut:
      zoomBy(1 / zoomStep, centre);
      break;
    case ViewCommand::FlipHorizontal:
      m_geometry.flip(true);
      break;
    case ViewCommand::FlipVertical:
      m_geometry.flip(false);
      break;
    case ViewCommand::RotateLeft:
      m_geometry.rotate(-1);
      break;
    case ViewCommand::RotateRight:
      m_geometry.rotate(1);
      break;
    case ViewCommand::Invert:
      m_inverted = !m_inverted;
      break;
    case ViewCommand::Reset:
      m_geometry = ViewGeometry();
      m_inverted = false;
      m_voi.reset();
      break;
    case ViewCommand::ResetWindow:
      m_voi.reset();
      break;
    case ViewCommand::NextImage:
      return step(1);
    case ViewCommand::PreviousImage:
      return step(-1);
    case ViewCommand::Next10:
      return step(10);
    case ViewCommand::Previous10:
      return step(-10);
    case ViewCommand::FirstImage:
      return setImage(0);
    case ViewCommand::LastImage:
      return setImage(count() - 1);
    case ViewCommand::PlayPause:
      if (count() > 1) {
        m_bar->show();
        m_player->toggle(m_index);
      }
      break;
  }
  changed();
}

}  // namespace app
