// SPDX-License-Identifier: MIT
#include "app/share/dateedit.h"

#include <QAction>
#include <QCalendarWidget>
#include <QKeyEvent>
#include <QMenu>
#include <QWidgetAction>

#include "app/theme/theme.h"

namespace app {

namespace {

const QString format = QStringLiteral("yyyyMMdd");
constexpr QLatin1Char separator('\\');

}  // namespace

DateEdit::DateEdit(QWidget* parent)
    : QLineEdit(parent), m_calendar(new QCalendarWidget), m_popup(new QMenu(this)) {
  auto* inMenu = new QWidgetAction(this);
  inMenu->setDefaultWidget(m_calendar);
  m_popup->addAction(inMenu);
  m_calendar->setDateRange({1800, 1, 1}, {2200, 12, 31});
  m_calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
  m_opener = addAction(themedIcon(QStringLiteral("calendar")), QLineEdit::TrailingPosition);
  m_opener->setToolTip(tr("Calendar (Alt+Down)"));
  connect(m_opener, &QAction::triggered, this, &DateEdit::open);
  for (const auto chosen : {&QCalendarWidget::clicked, &QCalendarWidget::activated})
    connect(m_calendar, chosen, this, &DateEdit::take);
}

void DateEdit::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Down && event->modifiers().testFlag(Qt::AltModifier)) return open();
  QLineEdit::keyPressEvent(event);
}

/// Which of the values the cursor stands in.
qsizetype DateEdit::place() const { return text().left(cursorPosition()).count(separator); }

void DateEdit::open() {
  const QDate date = QDate::fromString(text().split(separator).at(place()), format);
  m_calendar->setSelectedDate(date.isValid() ? date : QDate::currentDate());
  m_calendar->setFocus();
  m_popup->popup(mapToGlobal(QPoint(0, height())));
}

void DateEdit::take(const QDate& date) {
  QStringList values = text().split(separator);
  values[place()] = date.toString(format);
  setText(values.join(separator));
  m_popup->close();
  setFocus();
}

}  // namespace app
