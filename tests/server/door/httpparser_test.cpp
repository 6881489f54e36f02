// SPDX-License-Identifier: MIT
#include "server/door/httpparser.h"

#include "tests/support/testmain.h"

using server::HttpLimits;
using server::HttpParser;

namespace {

struct Outcome {
  int status = 0;  // of the fault; 0 for a whole request, −1 for one that is not whole
  std::string body;
  std::string rest;
  server::HttpHead head;
};

Outcome frame(std::string_view bytes, std::size_t piece, const HttpLimits& limits = {}) {
  HttpParser parser(limits);
  Outcome outcome{-1, {}, {}, {}};
  std::size_t at = 0;
  while (true) {
    const auto step = parser.feed(bytes.substr(at, piece));
    at += step.taken;
    outcome.body += step.data;
    if (step.event == HttpParser::Event::Fault) return outcome.status = parser.fault().status, outcome;
    if (step.event == HttpParser::Event::End) {
      outcome.head = parser.head();
      outcome.rest = bytes.substr(at);
      return outcome.status = 0, outcome;
    }
    if (step.event == HttpParser::Event::None && at >= bytes.size()) return outcome;
  }
}

std::string request(const std::string& line, const std::string& headers, const std::string& body = {}) {
  return line + "\r\nHost: localhost:80\r\n" + headers + "\r\n" + body;
}

std::string chunked(const std::string& body) {
  return request("POST / HTTP/1.1", "Transfer-Encoding: chunked\r\n", body);
}

}  // namespace

class HttpParserTest : public QObject {
  Q_OBJECT

 private slots:
  void aRequestIsTheSameInPiecesOfEverySize() {
    const std::string text =
        chunked("4\r\nWiki\r\n6;a=\"b\";c\r\npedia \r\nE\r\nin \r\n\r\nchunks.\r\n0\r\nX: y\r\n\r\n") +
        "GET /";
    for (std::size_t piece = 1; piece <= text.size(); ++piece) {
      const Outcome outcome = frame(text, piece);
      QCOMPARE(outcome.status, 0);
      QCOMPARE(outcome.body, std::string("Wikipedia in \r\n\r\nchunks."));
      QCOMPARE(outcome.rest, std::string("GET /"));
    }
  }

  void aFixedBodyEndsWhereItsLengthSays() {
    const Outcome outcome = frame(request("POST /a?b HTTP/1.1", "Content-Length: 5\r\n", "helloGET"), 3);
    QCOMPARE(outcome.body, std::string("hello"));
    QCOMPARE(outcome.rest, std::string("GET"));
    QCOMPARE(outcome.head.target, std::string("/a?b"));
    QVERIFY(outcome.head.staysOpen);
  }

  void framingThatCanBeReadTwoWaysIsRefused_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("status");
    const auto row = [](const char* name, const std::string& text, int status) {
      QTest::newRow(name) << QByteArray::fromStdString(text) << status;
    };
    const std::string post = "POST / HTTP/1.1", get = "GET / HTTP/1.1";
    row("length and chunked", request(post, "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n"), 400);
    row("chunked and length", request(post, "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n"), 400);
    row("two lengths", request(post, "Content-Length: 5\r\nContent-Length: 6\r\n"), 400);
    row("list of lengths", request(post, "Content-Length: 5, 5\r\n"), 400);
    row("negative length", request(post, "Content-Length: -1\r\n"), 400);
    row("signed length", request(post, "Content-Length: +5\r\n"), 400);
    row("empty length", request(post, "Content-Length: \r\n"), 400);
    row("hex length", request(post, "Content-Length: 0x5\r\n"), 400);
    row("length of 2^64-1", request(post, "Content-Length: 18446744073709551615\r\n"), 413);
    row("length of 10^23", request(post, "Content-Length: 100000000000000000000000\r\n"), 413);
    row("length past the cap", request(post, "Content-Length: 100000001\r\n"), 413);
    row("two codings", request(post, "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n"), 400);
    row("gzip, chunked", request(post, "Transfer-Encoding: gzip, chunked\r\n"), 501);
    row("chunked, identity", request(post, "Transfer-Encoding: chunked, identity\r\n"), 501);
    row("vertical tab before chunked",
        request(post,
                "Transfer-Encoding: \x0b"
                "chunked\r\n"),
        400);
    row("chunked in HTTP/1.0", request("POST / HTTP/1.0", "Transfer-Encoding: chunked\r\n"), 400);
    row("space before the colon", request(post, "Content-Length : 5\r\n"), 400);
    row("folded header", request(post, "X: a\r\n Content-Length: 5\r\n"), 400);
    row("no colon", request(get, "Nonsense\r\n"), 400);
    row("empty name", request(get, ": x\r\n"), 400);
    row("bare LF", "GET / HTTP/1.1\nHost: localhost:80\n\n", 400);
    row("bare LF in headers", request(get, "A: b\nC: d\r\n"), 400);
    row("bare CR", request(get, "A: b\rC: d\r\n"), 400);
    row("NUL", request(get, std::string("A: b\0c\r\n", 8)), 400);
    row("no Host", "GET / HTTP/1.1\r\n\r\n", 400);
    row("two Hosts", request(get, "Host: evil\r\n"), 400);
    row("two spaces", request("GET  / HTTP/1.1", ""), 400);
    row("tab in the line", request("GET\t/ HTTP/1.1", ""), 400);
    row("no version", request("GET /", ""), 400);
    row("lower-case version", request("GET / http/1.1", ""), 400);
    row("HTTP/2.0", request("GET / HTTP/2.0", ""), 505);
    row("HTTP/9.9", request("GET / HTTP/9.9", ""), 505);
    row("HTTP/1.10", request("GET / HTTP/1.10", ""), 400);
    row("unknown method", request("BREW / HTTP/1.1", ""), 501);
    row("CONNECT", request("CONNECT localhost:80 HTTP/1.1", ""), 501);
    row("relative target", request("GET etc HTTP/1.1", ""), 400);
    row("fragment", request("GET /a#b HTTP/1.1", ""), 400);
    row("byte past ASCII in the target", request("GET /\xc3\xa4 HTTP/1.1", ""), 400);
    row("long target", request("GET /" + std::string(9000, 'a') + " HTTP/1.1", ""), 414);
    row("large head", request(get, "A: " + std::string(17000, 'a') + "\r\n"), 431);
    row("many headers",
        request(get,
                [] {
                  std::string all;
                  for (int i = 0; i < 101; ++i) all += "A: b\r\n";
                  return all;
                }()),
        431);
    row("endless request line", std::string(20000, 'A'), 414);
    row("two empty lines first", "\r\n\r\n" + request(get, ""), 400);
    row("compressed body", request(post, "Content-Encoding: gzip\r\nContent-Length: 1\r\n"), 415);
    row("another expectation", request(post, "Expect: 200-ok\r\n"), 417);
    row("TLS on a plain port", std::string("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n", 13), -1);
    row("chunk size of letters", chunked("xyz\r\n"), 400);
    row("chunk size with a sign", chunked("-1\r\n"), 400);
    row("chunk size with 0x", chunked("0x5\r\nhello\r\n0\r\n\r\n"), 400);
    row("chunk size too long for 64 bits", chunked("fffffffffffffffff\r\n"), 400);
    row("chunk size of 2^64-1", chunked("ffffffffffffffff\r\n"), 413);
    row("chunks past the cap", chunked("1\r\na\r\n5F5E100\r\n"), 413);
    row("chunk longer than its size", chunked("3\r\nhello\r\n0\r\n\r\n"), 400);
    row("chunk line with LF only", chunked("5\nhello\r\n0\r\n\r\n"), 400);
    row("chunk end with LF only", chunked("5\r\nhello\n0\r\n\r\n"), 400);
    row("endless chunk line", chunked("5;" + std::string(300, 'x')), 400);
    row("endless extensions", chunked([] {
          std::string all;
          for (int i = 0; i < 100; ++i) all += "1;" + std::string(200, 'x') + "\r\na\r\n";
          return all + "0\r\n\r\n";
        }()),
        400);
    row("extension without semicolon", chunked("5 x\r\nhello\r\n0\r\n\r\n"), 400);
    row("bad trailer", chunked("0\r\nContent Length: 5\r\n\r\n"), 400);
    row("endless trailers", chunked("0\r\nA: " + std::string(5000, 'a')), 431);
    row("cut short in a chunk", chunked("5\r\nhel"), -1);
    row("nothing", "", -1);
  }
  void framingThatCanBeReadTwoWaysIsRefused() {
    QFETCH(QByteArray, text);
    QFETCH(int, status);
    for (const std::size_t piece : {std::size_t{1}, std::size_t{7}, std::size_t{1} << 20})
      QCOMPARE(frame(text.toStdString(), piece).status, status);
  }

  void connectionAndVersionDecideWhetherItStaysOpen_data() {
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<bool>("staysOpen");
    QTest::newRow("1.1") << QByteArray("GET / HTTP/1.1") << QByteArray() << true;
    QTest::newRow("1.1 close") << QByteArray("GET / HTTP/1.1") << QByteArray("Connection: foo, Close\r\n")
                               << false;
    QTest::newRow("1.0") << QByteArray("GET / HTTP/1.0") << QByteArray() << false;
    QTest::newRow("1.0 keep-alive") << QByteArray("GET / HTTP/1.0")
                                    << QByteArray("Connection: keep-alive\r\n") << true;
  }
  void connectionAndVersionDecideWhetherItStaysOpen() {
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, headers);
    QFETCH(bool, staysOpen);
    QCOMPARE(frame(request(line.toStdString(), headers.toStdString()), 1000).head.staysOpen, staysOpen);
  }

  void theAbsoluteFormNamesTheHost() {
    const Outcome outcome = frame(request("GET http://evil:80/a HTTP/1.1", ""), 1000);
    QCOMPARE(outcome.head.authority, std::string("evil:80"));
    QCOMPARE(outcome.head.target, std::string("/a"));
  }

  void oneEmptyLineBeforeARequestIsForgiven() {
    QCOMPARE(frame("\r\n" + request("GET / HTTP/1.1", ""), 5).status, 0);
  }

  void trailersNeverBecomeHeaders() {
    const Outcome outcome = frame(chunked("0\r\nAuthorization: Bearer x\r\n\r\n"), 1000);
    QCOMPARE(outcome.status, 0);
    QVERIFY(!outcome.head.find("Authorization"));
  }
};

DICOMAESTRO_TEST(HttpParserTest)
#include "httpparser_test.moc"
