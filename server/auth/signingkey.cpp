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
#include <QTimer>

namespace server {

namespace {

Q_LOGGING_CATEGORY(lcAuth, "dicomaestro.server.auth")

constexpr int keychainTime = 2000;  // ms; without a session bus QtKeychain never answers
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

/// Whether the job ended well and in time.
bool run(QKeychain::Job& job) {
  QEventLoop waiting;
  bool isFinished = false;
  QObject::connect(&job, &QKeychain::Job::finished, &waiting, [&] {
    isFinished = true;
    waiting.quit();
  });
  QTimer::singleShot(keychainTime, &waiting, &QEventLoop::quit);
  job.setInsecureFallback(false);
  job.start();
  if (!isFinished) waiting.exec();
  return isFinished;
}

/// A key a data directory: two of them never share theirs.
QString entryName(const QString& folder) {
  return QStringLiteral("signing key ") +
         QString::fromLatin1(
             QCryptographicHash::hash(folder.toUtf8(), QCryptographicHash::Sha256).toHex().left(16));
}

// A job that never answers may not be destroyed while it runs: it is left to itself.
template <class Job>
std::unique_ptr<Job, void (*)(Job*)> newJob(const QString& entry) {
  auto* job = new Job(QStringLiteral("dicomaestro-server"));
  job->setAutoDelete(false);
  job->setKey(entry);
  return {job, [](Job* done) { done->deleteLater(); }};
}

std::optional<SigningKey> keyOfKeychain(const QString& entry) {
  auto reading = newJob<QKeychain::ReadPasswordJob>(entry);
  if (!run(*reading)) return reading.release(), std::nullopt;
  if (reading->error() == QKeychain::NoError && reading->binaryData().size() == keyBytes)
    return reading->binaryData();
  if (reading->error() != QKeychain::EntryNotFound) return std::nullopt;
  auto writing = newJob<QKeychain::WritePasswordJob>(entry);
  const SigningKey key = randomKey();
  writing->setBinaryData(key);
  if (!run(*writing)) return writing.release(), std::nullopt;
  return writing->error() == QKeychain::NoError ? std::optional(key) : std::nullopt;
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
