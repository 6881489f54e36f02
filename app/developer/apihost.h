// SPDX-License-Identifier: MIT
#pragma once

#include <QDate>
#include <QDateTime>
#include <QFuture>
#include <QList>
#include <QObject>
#include <QString>
#include <optional>

/// What the panel of the local API asks of whoever holds the server. The viewer does not know the server; the
/// composition root knows both.
namespace app {

/// Why something was refused, as the API says it: the field ("" for the whole) and an English text.
struct ApiFault {
  QString field;
  QString text;
};

/// A value, or at least one fault.
template <class T>
struct ApiAnswer {
  std::optional<T> value;
  QList<ApiFault> faults;
};
struct ApiDone {};
/// Comes later: nothing asked here keeps the asking thread waiting.
template <class T>
using ApiReply = QFuture<ApiAnswer<T>>;

struct ApiAccount {
  qint64 id = 0;
  QString email, firstName, lastName;
  bool isActive = true;
  bool isDeveloper = false;  ///< has a profile
  bool operator==(const ApiAccount&) const = default;
};
struct ApiAccountWanted {
  QString email, firstName, lastName, password;
};
/// purpose is one of the API's words, as "research"; "" for none.
struct ApiProfile {
  QString purpose, organization;
};
struct ApiKey {
  qint64 id = 0;
  QString name, prefix;
  QDateTime created;
  QDateTime expires;  ///< invalid: never
  bool operator==(const ApiKey&) const = default;
};
/// Metered calls that were answered well.
struct ApiUsage {
  struct Route {
    QString path;
    int calls = 0;  ///< this month
  };
  QMap<QDate, int> days;  ///< of the month asked for, UTC; days without calls are left out
  QList<Route> routes;    ///< every metered route, this month
  int quota = 0;          ///< calls a month and route
};
/// A request that was answered; the route is the server's own text, so that nothing of a client is in it.
struct ApiCall {
  QDateTime time;
  QString method, route;  ///< route "" for one that is not there
  int status = 0;
  int milliseconds = 0;
  bool operator==(const ApiCall&) const = default;
};

class ApiHost : public QObject {
  Q_OBJECT

 public:
  using QObject::QObject;

  /// Port 0 picks a free one. With the server on already: a fault.
  virtual ApiReply<ApiDone> start(quint16 port) = 0;
  /// Comes when the requests in hand are finished.
  virtual ApiReply<ApiDone> stop() = 0;
  /// "http://127.0.0.1:8080"; "" while it is off.
  virtual QString address() const = 0;
  bool isOn() const { return !address().isEmpty(); }

  // While it is on; else a fault.
  virtual ApiReply<QList<ApiAccount>> accounts() = 0;
  virtual ApiReply<ApiDone> addAccount(const ApiAccountWanted& wanted) = 0;
  virtual ApiReply<ApiDone> setActive(qint64 account, bool isActive) = 0;
  virtual ApiReply<ApiDone> setPassword(qint64 account, const QString& password) = 0;
  virtual ApiReply<ApiProfile> profile(qint64 account) = 0;
  virtual ApiReply<ApiDone> setProfile(qint64 account, const ApiProfile& profile) = 0;
  virtual ApiReply<QList<ApiKey>> keys(qint64 account) = 0;
  /// The key's text, which nobody can be told again. An empty name: the API's own.
  virtual ApiReply<QString> createKey(qint64 account, const QString& name) = 0;
  virtual ApiReply<ApiDone> deleteKey(qint64 account, qint64 key) = 0;
  virtual ApiReply<ApiUsage> usage(qint64 account, int year, int month) = 0;
  /// Newest first.
  virtual ApiReply<QList<ApiCall>> lastCalls() = 0;

 signals:
  /// It is on or off now.
  void switched();
};

}  // namespace app
