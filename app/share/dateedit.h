// SPDX-License-Identifier: MIT
#pragma once

#include <QLineEdit>

class QCalendarWidget;
class QMenu;

namespace app {

/// A line for dates as the file has them (DA, PS3.5 6.2: YYYYMMDD, several parted by backslashes), with a
/// calendar behind a button and Alt+Down. What is no date can still be typed: whether it may be is for the
/// caller to say.
class DateEdit : public QLineEdit {
  Q_OBJECT

 public:
  explicit DateEdit(QWidget* parent = nullptr);

  QCalendarWidget* calendar() const { return m_calendar; }
  QMenu* popup() const { return m_popup; }
  QAction* opener() const { return m_opener; }

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void open();
  void take(const QDate& date);
  qsizetype place() const;

  QCalendarWidget* m_calendar;
  QMenu* m_popup;
  QAction* m_opener;
};

}  // namespace app
