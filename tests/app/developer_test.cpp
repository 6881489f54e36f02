// SPDX-License-Identifier: MIT
// Tools › Local API in the real window, with the real server behind it.
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QListWidget>
#include <QMenuBar>
#include <QMessageBox>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableWidget>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QToolButton>
#include <QTranslator>

#include "app/developer/apipanel.h"
#include "app/developer/apipart.h"
#include "app/developer/faulttext.h"
#include "app/developer/requestspanel.h"
#include "app/developer/serverbar.h"
#include "app/developer/toggle.h"
#include "app/developer/usagechart.h"
#include "app/developer/usagepanel.h"
#include "app/window/commandline.h"
#include "app/window/mainwindow.h"
#include "dicomaestro/localapi.h"
#include "tests/app/folder.h"
#include "tests/support/testmain.h"

namespace {

QString text(const char* latin1) { return QString::fromLatin1(latin1); }

/// A window with the local API in it, as the program has it.
struct House {
  explicit House(const QString& dir)
      : settings(dir + text("/settings.ini"), QSettings::IniFormat),
        window(std::make_shared<core::FrameCache>(1 << 20), settings) {
    server::ServerOptions options;
    options.dataDir = dir + text("/server");
    options.secretStore = server::SecretStore::File;
    api = new LocalApi(options, &window);
    part = new app::ApiPart(window, *api, settings);
    window.show();
  }

  template <class Widget>
  Widget* find(const char* name) const {
    return part->panel()->findChild<Widget*>(text(name));
  }
  void press(const char* name) const { find<QPushButton>(name)->click(); }

  bool switchOn() {
    find<QSpinBox>("port")->setValue(0);
    find<app::Toggle>("switch")->click();
    return QTest::qWaitFor([this] { return api->isOn(); }, 10000);
  }
  bool switchOff() {
    find<app::Toggle>("switch")->click();
    return QTest::qWaitFor([this] { return find<app::Toggle>("switch")->isEnabled(); }, 10000) &&
           !api->isOn();
  }

  /// Fills in the dialog that is open, a value a field, and presses OK.
  void fillIn(const QList<std::pair<const char*, QString>>& values) const {
    auto* dialog = find<QDialog>("account");
    if (!dialog) qFatal("no dialog is open");
    for (const auto& [name, value] : values) dialog->findChild<QLineEdit*>(text(name))->setText(value);
    dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok)->click();
  }
  bool addAccount(const char* email) const {
    const int before = find<QListWidget>("accounts")->count();
    press("addAccount");
    fillIn({{"email", text(email)},
            {"firstName", text("Ada")},
            {"lastName", text("Byron")},
            {"password", text("a long password")}});
    return QTest::qWaitFor([&] { return find<QListWidget>("accounts")->count() == before + 1; }, 10000);
  }
  bool saveProfile() const {
    press("saveProfile");
    return QTest::qWaitFor([this] { return find<QPushButton>("createKey")->isEnabled(); }, 10000);
  }
  QString createKey() const {
    press("createKey");
    const auto* key = find<QLineEdit>("freshKey");
    (void)QTest::qWaitFor([&] { return !key->text().isEmpty(); }, 10000);
    return key->text();
  }

  /// Status and body of an answer over HTTP.
  std::pair<int, QByteArray> call(const QString& path, const QByteArray& authorization = {},
                                  const QByteArray& contentType = {}, const QByteArray& body = {}) {
    QNetworkRequest request(QUrl(api->address() + path));
    if (!authorization.isEmpty()) request.setRawHeader("Authorization", authorization);
    if (!contentType.isEmpty()) request.setRawHeader("Content-Type", contentType);
    QNetworkReply* reply = contentType.isEmpty() ? network.get(request) : network.post(request, body);
    (void)QTest::qWaitFor([reply] { return reply->isFinished(); }, 10000);
    reply->deleteLater();
    return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll()};
  }

  std::pair<int, QByteArray> readFile(const QString& dir, const QString& key) {
    tests::writeSeries(dir + text("/series"), 1);
    QFile file(QDir(dir + text("/series")).entryInfoList(QDir::Files).value(0).filePath());
    if (!file.open(QIODevice::ReadOnly)) qFatal("no file was written");
    const QByteArray body =
        "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"secret.dcm\"\r\n\r\n" +
        file.readAll() + "\r\n--edge--\r\n";
    return call(text("/api/dicom/read/file/"), "ApiKey " + key.toLatin1(),
                "multipart/form-data; boundary=edge", body);
  }
  QStringList quotas() const {
    QStringList texts;
    for (const QProgressBar* bar : part->panel()->usage()->findChildren<QProgressBar*>())
      texts << bar->format();
    return texts;
  }

  QSettings settings;
  app::MainWindow window;
  LocalApi* api;
  app::ApiPart* part;
  QNetworkAccessManager network;
};

QAction* toolsEntry(const app::MainWindow& window) {
  for (const QAction* menu : window.menuBar()->actions())
    for (QAction* action : menu->menu()->actions())
      if (action->text() == QStringLiteral("Local API…")) return action;
  return nullptr;
}

/// A language of capitals.
class Capitals : public QTranslator {
 public:
  bool isEmpty() const override { return false; }
  QString translate(const char*, const char* source, const char*, int) const override {
    return QString::fromUtf8(source).toUpper();
  }
};

}  // namespace

class DeveloperTest : public QObject {
  Q_OBJECT

  std::unique_ptr<QTemporaryDir> m_dir;

 private slots:
  void init() { m_dir = std::make_unique<QTemporaryDir>(); }

  void theServerIsOffAtTheFirstStart() {
    House house(m_dir->path());
    house.part->startAsRemembered();
    QTest::qWait(50);
    QVERIFY(!house.api->isOn());
    QVERIFY(!house.part->mark()->isVisible());
    QVERIFY(!house.find<QPushButton>("addAccount")->isEnabled());
  }

  void aWindowWithoutTheServerHasNoEntryForIt() {
    QSettings settings(m_dir->filePath(text("settings.ini")), QSettings::IniFormat);
    const app::MainWindow window(std::make_shared<core::FrameCache>(1 << 20), settings);
    QVERIFY(!toolsEntry(window));
  }

  void anotherLanguageIsSpokenAtTheNextOpening() {
    House house(m_dir->path());
    house.part->openPanel();
    Capitals capitals;
    QApplication::installTranslator(&capitals);
    QApplication::processEvents();
    house.part->openPanel();
    const QString open = house.part->panel()->windowTitle();
    house.part->panel()->close();
    house.part->openPanel();
    QApplication::removeTranslator(&capitals);
    QCOMPARE(open, text("Local API"));
    QCOMPARE(house.part->panel()->windowTitle(), text("LOCAL API"));
  }

  void theMenuOpensThePanel() {
    House house(m_dir->path());
    QAction* entry = toolsEntry(house.window);
    QVERIFY(entry);
    entry->trigger();
    QVERIFY(house.part->panel()->isVisible());
  }

  void fromTheSwitchToAKeyThatReadsAFile() {
    House house(m_dir->path());
    house.part->openPanel();
    QVERIFY(house.switchOn());
    QVERIFY(house.part->mark()->isVisible());
    QVERIFY(house.part->mark()->text().contains(house.api->address().section(QLatin1Char(':'), -1)));
    const auto [status, body] = house.call(text("/api/health/"));
    QCOMPARE(status, 200);
    QCOMPARE(QJsonDocument::fromJson(body)[text("status")].toString(), text("ok"));

    QTRY_VERIFY(house.find<QLabel>("accountsHint")->isVisible());
    QVERIFY(house.addAccount("ada@example.org"));
    QVERIFY(!house.find<QLabel>("accountsHint")->isVisible());
    QVERIFY(!house.find<QPushButton>("createKey")->isEnabled());
    QVERIFY(house.saveProfile());
    const QString key = house.createKey();
    QCOMPARE(key.size(), 41);
    house.find<QToolButton>("copyKey")->click();
    QCOMPARE(QApplication::clipboard()->text(), key);
    QTRY_COMPARE(house.find<QTableWidget>("keys")->rowCount(), 1);
    QCOMPARE(house.find<QTableWidget>("keys")->item(0, 1)->text(), key.left(8));

    const auto [readStatus, read] = house.readFile(m_dir->path(), key);
    QCOMPARE(readStatus, 200);
    QCOMPARE(QJsonDocument::fromJson(read)[text("Modality")].toString(), text("CT"));
    const app::ApiPanel* panel = house.part->panel();
    const int today = QDateTime::currentDateTimeUtc().date().day();
    QTRY_COMPARE(panel->usage()->chart()->calls(today), 1);
    QCOMPARE(panel->usage()->chart()->quota(), 1000);
    QVERIFY(house.quotas().contains(text("1 of 1000")));
    QTRY_COMPARE(panel->requests()->item(0, 2)->text(), text("/api/dicom/read/file/"));
    QCOMPARE(panel->requests()->item(0, 3)->text(), text("200"));

    QVERIFY(house.switchOff());
    QVERIFY(!house.part->mark()->isVisible());
    QCOMPARE(house.find<QListWidget>("accounts")->count(), 0);
  }

  void theWrongFieldsOfAnAccountAreNamedInTheDialog() {
    House house(m_dir->path());
    QVERIFY(house.switchOn());
    house.press("addAccount");
    house.fillIn({{"email", text("nobody")}, {"firstName", text("Ada")}, {"password", text("short")}});
    auto* dialog = house.find<QDialog>("account");
    auto* faults = dialog->findChild<QLabel*>(text("faults"));
    QTRY_VERIFY(faults->isVisible());
    QVERIFY(faults->text().contains(text("Enter a valid email address.")));
    QVERIFY(faults->text().contains(text("at least 8 characters")));
    QVERIFY(faults->text().contains(text("Last name: ")));
    QVERIFY(dialog->isVisible());
  }

  void aDisabledAccountGetsNoToken() {
    House house(m_dir->path());
    QVERIFY(house.switchOn());
    QVERIFY(house.addAccount("ada@example.org"));
    const auto logIn = [&](const char* password) {
      const QByteArray login =
          QByteArray("{\"email\":\"ada@example.org\",\"password\":\"") + password + "\"}";
      return house.call(text("/api/token/"), {}, "application/json", login).first;
    };
    QCOMPARE(logIn("a long password"), 200);
    house.press("changeActive");
    QTRY_COMPARE(house.find<QPushButton>("changeActive")->text(), text("Enable"));
    QCOMPARE(logIn("a long password"), 401);
    house.press("changeActive");
    QTRY_COMPARE(house.find<QPushButton>("changeActive")->text(), text("Disable"));
    house.press("setPassword");
    house.fillIn({{"password", text("another password")}});
    QTRY_VERIFY(!house.find<QDialog>("account"));
    QCOMPARE(logIn("another password"), 200);
  }

  void aDeletedKeyIsGoneAfterAQuestion() {
    House house(m_dir->path());
    QVERIFY(house.switchOn());
    QVERIFY(house.addAccount("ada@example.org") && house.saveProfile());
    QVERIFY(!house.createKey().isEmpty());
    auto* table = house.find<QTableWidget>("keys");
    QTRY_COMPARE(table->rowCount(), 1);
    table->selectRow(0);
    house.press("deleteKey");
    auto* box = house.part->panel()->findChild<QMessageBox*>();
    QVERIFY(box);
    box->button(QMessageBox::Yes)->click();
    QTRY_COMPARE(table->rowCount(), 0);
    QVERIFY(house.find<QLineEdit>("freshKey")->text().isEmpty());
  }

  void theStateIsRememberedOnlyWhenTheUserSaysSo() {
    {
      House house(m_dir->path());
      QVERIFY(house.switchOn());
    }
    {
      House house(m_dir->path());
      QVERIFY(!app::ServerBar::isWantedAtStart(house.settings));
      QVERIFY(house.switchOn());
      house.find<QCheckBox>("remember")->setChecked(true);
    }
    House house(m_dir->path());
    house.part->startAsRemembered();
    QTRY_VERIFY_WITH_TIMEOUT(house.api->isOn(), 10000);
    QVERIFY(house.switchOff());
    QVERIFY(!app::ServerBar::isWantedAtStart(house.settings));
  }

  void aBusyPortIsSaidAndTheSwitchGoesBack() {
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    House house(m_dir->path());
    house.part->openPanel();
    house.find<QSpinBox>("port")->setValue(other.serverPort());
    house.find<app::Toggle>("switch")->click();
    auto* faults = house.find<QLabel>("panelFaults");
    QTRY_VERIFY_WITH_TIMEOUT(faults->isVisible(), 10000);
    QVERIFY2(faults->text().contains(QString::number(other.serverPort())), qPrintable(faults->text()));
    QVERIFY(!house.find<app::Toggle>("switch")->isChecked());
  }

  void whyItDoesNotStartIsASentenceOfThePrograms_data() {
    QTest::addColumn<QString>("said");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char* said, const char* shown) {
      QTest::newRow(said) << text(said) << text(shown);
    };
    row("port 80: The address is protected", "Port 80 cannot be used: The address is protected");
    row("the data directory cannot be made: No space", "The data directory cannot be made: No space");
    row("the data directory was written by a newer version of DICOMaestro (database version 9, this program "
        "knows 1)",
        "The data directory was written by a newer version of DICOMaestro.");
    row("the database is damaged: page 3", "The database is damaged: page 3");
    row("something new", "something new");
  }
  void whyItDoesNotStartIsASentenceOfThePrograms() {
    QFETCH(QString, said);
    QFETCH(QString, shown);
    QCOMPARE(app::faultText({{QString(), said}}), shown);
  }

  void theLastRequestsShowRoutesAndNothingOfAClient() {
    House house(m_dir->path());
    house.part->openPanel();
    QVERIFY(house.switchOn());
    house.call(text("/api/health/?name=secret"));
    house.call(text("/secret/"));
    house.part->panel()->requests()->refresh();
    auto* table = house.part->panel()->requests();
    QTRY_COMPARE(table->rowCount(), 2);
    QCOMPARE(table->item(1, 2)->text(), text("/api/health/"));
    QCOMPARE(table->item(1, 3)->text(), text("200"));
    QCOMPARE(table->item(0, 3)->text(), text("404"));
    for (int row = 0; row < 2; ++row)
      for (int column = 0; column < 5; ++column)
        QVERIFY(!table->item(row, column)->text().contains(text("secret")));
  }

  void aClosingWindowAnswersWhatItHasBegun() {
    // A registration hashes a password: some 20 ms in which the window closes. What was done was answered.
    for (int delay = 0; delay < 30; delay += 5) {
      QTemporaryDir dir;
      auto house = std::make_unique<House>(dir.path());
      QVERIFY(house->switchOn());
      QNetworkAccessManager network;
      QNetworkRequest request(QUrl(house->api->address() + text("/api/auth/register/")));
      request.setRawHeader("Content-Type", "application/json");
      QNetworkReply* reply = network.post(request,
                                          "{\"email\":\"ada@example.org\",\"first_name\":\"A\","
                                          "\"last_name\":\"B\",\"password\":\"a long password\"}");
      QTest::qWait(delay);
      house.reset();
      QTRY_VERIFY(reply->isFinished());
      const bool wasAnswered = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() == 201;
      house = std::make_unique<House>(dir.path());
      QVERIFY(house->switchOn());
      const bool wasDone = QTest::qWaitFor([&] { return house->find<QListWidget>("accounts")->count() == 1; },
                                           wasAnswered ? 5000 : 300);
      QCOMPARE(wasDone, wasAnswered);
    }
  }

  void theProgramServesFromTheStartAndEndsWellWhenAsked() {
    QProcess program;
    program.start(QStringLiteral(DICOMAESTRO_PROGRAM),
                  {text("--serve"), text("--port"), text("0"), text("--data-dir"), m_dir->path()});
    QVERIFY(program.waitForReadyRead(20000));
    const QString line = QString::fromUtf8(program.readLine()).trimmed();
    QVERIFY2(line.startsWith(text("listening on http://127.0.0.1:")), qPrintable(line));
    QNetworkAccessManager network;
    QNetworkReply* reply =
        network.get(QNetworkRequest(QUrl(line.section(QLatin1Char(' '), 2) + text("/api/health/"))));
    QTRY_VERIFY(reply->isFinished());
    QVERIFY(reply->readAll().contains("\"ok\""));

    QProcess second;
    second.start(QStringLiteral(DICOMAESTRO_PROGRAM),
                 {text("--serve"), text("--port"), text("0"), text("--data-dir"), m_dir->path()});
    QVERIFY(second.waitForFinished(20000));
    QCOMPARE(second.exitCode(), 1);
    QVERIFY(second.readAllStandardError().contains("another server uses this data directory"));

    program.terminate();
    QVERIFY(program.waitForFinished(20000));
    QCOMPARE(program.exitStatus(), QProcess::NormalExit);
    QCOMPARE(program.exitCode(), 0);
  }

  void aPortWithoutServingIsAMistake() {
    const auto wrong = [](const QStringList& arguments) {
      const auto parsed = app::parseCommandLine(QStringList{text("dicomaestro")} + arguments);
      const auto* notice = std::get_if<app::Notice>(&parsed);
      return notice && notice->exitCode == 2;
    };
    QVERIFY(wrong({text("--port"), text("80")}));
    QVERIFY(wrong({text("--serve"), text("--port"), text("65536")}));
    QVERIFY(!wrong({text("--serve"), text("--port"), text("0")}));
  }

  void theWindowStaysQuickWhileTheServerStarts() {
    House house(m_dir->path());
    QElapsedTimer since;
    since.start();
    house.find<QSpinBox>("port")->setValue(0);
    house.find<app::Toggle>("switch")->click();
    QVERIFY2(since.elapsed() < 100, "the switch waits for the server");
    QTRY_VERIFY_WITH_TIMEOUT(house.api->isOn(), 10000);
  }
};

DICOMAESTRO_TEST(DeveloperTest)
#include "developer_test.moc"
