// SPDX-License-Identifier: MIT
#include "app/share/sharedialog.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/paint/errortext.h"

namespace app {

ShareDialog::ShareDialog(const QString& title, const QString& verb, QWidget* parent)
    : QDialog(parent),
      m_form(new QVBoxLayout),
      m_body(new QWidget(this)),
      m_warning(new QLabel(this)),
      m_outcome(new QLabel(this)),
      m_progress(new QProgressBar(this)),
      m_problems(new QListWidget(this)),
      m_go(new QPushButton(verb, this)),
      m_cancel(new QPushButton(tr("Close"), this)) {
  setWindowTitle(title);
  setAttribute(Qt::WA_DeleteOnClose);
  m_form->setContentsMargins(0, 0, 0, 0);
  m_body->setLayout(m_form);
  auto* column = new QVBoxLayout(this);
  column->addWidget(m_body, 1);
  for (QLabel* label : {m_warning, m_outcome}) label->setWordWrap(true);
  m_warning->setTextFormat(Qt::PlainText);
  m_warning->setStyleSheet(QStringLiteral(
      "QLabel{border:1px solid #c98a1b;border-radius:4px;padding:6px;background:rgba(224,138,30,40)}"));
  m_outcome->setTextFormat(Qt::PlainText);
  m_outcome->setTextInteractionFlags(Qt::TextSelectableByMouse);
  m_problems->setMaximumHeight(120);
  for (QWidget* part : {static_cast<QWidget*>(m_warning), static_cast<QWidget*>(m_progress),
                        static_cast<QWidget*>(m_outcome), static_cast<QWidget*>(m_problems)}) {
    column->addWidget(part);
    part->hide();
  }
  auto* buttons = new QDialogButtonBox(this);
  buttons->addButton(m_go, QDialogButtonBox::AcceptRole);
  buttons->addButton(m_cancel, QDialogButtonBox::RejectRole);
  m_go->setDefault(true);
  column->addWidget(buttons);
  connect(m_go, &QPushButton::clicked, this, [this] { act(); });
  connect(m_cancel, &QPushButton::clicked, this, &ShareDialog::reject);
  connect(&m_worker, &Worker::progressed, this,
          [this](std::size_t done) { m_progress->setValue(static_cast<int>(done)); });
  connect(&m_worker, &Worker::finished, this, [this] { setRunning(false); });
}

ShareDialog::~ShareDialog() = default;

void ShareDialog::reject() {
  if (!m_worker.isRunning()) return QDialog::reject();
  m_worker.cancel();
  m_cancel->setEnabled(false);
}

void ShareDialog::setWarning(const QStringList& lines) {
  m_warning->setText(lines.join(QLatin1Char('\n')));
  m_warning->setVisible(!lines.isEmpty());
}

void ShareDialog::setRunning(bool running) {
  m_body->setEnabled(!running);
  m_go->setEnabled(!running);
  m_progress->setVisible(running);
  m_cancel->setText(running ? tr("Cancel") : tr("Close"));
  m_cancel->setEnabled(true);
  if (running) m_cancel->setFocus();
}

void ShareDialog::run(std::size_t steps, Worker::Work work) {
  m_progress->setRange(0, static_cast<int>(steps));
  m_progress->setValue(0);
  showOutcome({});
  setRunning(true);
  m_worker.start(std::move(work));
}

void ShareDialog::showOutcome(const QString& text, const QStringList& problems) {
  m_outcome->setText(text);
  m_outcome->setVisible(!text.isEmpty());
  m_problems->clear();
  m_problems->addItems(problems);
  m_problems->setVisible(!problems.isEmpty());
}

QStringList ShareDialog::linesOf(const std::vector<core::Problem>& problems) {
  QStringList lines;
  for (const core::Problem& problem : problems)
    lines << problem.source.displayName() + QStringLiteral(": ") + errorText(problem.error);
  return lines;
}

bool ShareDialog::confirm(const QString& question) {
  QMessageBox box(QMessageBox::Question, windowTitle(), question, QMessageBox::Yes | QMessageBox::Cancel,
                  this);
  box.setDefaultButton(QMessageBox::Cancel);
  return box.exec() == QMessageBox::Yes;
}

}  // namespace app
