// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>
#include <cstdint>
#include <vector>

#include "server/exchange.h"

namespace server {

/// A name that is safe on every system and in every header: no path, no control characters, nothing that a
/// shell, Windows or a header reads as more than a letter; with the suffix once. wanted may be anything.
QString safeFileName(const QString& wanted, QLatin1String suffix);

/// 200 with the bytes as a file to be saved: Content-Disposition with filename and, for what is not ASCII,
/// filename* (RFC 6266).
Answer attachment(const QByteArray& contentType, const QString& fileName,
                  const std::vector<std::uint8_t>& bytes);

}  // namespace server
