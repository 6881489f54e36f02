// SPDX-License-Identifier: MIT
#include <QCommandLineParser>
#include <QCoreApplication>
#include <cstdio>

#include "server/program/program.h"
#include "server/program/signals.h"
#include "server/server.h"

namespace server::program {

namespace {

void addOptions(QCommandLineParser& parser) {
  const auto add = [&](const char* name, const char* value) {
    parser.addOption({QString::fromLatin1(name), {}, QString::fromLatin1(value)});
  };
  add("port", "N");
  add("data-dir", "DIR");
}

/// Says which option is wrong; "" when all are right.
QString readOptions(const QCommandLineParser& parser, ServerOptions& options) {
  bool isNumber = true;
  const auto has = [&](const char* name) { return parser.isSet(QString::fromLatin1(name)); };
  const auto value = [&](const char* name) { return parser.value(QString::fromLatin1(name)); };
  if (has("port")) options.port = value("port").toUShort(&isNumber);
  if (!isNumber) return QStringLiteral("--port takes a number from 0 to 65535");
  if (has("data-dir")) options.dataDir = value("data-dir");
  return {};
}

}  // namespace

int serve(const QStringList& arguments) {
  QCommandLineParser parser;
  addOptions(parser);
  if (!parser.parse(QStringList{QStringLiteral("serve")} + arguments))
    return fail(parser.errorText(), exitUsage);
  ServerOptions options;
  if (const QString wrong = readOptions(parser, options); !wrong.isEmpty()) return fail(wrong, exitUsage);

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

}  // namespace server::program
