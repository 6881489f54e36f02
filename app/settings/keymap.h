// SPDX-License-Identifier: MIT
#pragma once

#include <QHash>
#include <QKeySequence>
#include <QList>
#include <QSettings>
#include <QString>

namespace app {

/// Which keys call which action: the program's standard, but for what the user has chosen. No key calls two.
/// An action is known by a name that never changes.
class KeyMap {
 public:
  struct Entry {
    QString name;
    QList<QKeySequence> standard;
  };

  KeyMap(QSettings& settings, QList<Entry> entries);

  QList<QKeySequence> keysOf(const QString& name) const;
  bool isChosen(const QString& name) const { return m_chosen.contains(name); }
  /// The action that the key calls, or "".
  QString ownerOf(const QKeySequence& key) const;
  /// False, and nothing is changed, when one of the keys calls another action.
  [[nodiscard]] bool choose(const QString& name, const QList<QKeySequence>& keys);
  /// All as the program has it.
  void reset();

 private:
  static QString settingOf(const QString& name);

  QSettings& m_settings;
  QList<Entry> m_entries;
  QHash<QString, QList<QKeySequence>> m_chosen;
};

}  // namespace app
