// SPDX-License-Identifier: MIT
#include "dicomaestro/localapi.h"

#include <QPromise>

#include "dicomaestro/localapiholder.h"
#include "dicomaestro/questions.h"

namespace {

template <class T>
app::ApiReply<T> refused(const QString& text) {
  QPromise<app::ApiAnswer<T>> promise;
  promise.start();
  promise.addResult(app::ApiAnswer<T>{std::nullopt, {{QString(), text}}});
  promise.finish();
  return promise.future();
}

}  // namespace

LocalApi::LocalApi(server::ServerOptions options, QObject* parent)
    : ApiHost(parent), m_options(std::move(options)), m_holder(new Holder) {
  m_thread.setObjectName(QStringLiteral("local api"));
  m_desk.setMaxThreadCount(1);
  m_holder->moveToThread(&m_thread);
  connect(&m_thread, &QThread::finished, m_holder, &QObject::deleteLater);
  m_thread.start();
}

LocalApi::~LocalApi() {
  m_holder->stop(m_desk).waitForFinished();
  m_thread.quit();
  m_thread.wait();
}

app::ApiReply<app::ApiDone> LocalApi::start(quint16 port) {
  if (isOn() || m_isSwitching) return refused<app::ApiDone>(QStringLiteral("The server is on."));
  m_isSwitching = true;
  server::ServerOptions options = m_options;
  options.port = port;
  return m_holder->start(options).then(this, [this](const Started& started) -> app::ApiAnswer<app::ApiDone> {
    m_isSwitching = false;
    if (!started.services) return {std::nullopt, {{QString(), started.reason}}};
    m_services = started.services;
    m_metered = started.metered;
    m_address = started.address;
    emit switched();
    return {app::ApiDone(), {}};
  });
}

app::ApiReply<app::ApiDone> LocalApi::stop() {
  if (!isOn()) return refused<app::ApiDone>(QStringLiteral("The server is off."));
  m_isSwitching = true;
  m_services = nullptr;
  m_address.clear();
  emit switched();
  return m_holder->stop(m_desk).then(this, [this] {
    m_isSwitching = false;
    return app::ApiAnswer<app::ApiDone>{app::ApiDone(), {}};
  });
}

template <class T>
app::ApiReply<T> LocalApi::ask(std::function<app::ApiAnswer<T>(server::Services&)> question) {
  if (!m_services) return refused<T>(QStringLiteral("The server is off."));
  auto promise = std::make_shared<QPromise<app::ApiAnswer<T>>>();
  promise->start();
  m_desk.start([promise, question = std::move(question), services = m_services] {
    promise->addResult(question(*services));
    promise->finish();
  });
  return promise->future();
}

app::ApiReply<QList<app::ApiAccount>> LocalApi::accounts() {
  return ask<QList<app::ApiAccount>>(questions::accounts);
}

app::ApiReply<app::ApiDone> LocalApi::addAccount(const app::ApiAccountWanted& wanted) {
  return ask<app::ApiDone>([wanted](auto& services) { return questions::addAccount(services, wanted); });
}

app::ApiReply<app::ApiDone> LocalApi::setActive(qint64 account, bool isActive) {
  return ask<app::ApiDone>(
      [account, isActive](auto& services) { return questions::setActive(services, account, isActive); });
}

app::ApiReply<app::ApiDone> LocalApi::setPassword(qint64 account, const QString& password) {
  return ask<app::ApiDone>(
      [account, password](auto& services) { return questions::setPassword(services, account, password); });
}

app::ApiReply<app::ApiProfile> LocalApi::profile(qint64 account) {
  return ask<app::ApiProfile>([account](auto& services) { return questions::profile(services, account); });
}

app::ApiReply<app::ApiDone> LocalApi::setProfile(qint64 account, const app::ApiProfile& profile) {
  return ask<app::ApiDone>(
      [account, profile](auto& services) { return questions::setProfile(services, account, profile); });
}

app::ApiReply<QList<app::ApiKey>> LocalApi::keys(qint64 account) {
  return ask<QList<app::ApiKey>>([account](auto& services) { return questions::keys(services, account); });
}

app::ApiReply<QString> LocalApi::createKey(qint64 account, const QString& name) {
  return ask<QString>(
      [account, name](auto& services) { return questions::createKey(services, account, name); });
}

app::ApiReply<app::ApiDone> LocalApi::deleteKey(qint64 account, qint64 key) {
  return ask<app::ApiDone>(
      [account, key](auto& services) { return questions::deleteKey(services, account, key); });
}

app::ApiReply<app::ApiUsage> LocalApi::usage(qint64 account, int year, int month) {
  return ask<app::ApiUsage>([account, first = QDate(year, month, 1), metered = m_metered](auto& services) {
    return questions::usage(services, account, first, metered);
  });
}

app::ApiReply<QList<app::ApiCall>> LocalApi::lastCalls() {
  return ask<QList<app::ApiCall>>(questions::lastCalls);
}
