// SPDX-License-Identifier: MIT
#pragma once

#include <QUndoStack>
#include <memory>

#include "core/parse/dicomfile.h"
#include "core/write/editset.h"

namespace app {

/// The way to an element or an item: sequences with the number of their item, then the element (item −1). An
/// item's own way ends with its number.
struct EditStep {
  core::Tag tag;
  int item = -1;
  bool operator==(const EditStep&) const = default;
};
using EditPath = std::vector<EditStep>;

/// "(0040,0275)[1].(0008,0100)".
QString pathText(const EditPath& path);

/// A copy of a file's data set that is being edited; the file itself is never touched. Every change can be
/// undone. What would make another picture of the same pixels is refused.
class EditDocument : public QObject {
  Q_OBJECT

 public:
  explicit EditDocument(std::shared_ptr<const core::DicomFile> file, QObject* parent = nullptr);

  const core::EditSet& set() const { return m_set; }
  const core::EditSet& original() const { return m_original; }
  const std::shared_ptr<const core::DicomFile>& file() const { return m_file; }
  QUndoStack* undoStack() { return &m_undo; }
  /// The value of Specific Character Set by which the texts of an element are to be read.
  std::string characterSetAt(const EditPath& path) const;

  core::Status setValue(const EditPath& path, const QString& text);
  /// parent: empty for the data set itself, else the way of an item.
  core::Status add(const EditPath& parent, core::Tag tag, core::Vr vr, const QString& text);
  core::Status addItem(const EditPath& sequence);
  core::Status remove(const EditPath& path);

  /// The data set or item that holds the last step; null when the way leads nowhere.
  static const core::EditSet* holder(const core::EditSet& root, const EditPath& path);
  static const core::EditElement* element(const core::EditSet& root, const EditPath& path);
  static bool equal(const core::EditElement& a, const core::EditElement& b);

 signals:
  void changed();

 private:
  class Change;
  core::Status apply(const QString& text, const std::function<core::Status(core::EditSet&)>& edit);

  std::shared_ptr<const core::DicomFile> m_file;
  core::EditSet m_original, m_set;
  QUndoStack m_undo;
};

}  // namespace app
