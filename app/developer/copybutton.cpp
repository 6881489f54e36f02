// SPDX-License-Identifier: MIT
#include "app/developer/copybutton.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QTimer>

#include "app/developer/themedicons.h"

namespace app {

CopyButton::CopyButton(std::function<QString()> text, QWidget* parent)
    : QToolButton(parent), m_text(std::move(text)) {
  setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  setThemedIcon(this, "copy");
  rest();
  connect(this, &QToolButton::clicked, this, &CopyButton::copy);
}

void CopyButton::rest() { setText(tr("Copy")); }

void CopyButton::copy() {
  QGuiApplication::clipboard()->setText(m_text());
  setText(tr("Copied"));
  QTimer::singleShot(1500, this, &CopyButton::rest);
}

}  // namespace app
