// SPDX-License-Identifier: MIT
#pragma once

#include "app/developer/apihost.h"

namespace server {
struct Services;
}

/// What the panel asks, put to the server's services and answered in the panel's words. Each may wait for the
/// disk.
namespace questions {

app::ApiAnswer<QList<app::ApiAccount>> accounts(server::Services& services);
app::ApiAnswer<app::ApiDone> addAccount(server::Services& services, const app::ApiAccountWanted& wanted);
app::ApiAnswer<app::ApiDone> setActive(server::Services& services, qint64 account, bool isActive);
app::ApiAnswer<app::ApiDone> setPassword(server::Services& services, qint64 account, const QString& password);
app::ApiAnswer<app::ApiProfile> profile(server::Services& services, qint64 account);
app::ApiAnswer<app::ApiDone> setProfile(server::Services& services, qint64 account,
                                        const app::ApiProfile& profile);
app::ApiAnswer<QList<app::ApiKey>> keys(server::Services& services, qint64 account);
app::ApiAnswer<QString> createKey(server::Services& services, qint64 account, const QString& name);
app::ApiAnswer<app::ApiDone> deleteKey(server::Services& services, qint64 account, qint64 key);
/// The days of the month that begins there; the routes' counts are of the current month.
app::ApiAnswer<app::ApiUsage> usage(server::Services& services, qint64 account, QDate first,
                                    const QList<QByteArray>& metered);
app::ApiAnswer<QList<app::ApiCall>> lastCalls(server::Services& services);

}  // namespace questions
