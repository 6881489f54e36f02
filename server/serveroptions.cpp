// SPDX-License-Identifier: MIT
#include "server/serveroptions.h"

#include <QStandardPaths>

namespace server {

QString ServerOptions::defaultDataDir() {
  return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
         QStringLiteral("/dicomaestro/server");
}

QString hostText(const QHostAddress& address) {
  const QString text = address.toString();
  return address.protocol() == QAbstractSocket::IPv6Protocol ? QLatin1Char('[') + text + QLatin1Char(']')
                                                             : text;
}

}  // namespace server
