// SPDX-License-Identifier: MIT
#pragma once

#include <QFuture>
#include <QFutureInterface>
#include <QHttpServerResponse>
#include <QObject>
#include <QThreadPool>
#include <exception>
#include <memory>
#include <optional>
#include <utility>

namespace server {

/// What the work answers; what it throws, want of memory included, becomes a 500 that says nothing.
template <class Work>
QHttpServerResponse responseOf(Work& work) {
  try {
    return work();
  } catch (const std::exception&) {
    return QHttpServerResponse("application/json", "{\"detail\":\"Internal server error.\"}",
                               QHttpServerResponse::StatusCode::InternalServerError);
  }
}

/// Runs a route's work in the pool: `return runInPool(pool, [request] { return QHttpServerResponse(…); });`.
/// The work gets values, never the QHttpServerRequest. Called in the thread of the QHttpServer, which must
/// run an event loop. Safe behind the door alone, where no client leaves.
///
/// Routes use this and not QPromise: QHttpServer takes the result out, after which Qt 6.4 holds the future
/// for unfinished, and the QPromise's destructor runs the continuation a second time and crashes. The future
/// finishes in the caller's thread, where QHttpServer has attached its continuation by then.
template <class Work>
QFuture<QHttpServerResponse> runInPool(QThreadPool& pool, Work work) {
  QFutureInterface<QHttpServerResponse> answer;
  auto kept = std::make_shared<Work>(std::move(work));
  auto* courier = new QObject;
  answer.reportStarted();
  pool.start([answer, kept, courier]() mutable {
    auto response = std::make_shared<std::optional<QHttpServerResponse>>(responseOf(*kept));
    kept.reset();
    const auto deliver = [answer, response, courier]() mutable {
      answer.reportResult(std::move(**response));
      answer.reportFinished();
      courier->deleteLater();
    };
    QMetaObject::invokeMethod(courier, deliver, Qt::QueuedConnection);
  });
  return answer.future();
}

}  // namespace server
