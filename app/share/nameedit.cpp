// SPDX-License-Identifier: MIT
#include "app/share/nameedit.h"

#include <QGridLayout>
#include <QLineEdit>

#include "app/share/editdelegate.h"

namespace app {

namespace {

QString withoutEmptyEnds(QStringList parts, QLatin1Char mark) {
  while (!parts.isEmpty() && parts.last().trimmed().isEmpty()) parts.removeLast();
  return parts.join(mark);
}

}  // namespace

NameEdit::NameEdit(QWidget* parent) : QWidget(parent) {
  auto* grid = new QGridLayout(this);
  grid->setContentsMargins(0, 0, 0, 0);
  const QString names[] = {tr("Family name"), tr("Given name"), tr("Middle name"), tr("Prefix"),
                           tr("Suffix")};
  const auto make = [this](const QString& name) {
    auto* line = new QLineEdit(this);
    line->setPlaceholderText(name);
    line->setAccessibleName(name);
    line->setToolTip(name);
    connect(line, &QLineEdit::textChanged, this, &NameEdit::changed);
    return line;
  };
  constexpr int spans[] = {6, 6, 4, 4, 4};
  int column = 0;
  for (std::size_t i = 0; i < m_components.size(); ++i) {
    m_components[i] = make(names[i]);
    grid->addWidget(m_components[i], i < 2 ? 0 : 1, column, 1, spans[i]);
    column = i == 1 ? 0 : column + spans[i];
  }
  m_groups = {make(tr("Ideographic: Family^Given")), make(tr("Phonetic: Family^Given"))};
  grid->addWidget(m_groups[0], 2, 0, 1, 6);
  grid->addWidget(m_groups[1], 2, 6, 1, 6);
}

/// What parts components and groups cannot be part of one.
QString NameEdit::value() const {
  QStringList components, groups;
  for (const QLineEdit* line : m_components)
    components << line->text().trimmed().remove(QLatin1Char('^')).remove(QLatin1Char('='));
  groups << withoutEmptyEnds(components, QLatin1Char('^'));
  for (const QLineEdit* line : m_groups) groups << line->text().trimmed().remove(QLatin1Char('='));
  return withoutEmptyEnds(groups, QLatin1Char('='));
}

void NameEdit::mark(bool isGood) {
  for (QLineEdit* line : m_components) markEditor(*line, isGood);
  for (QLineEdit* line : m_groups) markEditor(*line, isGood);
}

}  // namespace app
