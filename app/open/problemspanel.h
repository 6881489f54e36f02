// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>
#include <vector>

#include "core/open/scan.h"

class QLabel;
class QTreeWidget;

namespace app {

/// What could not be opened, with file and reason, and how many files were passed over as not being DICOM.
class ProblemsPanel : public QWidget {
  Q_OBJECT

 public:
  explicit ProblemsPanel(QWidget* parent = nullptr);
  void add(const std::vector<core::Problem>& problems);
  void setSkipped(quint64 count);
  void clear();
  int count() const;
  /// A line a problem: file, tab, reason.
  QString asText() const;

 private:
  QTreeWidget* m_list;
  QLabel* m_skipped;
};

}  // namespace app
