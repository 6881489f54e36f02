// SPDX-License-Identifier: MIT
#pragma once

#include "app/share/exportsubject.h"
#include "app/share/pictureexport.h"
#include "app/share/sharedialog.h"

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QLineEdit;
class QSpinBox;

namespace app {

/// File › Export: the shown image, its series or its study as pictures or numbers.
class ExportDialog : public ShareDialog {
  Q_OBJECT

 public:
  explicit ExportDialog(ExportSubject subject, QWidget* parent = nullptr);

  QButtonGroup* extent() const { return m_extent; }  ///< ids are those of Extent
  QComboBox* format() const { return m_format; }     ///< data: PictureFormat
  QButtonGroup* size() const { return m_size; }      ///< ids are those of PictureStyle::Size
  QCheckBox* annotations() const { return m_annotations; }
  QCheckBox* patientTexts() const { return m_patientTexts; }
  QCheckBox* patientNames() const { return m_patientNames; }
  QCheckBox* together() const { return m_together; }
  QLineEdit* target() const { return m_target; }

 protected:
  void act() override;

 private:
  void makeForm();
  QWidget* makeExtent();
  QWidget* makePicture();
  QWidget* makeTarget();
  void refresh();
  void refreshWarning();
  void browse();
  Extent extentNow() const;
  core::PictureFormat formatNow() const;
  bool isOneFile() const;
  QString suggestedName() const;
  void suggest();
  PictureExport planned() const;
  void finish(const core::ExportReport& report);

  ExportSubject m_subject;
  QButtonGroup *m_extent, *m_size;
  QComboBox* m_format;
  QLabel* m_about;  ///< of the format
  QSpinBox* m_quality;
  QCheckBox *m_together, *m_annotations, *m_patientTexts, *m_patientNames;
  QLineEdit* m_target;
  QLabel *m_targetLabel, *m_files;
  QString m_folder;                      ///< into which is suggested
  QString m_suggested;                   ///< what stands in the line unless it was changed
  std::array<BurnedIn, 3> m_burnedIn{};  ///< by Extent
  Worker m_look;                         ///< finds out about m_burnedIn
};

}  // namespace app
