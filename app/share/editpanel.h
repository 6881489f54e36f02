// SPDX-License-Identifier: MIT
#pragma once

#include "app/share/editdocument.h"
#include "app/share/openrows.h"
#include "app/share/worker.h"
#include "app/tags/tageditor.h"
#include "core/open/source.h"

class QCheckBox;
class QLabel;
class QPushButton;
class QStackedLayout;
class QToolButton;
class QTreeView;

namespace app {

/// Edits a copy of a file's metadata in the metadata panel and saves it as a new file. The file that it is of
/// is never touched, and stays the one it is when the window goes on to another image. While the patient is
/// hidden nothing of it is seen until somebody asks for it.
class EditPanel : public TagEditor {
  Q_OBJECT

 public:
  EditPanel(std::shared_ptr<const core::DicomFile> file, const core::Source& source,
            QWidget* parent = nullptr);
  ~EditPanel() override;

  EditDocument& document() { return m_document; }
  EditModel* model() const { return m_model; }
  QTreeView* tree() const { return m_tree; }
  QCheckBox* newUid() const { return m_newUid; }
  QCheckBox* opens() const { return m_opens; }
  QPushButton* saver() const { return m_save; }
  QPushButton* shower() const { return m_show; }
  QLabel* outcome() const { return m_outcome; }
  bool isSaving() const { return m_worker.isRunning(); }
  void addElement(core::Tag tag, core::Vr vr, const QString& value);
  void removeCurrent();
  /// Writes the copy in the background.
  void save(const QString& path);

  void setWords(const QString& words) override;
  void setHidesPatient(bool hides) override;
  void setShownFile(const std::shared_ptr<const core::DicomFile>& file) override;
  bool mayClose() override;

 signals:
  /// A copy was saved and is to be shown.
  void openWanted(const QString& path);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void makeTree();
  void makeActions(QLayout& row);
  QWidget* makeCover();
  void retranslate();
  void tellChanges();
  void askElement();
  void addItem();
  void askSave();
  void say(const core::Status& done, const QString& about);
  void say(const QString& reason);
  QModelIndex current() const;

  EditDocument m_document;
  core::Source m_source;
  EditModel* m_model;
  EditFilter* m_filter;
  QTreeView* m_tree;
  OpenRows m_rows;
  QStackedLayout* m_layers;
  QList<QAction*> m_actions;
  QLabel *m_elsewhere, *m_reason, *m_count, *m_outcome, *m_hidden;
  QCheckBox *m_newUid, *m_opens;
  QPushButton *m_save, *m_show;
  QString m_lastPath;
  Worker m_worker;  // last: its work may touch the rest
};

}  // namespace app
