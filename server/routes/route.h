// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QList>
#include <functional>
#include <optional>

#include "server/exchange.h"

/// The routes as data: what may be asked, by whom, and which function answers.
namespace server {

/// Whose requests a route takes. A developer is an account with a profile.
enum class Who { Anyone, Bearer, Developer, BearerOrKey };

/// The bodies a route takes; every other type is 415. A body of no bytes and no type is always taken.
enum class Takes { Nothing, Fields, Multipart };

/// Where the handler runs. AtOnce: in the server's thread, for what takes no disk and less than a
/// millisecond. AtDesk: a few threads for accounts. InPool: all cores, for whatever reads or makes images.
enum class Runs { AtOnce, AtDesk, InPool };

/// Called in whatever thread Runs says, several at once. What it throws becomes a 500 that says nothing.
using Handler = std::function<Answer(const Request&)>;

/// One method of one path.
struct Route {
  QByteArray method;            ///< GET serves HEAD too
  QByteArray path;              ///< canonical, with its trailing slash; "<arg>" stands for Request::argument
  QList<QByteArray> aliases{};  ///< further paths of the same shape; all work without the trailing slash too
  Handler handler;
  Who who = Who::Anyone;
  bool isMetered = false;  ///< counts against the monthly quota, under its canonical path
  Takes takes = Takes::Nothing;
  QList<QByteArray> gives{};  ///< media types besides application/json; what Accept excludes is 406
  Runs runs = Runs::InPool;
  std::optional<qint64> largestBody{};  ///< bytes; past it 413; absent: the door's own cap
  bool isPrivate = true;                ///< holds tokens or patients: Cache-Control: no-store
};

/// Enough for any body of fields that holds no file.
inline constexpr qint64 fieldsBody = 1'000'000;

}  // namespace server
