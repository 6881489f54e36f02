// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>
#include <vector>

#include "core/open/scan.h"

class QLabel;
class QPushButton;
class QTreeWidget;

namespace app {

/// What could not be opened, with file and reason, and how many files were passed over as not being DICOM.
class ProblemsPanel : public QWidget {
  Q_OBJECT

 public:
  explicit ProblemsPanel(QWidget* parent = nullptr);
  void add(const std::vector<core::Problem>& problems);
  /// The same file with the same reason is listed once.
  void addOnce(const core::Problem& problem);
  /// Without names of files: they can name a patient.
  void setHidesPatient(bool hides);
  void setSkipped(quint64 count);
  void clear();
  int count() const;
  /// A line a problem: file, tab, reason.
  QString asText() const;

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void retranslate();
  void list(std::size_t from);

  std::vector<core::Problem> m_problems;
  quint64 m_skippedCount = 0;
  bool m_hidesPatient = false;
  QTreeWidget* m_list;
  QLabel* m_skipped;
  QPushButton* m_copy;
  QPushButton* m_clear;
};

}  // namespace app
