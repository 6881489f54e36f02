// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractButton>
#include <QTabWidget>

namespace app {

/// Gives it an icon of the theme, and again whenever the theme changes.
void setThemedIcon(QAbstractButton* button, const char* name);
/// An icon a page, in the order of the pages.
void setThemedIcons(QTabWidget* tabs, const QList<const char*>& names);

}  // namespace app
