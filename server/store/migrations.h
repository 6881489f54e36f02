// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

namespace server {

class Database;

/// The number of the newest migration this program knows.
int newestVersion();

/// Refuses a database that a newer version of the program has written, by both numbers.
core::Status checkVersion(const Database& database);

/// Brings the schema up to date, one transaction a migration (resources :/server/migrations/NNNN_name.sql).
core::Status migrate(const Database& database);

}  // namespace server
