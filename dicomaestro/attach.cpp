// SPDX-License-Identifier: MIT
#include "dicomaestro/attach.h"

#include <QApplication>
#include <QLoggingCategory>
#include <csignal>
#include <cstdio>

#include "app/developer/apipart.h"
#include "app/developer/serverbar.h"
#include "app/window/mainwindow.h"
#include "dicomaestro/localapi.h"
#include "server/program/signals.h"

namespace {

server::ServerOptions optionsOf(const app::CommandLine& line) {
  server::ServerOptions options;
  if (!line.dataDir.isEmpty()) options.dataDir = line.dataDir;
  return options;
}

void report(const LocalApi& api, const app::ApiAnswer<app::ApiDone>& started) {
  if (started.value) {
    std::printf("listening on %s\n", qPrintable(api.address()));
    std::fflush(stdout);
    return;
  }
  std::fprintf(stderr, "dicomaestro: %s\n", qPrintable(started.faults.value(0).text));
  // The answer may be there before the program's event loop is.
  QMetaObject::invokeMethod(
      qApp, [] { QCoreApplication::exit(1); }, Qt::QueuedConnection);
}

void serve(LocalApi& api, quint16 port) {
  auto* signals_ = new server::program::Signals;
  signals_->setParent(&api);
  QObject::connect(signals_, &server::program::Signals::asked, qApp, &QApplication::closeAllWindows);
  api.start(port).then(&api, [&api](const app::ApiAnswer<app::ApiDone>& started) { report(api, started); });
}

}  // namespace

void holdSignals(const app::CommandLine& line) {
  if (!line.serves) return;
  sigset_t both;
  sigemptyset(&both);
  sigaddset(&both, SIGTERM);
  sigaddset(&both, SIGINT);
  pthread_sigmask(SIG_BLOCK, &both, nullptr);
}

void attachLocalApi(app::MainWindow& window, QSettings& settings, const app::CommandLine& line) {
  // It warns that it does not listen: the server's door does that.
  QLoggingCategory::setFilterRules(QStringLiteral("qt.httpserver.warning=false"));
  auto* api = new LocalApi(optionsOf(line), &window);
  auto* part = new app::ApiPart(window, *api, settings);
  if (line.serves)
    serve(*api, line.port.value_or(app::ServerBar::portWanted(settings)));
  else
    part->startAsRemembered();
}
