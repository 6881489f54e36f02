// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

/// Passwords by Argon2id (19 MiB, two passes, one lane: what OWASP asks at least). A hash costs some 20 ms.
namespace server {

/// In libsodium's notation, salt and costs included. Empty only when there is no memory for it.
QByteArray hashPassword(const QString& password);
bool isPassword(const QByteArray& hash, const QString& password);
/// As dear as isPassword(), for an address that nobody has.
void verifyNothing(const QString& password);

}  // namespace server
