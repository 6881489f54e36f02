// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>
#include <span>

namespace core::cli {

/// Exit codes of dicomaestro-cli.
inline constexpr int exitOk = 0;
inline constexpr int exitFailed = 1;  ///< the reason is on standard error
inline constexpr int exitUsage = 2;

/// A verb of the command line. run() gets the arguments behind the verb.
struct Command {
  const char* name;
  const char* usage;  ///< the line behind the program's name
  int (*run)(const QStringList& arguments);
};

}  // namespace core::cli
