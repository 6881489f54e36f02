// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QDirIterator>
#include <QList>
#include <QRandomGenerator>
#include <algorithm>

#include "tests/server/read/posting.h"
#include "tests/support/shared.h"

/// Damaged files: each follows from its number alone.
namespace tests {

/// Good files of every kind that are not too large to be mutated often.
inline QList<QByteArray> goodFiles() {
  constexpr qint64 largest = 200'000;
  QList<QByteArray> contents;
  QDirIterator files(tests::sharedFile(QStringLiteral("generated")), {QStringLiteral("*.dcm")}, QDir::Files,
                     QDirIterator::Subdirectories);
  while (files.hasNext()) {
    const QString path = files.next();
    if (!path.contains(QLatin1String("/broken/")) && files.fileInfo().size() < largest)
      contents << tests::contentOf(path);
  }
  if (contents.isEmpty()) contents << tests::bytesOf(tests::smallImage(1, 3).file());
  std::sort(contents.begin(), contents.end());
  return contents;
}

inline char strangeByte(QRandomGenerator& random) {
  constexpr char strange[] = {'\x00', '\x01', '\x7f', '\x80', '\xfe', '\xff', 'S', 'Q', 'U', 'N', '\\', '0'};
  return random.bounded(2) == 0 ? strange[random.bounded(int(sizeof strange))] : char(random.bounded(256));
}

/// Headers are where damage does most.
inline qsizetype placeIn(const QByteArray& content, QRandomGenerator& random) {
  const auto size = static_cast<int>(content.size());
  return random.bounded(4) == 0 ? random.bounded(size)
                                : 128 + random.bounded(std::max(1, std::min(size - 128, 3000)));
}

inline QByteArray mutated(QByteArray content, quint32 seed) {
  QRandomGenerator random(seed);
  const int changes = 1 + random.bounded(6);
  for (int i = 0; i < changes && content.size() > 200; ++i) {
    const qsizetype at = std::min(placeIn(content, random), content.size() - 1);
    switch (random.bounded(6)) {
      case 0:
        content.truncate(std::max<qsizetype>(at, 132));
        break;
      case 1:
        content.remove(at, 1 + random.bounded(16));
        break;
      case 2:
        content.insert(at, QByteArray(1 + random.bounded(16), strangeByte(random)));
        break;
      case 3:
        content.insert(at, content.mid(placeIn(content, random), 1 + random.bounded(500)));
        break;
      default:
        content[at] = strangeByte(random);
    }
  }
  return content;
}

}  // namespace tests
