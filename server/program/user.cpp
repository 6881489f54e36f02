// SPDX-License-Identifier: MIT
#include <sodium.h>

#include <QCommandLineParser>
#include <QDateTime>
#include <cstdio>

#include "server/auth/accounts.h"
#include "server/program/password.h"
#include "server/program/program.h"
#include "server/serveroptions.h"
#include "server/store/database.h"
#include "server/store/datafolder.h"

namespace server::program {

namespace {

/// The accounts of a data directory; a server may have it open meanwhile.
struct Desk {
  explicit Desk(std::unique_ptr<Database> opened) : database(std::move(opened)) {}

  std::unique_ptr<Database> database;
  AccountStore store{*database};
  FailureStore failures{*database};
  Throttle throttle{failures, QDateTime::currentMSecsSinceEpoch};
  Accounts accounts{store, throttle, QDateTime::currentMSecsSinceEpoch};
};

struct Wish {
  QString email;
  QString firstName;
  QString lastName;
};

int failed(const core::Error& error) { return fail(QString::fromStdString(error.detail)); }

int failed(const FieldErrors& errors) {
  const auto& [field, texts] = errors.all().front();
  return fail(field + QStringLiteral(": ") + texts.first());
}

int noPassword() { return fail(QStringLiteral("no password, or two that differ")); }

int add(Desk& desk, const Wish& wish) {
  const auto password = readPassword();
  if (!password) return noPassword();
  const auto added = desk.accounts.add({{QStringLiteral("email"), wish.email},
                                        {QStringLiteral("first_name"), wish.firstName},
                                        {QStringLiteral("last_name"), wish.lastName},
                                        {QStringLiteral("password"), *password}});
  if (!added) return failed(added.error());
  if (const auto* errors = std::get_if<FieldErrors>(&*added)) return failed(*errors);
  return exitOk;
}

int list(Desk& desk, const Wish&) {
  const auto accounts = desk.accounts.all();
  if (!accounts) return failed(accounts.error());
  for (const Account& account : *accounts)
    std::printf(
        "%s\t%s\t%s\t%s\n", qPrintable(account.email), account.isActive ? "active" : "disabled",
        account.isDeveloper ? "developer" : "-",
        qPrintable(QDateTime::fromMSecsSinceEpoch(account.created / 1000, Qt::UTC).toString(Qt::ISODate)));
  return exitOk;
}

core::Result<Account> find(Desk& desk, const QString& email) {
  auto account = desk.accounts.find(email);
  if (!account) return account.error();
  if (!*account) return core::Error{core::ErrorCode::InvalidArgument, "no account has that address"};
  return std::move(**account);
}

int disable(Desk& desk, const Wish& wish) {
  const auto account = find(desk, wish.email);
  if (!account) return failed(account.error());
  const core::Status done = desk.accounts.setActive(account->id, false);
  return done ? exitOk : failed(done.error());
}

int setPassword(Desk& desk, const Wish& wish) {
  const auto account = find(desk, wish.email);
  if (!account) return failed(account.error());
  const auto password = readPassword();
  if (!password) return noPassword();
  const auto set = desk.accounts.setPassword(*account, *password);
  if (!set) return failed(set.error());
  return set->isEmpty() ? exitOk : failed(*set);
}

struct Action {
  const char* name;
  int addresses;
  int (*run)(Desk& desk, const Wish& wish);
};

constexpr Action actions[] = {
    {"add", 1, add},
    {"list", 0, list},
    {"disable", 1, disable},
    {"set-password", 1, setPassword},
};

int run(const Action& action, const QString& dataDir, const Wish& wish) {
  const auto folder = DataFolder::open(dataDir);
  if (!folder) return failed(folder.error());
  auto database = Database::open(folder->databaseFile());
  if (!database) return failed(database.error());
  Desk desk(std::move(*database));
  return action.run(desk, wish);
}

}  // namespace

int user(const QStringList& arguments) {
  const QString directory = QStringLiteral("data-dir"), first = QStringLiteral("first-name"),
                last = QStringLiteral("last-name");
  QCommandLineParser parser;
  parser.addOptions({{directory, {}, QStringLiteral("DIR"), ServerOptions::defaultDataDir()},
                     {first, {}, QStringLiteral("NAME")},
                     {last, {}, QStringLiteral("NAME"), QStringLiteral("-")}});
  if (!parser.parse(QStringList{QStringLiteral("user")} + arguments))
    return fail(parser.errorText(), exitUsage);
  if (::sodium_init() < 0) return fail(QStringLiteral("no source of random numbers"));
  const QStringList words = parser.positionalArguments();
  for (const Action& action : actions) {
    if (words.value(0) != QLatin1String(action.name) || words.size() != 1 + action.addresses) continue;
    const QString email = words.value(1);
    const QString name =
        parser.isSet(first) ? parser.value(first) : email.section(QLatin1Char('@'), 0, 0).left(50);
    return run(action, parser.value(directory), {email, name, parser.value(last)});
  }
  return fail(QStringLiteral("usage: dicomaestro-server ") + QString::fromLatin1(userUsage), exitUsage);
}

}  // namespace server::program
