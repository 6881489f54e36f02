// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <csignal>

namespace tests {

/// dicomaestro-server serve, in a process.
class RunningProgram {
 public:
  explicit RunningProgram(const QString& dataDir, const QString& secretStore = QStringLiteral("file"),
                          const QString& sessionBus = {}, const QStringList& more = {}) {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_LOGGING_RULES"), QStringLiteral("dicomaestro.*=true"));
    environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), sessionBus);
    m_process.setProcessEnvironment(environment);
    m_process.start(path(), QStringList{QStringLiteral("serve"), QStringLiteral("--port"),
                                        QStringLiteral("0"), QStringLiteral("--data-dir"), dataDir,
                                        QStringLiteral("--secret-store"), secretStore} +
                                more);
    while (!m_line.endsWith('\n') && m_process.waitForReadyRead(20'000))
      m_line += m_process.readAllStandardOutput();
    m_port = m_line.trimmed().split(':').last().toUShort();
  }
  ~RunningProgram() { kill(); }

  static QString path() {
    return QCoreApplication::applicationDirPath() + QStringLiteral("/dicomaestro-server");
  }

  QByteArray line() const { return m_line; }
  quint16 port() const { return m_port; }
  void signal(int number) const { ::kill(static_cast<pid_t>(m_process.processId()), number); }
  void kill() {
    m_process.kill();
    m_process.waitForFinished();
  }
  int exitCode() {
    if (!m_process.waitForFinished(20'000) || m_process.exitStatus() != QProcess::NormalExit) return -1;
    return m_process.exitCode();
  }
  /// The most memory it has had at once.
  double peakMegabytes() const {
    QFile status(QStringLiteral("/proc/%1/status").arg(m_process.processId()));
    if (!status.open(QIODevice::ReadOnly)) return 0;
    for (const QByteArray& line : status.readAll().split('\n'))
      if (line.startsWith("VmHWM:")) return line.mid(6).trimmed().split(' ').first().toDouble() / 1024;
    return 0;
  }
  QByteArray log() { return m_process.readAllStandardError(); }

 private:
  QProcess m_process;
  QByteArray m_line;
  quint16 m_port = 0;
};

}  // namespace tests
