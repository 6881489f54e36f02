// SPDX-License-Identifier: MIT
#pragma once

#include <QSettings>
#include <QString>

namespace app {

/// "en" or "pl": the language asked for, else the one that was set, else the system's, else English.
QString languageOf(const QString& asked, const QSettings& settings);

/// Loads the texts of the program and of Qt in that language. Every widget gets QEvent::LanguageChange and
/// says its texts anew; the ones before go. Called again to change the language of the running program.
void installLanguage(const QString& language);
/// The one that was installed last; "en" before.
QString installedLanguage();

}  // namespace app
