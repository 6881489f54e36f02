// SPDX-License-Identifier: MIT
#pragma once

#include <QThread>
#include <QThreadPool>
#include <memory>

#include "app/developer/apihost.h"
#include "server/serveroptions.h"

namespace server {
struct Services;
}

/// The server as the viewer's panel wants it. It is started, asked and stopped in threads of its own: the
/// window never waits. Its destructor lets the requests in hand end.
class LocalApi final : public app::ApiHost {
  Q_OBJECT

 public:
  /// The port is that of start().
  explicit LocalApi(server::ServerOptions options, QObject* parent = nullptr);
  ~LocalApi() override;

  app::ApiReply<app::ApiDone> start(quint16 port) override;
  app::ApiReply<app::ApiDone> stop() override;
  QString address() const override { return m_address; }

  app::ApiReply<QList<app::ApiAccount>> accounts() override;
  app::ApiReply<app::ApiDone> addAccount(const app::ApiAccountWanted& wanted) override;
  app::ApiReply<app::ApiDone> setActive(qint64 account, bool isActive) override;
  app::ApiReply<app::ApiDone> setPassword(qint64 account, const QString& password) override;
  app::ApiReply<app::ApiProfile> profile(qint64 account) override;
  app::ApiReply<app::ApiDone> setProfile(qint64 account, const app::ApiProfile& profile) override;
  app::ApiReply<QList<app::ApiKey>> keys(qint64 account) override;
  app::ApiReply<QString> createKey(qint64 account, const QString& name) override;
  app::ApiReply<app::ApiDone> deleteKey(qint64 account, qint64 key) override;
  app::ApiReply<app::ApiUsage> usage(qint64 account, int year, int month) override;
  app::ApiReply<QList<app::ApiCall>> lastCalls() override;

 private:
  class Holder;

  /// Runs it beside the window, with the services of the running server.
  template <class T>
  app::ApiReply<T> ask(std::function<app::ApiAnswer<T>(server::Services&)> question);

  server::ServerOptions m_options;
  QThread m_thread;    ///< the server is made and ended here
  Holder* m_holder;    ///< lives in m_thread
  QThreadPool m_desk;  ///< what is asked runs here, one after the other
  QString m_address;
  server::Services* m_services = nullptr;  ///< while it is on
  QList<QByteArray> m_metered;             ///< paths of the metered routes
  bool m_isSwitching = false;
};
