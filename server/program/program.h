// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>

/// The verbs of dicomaestro-server; each gets the arguments behind it and returns the exit code.
namespace server::program {

inline constexpr int exitOk = 0;
inline constexpr int exitFailed = 1;  ///< the reason is on standard error
inline constexpr int exitUsage = 2;

inline constexpr const char* serveUsage =
    "serve [--host ADDRESS]... [--port N] [--data-dir DIR] [--quota N] [--max-body BYTES]\n"
    "        [--secret-store keychain|file] [--tls-cert FILE --tls-key FILE] [--allow-origin ORIGIN]...";

inline constexpr const char* userUsage =
    "user add EMAIL [--first-name NAME] [--last-name NAME] | list | disable EMAIL | set-password EMAIL\n"
    "        [--data-dir DIR]";

int serve(const QStringList& arguments);
int user(const QStringList& arguments);

/// Writes the reason to standard error.
int fail(const QString& reason, int code = exitFailed);

}  // namespace server::program
