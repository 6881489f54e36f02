// SPDX-License-Identifier: MIT
#include <dcmtk/config/osconfig.h>
#include <dcmtk/oflog/oflog.h>

#include <cstdio>
#include <system_error>

#include "packaging/sample/writer.h"

/// dicomaestro-phantom OUTDIR: the bundled sample, the same bytes of pixels every time.
int main(int argc, char** argv) {
  if (argc != 2) return std::fputs("usage: dicomaestro-phantom OUTDIR\n", stderr), 2;
  OFLog::configure(OFLogger::WARN_LOG_LEVEL);
  const std::filesystem::path out = argv[1];
  std::error_code error;
  for (const char* folder : {"thorax", "angiogram"})
    if (!error) std::filesystem::create_directories(out / folder, error);
  if (error) return std::fprintf(stderr, "%s: %s\n", argv[1], error.message().c_str()), 1;
  const bool written = sample::writeThorax(out / "thorax") && sample::writeAngiogram(out / "angiogram");
  return written ? 0 : 1;
}
