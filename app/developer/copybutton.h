// SPDX-License-Identifier: MIT
#pragma once

#include <QToolButton>
#include <functional>

namespace app {

/// Copies what the function says at that moment, and shows for a while that it did.
class CopyButton : public QToolButton {
  Q_OBJECT

 public:
  explicit CopyButton(std::function<QString()> text, QWidget* parent = nullptr);

 private:
  void rest();
  void copy();

  std::function<QString()> m_text;
};

}  // namespace app
