// SPDX-License-Identifier: MIT
#pragma once

#include <QHash>
#include <QIcon>
#include <QSet>
#include <QTreeWidget>
#include <QWidget>
#include <optional>

#include "app/open/library.h"
#include "core/open/scan.h"

class QComboBox;
class QLabel;
class QToolButton;

namespace app {

/// Patient › study › series with thumbnails. A click shows a series in the active viewport, a drag in
/// another.
class BrowserPanel : public QWidget {
  Q_OBJECT

 public:
  explicit BrowserPanel(std::shared_ptr<core::FrameCache> cache, QWidget* parent = nullptr);

  enum class Scan { Running, Complete };
  void show(const Library& library, Scan scan = Scan::Complete);
  /// The series of the active viewport: marked, and its order named.
  void setCurrent(const QString& key, const StackPtr& stack);
  void setHidesPatient(bool hides);
  bool hasAllThumbnails() const { return m_pending.isEmpty(); }
  QTreeWidget* tree() const { return m_tree; }

 signals:
  void chosen(const QString& key);
  /// The image for the thumbnail cannot be shown.
  void failed(const core::Problem& problem);
  void sortWanted(const QString& key, core::SortKey order, bool reversed);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void retranslate();
  std::optional<int> placeOfCurrent() const;
  void labelPatient(QTreeWidgetItem* item) const;
  void addStack(QTreeWidgetItem* study, const ListedStack& listed);
  void requestThumbnail(const QString& key, const core::Stack& stack);
  void setThumbnail(const QString& key, const QImage& image);

  std::shared_ptr<core::FrameCache> m_cache;
  QTreeWidget* m_tree;
  QLabel* m_orderLabel;
  QComboBox* m_order;
  QToolButton* m_reverse;
  QLabel* m_notices;
  QHash<QString, QIcon> m_thumbnails;
  QHash<QString, core::ImageKey> m_thumbnailOf;  ///< the image that was asked for last
  QHash<QString, StackPtr> m_stacks;
  Scan m_scan = Scan::Complete;
  QHash<QString, QTreeWidgetItem*> m_items;
  QSet<QString> m_pending;
  QString m_current;
  bool m_hidesPatient = false;
};

}  // namespace app
