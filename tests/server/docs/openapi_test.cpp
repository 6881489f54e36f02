// SPDX-License-Identifier: MIT
#include "server/docs/openapi.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <algorithm>

#include "server/docs/jsontext.h"
#include "server/docs/yaml.h"
#include "server/routes/allroutes.h"
#include "tests/server/serviceshouse.h"
#include "tests/support/testmain.h"

using namespace server;

namespace {

const std::vector<Route> some{
    {.method = "POST", .path = "/api/auth/register/", .aliases = {"/api/register/"}, .handler = {}},
    {.method = "GET", .path = "/api-keys/", .aliases = {"/api/api-keys/"}, .handler = {}},
    {.method = "POST", .path = "/api-keys/", .aliases = {"/api/api-keys/"}, .handler = {}},
    {.method = "DELETE",
     .path = "/api-keys/delete/<arg>/",
     .aliases = {"/api/api-keys/delete/<arg>/"},
     .handler = {}},
    {.method = "GET", .path = "/api/health/", .handler = {}},
};

/// May be described before they are served.
const QByteArrayList ahead{"POST /api/dicom/anonymize/"};

/// Every route that is described, as if the server had them.
std::vector<Route> allDescribed() {
  std::vector<Route> routes;
  for (const QByteArray& key : describedOperations())
    routes.push_back({.method = key.split(' ')[0], .path = key.split(' ')[1], .handler = {}});
  return routes;
}

QJsonObject document(const std::vector<Route>& routes) {
  QJsonParseError error;
  const auto parsed = QJsonDocument::fromJson(openApiDocument(routes), &error);
  if (error.error != QJsonParseError::NoError) qFatal("%s", qPrintable(error.errorString()));
  return parsed.object();
}

QJsonValue at(const QJsonObject& object, const QString& path) {
  QJsonValue value = object;
  for (const QString& step : path.split(QLatin1Char('/'), Qt::SkipEmptyParts)) value = value[step];
  return value;
}

/// Calls with every object of the document.
template <class Visit>
void visitAll(const QJsonValue& value, const Visit& visit) {
  if (value.isObject()) {
    visit(value.toObject());
    for (const QJsonValue member : value.toObject()) visitAll(member, visit);
  }
  for (const QJsonValue element : value.toArray()) visitAll(element, visit);
}

/// Readable JSON: ' for ".
std::string quoted(std::string text) {
  std::replace(text.begin(), text.end(), '\'', '"');
  return text;
}

template <class Visit>
void visitOperations(const QJsonObject& openApi, const Visit& visit) {
  const QJsonObject paths = openApi[QLatin1String("paths")].toObject();
  for (auto path = paths.begin(); path != paths.end(); ++path) {
    const QJsonObject methods = path->toObject();
    for (auto method = methods.begin(); method != methods.end(); ++method)
      visit(path.key(), method.key(), method->toObject());
  }
}

}  // namespace

class OpenApiTest : public QObject {
  Q_OBJECT

  static QJsonObject describedContent(const std::vector<Route>& routes, const Route& route, int status) {
    const QJsonObject paths = document(routes)[QLatin1String("paths")].toObject();
    const QJsonObject item = paths[QString::fromLatin1(route.path)].toObject();
    const QJsonObject operation = item[QString::fromLatin1(route.method.toLower())].toObject();
    return at(operation, QStringLiteral("responses/%1/content").arg(status)).toObject();
  }
  static void checkRequired(const QJsonObject& schema, const QByteArray& body) {
    const QJsonObject object = QJsonDocument::fromJson(body).object();
    for (const QJsonValue name : schema[QLatin1String("required")].toArray())
      QVERIFY2(object.contains(name.toString()), qPrintable(name.toString()));
  }

 private slots:
  void theDocumentHasTheRoutesOfTheTableAndTheirAliasesAndNoOther() {
    const QJsonObject paths = document(some)[QLatin1String("paths")].toObject();
    QCOMPARE(paths.keys(),
             (QStringList{QStringLiteral("/api-keys/"), QStringLiteral("/api-keys/delete/{id}/"),
                          QStringLiteral("/api/api-keys/"), QStringLiteral("/api/api-keys/delete/{id}/"),
                          QStringLiteral("/api/auth/register/"), QStringLiteral("/api/health/"),
                          QStringLiteral("/api/register/")}));
    QCOMPARE(paths[QLatin1String("/api-keys/")].toObject().keys(),
             (QStringList{QStringLiteral("get"), QStringLiteral("post")}));
  }

  void theTableOfRoutesAndTheDescriptionsAreEqual() {
    tests::ServicesHouse house;
    QByteArrayList served, described = describedOperations();
    for (const Route& route : allRoutes(house.services())) served << route.method + ' ' + route.path;
    for (const QByteArray& key : ahead)
      if (!served.contains(key)) described.removeOne(key);
    std::sort(served.begin(), served.end());
    std::sort(described.begin(), described.end());
    QCOMPARE(described.join('\n'), served.join('\n'));
  }

  void everyPlaceOfTheTableIsInTheDocument() {
    tests::ServicesHouse house;
    const std::vector<Route> routes = allRoutes(house.services());
    static const QRegularExpression variable(QStringLiteral("\\{\\w+\\}"));
    QStringList documented, served;
    visitOperations(document(routes), [&](QString path, const QString& method, const QJsonObject&) {
      documented << method.toUpper() + QLatin1Char(' ') + path.replace(variable, QStringLiteral("<arg>"));
    });
    for (const Route& route : routes)
      for (const QByteArray& path : QByteArrayList{route.path} + route.aliases)
        served << QString::fromLatin1(route.method + ' ' + path);
    documented.sort();
    served.sort();
    QCOMPARE(documented, served);
  }

  void whoMayAskAndWhatIsMeteredIsAsInTheTable() {
    tests::ServicesHouse house;
    const std::vector<Route> routes = allRoutes(house.services());
    const QJsonObject paths = document(routes)[QLatin1String("paths")].toObject();
    for (const Route& route : routes) {
      if (route.path.contains("<arg>")) continue;
      const QJsonObject operation =
          paths[QString::fromLatin1(route.path)][QString::fromLatin1(route.method.toLower())].toObject();
      const QByteArray where = route.method + ' ' + route.path;
      QStringList schemes;
      for (const QJsonValue scheme : operation[QLatin1String("security")].toArray())
        schemes << scheme.toObject().keys();
      QCOMPARE(schemes.contains(QStringLiteral("Bearer")), route.who != Who::Anyone);
      QCOMPARE(schemes.contains(QStringLiteral("ApiKey")), route.who == Who::BearerOrKey);
      const QJsonObject responses = operation[QLatin1String("responses")].toObject();
      if (route.isMetered) QVERIFY2(responses.contains(QLatin1String("429")), where.constData());
      QCOMPARE(at(operation, QStringLiteral("requestBody/content"))
                   .toObject()
                   .contains(QLatin1String("multipart/form-data")),
               route.takes != Takes::Nothing);
    }
  }

  void whatAnyoneMayAskAnswersAsDescribed() {
    tests::ServicesHouse house;
    const std::vector<Route> routes = allRoutes(house.services());
    int asked = 0;
    for (const Route& route : routes) {
      if (route.method != "GET" || route.who != Who::Anyone || route.path.contains("<arg>")) continue;
      const Answer answer = route.handler({.method = "GET",
                                           .path = route.path,
                                           .query = {},
                                           .headers = {},
                                           .body = {},
                                           .argument = {},
                                           .principal = {}});
      const QString type = QString::fromLatin1(answer.contentType.split(';').front());
      const QJsonObject content = describedContent(routes, route, answer.status);
      QVERIFY2(content.contains(type), qPrintable(QString::fromLatin1(route.path) + QLatin1Char(' ') + type));
      checkRequired(content[type].toObject()[QLatin1String("schema")].toObject(), answer.body);
      ++asked;
    }
    QVERIFY(asked >= 5);
  }

  void anAliasSaysWhatItStandsFor() {
    const QJsonObject alias = at(document(some), QStringLiteral("paths"))
                                  .toObject()[QLatin1String("/api/register/")]
                                  .toObject()[QLatin1String("post")]
                                  .toObject();
    QCOMPARE(alias[QLatin1String("deprecated")], QJsonValue(true));
    QVERIFY(alias[QLatin1String("summary")].toString().contains(QStringLiteral("/api/auth/register/")));
    QCOMPARE(alias[QLatin1String("tags")], QJsonValue(QJsonArray{QStringLiteral("Aliases")}));
    QVERIFY(alias.contains(QLatin1String("requestBody")));
  }

  void everyReferenceLeadsSomewhere() {
    const QJsonObject openApi = document(allDescribed());
    int seen = 0;
    visitAll(openApi, [&](const QJsonObject& object) {
      const QString reference = object[QLatin1String("$ref")].toString();
      if (reference.isEmpty()) return;
      ++seen;
      QVERIFY2(reference.startsWith(QStringLiteral("#/")) && at(openApi, reference.mid(2)).isObject(),
               qPrintable(reference));
    });
    QVERIFY(seen > 100);
  }

  void itIsCompactAndKeepsTheSpaceInItsTexts() {
    const QByteArray json = openApiDocument(allDescribed());
    QVERIFY(!json.contains('\n') && !json.contains("\", \"") && !json.contains("{ "));
    QVERIFY(json.contains("\"DICOMaestro local API\""));
  }

  void nothingIsDefinedThatNobodyRefersTo() {
    const QByteArray json = openApiDocument(allDescribed());
    const QJsonObject components = document(allDescribed())[QLatin1String("components")].toObject();
    for (const char* kind : {"schemas", "responses", "headers"})
      for (const QString& name : components[QLatin1String(kind)].toObject().keys()) {
        const QByteArray reference = QByteArray("#/components/") + kind + '/' + name.toLatin1() + '"';
        QVERIFY2(json.contains(reference), reference.constData());
      }
  }

  void everyOperationIsDescribedWhole() {
    QStringList ids;
    const QJsonObject openApi = document(allDescribed());
    visitOperations(openApi, [&](const QString& path, const QString& method, const QJsonObject& operation) {
      const QByteArray where = (method + QLatin1Char(' ') + path).toUtf8();
      for (const char* member : {"tags", "operationId", "summary", "security", "responses"})
        QVERIFY2(operation.contains(QLatin1String(member)), QByteArray(where + ": no " + member).constData());
      ids << operation[QLatin1String("operationId")].toString();
      const QJsonObject responses = operation[QLatin1String("responses")].toObject();
      QVERIFY2(responses.contains(QLatin1String("default")), where.constData());
      QVERIFY2(operation[QLatin1String("security")].toArray().isEmpty() !=
                       responses.contains(QLatin1String("401")) ||
                   path.startsWith(QStringLiteral("/api/token")),
               where.constData());
      QCOMPARE(path.startsWith(QStringLiteral("/api/dicom/")),
               responses.contains(QLatin1String("429")) && path != QStringLiteral("/api/token/"));
    });
    QCOMPARE(QSet<QString>(ids.begin(), ids.end()).size(), ids.size());
  }

  void theVariablePartsOfAPathAreParameters() {
    static const QRegularExpression variable(QStringLiteral("\\{(\\w+)\\}"));
    visitOperations(document(allDescribed()),
                    [&](const QString& path, const QString&, const QJsonObject& operation) {
                      QStringList inPath, declared;
                      for (auto match = variable.globalMatch(path); match.hasNext();)
                        inPath << match.next().captured(1);
                      for (const QJsonValue parameter : operation[QLatin1String("parameters")].toArray())
                        if (parameter[QLatin1String("in")] == QJsonValue(QStringLiteral("path")))
                          declared << parameter[QLatin1String("name")].toString();
                      QCOMPARE(declared, inPath);
                    });
  }

  void aTagIsDeclaredAndUsed() {
    const QJsonObject openApi = document(allDescribed());
    QSet<QString> declared{}, used{QStringLiteral("Aliases")};
    for (const QJsonValue tag : openApi[QLatin1String("tags")].toArray())
      declared << tag[QLatin1String("name")].toString();
    visitOperations(openApi, [&](const QString&, const QString&, const QJsonObject& operation) {
      used << operation[QLatin1String("tags")][0].toString();
    });
    QCOMPARE(used, declared);
  }

  void theDocumentNamesTheVersionOfTheProgram() {
    const QJsonObject openApi = document(some);
    QCOMPARE(at(openApi, QStringLiteral("info/version")).toString(), QStringLiteral(DICOMAESTRO_VERSION));
    QVERIFY(!openApiDocument(allDescribed()).contains("@VERSION@"));
  }

  void membersAndElementsAreCutWhereTheyEnd() {
    const std::string object = quoted("{ 'a' : 'x\\'},{' , 'b':[1,{'c':']'}],'d':{}, 'e':-1.5e3 }");
    const auto members = jsontext::members(object);
    QCOMPARE(members.size(), std::size_t(4));
    const std::string text0 = quoted("'x\\'},{'"), text1 = quoted("[1,{'c':']'}]");
    QVERIFY(members[0] == jsontext::Member("a", text0));
    QVERIFY(members[1] == jsontext::Member("b", text1));
    QVERIFY(members[2] == jsontext::Member("d", "{}"));
    QVERIFY(members[3] == jsontext::Member("e", "-1.5e3"));
    const std::string array = quoted("[ 'a,b' , [], null ]");
    QVERIFY(jsontext::elements(array) == (std::vector<std::string_view>{"\"a,b\"", "[]", "null"}));
    QVERIFY(jsontext::members("[1]").empty() && jsontext::elements("{}").empty());
  }

  void yamlKeepsTheOrderAndTheStructure() {
    const QByteArray yaml =
        yamlOfJson(quoted("{'b': [1, {'x': 'a: b', 'y': []}], 'a': {}, 'c': {'d': null}}"));
    QCOMPARE(yaml.toStdString(),
             quoted("'b':\n  - 1\n  -\n    'x': 'a: b'\n    'y': []\n'a': {}\n'c':\n  'd': null\n"));
  }
};

DICOMAESTRO_TEST(OpenApiTest)
#include "openapi_test.moc"
