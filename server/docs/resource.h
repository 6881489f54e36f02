// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

namespace server {

/// A file of the documentation that is built into the program; empty when there is none of that name.
QByteArray docsResource(const QByteArray& name);

}  // namespace server
