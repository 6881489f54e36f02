// SPDX-License-Identifier: MIT
#include "app/settings/keymap.h"

#include <QStringList>
#include <algorithm>

namespace app {

namespace {

const QString group = QStringLiteral("keys");

QStringList portable(const QList<QKeySequence>& keys) {
  QStringList texts;
  for (const QKeySequence& key : keys) texts << key.toString(QKeySequence::PortableText);
  return texts;
}

}  // namespace

KeyMap::KeyMap(QSettings& settings, QList<Entry> entries)
    : m_settings(settings), m_entries(std::move(entries)) {
  for (const Entry& entry : m_entries) {
    const QString setting = settingOf(entry.name);
    if (!m_settings.contains(setting)) continue;
    QList<QKeySequence> keys;
    for (const QString& text : m_settings.value(setting).toStringList())
      if (const QKeySequence key(text, QKeySequence::PortableText); !key.isEmpty()) keys << key;
    m_chosen.insert(entry.name, keys);
  }
}

/// A slash would be a group of the settings.
QString KeyMap::settingOf(const QString& name) {
  return group + QLatin1Char('/') + QString(name).replace(QLatin1Char('/'), QLatin1Char('|'));
}

/// What was chosen for another action goes before the standard: a new version may bring new standard keys.
QList<QKeySequence> KeyMap::keysOf(const QString& name) const {
  if (const auto chosen = m_chosen.constFind(name); chosen != m_chosen.cend()) return *chosen;
  const auto entry =
      std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry& each) { return each.name == name; });
  if (entry == m_entries.end()) return {};
  QList<QKeySequence> keys = entry->standard;
  for (const QList<QKeySequence>& taken : m_chosen)
    keys.removeIf([&](const QKeySequence& key) { return taken.contains(key); });
  return keys;
}

QString KeyMap::ownerOf(const QKeySequence& key) const {
  for (const Entry& entry : m_entries)
    if (keysOf(entry.name).contains(key)) return entry.name;
  return {};
}

bool KeyMap::choose(const QString& name, const QList<QKeySequence>& keys) {
  for (const QKeySequence& key : keys)
    if (const QString owner = ownerOf(key); !owner.isEmpty() && owner != name) return false;
  m_chosen.insert(name, keys);
  m_settings.setValue(settingOf(name), portable(keys));
  return true;
}

void KeyMap::reset() {
  m_chosen.clear();
  m_settings.remove(group);
}

}  // namespace app
