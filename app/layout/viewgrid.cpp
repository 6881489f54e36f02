// SPDX-License-Identifier: MIT
#include "app/layout/viewgrid.h"

#include <QGridLayout>
#include <QSet>

namespace app {

namespace {

bool holds(const core::Stack& stack, const ImageView& view) {
  const core::Source& shown = instanceAt(*view.stack(), std::min(view.image(), view.count() - 1)).source;
  return std::any_of(stack.instances.begin(), stack.instances.end(),
                     [&](const core::Instance& instance) { return instance.source == shown; });
}

}  // namespace

ViewGrid::ViewGrid(std::shared_ptr<core::FrameCache> cache, QWidget* parent)
    : QWidget(parent), m_cache(std::move(cache)), m_layout(new QGridLayout(this)) {
  m_layout->setContentsMargins(0, 0, 0, 0);
  m_layout->setSpacing(2);
  for (int i = 0; i < most * most; ++i) {
    auto* view = new ImageView(m_cache, i, this);
    view->hide();
    view->setFocusProxy(this);  // which stays when a cell is hidden
    view->setMeasurements(&m_measurements);
    connect(view, &ImageView::activated, this, [this, i] { setActive(i); });
    connect(view, &ImageView::doubleClicked, this, [this, i] {
      setActive(i);
      toggleOneUp();
    });
    connect(view, &ImageView::imageShown, this, [this, i] { onShown(i); });
    connect(view, &ImageView::stackDropped, this,
            [this, i](const QString& key) { emit stackDropped(i, key); });
    connect(view, &ImageView::contextMenuWanted, this, &ViewGrid::contextMenuWanted);
    m_views.push_back(view);
  }
  m_views.front()->setActive(true);
  arrange();
}

void ViewGrid::setGrid(int rows, int columns) {
  m_rows = std::clamp(rows, 1, most);
  m_columns = std::clamp(columns, 1, most);
  m_oneUp = false;
  if (m_active >= cells()) setActive(0);
  arrange();
}

void ViewGrid::arrange() {
  for (ImageView* view : m_views) {
    m_layout->removeWidget(view);
    view->hide();
  }
  if (m_oneUp) {
    m_layout->addWidget(activeView(), 0, 0);
    activeView()->show();
    return;
  }
  for (int cell = 0; cell < cells(); ++cell) {
    m_layout->addWidget(view(cell), cell / m_columns, cell % m_columns);
    view(cell)->show();
  }
  drawReferences();
}

void ViewGrid::toggleOneUp() {
  if (cells() == 1) return;
  m_oneUp = !m_oneUp;
  arrange();
}

void ViewGrid::setActive(int cell) {
  if (cell == m_active) return;
  activeView()->setActive(false);
  m_active = cell;
  activeView()->setActive(true);
  if (m_oneUp) arrange();
  drawReferences();
  emit activeViewChanged();
}

void ViewGrid::showStack(StackPtr stack, int image) { showInCell(m_active, std::move(stack), image); }

void ViewGrid::showInCell(int cell, StackPtr stack, int image) {
  setActive(cell);
  view(cell)->setStack(std::move(stack), image);
  emit activeViewChanged();
}

void ViewGrid::fill(const QList<StackPtr>& stacks) {
  QSet<QString> shown;
  for (int cell = 0; cell < cells(); ++cell) shown << view(cell)->key();
  int cell = 0;
  for (const StackPtr& stack : stacks) {
    if (shown.contains(stackKey(*stack))) continue;
    while (cell < cells() && view(cell)->stack()) ++cell;
    if (cell == cells()) return;
    view(cell)->setStack(stack);
  }
}

void ViewGrid::updateStacks(const QHash<QString, StackPtr>& stacks) {
  for (ImageView* view : m_views) {
    if (!view->stack()) continue;
    auto at = stacks.find(view->key());
    // A series that turned out to be several has other keys now: the one that holds the shown image goes on.
    if (at == stacks.end())
      at = std::find_if(stacks.begin(), stacks.end(),
                        [view](const StackPtr& stack) { return holds(*stack, *view); });
    if (at != stacks.end()) view->updateStack(*at);
  }
}

void ViewGrid::keepOnly(const QHash<QString, StackPtr>& stacks) {
  for (ImageView* view : m_views)
    if (view->stack() && !stacks.contains(view->key())) view->setStack(nullptr);
  emit activeViewChanged();
}

void ViewGrid::setOptions(const ViewOptions& options) {
  for (ImageView* view : m_views) view->setOptions(options);
}

void ViewGrid::setEmptyHint(EmptyHint hint) {
  for (ImageView* view : m_views) view->setEmptyHint(hint);
}

void ViewGrid::setTool(Tool tool) {
  for (ImageView* view : m_views) view->setTool(tool);
}

void ViewGrid::setLinked(bool linked) {
  m_linked = linked;
  if (linked) follow(m_active);
}

void ViewGrid::setReferenceLines(bool shown) {
  m_references = shown;
  drawReferences();
}

bool ViewGrid::isSettled() const {
  return std::all_of(m_views.begin(), m_views.end(),
                     [](const ImageView* view) { return view->isHidden() || view->isSettled(); });
}

void ViewGrid::onShown(int cell) {
  if (cell == m_active) {
    if (m_linked && !m_following) follow(cell);
    emit imageShown();
  }
  drawReferences();
}

/// Other cells of the same frame of reference go to the image nearest to the leader's centre.
void ViewGrid::follow(int leader) {
  const auto plane = view(leader)->plane();
  if (!plane || plane->frameOfReferenceUid.empty()) return;
  const core::Vector3 centre = plane->toPatient(QPointF(plane->columns / 2.0, plane->rows / 2.0));
  m_following = true;
  for (int cell = 0; cell < cells(); ++cell) {
    const auto& planes = view(cell)->planes();
    if (cell == leader || planes.empty() || !planes.front() ||
        planes.front()->frameOfReferenceUid != plane->frameOfReferenceUid)
      continue;
    if (const auto nearest = core::nearestPlane(planes, centre))
      view(cell)->setImage(static_cast<int>(*nearest));
  }
  m_following = false;
}

void ViewGrid::drawReferences() {
  const auto of = m_references ? activeView()->plane() : std::nullopt;
  for (int cell = 0; cell < static_cast<int>(m_views.size()); ++cell) {
    QList<QLineF> lines;
    const auto in = of && cell != m_active && cell < cells() ? view(cell)->plane() : std::nullopt;
    if (in)
      if (const auto line = core::referenceLine(*of, *in)) lines << QLineF(line->first, line->second);
    view(cell)->setReferenceLines(lines);
  }
}

}  // namespace app
