// SPDX-License-Identifier: MIT
#include <sys/stat.h>

#include <QCoreApplication>
#include <QLoggingCategory>
#include <cstdio>

#include "core/base/memory.h"
#include "server/program/program.h"

namespace program = server::program;

namespace {

struct Verb {
  const char* name;
  const char* usage;
  int (*run)(const QStringList& arguments);
};

constexpr Verb verbs[] = {
    {"serve", program::serveUsage, program::serve},
    {"user", program::userUsage, program::user},
};

int usage(std::FILE* stream, int code) {
  std::fputs("usage:\n", stream);
  for (const Verb& verb : verbs) std::fprintf(stream, "  dicomaestro-server %s\n", verb.usage);
  std::fputs("  dicomaestro-server --version\n", stream);
  return code;
}

}  // namespace

int program::fail(const QString& reason, int code) {
  std::fprintf(stderr, "dicomaestro-server: %s\n", qPrintable(reason));
  return code;
}

int main(int argc, char** argv) {
  core::keepFreedMemory();
  ::umask(077);  // whatever the server writes is its owner's alone
  QCoreApplication application(argc, argv);
  QCoreApplication::setApplicationName(QStringLiteral("dicomaestro-server"));
  // It warns that it does not listen: the door does that.
  QLoggingCategory::setFilterRules(QStringLiteral("qt.httpserver.warning=false"));
  const QStringList arguments = QCoreApplication::arguments();
  if (arguments.size() < 2) return usage(stderr, program::exitUsage);
  if (arguments[1] == QLatin1String("--help")) return usage(stdout, program::exitOk);
  if (arguments[1] == QLatin1String("--version"))
    return std::puts("dicomaestro-server " DICOMAESTRO_VERSION) < 0 ? 1 : 0;
  for (const Verb& verb : verbs)
    if (arguments[1] == QLatin1String(verb.name)) return verb.run(arguments.mid(2));
  program::fail(QStringLiteral("no command named ") + arguments[1]);
  return usage(stderr, program::exitUsage);
}
