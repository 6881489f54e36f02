// SPDX-License-Identifier: MIT
#include "app/developer/copybutton.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QTimer>

#include "app/theme/theme.h"

namespace app {

CopyButton::CopyButton(std::function<QString()> text, QWidget* parent)
    : QToolButton(parent), m_text(std::move(text)) {
  setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  rest();
  connect(this, &QToolButton::clicked, this, &CopyButton::copy);
}

void CopyButton::rest() {
  setText(tr("Copy"));
  setIcon(themedIcon(QStringLiteral("copy")));
}

void CopyButton::copy() {
  QGuiApplication::clipboard()->setText(m_text());
  setText(tr("Copied"));
  QTimer::singleShot(1500, this, &CopyButton::rest);
}

}  // namespace app
