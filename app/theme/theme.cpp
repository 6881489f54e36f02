// SPDX-License-Identifier: MIT
#include "app/theme/theme.h"

#include <QApplication>
#include <QFile>
#include <QPainter>
#include <QPalette>
#include <QStyleFactory>
#include <QSvgRenderer>

namespace app {

namespace {

struct Colors {
  QRgb window, base, alternate, text, disabled, button, highlight, highlightedText, link, tip;
};
constexpr Colors dark{0xff24272b, 0xff1b1d20, 0xff212428, 0xffe3e6ea, 0xff7d838b,
                      0xff2f3338, 0xff2f6fb5, 0xffffffff, 0xff6db3ff, 0xff33383e};
constexpr Colors light{0xfff1f3f5, 0xffffffff, 0xfff6f7f9, 0xff1d2125, 0xff8b9198,
                       0xffe6e9ed, 0xff2f6fb5, 0xffffffff, 0xff1458a6, 0xfffdf6d8};

QPalette paletteOf(const Colors& colors) {
  QPalette palette;
  palette.setColor(QPalette::Window, QColor(colors.window));
  palette.setColor(QPalette::Base, QColor(colors.base));
  palette.setColor(QPalette::AlternateBase, QColor(colors.alternate));
  palette.setColor(QPalette::Button, QColor(colors.button));
  palette.setColor(QPalette::Highlight, QColor(colors.highlight));
  palette.setColor(QPalette::HighlightedText, QColor(colors.highlightedText));
  palette.setColor(QPalette::Link, QColor(colors.link));
  palette.setColor(QPalette::ToolTipBase, QColor(colors.tip));
  palette.setColor(QPalette::PlaceholderText, QColor(colors.disabled));
  for (const auto role :
       {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText}) {
    palette.setColor(role, QColor(colors.text));
    palette.setColor(QPalette::Disabled, role, QColor(colors.disabled));
  }
  return palette;
}

QPixmap draw(const QByteArray& svg, int pixels) {
  QSvgRenderer renderer(svg);
  QPixmap pixmap(pixels, pixels);
  pixmap.fill(Qt::transparent);
  QPainter painter(&pixmap);
  renderer.render(&painter);
  return pixmap;
}

}  // namespace

QPalette themePalette(Theme theme) { return paletteOf(theme == Theme::Dark ? dark : light); }

void applyTheme(QApplication& application, Theme theme) {
  QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
  QApplication::setPalette(themePalette(theme));
  application.setStyleSheet(
      QStringLiteral("QToolBar{spacing:2px;padding:3px;border:0} QDockWidget::title{padding:5px} "
                     "QToolTip{border:1px solid palette(mid)} QStatusBar::item{border:0}"));
}

QIcon themedIcon(const QString& name) { return themedIcon(name, QApplication::palette()); }

QIcon themedIcon(const QString& name, const QPalette& palette) {
  QFile file(QStringLiteral(":/icons/") + name + QStringLiteral(".svg"));
  if (name.isEmpty() || !file.open(QIODevice::ReadOnly)) return {};
  const QByteArray svg = file.readAll();
  QIcon icon;
  for (const auto& [group, mode] :
       {std::pair(QPalette::Active, QIcon::Normal), std::pair(QPalette::Disabled, QIcon::Disabled)}) {
    QByteArray colored = svg;
    colored.replace("currentColor", palette.color(group, QPalette::ButtonText).name().toLatin1());
    for (const int pixels : {20, 40, 60}) icon.addPixmap(draw(colored, pixels), mode);
  }
  return icon;
}

}  // namespace app
