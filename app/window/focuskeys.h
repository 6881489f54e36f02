// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

class QKeyEvent;
class QWidget;

namespace app {

/// Most keys are the window's wherever the focus is: they scroll and change the picture. Where the focus is
/// on something that cannot be used without such a key, the key is that widget's: Return and
/// Escape of a line that is written, the arrows of a list that one has gone into, and, of what one came to by
/// Tab, the space bar of a button and the arrows of a choice. Who clicks a button goes on with the picture.
class FocusKeys : public QObject {
  Q_OBJECT

 public:
  /// Watches the whole program while it lives.
  explicit FocusKeys(QObject* parent);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  bool isOwn(const QWidget& focused, const QKeyEvent& event) const;
  void noteFocus(Qt::FocusReason reason);

  bool m_isTab = false;  ///< the last key or click was Tab
  bool m_cameByKey = false;
};

}  // namespace app
