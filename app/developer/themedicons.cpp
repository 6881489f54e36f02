// SPDX-License-Identifier: MIT
#include "app/developer/themedicons.h"

#include <QEvent>
#include <functional>

#include "app/theme/theme.h"

namespace app {

namespace {

/// Does something now, and again when the widget has a new palette.
class PaletteFollower : public QObject {
 public:
  PaletteFollower(QWidget* widget, std::function<void()> apply) : QObject(widget), m_apply(std::move(apply)) {
    widget->installEventFilter(this);
    m_apply();
  }
  bool eventFilter(QObject*, QEvent* event) override {
    if (event->type() == QEvent::PaletteChange) m_apply();
    return false;
  }

 private:
  std::function<void()> m_apply;
};

QIcon icon(const char* name) { return themedIcon(QString::fromLatin1(name)); }

}  // namespace

void setThemedIcon(QAbstractButton* button, const char* name) {
  new PaletteFollower(button, [button, name] { button->setIcon(icon(name)); });
}

void setThemedIcons(QTabWidget* tabs, const QList<const char*>& names) {
  new PaletteFollower(tabs, [tabs, names] {
    for (int page = 0; page < names.size(); ++page) tabs->setTabIcon(page, icon(names[page]));
  });
}

}  // namespace app
