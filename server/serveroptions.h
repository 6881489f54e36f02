// SPDX-License-Identifier: MIT
#pragma once

#include <QHostAddress>
#include <QList>
#include <QSslConfiguration>
#include <QString>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace server {

/// Where the key that signs tokens is kept.
enum class SecretStore { Keychain, File };

/// Milliseconds since 1970, UTC.
using Now = std::function<qint64()>;

struct ServerOptions {
  QList<QHostAddress> addresses{QHostAddress(QHostAddress::LocalHost),
                                QHostAddress(QHostAddress::LocalHostIPv6)};
  quint16 port = 8080;                 ///< 0 picks a free one
  QString dataDir = defaultDataDir();  ///< made when it is not there, for its owner alone
  int quota = 1000;                    ///< per account, calendar month (UTC) and metered route
  quint64 maxBody = 100'000'000;       ///< bytes
  SecretStore secretStore = SecretStore::Keychain;
  std::optional<QSslConfiguration> tls;  ///< certificate and key; required beyond the loopback addresses
  std::vector<std::string> hosts;        ///< further names for Host, without port
  std::vector<std::string> origins;      ///< pages of these origins may use the server
  Now now;                               ///< the clock; for tests

  /// The same for the viewer and for dicomaestro-server.
  static QString defaultDataDir();
};

/// An address as it stands in a URL: IPv6 in brackets.
QString hostText(const QHostAddress& address);

}  // namespace server
