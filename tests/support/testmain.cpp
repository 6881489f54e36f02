// SPDX-License-Identifier: MIT
#include "tests/support/testmain.h"

#include <cstdio>
#include <map>
#include <string>

namespace tests {

namespace {
std::map<std::string, Maker>& classes() {
  static std::map<std::string, Maker> all;
  return all;
}
}  // namespace

int registerClass(const char* name, Maker maker) {
  classes()[name] = std::move(maker);
  return 0;
}

int runAll(int argc, char** argv) {
  QStringList arguments;
  for (int i = 0; i < argc; ++i) arguments << QString::fromLocal8Bit(argv[i]);
  std::string wanted;
  if (argc > 1 && argv[1][0] != '-') {
    wanted = argv[1];
    arguments.removeAt(1);
  }
  int failures = 0;
  int ran = 0;
  for (const auto& [name, maker] : classes()) {
    if (!wanted.empty() && name != wanted) continue;
    ++ran;
    failures += QTest::qExec(maker().get(), arguments);
  }
  if (ran == 0) std::fprintf(stderr, "no test class named %s\n", wanted.c_str());
  return ran == 0 ? 1 : failures;
}

}  // namespace tests
