// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>

#include "core/parse/tag.h"
#include "core/parse/vr.h"

class QComboBox;
class QDialogButtonBox;
class QLabel;
class QLineEdit;

namespace app {

/// Asks for an element that is to be added: by keyword or tag, with the VR of the dictionary and a value.
class AddElementDialog : public QDialog {
  Q_OBJECT

 public:
  explicit AddElementDialog(QWidget* parent = nullptr);

  core::Tag tag() const { return m_tag; }
  core::Vr vr() const;
  QString value() const;
  QLineEdit* tagLine() const { return m_tagLine; }
  QLineEdit* valueLine() const { return m_value; }
  QComboBox* vrs() const { return m_vrs; }

 private:
  void tagTyped(const QString& text);
  void check();

  core::Tag m_tag;
  QLineEdit *m_tagLine, *m_value;
  QComboBox* m_vrs;
  QLabel *m_name, *m_reason;
  QDialogButtonBox* m_buttons;
};

}  // namespace app
