// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>
#include <memory>

#include "core/parse/dicomfile.h"

namespace app {

/// What stands in the metadata panel in place of the tree while a copy of a file is edited.
class TagEditor : public QWidget {
  Q_OBJECT

 public:
  using QWidget::QWidget;
  /// Of the panel's search.
  virtual void setWords(const QString& words) = 0;
  virtual void setHidesPatient(bool hides) = 0;
  /// The window shows another image; the copy stays the one it is.
  virtual void setShownFile(const std::shared_ptr<const core::DicomFile>& file) = 0;
  /// Asks when changes would be lost.
  virtual bool mayClose() = 0;
};

}  // namespace app
