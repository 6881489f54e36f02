// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>

#include "app/share/worker.h"
#include "core/open/scan.h"

class QDialogButtonBox;
class QLabel;
class QListWidget;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace app {

/// What the dialogs that write files have in common: a form above; below it a warning, progress, what came of
/// it with the problems, and the buttons. The window stays live meanwhile. Escape and Cancel stop a running
/// work first.
class ShareDialog : public QDialog {
  Q_OBJECT

 public:
  ShareDialog(const QString& title, const QString& verb, QWidget* parent);
  ~ShareDialog() override;

  Worker* worker() { return &m_worker; }
  QPushButton* go() const { return m_go; }
  QPushButton* cancel() const { return m_cancel; }
  QLabel* warning() const { return m_warning; }
  QLabel* outcome() const { return m_outcome; }
  QListWidget* problems() const { return m_problems; }

  void reject() override;

 protected:
  QVBoxLayout* form() const { return m_form; }
  /// What the button does.
  virtual void act() = 0;
  void setWarning(const QStringList& lines);
  void run(std::size_t steps, Worker::Work work);
  void showOutcome(const QString& text, const QStringList& problems = {});
  /// "image 3.dcm: the file is cut short" in the person's language.
  static QStringList linesOf(const std::vector<core::Problem>& problems);
  bool confirm(const QString& question);

 private:
  void setRunning(bool running);

  QVBoxLayout* m_form;
  QWidget* m_body;
  QLabel *m_warning, *m_outcome;
  QProgressBar* m_progress;
  QListWidget* m_problems;
  QPushButton *m_go, *m_cancel;
  Worker m_worker;  // last: its work may touch the rest
};

}  // namespace app
