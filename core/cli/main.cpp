// SPDX-License-Identifier: MIT
#include <QCoreApplication>
#include <cstdio>

#include "core/cli/command.h"
#include "core/cli/verbs.h"

using core::cli::Command;

namespace {

// Every verb, one row each; its code is in the file of its name.
constexpr Command commands[] = {
    {"version", "version",
     [](const QStringList&) { return std::puts("dicomaestro-cli " DICOMAESTRO_VERSION) < 0 ? 1 : 0; }},
    {"syntaxes", "syntaxes", core::cli::syntaxes},
    {"conformance", "conformance", core::cli::conformance},
    {"series", "series PATH...", core::cli::series},
    {"render", core::cli::renderUsage, core::cli::render},
    {"read", core::cli::readUsage, core::cli::read},
    {"create", core::cli::createUsage, core::cli::create},
    {"export", core::cli::exportUsage, core::cli::exportImages},
    {"anonymize", core::cli::anonymizeUsage, core::cli::anonymize},
};

int usage(std::FILE* stream, int code) {
  std::fputs("usage:\n", stream);
  for (const Command& command : commands) std::fprintf(stream, "  dicomaestro-cli %s\n", command.usage);
  return code;
}

}  // namespace

int main(int argc, char** argv) {
  QCoreApplication application(argc, argv);
  QCoreApplication::setApplicationName(QStringLiteral("dicomaestro-cli"));
  const QStringList arguments = QCoreApplication::arguments();
  if (arguments.size() < 2) return usage(stderr, core::cli::exitUsage);
  if (arguments[1] == QLatin1String("--help")) return usage(stdout, core::cli::exitOk);
  if (arguments[1] == QLatin1String("--version")) return commands[0].run({});
  for (const Command& command : commands)
    if (arguments[1] == QLatin1String(command.name)) return command.run(arguments.mid(2));
  std::fprintf(stderr, "dicomaestro-cli: no command named %s\n", qPrintable(arguments[1]));
  return usage(stderr, core::cli::exitUsage);
}
