// SPDX-License-Identifier: MIT
#include <QApplication>

#include "tests/support/testmain.h"

int main(int argc, char** argv) {
  qputenv("QT_QPA_PLATFORM", "offscreen");
  QApplication application(argc, argv);
  return tests::runAll(argc, argv);
}
