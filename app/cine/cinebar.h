// SPDX-License-Identifier: MIT
#pragma once

#include <QIcon>
#include <QWidget>
#include <cstdint>

class QComboBox;
class QLabel;
class QSlider;
class QToolButton;

namespace app {

class CinePlayer;

/// The controls of a cine, at the bottom of a viewport.
class CineBar : public QWidget {
  Q_OBJECT

 public:
  CineBar(CinePlayer* player, QWidget* parent);
  void setRange(int frames);
  void showFrame(int frame);

 protected:
  void resizeEvent(QResizeEvent*) override;
  void changeEvent(QEvent* event) override;

 private:
  QToolButton* button();
  void retranslate();
  QIcon icon(const char* name) const;
  void layOut();
  void connectParts();
  void refresh();
  std::uint32_t final() const;

  CinePlayer* m_player;
  QToolButton* m_play;
  QSlider* m_slider;
  QComboBox* m_speed;
  QToolButton* m_sweep;
  QToolButton* m_first;
  QToolButton* m_last;
  QToolButton* m_whole;  ///< ends the trim
  QLabel* m_rate;
};

}  // namespace app
