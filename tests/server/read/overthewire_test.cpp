// SPDX-License-Identifier: MIT
// Reading and rendering over a real socket, with a token and with a key.
#include <QElapsedTimer>
#include <thread>

#include "tests/core/export/answers.h"
#include "tests/core/open/zipbuilder.h"
#include "tests/server/serverhouse.h"
#include "tests/support/encoders.h"
#include "tests/support/testmain.h"

using tests::Asking;
using tests::Reply;
using tests::ServerHouse;

class OverTheWireTest : public QObject {
  Q_OBJECT

  std::unique_ptr<ServerHouse> m_house;
  QByteArray m_token;

  static QByteArray bytesOf(const std::vector<std::uint8_t>& bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size())};
  }
  static QByteArray sample(int frames = 1) { return bytesOf(tests::smallImage(7, frames).file()); }
  /// An answer of megabytes.
  static QByteArray largeSample() {
    tests::Picture picture;
    picture.rows = picture.columns = 512;
    picture.frames = 8;
    return bytesOf(tests::nativeFile(tests::patterned(picture)));
  }
  Asking reading(const QByteArray& query = {}) const {
    return tests::post("/api/dicom/read/file/" + query).bearer(m_token);
  }
  Asking rendering(const QByteArray& query = {}) const {
    return tests::post("/api/dicom/render/" + query).bearer(m_token);
  }

 private slots:
  void init() {
    m_house = std::make_unique<ServerHouse>(10'000);
    m_token = m_house->account();
  }
  void cleanup() { m_house.reset(); }

  void aFileIsReadWithATokenOrAKey() {
    const Reply reply = m_house->ask(reading().file("a.dcm", sample(2)));
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.header("Content-Type"), QByteArray("application/json"));
    QCOMPARE(reply.header("Cache-Control"), QByteArray("no-store"));
    QCOMPARE(reply.text("ImageFormat"), QByteArray("PNG"));
    QCOMPARE(reply.json()[QStringLiteral("Images")].toArray().size(), 2);
    const QByteArray key = m_house->newKey(m_house->developer("eve@example.org")).text("key");
    QVERIFY(!key.isEmpty());
    const Asking withKey = tests::post("/api/dicom/read/file").key(key).file("a.DCM", sample(2));
    QCOMPARE(m_house->ask(withKey).body, reply.body);
    QCOMPARE(m_house->ask(tests::post("/api/dicom/read/file/").file("a.dcm", sample())).status, 401);
  }

  void parametersStandInTheQuery() {
    const Reply reply = m_house->ask(reading("?fields=Rows,PatientID&images=none").file("a.dcm", sample()));
    QCOMPARE(reply.body, QByteArray(R"({"Rows":"2","PatientID":"Unknown"})"));
    const Reply bad = m_house->ask(reading("?return_format=bmp").file("a.dcm", sample()));
    QCOMPARE(bad.status, 400);
    QCOMPARE(bad.body, QByteArray("{\"return_format\":[\"\\\"bmp\\\" is not a valid choice.\"]}"));
  }

  void archives() {
    const QByteArray zip = tests::ZipBuilder()
                               .add("b.dcm", bytesOf(tests::smallImage(2).file()))
                               .add("a.dcm", bytesOf(tests::smallImage(1).file()))
                               .bytes();
    const Reply reply = m_house->ask(reading().file("a.zip", zip));
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.json()[QStringLiteral("Files")][0][QStringLiteral("FileName")].toString(),
             QStringLiteral("a.dcm"));
    QVERIFY(reply.body.endsWith("\"Errors\":[]}"));
  }

  void whatIsWrongHasItsStatus() {
    const QByteArray video = bytesOf(tests::smallImage(1).file("1.2.840.10008.1.2.4.102"));
    QCOMPARE(m_house->ask(reading().file("a.dcm", video)).status, 422);
    QCOMPARE(m_house->ask(reading("?images=none").file("a.dcm", video)).status, 200);
    QCOMPARE(m_house->ask(reading().file("a.dcm", "x")).status, 400);
    QCOMPARE(m_house->ask(reading()).body, QByteArray(R"({"file":["This field may not be null."]})"));
    QCOMPARE(m_house->ask(reading().json("{}")).status, 415);
    QCOMPARE(m_house->ask(reading().header("Accept", "image/png").file("a.dcm", sample())).status, 406);
    QCOMPARE(m_house->ask(reading().with("multipart/form-data; boundary=limit", "nothing")).status, 400);
  }

  void refusedRequestsAreNotCounted() {
    const auto remaining = [&](const QByteArray& content) {
      return m_house->ask(reading().file("a.dcm", content)).header("RateLimit-Remaining").toInt();
    };
    const int before = remaining(sample());
    QCOMPARE(remaining("x"), before);
    QCOMPARE(remaining(sample()), before - 1);
  }

  void picturesAreRendered() {
    const Reply png = m_house->ask(rendering("?viewport=64,64").file("a.dcm", sample()));
    QCOMPARE(png.header("Content-Type"), QByteArray("image/png"));
    QCOMPARE(QImage::fromData(png.body).size(), QSize(64, 64));
    const Reply jpeg = m_house->ask(rendering().header("Accept", "image/jpeg").file("a.dcm", sample()));
    QCOMPARE(jpeg.header("Content-Type"), QByteArray("image/jpeg"));
    QCOMPARE(m_house->ask(rendering().header("Accept", "text/html").file("a.dcm", sample())).status, 406);
  }

  void longAnswersAreWholeAndInParallelTheSame() {
    const QByteArray file = largeSample();
    const Reply alone = m_house->ask(reading().file("a.dcm", file));
    QCOMPARE(alone.status, 200);
    QCOMPARE(alone.header("Content-Length").toLongLong(), alone.body.size());
    QVERIFY(alone.body.size() > 10'000'000);
    QCOMPARE(alone.json()[QStringLiteral("Images")].toArray().size(), 8);
    std::vector<std::thread> threads;
    std::atomic<int> same = 0;
    for (int i = 0; i < 6; ++i)
      threads.emplace_back([&] { same += m_house->ask(reading().file("a.dcm", file)).body == alone.body; });
    for (std::thread& thread : threads) thread.join();
    QCOMPARE(same.load(), 6);
  }

  void aConnectionGoesOnBehindALongAnswer() {
    const QByteArray file = largeSample();
    const QByteArray body =
        "--limit\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.dcm\"\r\n\r\n" + file +
        "\r\n--limit--\r\n";
    const quint16 port = m_house->server().port();
    const QByteArray host = "Host: 127.0.0.1:" + QByteArray::number(port) + "\r\n";
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    QVERIFY(socket.waitForConnected(5000));
    socket.write("POST /api/dicom/read/file/ HTTP/1.1\r\n" + host + "Authorization: Bearer " + m_token +
                 "\r\nContent-Type: multipart/form-data; boundary=limit\r\nContent-Length: " +
                 QByteArray::number(body.size()) + "\r\n\r\n" + body + "GET /api/health/ HTTP/1.1\r\n" +
                 host + "Connection: close\r\n\r\n");
    QByteArray all;
    while (socket.waitForReadyRead(20'000)) all += socket.readAll();
    all += socket.readAll();
    QVERIFY(all.startsWith("HTTP/1.1 200"));
    const qsizetype second = all.lastIndexOf("HTTP/1.1 200");
    QVERIFY(second > 10'000'000);
    QVERIFY(all.mid(second - 2, 2) == "]}" || all[second - 1] == '}');
    QVERIFY(all.endsWith("}") && all.mid(second).contains("\"status\":\"ok\""));
  }

  void aShortRequestDoesNotWaitForLongOnes() {
    tests::Picture picture;
    picture.rows = picture.columns = 512;
    picture.frames = 60;
    picture.bitsAllocated = picture.bitsStored = 8;
    const QByteArray file = bytesOf(tests::nativeFile(tests::patterned(picture)));
    std::atomic<int> ended = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < QThread::idealThreadCount(); ++i)
      threads.emplace_back([&] {
        m_house->ask(reading("?return_format=gif").file("a.dcm", file));
        ++ended;
      });
    QTest::qWait(100);  // until they are under way
    QCOMPARE(m_house->ask(reading().file("a.dcm", sample())).status, 200);
    const int before = ended;
    for (std::thread& thread : threads) thread.join();
    QCOMPARE(before, 0);
  }

  void whoLeavesStopsTheWorkAndCostsNoPlace() {
    tests::Picture picture;
    picture.rows = picture.columns = 512;
    picture.frames = 90;
    picture.bitsAllocated = picture.bitsStored = 8;
    const QByteArray file = bytesOf(tests::nativeFile(tests::patterned(picture)));
    const auto remaining = [&] {
      return m_house->ask(reading().file("a.dcm", sample())).header("RateLimit-Remaining").toInt();
    };
    const int before = remaining();
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_house->server().port());
    QVERIFY(socket.waitForConnected(5000));
    socket.write(reading("?return_format=gif").file("a.dcm", file).wire(m_house->server().port()));
    while (socket.bytesToWrite() > 0 && socket.waitForBytesWritten(5000)) {
    }
    QTest::qWait(100);  // until it is under way
    socket.abort();
    const auto last = [&] { return m_house->server().services()->recent.all().first(); };
    QTRY_COMPARE_WITH_TIMEOUT(last().received > file.size(), true, 20'000);
    QCOMPARE(last().status, 499);
    QCOMPARE(remaining(), before - 1);
  }

  void whoLeavesDuringALongAnswerHarmsNobody() {
    const QByteArray file = largeSample();
    for (int i = 0; i < 5; ++i) {
      QTcpSocket socket;
      socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_house->server().port());
      QVERIFY(socket.waitForConnected(5000));
      const QByteArray body =
          "--limit\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.dcm\"\r\n\r\n" + file +
          "\r\n--limit--\r\n";
      socket.write("POST /api/dicom/read/file/ HTTP/1.1\r\nHost: 127.0.0.1:" +
                   QByteArray::number(m_house->server().port()) + "\r\nAuthorization: Bearer " + m_token +
                   "\r\nContent-Type: multipart/form-data; boundary=limit\r\nContent-Length: " +
                   QByteArray::number(body.size()) + "\r\n\r\n" + body);
      while (socket.bytesToWrite() > 0 && socket.waitForBytesWritten(5000)) {
      }
      if (i % 2 == 0) socket.waitForReadyRead(5000);
      socket.abort();
    }
    QCOMPARE(m_house->ask(reading().file("a.dcm", sample())).status, 200);
  }
};

DICOMAESTRO_TEST(OverTheWireTest)
#include "overthewire_test.moc"
