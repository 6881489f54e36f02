// SPDX-License-Identifier: MIT
// `dicomaestro-cli syntaxes`: the table of transfer syntaxes as Markdown; the README's is this one.
#include <cstdio>

#include "core/cli/command.h"
#include "core/cli/verbs.h"
#include "core/decode/framereader.h"

namespace core::cli {

int syntaxes(const QStringList& arguments) {
  if (!arguments.isEmpty()) return exitUsage;
  std::puts("| UID | Transfer syntax | Shown | By |\n|---|---|---|---|");
  for (const TransferSyntaxRow& row : transferSyntaxes())
    std::printf("| %s | %s | %s | %s |\n", std::string(row.uid).c_str(), std::string(row.name).c_str(),
                row.isShown ? "yes" : "no", std::string(row.by).c_str());
  return exitOk;
}

}  // namespace core::cli
