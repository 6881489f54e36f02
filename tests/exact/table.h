// SPDX-License-Identifier: MIT
#pragma once

#include <QFile>
#include <QRegularExpression>
#include <QStringList>
#include <set>

#include "tests/support/shared.h"

namespace exact {

/// The rows of a tab separated table below its heading; empty when it cannot be read.
inline QList<QStringList> table(const QString& path) {
  QFile file(path);
  QList<QStringList> rows;
  if (!file.open(QIODevice::ReadOnly)) return rows;
  file.readLine();
  while (!file.atEnd()) {
    const QString line = QString::fromUtf8(file.readLine());
    rows << line.chopped(line.endsWith(QLatin1Char('\n')) ? 1 : 0).split(QLatin1Char('\t'));
  }
  return rows;
}

/// The names in backticks in the first column of the table below that heading of EXPLAINED.md (explained.py
/// says what they are for).
inline std::set<QString> explained(const QString& section) {
  QFile file(tests::sourceFolder() + QStringLiteral("/tests/exact/EXPLAINED.md"));
  std::set<QString> names;
  if (!file.open(QIODevice::ReadOnly)) return names;
  const QString body = QString::fromUtf8(file.readAll())
                           .section(QStringLiteral("\n## %1\n").arg(section), 1, 1)
                           .section(QStringLiteral("\n## "), 0, 0);
  static const QRegularExpression name(QStringLiteral("`([^`]+)`"));
  for (const QString& line : body.split(QLatin1Char('\n'))) {
    if (!line.startsWith(QStringLiteral("| `"))) continue;
    for (auto match = name.globalMatch(line.section(QLatin1Char('|'), 1, 1)); match.hasNext();)
      names.insert(match.next().captured(1));
  }
  return names;
}

/// Prints the rows of a section that nothing needs any more, and says whether there are any.
inline bool isAnyGone(const QString& section, const std::set<QString>& differing) {
  bool isAny = false;
  for (const QString& name : explained(section)) {
    if (differing.count(name) > 0) continue;
    isAny = true;
    std::printf("NO LONGER DIFFERS: %s: its row in EXPLAINED.md (%s) is to go\n", qPrintable(name),
                qPrintable(section));
  }
  return isAny;
}

}  // namespace exact
