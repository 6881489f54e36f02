// SPDX-License-Identifier: MIT
#pragma once

#include "app/share/anonymiseexport.h"
#include "app/share/exportsubject.h"
#include "app/share/sharedialog.h"

class QButtonGroup;
class QCheckBox;
class QLineEdit;
class QTabWidget;
class QTableView;

namespace app {

class BlackoutView;
class ChangeFilter;
class ChangeModel;

/// File › Export Anonymised: the shown object, its series or its study without the patient, after a look at
/// what changes in the shown one. subject.study holds what has no image too.
class AnonymiseDialog : public ShareDialog {
  Q_OBJECT

 public:
  /// shown: the image for the blackout; null when there is none. hidesPatient: old values are not said.
  AnonymiseDialog(ExportSubject subject, const core::LoadedImagePtr& shown, bool hidesPatient,
                  QWidget* parent = nullptr);

  QButtonGroup* extent() const { return m_extent; }  ///< ids are those of Extent
  QCheckBox* retainUids() const { return m_boxes[0]; }
  QCheckBox* shiftDates() const { return m_boxes[1]; }
  QCheckBox* cleanDescriptors() const { return m_boxes[2]; }
  QCheckBox* cleanGraphics() const { return m_boxes[3]; }
  QLineEdit* secret() const { return m_secret; }
  QLineEdit* target() const { return m_target; }
  QLineEdit* search() const { return m_search; }
  BlackoutView* blackout() const { return m_blackout; }
  ChangeModel* changes() const { return m_changes; }
  ChangeFilter* filter() const { return m_filter; }
  QTabWidget* tabs() const { return m_tabs; }
  /// The preview is that of what is set.
  bool isPreviewed() const { return !m_preview.isRunning() && !m_isStale; }

 protected:
  void act() override;

 private:
  QWidget* makeExtent();
  QWidget* makeOptions();
  QWidget* makeTarget();
  QWidget* makeChanges();
  QWidget* makeBlackout(const core::LoadedImagePtr& shown);
  void refresh();
  void preview();
  void showPreview(const core::Result<core::anonymise::Preview>& made);
  void browse();
  Extent extentNow() const;
  bool isOneFile() const { return extentNow() == Extent::Image; }
  core::anonymise::Options options() const;
  core::Result<core::anonymise::Secret> secretNow() const;
  std::vector<AnonymiseExport::Object> objects() const;
  void finish(const AnonymiseExport::Report& report);

  ExportSubject m_subject;
  core::anonymise::Secret m_random = core::anonymise::Secret::random();
  QButtonGroup* m_extent;
  std::array<QCheckBox*, 4> m_boxes{};
  QLineEdit *m_secret, *m_target, *m_search;
  QLabel *m_targetLabel, *m_count, *m_rectangles;
  ChangeModel* m_changes;
  ChangeFilter* m_filter;
  QTableView* m_table;
  BlackoutView* m_blackout;
  QTabWidget* m_tabs;
  QString m_folder, m_suggested;
  bool m_isStale = false;  ///< the preview that is being made is of other options
  Worker m_preview;
};

}  // namespace app
