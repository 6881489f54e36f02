// SPDX-License-Identifier: MIT
#include "app/settings/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace app {

namespace {

constexpr char propertyName[] = "dicomaestro-language";
const QString ownerName = QStringLiteral("dicomaestro-language");

void install(QTranslator* translator, bool isLoaded) {
  if (isLoaded)
    QCoreApplication::installTranslator(translator);
  else
    delete translator;
}

QTranslator* translator() {
  auto* made = new QTranslator(QCoreApplication::instance());
  made->setObjectName(ownerName);
  return made;
}

}  // namespace

QString languageOf(const QString& asked, const QSettings& settings) {
  const QString set = settings.value(QStringLiteral("language")).toString();
  for (const QString& wanted : {asked, set, QLocale::system().name().left(2)})
    if (wanted == QLatin1String("pl") || wanted == QLatin1String("en")) return wanted;
  return QStringLiteral("en");
}

void installLanguage(const QString& language) {
  const auto before = QCoreApplication::instance()->findChildren<QTranslator*>(ownerName);
  QTranslator* qts = translator();
  install(qts, qts->load(QStringLiteral("qtbase_") + language,
                         QLibraryInfo::path(QLibraryInfo::TranslationsPath)));
  QTranslator* ours = translator();
  install(ours, ours->load(QStringLiteral(":/i18n/dicomaestro_") + language));
  QCoreApplication::instance()->setProperty(propertyName, language);
  for (QTranslator* old : before) {
    QCoreApplication::removeTranslator(old);
    delete old;
  }
}

QString installedLanguage() {
  const QString language = QCoreApplication::instance()->property(propertyName).toString();
  return language.isEmpty() ? QStringLiteral("en") : language;
}

}  // namespace app
