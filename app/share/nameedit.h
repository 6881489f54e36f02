// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QLineEdit;

namespace app {

/// A person name (PS3.5 6.2.1): its five components, and behind them the same name in ideographic and in
/// phonetic writing, components parted by ^.
class NameEdit : public QWidget {
  Q_OBJECT

 public:
  explicit NameEdit(QWidget* parent = nullptr);

  /// "Doe^Jane^^Dr=…=…", without empty ends.
  QString value() const;
  QLineEdit* component(int index) const { return m_components[static_cast<std::size_t>(index)]; }
  QLineEdit* ideographic() const { return m_groups[0]; }
  QLineEdit* phonetic() const { return m_groups[1]; }
  void mark(bool isGood);

 signals:
  void changed();

 private:
  std::array<QLineEdit*, 5> m_components{};
  std::array<QLineEdit*, 2> m_groups{};
};

}  // namespace app
