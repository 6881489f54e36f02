// SPDX-License-Identifier: MIT
#pragma once

#include <QTemporaryDir>
#include <QtTest>
#include <memory>

#include "server/services.h"
#include "server/store/datafolder.h"

namespace tests {

/// The services of a server on an empty data directory, without the server, and a clock that stands still.
class ServicesHouse {
 public:
  explicit ServicesHouse(int quota = 1000) {
    auto database = server::Database::open(m_folder.filePath(QStringLiteral("server.sqlite")));
    if (!database) qFatal("%s", database.error().detail.c_str());
    m_services = std::make_unique<server::Services>(std::move(*database), server::SigningKey(32, 'k'), quota,
                                                    [this] { return time; });
  }

  server::Services& services() { return *m_services; }
  server::Services* operator->() { return m_services.get(); }

  qint64 time = 1'767'614'400'000;  ///< 2026-01-05 12:00 UTC, in ms

 private:
  QTemporaryDir m_folder;
  std::unique_ptr<server::Services> m_services;
};

}  // namespace tests
