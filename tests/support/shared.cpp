// SPDX-License-Identifier: MIT
#include "tests/support/shared.h"

#include <QDir>
#include <QFileInfo>

namespace tests {

QString sourceFolder() { return QStringLiteral(DICOMAESTRO_SOURCE_DIR); }

QString sharedFolder() {
  QString folder = qEnvironmentVariable("DICOMAESTRO_SHARED");
  if (folder.isEmpty()) folder = QDir::cleanPath(sourceFolder() + QStringLiteral("/../shared"));
  return QFileInfo(folder + QStringLiteral("/data/MANIFEST.tsv")).exists() ? folder : QString();
}

QString sharedFile(const QString& path) { return sharedFolder() + QStringLiteral("/data/files/") + path; }

}  // namespace tests
