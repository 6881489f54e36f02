// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <optional>

#include "core/base/result.h"
#include "server/store/accountstore.h"

namespace server {

/// Wrong logins in a row, by a hash of the address.
class FailureStore {
 public:
  struct Failures {
    int count = 0;
    Moment last = 0;
  };

  explicit FailureStore(const Database& database) : m_database(database) {}

  core::Result<Failures> find(const QByteArray& address) const;  ///< of none: 0
  /// Also forgets the addresses whose last failure is older than that.
  core::Status set(const QByteArray& address, const Failures& failures, Moment oldest);
  core::Status clear(const QByteArray& address);

 private:
  const Database& m_database;
};

}  // namespace server
