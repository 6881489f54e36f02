// SPDX-License-Identifier: MIT
// Mutated files over the socket to the real program, on connections that are kept. DICOMAESTRO_MUTATIONS says
// how many; 300 by default.
#include <QDirIterator>
#include <QRandomGenerator>
#include <thread>

#include "tests/server/program/runningprogram.h"
#include "tests/server/read/mutations.h"
#include "tests/server/serverhouse.h"
#include "tests/support/shared.h"
#include "tests/support/testmain.h"

using tests::ask;
using tests::Asking;
using tests::post;

namespace {

/// A connection that is kept from one request to the next, until the server ends it.
class Connection {
 public:
  explicit Connection(quint16 port) : m_port(port) {}

  /// The status, 0 when there was no whole answer.
  int ask(Asking asking) {
    if (m_socket.state() != QAbstractSocket::ConnectedState) {
      m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
      if (!m_socket.waitForConnected(10'000)) return 0;
    }
    m_socket.write(asking.wire(m_port).replace("Connection: close\r\n", ""));
    QByteArray all;
    qsizetype headEnd = -1;
    while ((headEnd = all.indexOf("\r\n\r\n")) < 0)
      if (!receive(all)) return 0;
    const tests::Reply head{all.mid(9, 3).toInt(), all.left(headEnd), {}};
    const qsizetype whole = headEnd + 4 + head.header("Content-Length").toLongLong();
    while (all.size() < whole)
      if (!receive(all)) return 0;
    if (head.header("Connection") == "close") m_socket.disconnectFromHost();
    return all.size() == whole ? head.status : 0;
  }

 private:
  bool receive(QByteArray& all) {
    if (m_socket.bytesAvailable() == 0 && !m_socket.waitForReadyRead(120'000)) return false;
    all += m_socket.readAll();
    return true;
  }

  quint16 m_port;
  QTcpSocket m_socket;
};

}  // namespace

class WireMutationsTest : public QObject {
  Q_OBJECT

  static constexpr int connections = 4;

  /// Every kind of request that takes a file, with its options in turn.
  static Asking dressed(const QByteArray& content, quint32 seed) {
    constexpr const char* options[] = {"",
                                       "?return_format=jpeg",
                                       "?return_format=gif",
                                       "?format=dicom-json",
                                       "?pixel_data=omit&images=none",
                                       "?images=first&window=40,400,sigmoid",
                                       "?frames=1-2&fields=Rows,PatientName,PixelData",
                                       "?viewport=100,50&quality=10&invert=true"};
    const QByteArray path = seed % 4 == 0 ? "/api/dicom/render/" : "/api/dicom/read/file/";
    return post(path + options[seed / 4 % std::size(options)]).file("a.dcm", content);
  }

  static QByteArray token(quint16 port) {
    const QByteArray account =
        R"({"email":"ann@example.org","first_name":"A","last_name":"L","password":"correct horse"})";
    ask(port, post("/api/register/").json(account));
    return ask(port, post("/api/token/").json(account)).text("access");
  }

 private slots:
  void allAreAnsweredByTheSameProcess() {
    const QByteArray count = qgetenv("DICOMAESTRO_MUTATIONS");
    const quint32 mutations = count.isEmpty() ? 300 : count.toUInt();
    const QList<QByteArray> files = tests::goodFiles();
    const QTemporaryDir folder;
    tests::RunningProgram program(folder.filePath(QStringLiteral("data")), QStringLiteral("file"), {},
                                  {QStringLiteral("--quota"), QStringLiteral("1000000")});
    std::atomic<quint32> next = 0;
    std::atomic<int> ended = 0;
    QMutex mutex;
    QMap<int, int> statuses;
    QStringList wrong;
    std::vector<std::thread> threads;
    for (int c = 0; c < connections; ++c)
      threads.emplace_back([&] {
        Connection connection(program.port());
        QByteArray bearer;
        int sent = 0;
        for (quint32 seed = next++; seed < mutations; seed = next++) {
          if (sent++ % 200 == 0) bearer = token(program.port());  // before it expires
          const QByteArray content = tests::mutated(files[(seed * 7919) % quint32(files.size())], seed);
          const int status = connection.ask(dressed(content, seed).bearer(bearer));
          const QMutexLocker lock(&mutex);
          ++statuses[status];
          if (status != 200 && status != 400 && status != 422)
            wrong << QStringLiteral("mutation %1: %2").arg(seed).arg(status);
        }
        ++ended;
      });
    // What the program logs is read meanwhile, or it would wait for that.
    const bool haveEnded = QTest::qWaitFor([&] { return ended == connections; }, 3'600'000);
    for (std::thread& thread : threads) thread.join();
    QVERIFY(haveEnded);
    const double peak = program.peakMegabytes();
    qInfo() << statuses << "peak" << peak << "MB";
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QStringLiteral("; "))));
    QCOMPARE(ask(program.port(), tests::get("/api/health/")).status, 200);
    QVERIFY2(peak > 0 && peak < 2500, qPrintable(QString::number(peak)));
    program.signal(SIGTERM);
    QCOMPARE(program.exitCode(), 0);
  }

  void brokenFilesToo() {
    if (tests::sharedFolder().isEmpty()) QSKIP("reference data absent: ../shared");
    const QTemporaryDir folder;
    tests::RunningProgram program(folder.filePath(QStringLiteral("data")));
    const QByteArray bearer = token(program.port());
    Connection connection(program.port());
    QDirIterator files(tests::sharedFile(QStringLiteral("generated/broken")), QDir::Files);
    int sent = 0;
    while (files.hasNext()) {
      const QByteArray content = tests::contentOf(files.next());
      for (const quint32 seed : {0u, 1u}) {
        const int status = connection.ask(dressed(content, seed).bearer(bearer));
        QVERIFY2(status == 200 || status == 400 || status == 422,
                 qPrintable(files.fileName() + QStringLiteral(": %1").arg(status)));
        ++sent;
      }
    }
    QVERIFY(sent > 100);
    program.signal(SIGTERM);
    QCOMPARE(program.exitCode(), 0);
  }
};

DICOMAESTRO_TEST(WireMutationsTest)
#include "mutations_test.moc"
