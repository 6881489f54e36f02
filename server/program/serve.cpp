// SPDX-License-Identifier: MIT
#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QHostInfo>
#include <QNetworkInterface>
#include <QSslCertificate>
#include <QSslKey>
#include <QUrl>
#include <cstdio>
#include <cstdlib>
#include <memory>

#include "server/program/program.h"
#include "server/program/signals.h"
#include "server/server.h"

namespace server::program {

namespace {

/// An option of the command line: reads its values into the options, or says what is wrong with them.
struct Option {
  const char* name;
  const char* value;
  QString (*read)(const QStringList& values, ServerOptions& options);
};

template <class Number>
QString readNumber(const QString& text, qulonglong least, qulonglong most, Number& number) {
  bool isNumber = false;
  const qulonglong value = text.toULongLong(&isNumber);
  if (!isNumber || value < least || value > most)
    return QStringLiteral("takes a number from %1 to %2").arg(least).arg(most);
  number = static_cast<Number>(value);
  return {};
}

QString readHosts(const QStringList& values, ServerOptions& options) {
  options.addresses.clear();
  for (const QString& value : values) {
    QHostAddress address;
    if (value == QLatin1String("localhost"))
      options.addresses.append(
          {QHostAddress(QHostAddress::LocalHost), QHostAddress(QHostAddress::LocalHostIPv6)});
    else if (address.setAddress(value))
      options.addresses.append(address);
    else
      return QStringLiteral("takes an IP address");
  }
  return {};
}

QString readStore(const QStringList& values, ServerOptions& options) {
  const bool isFile = values.last() == QLatin1String("file");
  if (!isFile && values.last() != QLatin1String("keychain")) return QStringLiteral("takes keychain or file");
  options.secretStore = isFile ? SecretStore::File : SecretStore::Keychain;
  return {};
}

QString readDataDir(const QStringList& values, ServerOptions& options) {
  options.dataDir = values.last();
  return options.dataDir.isEmpty() ? QStringLiteral("takes a directory") : QString();
}

QString readOrigins(const QStringList& values, ServerOptions& options) {
  for (const QString& value : values) {
    const QUrl url(value);
    const bool isOrigin = (url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https")) &&
                          !url.host().isEmpty() && url.path().isEmpty() && !url.hasQuery();
    if (!isOrigin) return QStringLiteral("takes an origin, as https://viewer.example:8443");
    options.origins.push_back(value.toStdString());
  }
  return {};
}

constexpr quint64 largestBody = 1'000'000'000;  // what all bodies together may be

const Option options_[] = {
    {"host", "ADDRESS", readHosts},
    {"port", "N",
     [](const QStringList& v, ServerOptions& o) { return readNumber(v.last(), 0, 65535, o.port); }},
    {"data-dir", "DIR", readDataDir},
    {"quota", "N",
     [](const QStringList& v, ServerOptions& o) { return readNumber(v.last(), 0, 1'000'000'000, o.quota); }},
    {"max-body", "BYTES",
     [](const QStringList& v, ServerOptions& o) { return readNumber(v.last(), 1, largestBody, o.maxBody); }},
    {"secret-store", "keychain|file", readStore},
    {"allow-origin", "ORIGIN", readOrigins},
};

/// Reads certificate and key; what is wrong, else "".
QString readTls(const QString& certificateFile, const QString& keyFile, ServerOptions& options) {
  const QList<QSslCertificate> chain = QSslCertificate::fromPath(certificateFile, QSsl::Pem);
  if (chain.isEmpty()) return QStringLiteral("--tls-cert: no certificate in that file");
  QFile file(keyFile);
  const QByteArray pem = file.open(QIODevice::ReadOnly) ? file.read(1'000'000) : QByteArray();
  QSslKey key(pem, QSsl::Rsa);
  if (key.isNull()) key = QSslKey(pem, QSsl::Ec);
  if (key.isNull()) return QStringLiteral("--tls-key: no private key in that file");
  QSslConfiguration tls;
  tls.setLocalCertificateChain(chain);
  tls.setPrivateKey(key);
  options.tls = tls;
  return {};
}

/// The names by which a machine that listens beyond loopback is reached.
void addHosts(ServerOptions& options) {
  for (const QHostAddress& address : options.addresses)
    if (!address.isLoopback() && address != QHostAddress(QHostAddress::AnyIPv4) &&
        address != QHostAddress(QHostAddress::AnyIPv6) && address != QHostAddress(QHostAddress::Any))
      options.hosts.push_back(hostText(address).toStdString());
    else if (!address.isLoopback())
      for (const QHostAddress& own : QNetworkInterface::allAddresses())
        options.hosts.push_back(hostText(own).toStdString());
  if (!options.hosts.empty()) options.hosts.push_back(QHostInfo::localHostName().toStdString());
}

/// What is wrong with the command line, else "".
QString readOptions(const QCommandLineParser& parser, ServerOptions& options) {
  for (const Option& option : options_) {
    const QString name = QString::fromLatin1(option.name);
    if (!parser.isSet(name)) continue;
    const QString wrong = option.read(parser.values(name), options);
    if (!wrong.isEmpty()) return QStringLiteral("--") + name + QLatin1Char(' ') + wrong;
  }
  const QString certificate = parser.value(QStringLiteral("tls-cert")),
                key = parser.value(QStringLiteral("tls-key"));
  if (certificate.isEmpty() != key.isEmpty()) return QStringLiteral("--tls-cert and --tls-key go together");
  if (!certificate.isEmpty())
    if (const QString wrong = readTls(certificate, key, options); !wrong.isEmpty()) return wrong;
  if (!parser.positionalArguments().isEmpty())
    return QStringLiteral("serve takes no ") + parser.positionalArguments().first();
  addHosts(options);
  return {};
}

void addOptions(QCommandLineParser& parser) {
  for (const Option& option : options_)
    parser.addOption({QString::fromLatin1(option.name), {}, QString::fromLatin1(option.value)});
  parser.addOption({QStringLiteral("tls-cert"), {}, QStringLiteral("FILE")});
  parser.addOption({QStringLiteral("tls-key"), {}, QStringLiteral("FILE")});
}

int run(const ServerOptions& options) {
  Signals signals_;
  Server server(options);
  QObject::connect(&signals_, &Signals::asked, &server, &Server::stop);
  QObject::connect(&server, &Server::stopped, qApp, [] { QCoreApplication::exit(exitOk); });
  if (const core::Status started = server.start(); !started)
    return fail(QString::fromStdString(started.error().detail));
  std::printf("listening on %s\n", qPrintable(server.address()));
  std::fflush(stdout);
  return QCoreApplication::exec();
}

}  // namespace

int serve(const QStringList& arguments) {
  QCommandLineParser parser;
  addOptions(parser);
  if (!parser.parse(QStringList{QStringLiteral("serve")} + arguments))
    return fail(parser.errorText(), exitUsage);
  ServerOptions options;
  if (const QString wrong = readOptions(parser, options); !wrong.isEmpty()) return fail(wrong, exitUsage);

  const int code = run(options);
  // The server is closed and its state on the disk. What would run behind main races with threads that Qt has
  // waited for and the system still ends (OpenSSL and Qt Sql then free what is gone), and waits for a
  // keychain that has not answered.
  std::fflush(nullptr);
  std::_Exit(code);
}

}  // namespace server::program
