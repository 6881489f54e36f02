// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>

namespace core::cli {

/// The verbs' code, each in the file of its name; the arguments are those behind the verb.
int series(const QStringList& paths);

}  // namespace core::cli
