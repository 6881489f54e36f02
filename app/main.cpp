// SPDX-License-Identifier: MIT
// The composition root of the viewer: settings, language and theme, the cache, the window.
#include <QApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QStandardPaths>
#include <QTranslator>
#include <cstdio>

#include "app/theme/theme.h"
#include "app/window/commandline.h"
#include "app/window/mainwindow.h"
#include "app/window/snapshot.h"
#include "dicomaestro/attach.h"

namespace {

QString settingsFile(const QString& dataDir) {
  const QString folder =
      dataDir.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) : dataDir;
  QDir().mkpath(folder);
  return folder + QStringLiteral("/dicomaestro.ini");
}

/// The language asked for, else the one that was set, else the system's.
QString languageOf(const app::CommandLine& line, const QSettings& settings) {
  if (!line.language.isEmpty()) return line.language;
  const QString set = settings.value(QStringLiteral("language")).toString();
  if (!set.isEmpty()) return set;
  const QString system = QLocale::system().name().left(2);
  return system == QLatin1String("pl") ? system : QStringLiteral("en");
}

}  // namespace

int main(int argc, char** argv) {
  QStringList arguments;
  for (int i = 0; i < argc; ++i) arguments << QString::fromLocal8Bit(argv[i]);
  const auto parsed = app::parseCommandLine(arguments);
  if (const auto* notice = std::get_if<app::Notice>(&parsed)) {
    std::fputs(qPrintable(notice->text), notice->exitCode == 0 ? stdout : stderr);
    return notice->exitCode;
  }
  const auto& line = std::get<app::CommandLine>(parsed);

  holdSignals(line);
  QApplication application(argc, argv);
  QApplication::setApplicationName(QStringLiteral("dicomaestro"));
  QApplication::setApplicationVersion(QStringLiteral(DICOMAESTRO_VERSION));
  QApplication::setWindowIcon(QIcon(QStringLiteral(":/dicomaestro.svg")));
  QSettings settings(settingsFile(line.dataDir), QSettings::IniFormat);

  QTranslator ours, qts;
  const QString language = languageOf(line, settings);
  if (ours.load(QStringLiteral(":/i18n/dicomaestro_") + language)) QApplication::installTranslator(&ours);
  if (qts.load(QStringLiteral("qtbase_") + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
    QApplication::installTranslator(&qts);
  const bool isLight = settings.value(QStringLiteral("theme")).toString() == QLatin1String("light");
  app::applyTheme(application, isLight ? app::Theme::Light : app::Theme::Dark);

  const quint64 megabytes = settings.value(QStringLiteral("cache/megabytes"), 0).toULongLong();
  const auto cache =
      std::make_shared<core::FrameCache>(megabytes > 0 ? megabytes << 20 : core::FrameCache::defaultBudget());
  app::MainWindow window(cache, settings);
  window.resize(line.size);
  window.show();
  attachLocalApi(window, settings, line);
  window.open(line.paths);
  if (!line.screenshot.isEmpty() || line.window || line.frame > 1) new app::Snapshot(window, line);
  return QApplication::exec();
}
