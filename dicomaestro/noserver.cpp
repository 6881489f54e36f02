// SPDX-License-Identifier: MIT
// The viewer without the server: there is nothing to attach.
#include <QCoreApplication>
#include <QTimer>
#include <cstdio>

#include "dicomaestro/attach.h"

void holdSignals(const app::CommandLine&) {}

void attachLocalApi(app::MainWindow&, QSettings&, const app::CommandLine& line) {
  if (!line.serves) return;
  std::fputs("dicomaestro: this program was built without the local API\n", stderr);
  QTimer::singleShot(0, qApp, [] { QCoreApplication::exit(1); });
}
