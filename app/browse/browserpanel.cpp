// SPDX-License-Identifier: MIT
#include "app/browse/browserpanel.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMimeData>
#include <QPainter>
#include <QPointer>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/paint/cornertexts.h"
#include "app/paint/viewgeometry.h"
#include "app/theme/theme.h"

namespace app {

namespace {

constexpr int keyRole = Qt::UserRole;
constexpr int labelRole = Qt::UserRole + 1;
constexpr int studyRole = Qt::UserRole + 2;
constexpr int thumbnailSize = 72;
constexpr core::SortKey orders[] = {core::SortKey::Automatic,       core::SortKey::Position,
                                    core::SortKey::InstanceNumber,  core::SortKey::SliceLocation,
                                    core::SortKey::AcquisitionTime, core::SortKey::FileName};

/// Its drags carry the key of a series.
class SeriesTree : public QTreeWidget {
 public:
  using QTreeWidget::QTreeWidget;

 protected:
  QStringList mimeTypes() const override { return {QStringLiteral("application/x-dicomaestro-stack")}; }
  QMimeData* mimeData(const QList<QTreeWidgetItem*>& items) const override {
    if (items.isEmpty() || items.front()->data(0, keyRole).toString().isEmpty()) return nullptr;
    auto* carried = new QMimeData;
    carried->setData(mimeTypes().front(), items.front()->data(0, keyRole).toString().toUtf8());
    return carried;
  }
};

QImage thumbnailOf(const core::LoadedImage& image) {
  const core::Frame& frame = image.prepared->frame();
  QImage target(thumbnailSize * 2, thumbnailSize * 2, QImage::Format_RGB32);
  const Spacing spacing = core::displaySpacing(image.reader->file().dataSet(), 0);
  const QTransform fitted =
      ViewGeometry().imageToView(QSizeF(frame.columns, frame.rows), target.size(), spacing);
  image.prepared->paint(target, fitted, {}, core::Sampling::Bilinear, qRgb(0, 0, 0));
  return target;
}

/// What stands for a picture: a sign in the middle of grey; none while the picture is on its way.
QImage placeholder(const QString& sign = {}) {
  constexpr int signSize = 56;
  QImage image(thumbnailSize * 2, thumbnailSize * 2, QImage::Format_RGB32);
  image.fill(qRgb(40, 43, 48));
  if (sign.isEmpty()) return image;
  QPainter painter(&image);
  const QRect middle(thumbnailSize - signSize / 2, thumbnailSize - signSize / 2, signSize, signSize);
  themedIcon(sign, themePalette(Theme::Dark)).paint(&painter, middle, Qt::AlignCenter, QIcon::Disabled);
  return image;
}

const QString noImageSign = QStringLiteral("file"), failedSign = QStringLiteral("triangle-alert");

/// The grey values of a series that is chosen are not tinted.
QIcon iconOf(const QImage& image) {
  const QPixmap pixmap = QPixmap::fromImage(image);
  QIcon icon(pixmap);
  icon.addPixmap(pixmap, QIcon::Selected);
  return icon;
}

}  // namespace

BrowserPanel::BrowserPanel(std::shared_ptr<core::FrameCache> cache, QWidget* parent)
    : QWidget(parent),
      m_cache(std::move(cache)),
      m_tree(new SeriesTree(this)),
      m_orderLabel(new QLabel(this)),
      m_order(new QComboBox(this)),
      m_reverse(new QToolButton(this)),
      m_notices(new QLabel(this)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  m_tree->setHeaderHidden(true);
  m_tree->setIconSize({thumbnailSize, thumbnailSize});
  m_tree->setIndentation(10);
  m_tree->setDragEnabled(true);
  m_tree->setDragDropMode(QAbstractItemView::DragOnly);
  m_tree->setTextElideMode(Qt::ElideRight);
  m_tree->setFocusPolicy(Qt::ClickFocus);
  for (const auto key : orders) m_order->addItem(QString(), static_cast<int>(key));
  m_reverse->setText(QStringLiteral("⇅"));
  m_reverse->setCheckable(true);
  m_order->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  m_order->setMinimumContentsLength(4);
  m_notices->setWordWrap(true);
  auto* row = new QHBoxLayout;
  row->setContentsMargins(6, 2, 6, 2);
  row->addWidget(m_orderLabel);
  row->addWidget(m_order, 1);
  row->addWidget(m_reverse);
  column->addWidget(m_tree, 1);
  column->addLayout(row);
  column->addWidget(m_notices);
  m_notices->setContentsMargins(6, 0, 6, 6);
  const auto sort = [this] {
    if (!m_current.isEmpty())
      emit sortWanted(m_current, static_cast<core::SortKey>(m_order->currentData().toInt()),
                      m_reverse->isChecked());
  };
  connect(m_order, &QComboBox::activated, this, sort);
  connect(m_reverse, &QToolButton::clicked, this, sort);
  connect(m_tree, &QTreeWidget::itemClicked, this, [this](QTreeWidgetItem* item) {
    if (const QString key = item->data(0, keyRole).toString(); !key.isEmpty()) emit chosen(key);
  });
  retranslate();
}

void BrowserPanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

void BrowserPanel::retranslate() {
  m_orderLabel->setText(tr("Sorted by"));
  m_reverse->setToolTip(tr("Reverse the order"));
  for (int i = 0; i < m_order->count(); ++i) m_order->setItemText(i, sortedByText(orders[i]));
}

void BrowserPanel::show(const Library& library, Scan scan) {
  m_scan = scan;
  m_stacks = library.stacks();
  // What is closed leaves no picture behind.
  const auto isClosed = [&](const auto& known) { return !library.stacks().contains(known.key()); };
  m_thumbnails.removeIf(isClosed);
  m_thumbnailOf.removeIf(isClosed);
  const std::optional<int> place = placeOfCurrent();
  const int scrolled = m_tree->verticalScrollBar()->value();
  m_tree->clear();
  m_items.clear();
  for (const ListedPatient& patient : library.patients()) {
    auto* top = new QTreeWidgetItem(m_tree);
    top->setData(0, labelRole, patient.label);
    labelPatient(top);
    QFont bold = top->font(0);
    bold.setBold(true);
    top->setFont(0, bold);
    for (const ListedStudy& study : patient.studies) {
      auto* item = new QTreeWidgetItem(top, {study.label});
      item->setToolTip(0, study.label);
      item->setData(0, studyRole, QString::fromStdString(study.uid));
      for (const ListedStack& listed : study.stacks) addStack(item, listed);
    }
  }
  m_tree->expandAll();
  if (QTreeWidgetItem* item = m_items.value(m_current)) m_tree->setCurrentItem(item);
  m_tree->verticalScrollBar()->setValue(scrolled);
  // What is found meanwhile may stand above it: the eye keeps the series where it was.
  if (const std::optional<int> now = placeOfCurrent(); now && place)
    m_tree->verticalScrollBar()->setValue(scrolled + *now - *place);
}

/// How far down the series of the active viewport stands, when it is in sight.
std::optional<int> BrowserPanel::placeOfCurrent() const {
  QTreeWidgetItem* item = m_items.value(m_current);
  if (!item) return std::nullopt;
  return m_tree->visualItemRect(item).top();
}

void BrowserPanel::addStack(QTreeWidgetItem* study, const ListedStack& listed) {
  auto* item = new QTreeWidgetItem(study, {listed.label});
  item->setData(0, keyRole, listed.key);
  item->setToolTip(0, stackNotices(*listed.stack).join(QLatin1Char('\n')));
  m_items.insert(listed.key, item);
  if (const auto known = m_thumbnails.constFind(listed.key); known != m_thumbnails.cend()) {
    item->setIcon(0, *known);
    // While a scan runs the middle moves; the one that it comes to in the end counts.
    if (m_scan == Scan::Complete) requestThumbnail(listed.key, *listed.stack);
    return;
  }
  const bool hasPixels = listed.stack->instances.front().hasPixels;
  item->setIcon(0, iconOf(placeholder(hasPixels ? QString() : noImageSign)));
  requestThumbnail(listed.key, *listed.stack);
}

/// The middle image, small; it is decoded once, after what is looked at.
void BrowserPanel::requestThumbnail(const QString& key, const core::Stack& stack) {
  if (m_pending.contains(key) || !stack.instances.front().hasPixels) return;
  const core::ImageKey middle = imageKey(stack, static_cast<int>(stack.images() / 2));
  if (m_thumbnails.contains(key) && m_thumbnailOf.value(key) == middle) return;
  m_pending.insert(key);
  m_thumbnailOf.insert(key, middle);
  m_cache->request(
      middle, [panel = QPointer<BrowserPanel>(this), key](const core::ImageKey& asked,
                                                          const core::Result<core::LoadedImagePtr>& result) {
        const QImage image = result ? thumbnailOf(**result) : QImage();
        const auto error = result ? std::nullopt : std::optional(result.error());
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [panel, key, image, asked, error] {
              if (panel && error) emit panel->failed({asked.source, *error});
              if (panel) panel->setThumbnail(key, image);
            },
            Qt::QueuedConnection);
      });
}

void BrowserPanel::setThumbnail(const QString& key, const QImage& image) {
  m_pending.remove(key);
  if (!m_stacks.contains(key)) return;  // closed meanwhile
  m_thumbnails.insert(key, iconOf(image.isNull() ? placeholder(failedSign) : image));
  if (QTreeWidgetItem* item = m_items.value(key)) item->setIcon(0, m_thumbnails[key]);
  if (m_scan == Scan::Complete) requestThumbnail(key, *m_stacks[key]);
}

void BrowserPanel::setCurrent(const QString& key, const StackPtr& stack) {
  m_current = key;
  if (QTreeWidgetItem* item = m_items.value(key)) m_tree->setCurrentItem(item);
  const QSignalBlocker quiet(m_order);
  m_order->setEnabled(stack != nullptr);
  m_notices->setVisible(stack && !stackNotices(*stack).isEmpty());
  if (!stack) return;
  m_order->setCurrentIndex(m_order->findData(static_cast<int>(stack->sortedBy)));
  m_reverse->setChecked(stack->isReversed);
  m_notices->setText(stackNotices(*stack).join(QLatin1Char('\n')));
}

void BrowserPanel::setHidesPatient(bool hides) {
  m_hidesPatient = hides;
  for (int i = 0; i < m_tree->topLevelItemCount(); ++i) labelPatient(m_tree->topLevelItem(i));
}

/// In a narrow list the tool tip says the rest.
void BrowserPanel::labelPatient(QTreeWidgetItem* item) const {
  const QString label = m_hidesPatient ? tr("Patient") : item->data(0, labelRole).toString();
  item->setText(0, label);
  item->setToolTip(0, label);
}

}  // namespace app
