// SPDX-License-Identifier: MIT
#pragma once

#include "app/share/sharedialog.h"
#include "core/create/compose.h"
#include "core/parse/dicomfile.h"

class QCheckBox;
class QComboBox;
class QDateEdit;
class QFormLayout;
class QLineEdit;
class QListWidget;
class QToolButton;

namespace app {

class NameEdit;

/// File › New DICOM: pictures or a PDF become DICOM objects with a patient and a study. Every field is
/// checked against its VR as one types.
class NewDialog : public ShareDialog {
  Q_OBJECT

 public:
  /// shown: the file on the screen, whose patient and study may be taken over; may be null.
  explicit NewDialog(std::shared_ptr<const core::DicomFile> shown, QWidget* parent = nullptr);

  void addFiles(const QStringList& files);
  QListWidget* files() const { return m_files; }
  NameEdit* name() const { return m_name; }
  QLineEdit* line(core::Tag tag) const;
  QDateEdit* birthDate() const { return m_birthDate; }
  QCheckBox* knowsBirthDate() const { return m_knowsBirthDate; }
  QDateEdit* studyDate() const { return m_studyDate; }
  QCheckBox* multiFrame() const { return m_multiFrame; }
  QCheckBox* inherits() const { return m_inherits; }
  QComboBox* syntax() const { return m_syntax; }
  QLineEdit* target() const { return m_target; }
  QLabel* reason() const { return m_reason; }

 signals:
  /// Files were made and are to be shown.
  void openWanted(const QStringList& paths);

 protected:
  void act() override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;

 private:
  struct Field {
    core::Tag tag;
    core::Vr vr;
    QLineEdit* line;
    QString name;
    bool isInherited;
  };

  QWidget* makeFiles();
  QWidget* makePatient();
  QWidget* makeStudy();
  QWidget* makeSeries();
  QWidget* makeTarget();
  void addField(QFormLayout& rows, core::Tag tag, core::Vr vr, const QString& label, bool isInherited);
  QWidget* dateRow(QCheckBox*& known, QDateEdit*& date);
  void move(int by);
  void check();
  QString wrongField() const;
  void put(core::EditSet& set, core::Tag tag, core::Vr vr, const QString& text) const;
  core::CreateRequest request() const;

  std::shared_ptr<const core::DicomFile> m_shown;
  QListWidget* m_files;
  QCheckBox *m_multiFrame, *m_grey, *m_inherits, *m_knowsBirthDate = nullptr, *m_knowsStudyDate = nullptr,
                                                 *m_opens;
  NameEdit *m_name, *m_physician;
  QDateEdit *m_birthDate = nullptr, *m_studyDate = nullptr;
  QComboBox *m_sex, *m_modality, *m_syntax;
  QLineEdit* m_target;
  QLabel* m_reason;
  QWidget *m_patientBox = nullptr, *m_studyBox = nullptr;
  std::vector<Field> m_fields;
};

}  // namespace app
