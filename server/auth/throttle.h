// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <array>
#include <mutex>

#include "core/base/result.h"
#include "server/serveroptions.h"
#include "server/store/failurestore.h"

namespace server {

/// Slows down who guesses passwords: after five wrong ones in a row for an address, known or not, each
/// further one doubles the wait. Kept across restarts; other addresses are not touched.
class Throttle {
 public:
  static constexpr int freeFailures = 5;
  static constexpr int firstWait = 5;       ///< seconds
  static constexpr int longestWait = 900;   ///< seconds
  static constexpr int memory = 24 * 3600;  ///< seconds after which failures are forgotten

  Throttle(FailureStore& store, Now now) : m_store(store), m_now(std::move(now)) {}

  /// Attempts for one address are made one after the other, so that none is judged by an old count: hold this
  /// while looking and telling.
  std::unique_lock<std::mutex> attempt(const QString& address);

  /// Seconds to wait before the next attempt; 0 when it may be made.
  core::Result<int> wait(const QString& address) const;
  core::Status failed(const QString& address);
  core::Status passed(const QString& address);

 private:
  FailureStore& m_store;
  Now m_now;
  std::array<std::mutex, 16> m_attempts;
};

}  // namespace server
