// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QList>

namespace server {

/// Whether an Accept header admits one of the types (RFC 9110 section 12.5.1). An absent one admits all.
bool accepts(const QByteArray& accept, const QList<QByteArray>& types);

/// The best of the types for that Accept header: by weight, then by the order given; "" when none is
/// admitted.
QByteArray preferredType(const QByteArray& accept, const QList<QByteArray>& types);

/// "application/json" of "Application/JSON; charset=utf-8".
QByteArray mediaType(const QByteArray& contentType);

}  // namespace server
