// SPDX-License-Identifier: MIT
#include "server/door/multipart.h"

#include "server/door/form.h"
#include "tests/support/testmain.h"

using server::MultipartFault;
using server::MultipartPart;

namespace {

std::string part(const std::string& headers, const std::string& content) {
  return "--B\r\n" + headers + "\r\n" + content + "\r\n";
}
std::string named(const std::string& parameters, const std::string& content = "v") {
  return part("Content-Disposition: form-data; " + parameters + "\r\n", content);
}

}  // namespace

class MultipartTest : public QObject {
  Q_OBJECT

  static std::vector<MultipartPart> partsOf(std::string_view body) {
    auto parsed = server::parseMultipart(body, "B");
    if (const auto* fault = std::get_if<MultipartFault>(&parsed))
      return qWarning("%s", fault->detail), std::vector<MultipartPart>();
    return std::get<0>(std::move(parsed));
  }
  static bool isFault(const std::string& body) { return server::parseMultipart(body, "B").index() == 1; }

 private slots:
  void namesFileNamesTypesAndContentsAreRead() {
    const std::string body = named("name=\"a\"", "1") +
                             part(
                                 "content-disposition: form-data; name=file; "
                                 "filename=\"x.dcm\"\r\nContent-Type: application/dicom\r\n",
                                 std::string("\0\r\n--A\r\n--", 10)) +
                             "--B--\r\n";
    const auto parts = partsOf(body);
    QCOMPARE(parts.size(), std::size_t{2});
    QCOMPARE(parts[0].name, std::string("a"));
    QCOMPARE(parts[0].content, std::string_view("1"));
    QVERIFY(!parts[0].fileName);
    QCOMPARE(*parts[1].fileName, std::string("x.dcm"));
    QCOMPARE(parts[1].contentType, std::string_view("application/dicom"));
    QCOMPARE(parts[1].content.size(), std::size_t{10});
  }

  void aContentIsAViewOfTheBody() {
    const std::string body = named("name=a", std::string(1000, 'x')) + "--B--";
    const auto parts = partsOf(body);
    QVERIFY(parts[0].content.data() > body.data() && parts[0].content.data() < body.data() + body.size());
  }

  void anEmptyContentAndAPreambleAndAnEpilogueAreFine() {
    const auto parts = partsOf("preamble\r\n" + named("name=a", "") +
                               "--B  \r\nContent-Disposition: form-data; name=b\r\n\r\n--B--epilogue");
    QCOMPARE(parts.size(), std::size_t{2});
    QVERIFY(parts[0].content.empty() && parts[1].content.empty());
  }

  void fileNamesAreRead_data() {
    QTest::addColumn<QByteArray>("parameters");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("quotes escaped") << QByteArray("name=f; filename=\"a\\\"b.dcm\"")
                                    << QByteArray("a\"b.dcm");
    QTest::newRow("backslashes of a path")
        << QByteArray("name=f; filename=\"C:\\dir\\b.dcm\"") << QByteArray("C:\\dir\\b.dcm");
    QTest::newRow("semicolon quoted")
        << QByteArray("name=f; filename=\"a;b=c.dcm\"") << QByteArray("a;b=c.dcm");
    QTest::newRow("UTF-8 raw") << QByteArray("name=f; filename=\"\xc3\xa4.dcm\"")
                               << QByteArray("\xc3\xa4.dcm");
    QTest::newRow("extended wins") << QByteArray("name=f; filename*=UTF-8''%c3%a4.dcm; filename=a.dcm")
                                   << QByteArray("\xc3\xa4.dcm");
    QTest::newRow("extended Latin-1")
        << QByteArray("name=f; filename*=iso-8859-1'en'%e4.dcm") << QByteArray("\xc3\xa4.dcm");
    QTest::newRow("empty") << QByteArray("name=f; filename=\"\"") << QByteArray();
  }
  void fileNamesAreRead() {
    QFETCH(QByteArray, parameters);
    QFETCH(QByteArray, expected);
    const std::string body = named(parameters.toStdString()) + "--B--";
    const auto parts = partsOf(body);
    QCOMPARE(parts.size(), std::size_t{1});
    QCOMPARE(QByteArray::fromStdString(parts[0].fileName.value_or("absent")), expected);
  }

  void whatIsMalformedIsRefused_data() {
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char* name, const std::string& body) {
      QTest::newRow(name) << QByteArray::fromStdString(body);
    };
    row("empty body", "");
    row("another boundary", "--C\r\n\r\n--C--");
    row("no closing boundary", named("name=a"));
    row("boundary with more behind it", "--Bx\r\nContent-Disposition: form-data; name=a\r\n\r\nv\r\n--B--");
    row("headers cut short", "--B\r\nContent-Disposition: form-data; name=a");
    row("no name", named("filename=a") + "--B--");
    row("no disposition", part("Content-Type: text/plain\r\n", "v") + "--B--");
    row("attachment", part("Content-Disposition: attachment; name=a\r\n", "v") + "--B--");
    row("two dispositions",
        part("Content-Disposition: form-data; name=a\r\nContent-Disposition: form-data; name=b\r\n", "v") +
            "--B--");
    row("name twice", named("name=a; name=b") + "--B--");
    row("open quotes", named("name=\"a") + "--B--");
    row("text after quotes", named("name=\"a\"b") + "--B--");
    row("base64",
        part("Content-Disposition: form-data; name=a\r\nContent-Transfer-Encoding: base64\r\n", "dg==") +
            "--B--");
    row("folded header", part("Content-Disposition: form-data;\r\n name=a\r\n", "v") + "--B--");
    row("large headers",
        part("Content-Disposition: form-data; name=a\r\nX: " + std::string(9000, 'x') + "\r\n", "v") +
            "--B--");
    std::string many;
    for (int i = 0; i < 65; ++i) many += named("name=a");
    row("65 parts", many + "--B--");
    std::string headers = "Content-Disposition: form-data; name=a\r\n";
    for (int i = 0; i < 16; ++i) headers += "X: y\r\n";
    row("17 headers", part(headers, "v") + "--B--");
    row("unknown charset", named("name=a; filename*=utf-7''x") + "--B--");
  }
  void whatIsMalformedIsRefused() {
    QFETCH(QByteArray, body);
    QVERIFY(isFault(body.toStdString()));
  }

  void sixtyFourPartsAreRead() {
    std::string body;
    for (int i = 0; i < 64; ++i) body += named("name=a");
    QCOMPARE(partsOf(body + "--B--").size(), std::size_t{64});
  }

  void theBoundaryComesFromTheContentType() {
    QCOMPARE(server::multipartBoundary("multipart/form-data; boundary=abc"),
             std::optional<std::string>("abc"));
    QCOMPARE(server::multipartBoundary("Multipart/Form-Data; charset=utf-8; Boundary=\"a b:c\""),
             std::optional<std::string>("a b:c"));
    for (const char* bad : {"multipart/form-data", "multipart/mixed; boundary=a",
                            "multipart/form-data; boundary=", "multipart/form-data; boundary=\"a \"",
                            "multipart/form-data; boundary=\"a\r\nb\"", "text/plain"})
      QVERIFY2(!server::multipartBoundary(bad), bad);
    QVERIFY(!server::multipartBoundary("multipart/form-data; boundary=" + std::string(71, 'a')));
  }

  void formsAreDecoded() {
    const auto fields = server::parseForm("a=1+2&b=%C3%A4%2B&&c&=d&e=%zz%4");
    QVERIFY(fields);
    QCOMPARE(fields->size(), std::size_t{5});
    QCOMPARE((*fields)[0].value, std::string("1 2"));
    QCOMPARE((*fields)[1].value, std::string("\xc3\xa4+"));
    QCOMPARE((*fields)[2].name, std::string("c"));
    QCOMPARE((*fields)[4].value, std::string("%zz%4"));
    QVERIFY(!server::parseForm("a&b&c", 2));
  }
};

DICOMAESTRO_TEST(MultipartTest)
#include "multipart_test.moc"
