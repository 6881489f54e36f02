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
constexpr double stackRate = 10;  ///< images a second, of a stack that says nothing of time

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
  connect(&m_loadingTimer, &QTimer::timeout, this, &ImageView::forgetShown);
  connect(m_player, &CinePlayer::frameDue, this, &ImageView::setImage);
  connect(m_player, &CinePlayer::stateChanged, this, qOverload<>(&QWidget::update));
}

ImageView::~ImageView() {
  m_cache->prefetch(m_client, {});
  m_cache->pin(m_client, {});
}

void ImageView::setStack(StackPtr stack, int image) {
  m_player->stop();
  dropMeasure();
  m_stack = std::move(stack);
  m_geometry = ViewGeometry();
  m_voi.reset();
  m_inverted = false;
  m_image.reset();
  m_error.reset();
  m_shown = m_painted = -1;
  m_requested.reset();
  m_planesKnown = false;
  m_direction = 1;
  m_untouched = image == 0;
  m_timed = false;
  m_index = std::clamp(image, 0, std::max(0, count() - 1));
  m_bar->setVisible(m_stack && m_stack->isMultiFrame());
  startCine();
  if (m_stack) load();
  changed();
}

void ImageView::updateStack(StackPtr stack) {
  if (!m_stack || stack->instances.empty()) return;
  const core::ImageKey wanted = imageKey(*m_stack, m_index);
  const auto shown = m_shown >= 0 ? std::optional(imageKey(*m_stack, m_shown)) : std::nullopt;
  const bool isLonger = stack->images() != m_stack->images();
  m_stack = std::move(stack);
  m_planesKnown = false;
  const int at = m_untouched ? 0 : indexOf(*m_stack, wanted);
  m_index = at >= 0 ? at : std::min(m_index, count() - 1);
  m_shown = shown ? indexOf(*m_stack, *shown) : -1;
  if (isLonger) startCine();
  m_bar->showFrame(m_index);
  if (m_shown < 0) forgetShown();
  if (m_shown != m_index) return load();
  prefetch();
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
  if (!m_timed) m_player->setTiming(core::CineTiming::atRate(stackRate, static_cast<std::uint32_t>(count())));
}

void ImageView::setImage(int index) {
  if (!m_stack) return;
  index = std::clamp(index, 0, count() - 1);
  m_untouched = false;
  if (index == m_index && (m_shown == m_index || m_requested)) return;
  m_direction = index < m_index ? -1 : 1;
  dropMeasure();
  m_index = index;
  m_bar->showFrame(index);
  load();
}

void ImageView::showLoaded(StackPtr stack, int index, core::LoadedImagePtr image) {
  if (stack != m_stack) m_planesKnown = false;
  m_stack = std::move(stack);
  m_index = index;
  present(index, std::move(image), std::nullopt);
}

void ImageView::setLook(const ViewLook& look) {
  m_voi = look.voi;
  m_inverted = look.isInverted;
  m_geometry = look.geometry;
  changed();
}

void ImageView::load() {
  const core::ImageKey key = imageKey(*m_stack, m_index);
  m_cache->pin(m_client, {key});
  if (auto cached = m_cache->find(key))
    present(m_index, std::move(cached), std::nullopt);
  else if (auto failure = m_cache->failure(key))
    present(m_index, nullptr, std::move(failure));
  else
    request(key);
  prefetch();
}

void ImageView::request(const core::ImageKey& key) {
  // A cine that outruns the decoder takes what comes when it comes, and asks for what is due then.
  if (m_player->isPlaying() && m_requested) return;
  m_requested = key;
  if (!m_player->isPlaying() && !m_loadingTimer.isActive()) m_loadingTimer.start();
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

/// An image that was wanted a moment ago is shown on the way to the one that is wanted now, with its own
/// texts: who scrolls faster than images are decoded still sees them go by.
void ImageView::accept(const core::ImageKey& key, const core::Result<core::LoadedImagePtr>& result) {
  if (m_requested == key) m_requested.reset();
  if (!m_stack || m_shown == m_index) return;
  const int index = indexOf(*m_stack, key);
  const bool isWanted = index == m_index;
  const bool isCancelled = !result && result.error().code == core::ErrorCode::Cancelled;
  if (result && index >= 0 && (isWanted || isNearer(index)))
    present(index, *result, std::nullopt);
  else if (!result && isWanted && !isCancelled)
    present(index, nullptr, result.error());
  if (m_shown != m_index && !m_requested) load();
}

bool ImageView::isNearer(int index) const {
  return m_shown < 0 || m_player->isPlaying() || std::abs(index - m_index) < std::abs(m_shown - m_index);
}

void ImageView::present(int index, core::LoadedImagePtr image, std::optional<core::Error> error) {
  m_image = std::move(image);
  m_error = std::move(error);
  m_shown = index;
  m_range.reset();
  if (m_shown == m_index)
    m_loadingTimer.stop();
  else if (m_loadingTimer.isActive())
    m_loadingTimer.start();
  if (m_image && !m_timed && m_stack->isMultiFrame()) {
    m_timed = true;
    m_planesKnown = false;
    m_player->setTiming(
        core::CineTiming::of(m_image->reader->file().dataSet(), static_cast<std::uint32_t>(count())));
  }
  m_bar->showFrame(m_index);
  changed();
  emit imageShown();
}

void ImageView::prefetch() {
  std::vector<core::ImageKey> keys;
  if (m_player->isPlaying()) {
    for (const int at : m_player->upcoming(aheadOfTravel))
      if (at < count()) keys.push_back(imageKey(*m_stack, at));
    return m_cache->prefetch(m_client, std::move(keys));
  }
  for (int i = 1; i <= std::min(aheadOfTravel, count() - 1); ++i)
    for (const int way : {m_direction, -m_direction}) {
      const int at = m_index + way * i;
      if (at >= 0 && at < count() && (way == m_direction || i <= aroundImage))
        keys.push_back(imageKey(*m_stack, at));
    }
  m_cache->prefetch(m_client, std::move(keys));
}

const std::vector<std::optional<core::ImagePlane>>& ImageView::planes() {
  if (m_planesKnown) return m_planes;
  m_planes = m_stack ? planesOf(*m_stack, dataSet()) : std::vector<std::optional<core::ImagePlane>>();
  m_planesKnown = m_stack && (!m_stack->isMultiFrame() || dataSet());
  return m_planes;
}

std::optional<core::ImagePlane> ImageView::plane() {
  const auto& all = planes();
  const auto at = static_cast<std::size_t>(m_shown >= 0 ? m_shown : m_index);
  return at < all.size() ? all[at] : std::nullopt;
}

std::optional<core::Source> ImageView::previousSource() const {
  if (!m_stack || m_stack->isMultiFrame() || m_shown < 1) return std::nullopt;
  return instanceAt(*m_stack, m_shown - 1).source;
}

void ImageView::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) update();
  QWidget::changeEvent(event);
}

void ImageView::hideEvent(QHideEvent*) { m_player->stop(); }

void ImageView::step(int steps) { setImage(m_index + steps); }

void ImageView::setVoi(core::VoiChoice choice) {
  m_voi = std::move(choice);
  changed();
}

QList<VoiEntry> ImageView::voiMenuEntries() const {
  if (!m_image || !m_stack) return {};
  return voiEntries(m_image->prepared->display(), instanceAt(*m_stack, m_shown).modality);
}

void ImageView::setTool(Tool tool) {
  dropMeasure();
  m_tool = tool;
}

void ImageView::setOptions(const ViewOptions& options) {
  m_options = options;
  changed();
}

void ImageView::setEmptyHint(EmptyHint hint) {
  m_emptyHint = hint;
  if (!m_stack) update();
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
    case ViewCommand::RemoveMeasurement:
      dropMeasure();
      if (m_measurements && m_image) m_measurements->removeNewest(imageKey(*m_stack, m_shown));
      break;
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
