// SPDX-License-Identifier: MIT
#include "server/auth/signingkey.h"

#include <fcntl.h>
#include <qt6keychain/keychain.h>
#include <sodium.h>
#include <unistd.h>

#include <QCryptographicHash>
#include <QEventLoop>
#include <QFile>
#include <QLoggingCategory>
#include <chrono>
#include <future>
#include <thread>

namespace server {

namespace {

Q_LOGGING_CATEGORY(lcAuth, "dicomaestro.server.auth")

constexpr std::chrono::seconds keychainTime{2};  // without a session bus QtKeychain never answers
constexpr qsizetype keyBytes = 32;

SigningKey randomKey() {
  SigningKey key(keyBytes, '\0');
  randombytes_buf(key.data(), static_cast<std::size_t>(key.size()));
  return key;
}

core::Error failed() {
  return {core::ErrorCode::WriteFailed, "the signing key cannot be kept: " + qt_error_string().toStdString()};
}

std::optional<SigningKey> readFile(const QString& path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) return std::nullopt;
  const QByteArray key = file.read(keyBytes + 1);
  return key.size() == keyBytes ? std::optional(key) : std::nullopt;
}

/// Whole or not at all, whenever the process ends.
core::Result<SigningKey> writeFile(const QString& path, const SigningKey& key) {
  const QByteArray name = QFile::encodeName(path), whole = name + ".new";
  const int file = ::open(whole.constData(), O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0600);
  if (file < 0) return failed();
  const bool isWritten = ::write(file, key.constData(), keyBytes) == keyBytes && ::fsync(file) == 0;
  ::close(file);
  if (!isWritten || ::rename(whole.constData(), name.constData()) != 0) return failed();
  return key;
}

core::Result<SigningKey> keyOfFile(const QString& path) {
  qCWarning(lcAuth) << "the signing key is in a file of the data directory, for its owner alone";
  if (const auto key = readFile(path)) return *key;
  return writeFile(path, randomKey());
}

/// Runs a job to its end, in a thread that may wait.
void run(QKeychain::Job& job) {
  QEventLoop waiting;
  QObject::connect(&job, &QKeychain::Job::finished, &waiting, &QEventLoop::quit, Qt::QueuedConnection);
  job.setAutoDelete(false);
  job.setInsecureFallback(false);
  job.start();
  waiting.exec();
}

/// A key a data directory: two of them never share theirs.
QString entryName(const QString& folder) {
  return QStringLiteral("signing key ") +
         QString::fromLatin1(
             QCryptographicHash::hash(folder.toUtf8(), QCryptographicHash::Sha256).toHex().left(16));
}

std::optional<SigningKey> askKeychain(const QString& entry) {
  const QString service = QStringLiteral("dicomaestro-server");
  QKeychain::ReadPasswordJob reading(service);
  reading.setKey(entry);
  run(reading);
  if (reading.error() == QKeychain::NoError && reading.binaryData().size() == keyBytes)
    return reading.binaryData();
  if (reading.error() != QKeychain::EntryNotFound) return std::nullopt;
  QKeychain::WritePasswordJob writing(service);
  writing.setKey(entry);
  const SigningKey key = randomKey();
  writing.setBinaryData(key);
  run(writing);
  return writing.error() == QKeychain::NoError ? std::optional(key) : std::nullopt;
}

/// In a thread that is left to itself when the time is over: a bus that does not speak holds even the call
/// that connects to it.
std::optional<SigningKey> keyOfKeychain(const QString& entry) {
  auto answer = std::make_shared<std::promise<std::optional<SigningKey>>>();
  auto coming = answer->get_future();
  std::thread([answer, entry] { answer->set_value(askKeychain(entry)); }).detach();
  return coming.wait_for(keychainTime) == std::future_status::ready ? coming.get() : std::nullopt;
}

bool hasSessionBus() {
  const QByteArray runtime = qgetenv("XDG_RUNTIME_DIR");
  return qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS") ||
         (!runtime.isEmpty() && QFile::exists(QFile::decodeName(runtime) + QStringLiteral("/bus")));
}

}  // namespace

core::Result<SigningKey> loadSigningKey(SecretStore store, const DataFolder& folder) {
  const core::Result<QString> secrets = folder.secretsFolder();
  if (!secrets) return secrets.error();
  const QString path = *secrets + QStringLiteral("/signing.key");
  if (store == SecretStore::File || QFile::exists(path)) return keyOfFile(path);
  if (!hasSessionBus()) {
    qCWarning(lcAuth) << "no keychain: there is no session bus";
    return keyOfFile(path);
  }
  if (auto key = keyOfKeychain(entryName(*secrets))) return std::move(*key);
  qCWarning(lcAuth) << "no keychain: it does not answer, or refuses";
  return keyOfFile(path);
}

}  // namespace server
