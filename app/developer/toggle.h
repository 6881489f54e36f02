// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractButton>

namespace app {

/// A switch: a knob that is left for off and right, on green, for on.
class Toggle : public QAbstractButton {
  Q_OBJECT

 public:
  explicit Toggle(QWidget* parent = nullptr);
  QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
};

}  // namespace app
