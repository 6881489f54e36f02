// SPDX-License-Identifier: MIT
#include "server/docs/resource.h"

#include <QFile>
#include <QResource>

/// A resource in a static library is left out unless somebody asks for it, outside of every namespace.
static void keepResource() { Q_INIT_RESOURCE(docs); }

namespace server {

QByteArray docsResource(const QByteArray& name) {
  static const bool isKept = (keepResource(), true);
  QFile file(QStringLiteral(":/docs/") + QString::fromLatin1(name));
  return isKept && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace server
