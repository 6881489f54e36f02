// SPDX-License-Identifier: MIT
#pragma once

#include <QSortFilterProxyModel>

#include "app/share/editdocument.h"
#include "app/share/sharedialog.h"
#include "core/open/source.h"

class QCheckBox;
class QLineEdit;
class QToolButton;
class QTreeView;

namespace app {

class EditModel;

/// Edits a copy of a file's metadata and saves it as a new file. The file that it is of is never touched.
class EditDialog : public ShareDialog {
  Q_OBJECT

 public:
  EditDialog(std::shared_ptr<const core::DicomFile> file, const core::Source& source,
             QWidget* parent = nullptr);
  ~EditDialog() override;

  EditDocument& document() { return m_document; }
  EditModel* model() const { return m_model; }
  QTreeView* tree() const { return m_tree; }
  QLineEdit* search() const { return m_search; }
  QLineEdit* target() const { return m_target; }
  QCheckBox* newUid() const { return m_newUid; }
  QCheckBox* opens() const { return m_opens; }
  void addElement(core::Tag tag, core::Vr vr, const QString& value);
  void removeCurrent();

  void reject() override;

 signals:
  /// A copy was saved and is to be shown.
  void openWanted(const QString& path);

 protected:
  void act() override;

 private:
  void makeTree();
  void makeButtons(QLayout& row);
  QLayout* makeTarget();
  void askElement();
  void addItem();
  void say(const core::Status& done, const QString& about);
  void say(const QString& reason);
  void keepOpen();
  void reopen();
  QModelIndex current() const;
  void browse();

  EditDocument m_document;
  core::Source m_source;
  EditModel* m_model;
  QSortFilterProxyModel* m_filter;
  QTreeView* m_tree;
  QLineEdit *m_search, *m_target;
  QLabel *m_reason, *m_count;
  QCheckBox *m_newUid, *m_opens;
  QList<EditPath> m_open;
  EditPath m_current;
  bool m_saved = true;
};

}  // namespace app
