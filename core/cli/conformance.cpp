// SPDX-License-Identifier: MIT
// `dicomaestro-cli conformance`: the conformance statement; docs/CONFORMANCE.md is this one.
#include "core/conformance/statement.h"

#include <cstdio>

#include "core/cli/command.h"
#include "core/cli/verbs.h"

namespace core::cli {

int conformance(const QStringList& arguments) {
  if (!arguments.isEmpty()) return exitUsage;
  return std::fputs(conformanceStatement().c_str(), stdout) < 0 ? exitFailed : exitOk;
}

}  // namespace core::cli
