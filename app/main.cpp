// SPDX-License-Identifier: MIT
// The composition root of the viewer: settings, language and theme, the cache, the window.
#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QScreen>
#include <QStandardPaths>
#include <cstdio>

#include "app/settings/language.h"
#include "app/theme/theme.h"
#include "app/window/commandline.h"
#include "app/window/mainwindow.h"
#include "app/window/snapshot.h"
#include "dicomaestro/attach.h"

namespace {

QString settingsFile(const QString& dataDir) {
  const QString folder =
      dataDir.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) : dataDir;
  // For its owner alone: it may hold paths that name patients, and the local API's accounts.
  if (!QFileInfo(folder).isDir()) {
    QDir().mkpath(QFileInfo(folder).absolutePath());
    QDir().mkdir(QFileInfo(folder).absoluteFilePath(),
                 QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
  }
  return folder + QStringLiteral("/dicomaestro.ini");
}

/// As large as one likes to read on, and as the screen is; a picture of the window has no screen to fit.
QSize sizeOf(const app::CommandLine& line) {
  constexpr QSize usual(1600, 1000);
  if (line.size) return *line.size;
  return line.screenshot.isEmpty() ? usual.boundedTo(QGuiApplication::primaryScreen()->availableSize())
                                   : usual;
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

  app::installLanguage(app::languageOf(line.language, settings));
  const bool isLight = settings.value(QStringLiteral("theme")).toString() == QLatin1String("light");
  app::applyTheme(application, isLight ? app::Theme::Light : app::Theme::Dark);

  const quint64 megabytes = settings.value(QStringLiteral("cache/megabytes"), 0).toULongLong();
  const auto cache =
      std::make_shared<core::FrameCache>(megabytes > 0 ? megabytes << 20 : core::FrameCache::defaultBudget());
  app::MainWindow window(cache, settings);
  window.resize(sizeOf(line));
  window.show();
  attachLocalApi(window, settings, line);
  window.open(line.paths);
  if (!line.screenshot.isEmpty() || line.window || line.frame > 1) new app::Snapshot(window, line);
  return QApplication::exec();
}
