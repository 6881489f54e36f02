// SPDX-License-Identifier: MIT
#include "server/store/migrations.h"

#include <QDir>
#include <QFile>

#include "server/store/statement.h"

static void initialiseMigrations() { Q_INIT_RESOURCE(migrations); }

namespace server {

namespace {

/// The files, their numbers without a gap from 1.
QStringList files() {
  initialiseMigrations();
  return QDir(QStringLiteral(":/server/migrations")).entryList(QDir::Files, QDir::Name);
}

core::Result<int> versionOf(const Database& database) {
  Statement version(database, "PRAGMA user_version");
  if (const core::Status run = version.run(); !run)
    return core::Error{core::ErrorCode::FileUnreadable, "the database cannot be read: " + run.error().detail};
  return version.next() ? static_cast<int>(version.number(0)) : 0;
}

/// Without comments, which may hold semicolons.
QStringList statementsOf(const QString& script) {
  QString code;
  for (const QString& line : script.split(QLatin1Char('\n')))
    code += line.section(QStringLiteral("--"), 0, 0) + QLatin1Char('\n');
  QStringList statements;
  for (const QString& statement : code.split(QLatin1Char(';')))
    if (!statement.trimmed().isEmpty()) statements << statement.trimmed();
  return statements;
}

core::Status apply(const Database& database, const QString& name, int version) {
  QFile file(QStringLiteral(":/server/migrations/") + name);
  if (!file.open(QIODevice::ReadOnly))
    return core::Error{core::ErrorCode::FileUnreadable, "a migration is missing"};
  for (const QString& sql : statementsOf(QString::fromUtf8(file.readAll())))
    if (core::Status run = Statement(database, sql).run(); !run) return run;
  return Statement(database, QStringLiteral("PRAGMA user_version = %1").arg(version)).run();
}

/// Another process may have migrated meanwhile: the version is read again inside the transaction.
core::Status step(const Database& database, int version) {
  Transaction transaction(database);
  if (!transaction.begun()) return transaction.begun();
  const core::Result<int> present = versionOf(database);
  if (!present) return present.error();
  if (*present >= version) return core::Done{};
  if (core::Status applied = apply(database, files().at(version - 1), version); !applied) return applied;
  return transaction.commit();
}

}  // namespace

int newestVersion() { return static_cast<int>(files().size()); }

core::Status checkVersion(const Database& database) {
  const core::Result<int> present = versionOf(database);
  if (!present) return present.error();
  if (*present <= newestVersion()) return core::Done{};
  return core::Error{core::ErrorCode::InvalidArgument,
                     "the data directory was written by a newer version of DICOMaestro (database version " +
                         std::to_string(*present) + ", this program knows " +
                         std::to_string(newestVersion()) + ")"};
}

core::Status migrate(const Database& database) {
  const core::Result<int> present = versionOf(database);
  if (!present) return present.error();
  for (int version = *present + 1; version <= newestVersion(); ++version)
    if (core::Status done = step(database, version); !done) return done;
  return core::Done{};
}

}  // namespace server
