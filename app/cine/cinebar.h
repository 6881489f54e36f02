// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

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

 private:
  void refresh();

  CinePlayer* m_player;
  QToolButton* m_play;
  QSlider* m_slider;
  QComboBox* m_speed;
  QToolButton* m_sweep;
  QToolButton* m_first;
  QToolButton* m_last;
  QLabel* m_rate;
  int m_frames = 0;
};

}  // namespace app
