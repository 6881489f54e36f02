// SPDX-License-Identifier: MIT
#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>
#include <QTemporaryDir>

#include "tests/server/door/doorhouse.h"
#include "tests/support/testmain.h"

using tests::BareClient;
using tests::DoorHouse;

class DoorTlsTest : public QObject {
  Q_OBJECT

  QTemporaryDir m_folder;
  server::DoorOptions m_options;

  QByteArray contentOf(const QString& name) const {
    QFile file(m_folder.filePath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
  }

 private slots:
  void initTestCase() {
    QProcess openssl;
    openssl.start(QStringLiteral("openssl"),
                  {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
                   QStringLiteral("rsa:2048"), QStringLiteral("-nodes"), QStringLiteral("-days"),
                   QStringLiteral("2"), QStringLiteral("-subj"), QStringLiteral("/CN=localhost"),
                   QStringLiteral("-keyout"), m_folder.filePath(QStringLiteral("key")),
                   QStringLiteral("-out"), m_folder.filePath(QStringLiteral("cert"))});
    if (!openssl.waitForFinished() || openssl.exitCode() != 0) QSKIP("the openssl program is absent");
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificate(QSslCertificate(contentOf(QStringLiteral("cert"))));
    tls.setPrivateKey(QSslKey(contentOf(QStringLiteral("key")), QSsl::Rsa));
    m_options.tls = tls;
  }

  void anEncryptedRequestIsAnsweredAndTheAnswerEndsProperly() {
    DoorHouse house({}, m_options);
    QSslSocket client;
    client.setPeerVerifyMode(QSslSocket::VerifyNone);
    client.connectToHostEncrypted(QStringLiteral("127.0.0.1"), house.door.port());
    QVERIFY(tests::waitFor([&] { return client.isEncrypted(); }));
    QSignalSpy errors(&client, &QSslSocket::errorOccurred);
    client.write(house.request("GET /hello/"));
    client.write(house.request("GET /big/", "Connection: close\r\nOrigin: https://localhost:" +
                                                QByteArray::number(house.door.port()) + "\r\n"));
    QByteArray answers;
    QVERIFY(tests::waitFor(
        [&] { return answers += client.readAll(), client.state() == QAbstractSocket::UnconnectedState; },
        10'000));
    answers += client.readAll();
    QVERIFY(answers.contains("hello"));
    QCOMPARE(answers.count('x') >= 20'000'000, true);
    // Qt says so for the farewell of TLS and again for the end of the connection; a cut is another error.
    QVERIFY(!errors.isEmpty());
    for (const auto& error : errors)
      QCOMPARE(error.at(0).value<QAbstractSocket::SocketError>(), QAbstractSocket::RemoteHostClosedError);
  }

  void aStalledHandshakeIsGivenUpAndBlocksNobody() {
    DoorHouse house({}, m_options);
    std::vector<std::unique_ptr<BareClient>> stalled;
    for (int i = 0; i < 30; ++i) stalled.push_back(std::make_unique<BareClient>(house));
    anEncryptedRequestIsAnsweredAndTheAnswerEndsProperly();
    house.pass(15'000);
    for (auto& client : stalled) QCOMPARE(client->untilClosed(), QByteArray());
    QTRY_COMPARE(house.door.connectionCount(), 0);
  }

  void plainTextOnAnEncryptedDoorReachesNoRoute() {
    DoorHouse house({}, m_options);
    BareClient client(house);
    client.send(house.request("POST /echo/"));
    QVERIFY(!client.untilClosed().contains("200 OK"));
    QCOMPARE(house.calls.load(), 0);
  }
};

DICOMAESTRO_TEST(DoorTlsTest)
#include "doortls_test.moc"
