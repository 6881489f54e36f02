// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QDate>
#include <map>
#include <mutex>
#include <tuple>
#include <variant>

#include "core/base/result.h"
#include "server/serveroptions.h"
#include "server/store/callstore.h"

namespace server {

/// The months' limit: so many calls an account, calendar month (UTC) and route. A call takes a place in
/// memory before any work is done; the place is written when the call ends well, before it is answered, and
/// falls back otherwise. So a crash costs no place, and what was answered is counted.
class Quota {
  using Key = std::tuple<qint64, QByteArray, int>;  ///< account, route, month (yyyymm)

 public:
  /// How things stand for an account and a route.
  struct Count {
    int quota = 0;
    int used = 0;       ///< written and under way
    qint64 reset = 0;   ///< seconds to the end of the month
    qint64 window = 0;  ///< seconds of the month
    int remaining() const { return quota > used ? quota - used : 0; }
  };

  /// A place taken; given back when it ends without keep().
  class Place {
   public:
    Place(Place&& other) noexcept
        : m_owner(other.m_owner),
          m_isTaken(std::exchange(other.m_isTaken, false)),
          m_key(other.m_key),
          m_day(other.m_day) {}
    Place& operator=(Place&&) = delete;
    ~Place() { giveBack(); }
    /// Writes the call down.
    core::Status keep();
    void giveBack();
    Count count() const { return m_owner->count(m_key); }

   private:
    friend class Quota;
    Place(Quota& quota, Key key, QDate day) : m_owner(&quota), m_key(std::move(key)), m_day(day) {}
    Quota* m_owner;
    bool m_isTaken = true;  ///< neither kept nor given back
    Key m_key;
    QDate m_day;
  };

  Quota(CallStore& store, int quota, Now now) : m_store(store), m_quota(quota), m_now(std::move(now)) {}

  /// A place, or how things stand when there is none.
  core::Result<std::variant<Place, Count>> take(qint64 account, const QByteArray& route);
  /// How things stand, without taking a place.
  core::Result<Count> look(qint64 account, const QByteArray& route);

 private:
  struct Use {
    int written = 0;
    int underWay = 0;
  };

  core::Result<Use*> use(const Key& key);
  void forgetOthers(int month);
  Count count(const Key& key);
  Count countOf(const Use& use) const;
  QDate today() const;

  CallStore& m_store;
  const int m_quota;
  Now m_now;
  std::mutex m_mutex;
  std::map<Key, Use> m_uses;
};

}  // namespace server
