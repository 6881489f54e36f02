// SPDX-License-Identifier: MIT
#include "dicomaestro/questions.h"

#include <QJsonObject>

#include "server/services.h"

namespace questions {

namespace {

template <class T>
app::ApiAnswer<T> failed(const core::Error& error) {
  return {std::nullopt, {{QString(), QString::fromStdString(error.detail)}}};
}

template <class T>
app::ApiAnswer<T> wrong(const server::FieldErrors& errors) {
  app::ApiAnswer<T> answer;
  for (const auto& [field, texts] : errors.all())
    for (const QString& text : texts) answer.faults << app::ApiFault{field, text};
  return answer;
}

app::ApiAnswer<app::ApiDone> done(const core::Status& status) {
  return status ? app::ApiAnswer<app::ApiDone>{app::ApiDone(), {}} : failed<app::ApiDone>(status.error());
}

/// What the services answer when something can be wrong with the fields: a value, or the errors.
template <class T, class Value, class Make>
app::ApiAnswer<T> valueOrErrors(const core::Result<std::variant<Value, server::FieldErrors>>& result,
                                Make make) {
  if (!result) return failed<T>(result.error());
  if (const auto* errors = std::get_if<server::FieldErrors>(&*result)) return wrong<T>(*errors);
  return {make(std::get<Value>(*result)), {}};
}

/// The account, or the fault that it is not there.
template <class T, class Use>
app::ApiAnswer<T> withAccount(server::Services& services, qint64 id, Use use) {
  const auto account = services.accounts.find(id);
  if (!account) return failed<T>(account.error());
  if (!*account) return {std::nullopt, {{QString(), QStringLiteral("Not found.")}}};
  return use(**account);
}

QDateTime timeOf(server::Moment moment) { return QDateTime::fromMSecsSinceEpoch(moment / 1000, Qt::UTC); }

app::ApiKey keyOf(const server::StoredKey& key) {
  return {key.id, key.name, key.prefix, timeOf(key.created), key.expiry ? timeOf(*key.expiry) : QDateTime()};
}

}  // namespace

app::ApiAnswer<QList<app::ApiAccount>> accounts(server::Services& services) {
  const auto all = services.accounts.all();
  if (!all) return failed<QList<app::ApiAccount>>(all.error());
  QList<app::ApiAccount> list;
  for (const server::Account& account : *all)
    list << app::ApiAccount{account.id,       account.email,    account.firstName,
                            account.lastName, account.isActive, account.isDeveloper};
  return {list, {}};
}

app::ApiAnswer<app::ApiDone> addAccount(server::Services& services, const app::ApiAccountWanted& wanted) {
  const QJsonObject fields{{QStringLiteral("email"), wanted.email},
                           {QStringLiteral("first_name"), wanted.firstName},
                           {QStringLiteral("last_name"), wanted.lastName},
                           {QStringLiteral("password"), wanted.password}};
  return valueOrErrors<app::ApiDone>(services.accounts.add(fields),
                                     [](const server::Account&) { return app::ApiDone(); });
}

app::ApiAnswer<app::ApiDone> setActive(server::Services& services, qint64 account, bool isActive) {
  return done(services.accounts.setActive(account, isActive));
}

app::ApiAnswer<app::ApiDone> setPassword(server::Services& services, qint64 id, const QString& password) {
  return withAccount<app::ApiDone>(services, id,
                                   [&](const server::Account& account) -> app::ApiAnswer<app::ApiDone> {
                                     const auto errors = services.accounts.setPassword(account, password);
                                     if (!errors) return failed<app::ApiDone>(errors.error());
                                     if (!errors->isEmpty()) return wrong<app::ApiDone>(*errors);
                                     return {app::ApiDone(), {}};
                                   });
}

app::ApiAnswer<app::ApiProfile> profile(server::Services& services, qint64 account) {
  const auto found = services.accounts.profile(account);
  if (!found) return failed<app::ApiProfile>(found.error());
  if (!*found) return {app::ApiProfile(), {}};
  return {app::ApiProfile{(*found)->purpose.value_or(QString()), (*found)->organization.value_or(QString())},
          {}};
}

app::ApiAnswer<app::ApiDone> setProfile(server::Services& services, qint64 account,
                                        const app::ApiProfile& profile) {
  const QJsonObject fields{{QStringLiteral("purpose"), profile.purpose},
                           {QStringLiteral("organization"), profile.organization}};
  return valueOrErrors<app::ApiDone>(services.accounts.saveProfile(account, fields),
                                     [](const server::Profile&) { return app::ApiDone(); });
}

app::ApiAnswer<QList<app::ApiKey>> keys(server::Services& services, qint64 account) {
  const auto all = services.keys.ofAccount(account);
  if (!all) return failed<QList<app::ApiKey>>(all.error());
  QList<app::ApiKey> list;
  for (const server::StoredKey& key : *all) list << keyOf(key);
  return {list, {}};
}

app::ApiAnswer<QString> createKey(server::Services& services, qint64 id, const QString& name) {
  return withAccount<QString>(services, id, [&](const server::Account& account) {
    return valueOrErrors<QString>(
        services.keys.add(account, {{QStringLiteral("name"), name}}),
        [](const server::ApiKeys::NewKey& key) { return QString::fromLatin1(key.text); });
  });
}

app::ApiAnswer<app::ApiDone> deleteKey(server::Services& services, qint64 account, qint64 key) {
  const auto removed = services.keys.remove(account, key);
  return removed ? app::ApiAnswer<app::ApiDone>{app::ApiDone(), {}} : failed<app::ApiDone>(removed.error());
}

app::ApiAnswer<app::ApiUsage> usage(server::Services& services, qint64 account, QDate first,
                                    const QList<QByteArray>& metered) {
  const auto days = services.calls.perDay(account, first, first.addMonths(1).addDays(-1));
  if (!days) return failed<app::ApiUsage>(days.error());
  app::ApiUsage usage;
  for (const server::DayCount& day : *days) usage.days[day.day] = day.count;
  for (const QByteArray& path : metered) {
    const auto count = services.quota.look(account, path);
    if (!count) return failed<app::ApiUsage>(count.error());
    usage.quota = count->quota;
    usage.routes << app::ApiUsage::Route{QString::fromLatin1(path), count->used};
  }
  return {usage, {}};
}

app::ApiAnswer<QList<app::ApiCall>> lastCalls(server::Services& services) {
  QList<app::ApiCall> calls;
  for (const server::RecentRequest& request : services.recent.all())
    calls << app::ApiCall{QDateTime::fromMSecsSinceEpoch(request.time, Qt::UTC),
                          QString::fromLatin1(request.method), QString::fromLatin1(request.path),
                          request.status, request.milliseconds};
  return {calls, {}};
}

}  // namespace questions
