// SPDX-License-Identifier: MIT
#pragma once

#include <QIcon>
#include <QPalette>
#include <QString>

class QApplication;

namespace app {

enum class Theme { Dark, Light };

/// Fusion with a palette of our own: dark by default, both readable.
void applyTheme(QApplication& application, Theme theme);
QPalette themePalette(Theme theme);
/// A line icon of resources/icons in the text colour of the application's palette, or of another; empty when
/// there is none of that name.
QIcon themedIcon(const QString& name);
QIcon themedIcon(const QString& name, const QPalette& palette);

}  // namespace app
