// SPDX-License-Identifier: MIT
#include "app/share/changemodel.h"

#include <QColor>
#include <QCoreApplication>

namespace app {

using core::anonymise::Change;
using core::anonymise::Effect;

namespace {

// The names of the effects, for the translators.
[[maybe_unused]] constexpr const char* effects[] = {
    QT_TRANSLATE_NOOP("AnonymiseEffect", "kept"),        QT_TRANSLATE_NOOP("AnonymiseEffect", "removed"),
    QT_TRANSLATE_NOOP("AnonymiseEffect", "emptied"),     QT_TRANSLATE_NOOP("AnonymiseEffect", "replaced"),
    QT_TRANSLATE_NOOP("AnonymiseEffect", "pseudonym"),   QT_TRANSLATE_NOOP("AnonymiseEffect", "shifted"),
    QT_TRANSLATE_NOOP("AnonymiseEffect", "cleaned"),     QT_TRANSLATE_NOOP("AnonymiseEffect", "added"),
    QT_TRANSLATE_NOOP("AnonymiseEffect", "blacked out"), QT_TRANSLATE_NOOP("AnonymiseEffect", "cut"),
};

}  // namespace

QString effectText(Effect effect) {
  const std::string name(core::anonymise::nameOf(effect));
  return QCoreApplication::translate("AnonymiseEffect", name.c_str());
}

void ChangeModel::setChanges(std::vector<Change> changes) {
  beginResetModel();
  m_changes = std::move(changes);
  endResetModel();
}

int ChangeModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_changes.size());
}

QVariant ChangeModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const Change& change = m_changes[static_cast<std::size_t>(index.row())];
  if (role == Qt::ForegroundRole && index.column() == EffectColumn && change.effect == Effect::Removed)
    return QColor(0xd0, 0x55, 0x55);
  if (role != Qt::DisplayRole && role != Qt::ToolTipRole) return {};
  switch (index.column()) {
    case PathColumn:
      return QString::fromStdString(change.path);
    case NameColumn:
      return QString::fromStdString(change.name);
    case EffectColumn:
      return effectText(change.effect);
    case OldColumn:
      return m_hidesPatient && !change.oldValue.empty() ? QStringLiteral("•••")
                                                        : QString::fromStdString(change.oldValue);
    default:
      return QString::fromStdString(change.newValue);
  }
}

QVariant ChangeModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
  const QString titles[] = {tr("Element"), tr("Name"), tr("What happens"), tr("Was"), tr("Becomes")};
  return titles[section];
}

void ChangeFilter::setWords(const QString& words) {
  m_words = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
  invalidateFilter();
}

bool ChangeFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
  QString all;
  for (int column = 0; column < sourceModel()->columnCount(); ++column)
    all += sourceModel()->index(row, column, parent).data().toString() + QLatin1Char(' ');
  return std::ranges::all_of(m_words,
                             [&all](const QString& word) { return all.contains(word, Qt::CaseInsensitive); });
}

}  // namespace app
