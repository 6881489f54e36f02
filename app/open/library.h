// SPDX-License-Identifier: MIT
#pragma once

#include <QHash>
#include <QString>
#include <vector>

#include "app/paint/stackimages.h"

namespace app {

/// A series as the browser lists it: one stack of it.
struct ListedStack {
  QString key;
  StackPtr stack;
  QString label;
};
struct ListedStudy {
  std::string uid;
  QString label;
  QList<ListedStack> stacks;
};
struct ListedPatient {
  QString label;
  QList<ListedStudy> studies;
};

/// All that is open, grouped and sorted.
class Library {
 public:
  void add(const std::vector<core::Instance>& instances);
  void closeStudy(const std::string& studyUid);
  void clear();
  /// Another order for one stack; kept while more slices arrive.
  void sort(const QString& key, core::SortKey order, bool reversed);

  const QList<ListedPatient>& patients() const { return m_patients; }
  const QHash<QString, StackPtr>& stacks() const { return m_stacks; }
  /// Keys in the order of the list, those with an image only.
  QStringList shownKeys() const { return m_keys; }
  /// Of the study that holds this one, those with an image.
  QStringList studyKeys(const QString& key) const;
  bool isEmpty() const { return m_instances.empty(); }
  /// Images that can be scrolled to: slices, and frames of multi-frame objects.
  quint64 images() const;
  /// Says its labels anew, in another language.
  void relabel() { arrange(); }
  std::vector<core::Source> sourcesOf(const std::string& studyUid) const;

 private:
  void arrange();

  std::vector<core::Instance> m_instances;
  QList<ListedPatient> m_patients;
  QHash<QString, StackPtr> m_stacks;
  QStringList m_keys;
  QHash<QString, std::pair<core::SortKey, bool>> m_orders;
};

}  // namespace app
