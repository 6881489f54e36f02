// SPDX-License-Identifier: MIT
#pragma once

#include <map>

#include "app/share/worker.h"
#include "core/anonymise/batch.h"
#include "core/open/scan.h"

namespace app {

/// Objects that are anonymised and written: into a folder under their new names, or one into a file. What
/// stands there already is never replaced.
struct AnonymiseExport {
  struct Object {
    core::Source source;
    std::size_t number = 1;  ///< in its series, from 1
  };
  struct Report {
    int written = 0;
    std::vector<core::Problem> problems;
    std::map<std::string, int> warnings;  ///< and how many objects they are about
    bool isCancelled = false;
  };

  std::vector<Object> objects;
  QString target;
  bool isOneFile = false;
  core::anonymise::Options options;
  core::anonymise::Secret secret;

  Report run(const Worker::Handle& handle) const;
};

}  // namespace app
