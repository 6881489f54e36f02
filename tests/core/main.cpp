// SPDX-License-Identifier: MIT
#include <QGuiApplication>

#include "tests/support/knownleaks.h"
#include "tests/support/testmain.h"

int main(int argc, char** argv) {
  qputenv("QT_QPA_PLATFORM", "offscreen");
  QGuiApplication application(argc, argv);
  return tests::runAll(argc, argv);
}
