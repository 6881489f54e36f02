// SPDX-License-Identifier: MIT
#include <QRegularExpression>

#include "server/docs/openapi.h"
#include "server/docs/page.h"
#include "server/docs/plainpage.h"
#include "server/docs/resource.h"
#include "tests/support/testmain.h"

using namespace server;

namespace {

const std::vector<Route> some{{.method = "POST", .path = "/api/dicom/read/file/", .handler = {}},
                              {.method = "GET", .path = "/api/health/", .handler = {}}};

QByteArray headerOf(const Answer& answer, const QByteArray& name) {
  for (const auto& [key, value] : answer.headers)
    if (key == name) return value;
  return {};
}

Request asking(const QByteArray& accept) {
  Request request;
  request.headers = {{"Accept", accept}};
  return request;
}

/// What the page loads or links to.
QByteArrayList addresses(const QByteArray& html) {
  static const QRegularExpression address(QStringLiteral("(?:src|href)=\"([^\"]*)\""));
  QByteArrayList found;
  for (auto match = address.globalMatch(QString::fromUtf8(html)); match.hasNext();)
    found << match.next().captured(1).toUtf8();
  return found;
}

}  // namespace

class DocsPageTest : public QObject {
  Q_OBJECT

  void checkPage(const QByteArray& html) {
    QVERIFY(html.startsWith("<!doctype html>"));
    QVERIFY2(!html.contains("style=\"") && !html.contains("<style") && !html.contains("onload="),
             "the policy would block an inline style or script");
    QVERIFY(!html.contains("<script>"));
    for (const QByteArray& address : addresses(html)) {
      QVERIFY2(address.startsWith("/api/") || address == "data:,", address.constData());
      if (!address.startsWith("/api/docs/")) continue;
      const Answer part = docsPart(address.mid(sizeof("/api/docs/") - 1));
      QVERIFY2(part.status == 200 && !part.body.isEmpty(), address.constData());
    }
  }

 private slots:
  void thePageLoadsNothingButPartsOfThisServer() { checkPage(docsPage(openApiDocument(some)).body); }

  void thePlainPageDoesSoToo() { checkPage(plainPage(openApiDocument(some))); }

  void thePolicyLetsTheBrowserAskNobodyElse() {
    const QByteArray policy = headerOf(docsPage(openApiDocument(some)), "Content-Security-Policy");
    QVERIFY(policy.contains("default-src 'none'"));
    QVERIFY(!policy.contains("unsafe") && !policy.contains("http") && !policy.contains('*'));
  }

  void thePlainPageTellsParametersBodiesAndErrors() {
    const QByteArray html = plainPage(openApiDocument(some));
    for (const char* text : {"/api/dicom/read/file/", "/api/health/", "return_format", "png | jpeg | gif",
                             "Monthly API request for &#39;", "requests_used", "RateLimit-Remaining",
                             "Bearer or ApiKey", "Open to anyone.", "required"})
      QVERIFY2(html.contains(text) || html.contains(QByteArray(text).replace("&#39;", "'")), text);
    QVERIFY(!html.contains("/api/token/"));
  }

  void theMarksOfMarkdownBecomeTags() {
    const QByteArray html = plainPage(openApiDocument(some));
    QVERIFY(html.contains("<b>Quota</b>: a number of calls"));
    QVERIFY(html.contains("<code>/api/dicom/</code>"));
    QVERIFY(!html.contains("**") && !html.contains('`'));
  }

  void thePageIsWrittenForTextThatLooksLikeTags() {
    QVERIFY(!plainPage(openApiDocument(some)).contains("<access token>"));
    QVERIFY(plainPage(openApiDocument(some)).contains("&lt;access token&gt;"));
  }

  void anUnknownPartIsNotFound() {
    for (const char* name : {"", "nothing.js", "../openapi/document.json", "page/page.css"})
      QCOMPARE(docsPart(name).status, 404);
  }

  void theDocumentComesAsYamlWhenAcceptPrefersIt_data() {
    QTest::addColumn<QByteArray>("accept");
    QTest::addColumn<QByteArray>("type");
    const QByteArray json = "application/json", yaml = "application/yaml";
    const auto row = [](const char* accept, const QByteArray& type) {
      QTest::newRow(accept) << QByteArray(accept) << type;
    };
    row("", json);
    row("*/*", json);
    row("application/json,*/*", json);
    row("application/yaml", yaml);
    row("text/yaml", "text/yaml");
    row("application/yaml, application/json;q=0.5", yaml);
    row("application/json, application/yaml;q=0.5", json);
  }
  void theDocumentComesAsYamlWhenAcceptPrefersIt() {
    QFETCH(QByteArray, accept);
    QFETCH(QByteArray, type);
    const Answer answer = openApiAnswer(asking(accept), openApiDocument(some));
    QCOMPARE(answer.contentType, type);
    QCOMPARE(answer.body.startsWith("\"openapi\": \"3.0.3\"\n"), type.endsWith("yaml"));
  }
};

DICOMAESTRO_TEST(DocsPageTest)
#include "docspage_test.moc"
