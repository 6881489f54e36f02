// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>

#include "app/share/worker.h"
#include "core/create/compose.h"

namespace app {

/// New instances of the contents of files, written into a folder: all of them or none.
struct CreateFiles {
  QStringList files;
  core::CreateRequest request;  ///< without its contents
  QString folder;

  struct Report {
    QStringList written;
    QStringList problems;  ///< for people
  };
  Report run(const Worker::Handle& handle) const;
};

}  // namespace app
