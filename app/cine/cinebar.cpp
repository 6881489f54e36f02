// SPDX-License-Identifier: MIT
#include "app/cine/cinebar.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>
#include <QStyle>
#include <QToolButton>

#include "app/cine/cineplayer.h"

namespace app {

namespace {

constexpr double speeds[] = {0.25, 0.5, 1, 2, 4};

QToolButton* button(QWidget* parent, const QString& text, const QString& tip) {
  auto* made = new QToolButton(parent);
  made->setText(text);
  made->setToolTip(tip);
  made->setAutoRaise(true);
  made->setFocusPolicy(Qt::NoFocus);
  return made;
}

}  // namespace

CineBar::CineBar(CinePlayer* player, QWidget* parent)
    : QWidget(parent),
      m_player(player),
      m_play(button(this, QStringLiteral("▶"), tr("Play or pause"))),
      m_slider(new QSlider(Qt::Horizontal, this)),
      m_speed(new QComboBox(this)),
      m_sweep(button(this, QStringLiteral("⇄"), tr("There and back"))),
      m_first(button(this, QStringLiteral("["), tr("Play from this image on"))),
      m_last(button(this, QStringLiteral("]"), tr("Play up to this image"))),
      m_rate(new QLabel(this)) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(6, 2, 6, 2);
  row->setSpacing(4);
  m_sweep->setCheckable(true);
  m_slider->setFocusPolicy(Qt::NoFocus);
  m_speed->setFocusPolicy(Qt::NoFocus);
  m_speed->setToolTip(tr("Speed"));
  for (const double speed : speeds) m_speed->addItem(QStringLiteral("×%1").arg(speed), speed);
  m_speed->setCurrentIndex(2);
  m_rate->setMinimumWidth(92);
  row->addWidget(m_play);
  row->addWidget(m_slider, 1);
  row->addWidget(m_first);
  row->addWidget(m_last);
  row->addWidget(m_sweep);
  row->addWidget(m_speed);
  row->addWidget(m_rate);
  setAutoFillBackground(true);
  connect(m_play, &QToolButton::clicked, this, [this] { m_player->toggle(m_slider->value()); });
  connect(m_slider, &QSlider::valueChanged, this, [this](int value) { emit m_player->frameDue(value); });
  connect(m_slider, &QSlider::sliderPressed, m_player, &CinePlayer::stop);
  connect(m_speed, &QComboBox::currentIndexChanged, this,
          [this] { m_player->setSpeed(m_speed->currentData().toDouble()); });
  connect(m_sweep, &QToolButton::toggled, this, [this](bool on) {
    m_player->setRepeat(on ? core::CinePlan::Repeat::Sweep : core::CinePlan::Repeat::Loop);
  });
  connect(m_first, &QToolButton::clicked, this, [this] {
    m_player->setTrim(static_cast<std::uint32_t>(m_slider->value()),
                      static_cast<std::uint32_t>(std::max(0, m_frames - 1)));
  });
  connect(m_last, &QToolButton::clicked, this,
          [this] { m_player->setTrim(0, static_cast<std::uint32_t>(m_slider->value())); });
  connect(m_player, &CinePlayer::stateChanged, this, &CineBar::refresh);
  hide();
}

void CineBar::setRange(int frames) {
  const QSignalBlocker quiet(m_slider);
  m_frames = frames;
  m_slider->setRange(0, std::max(0, frames - 1));
  refresh();
}

void CineBar::showFrame(int frame) {
  const QSignalBlocker quiet(m_slider);
  m_slider->setValue(frame);
}

void CineBar::refresh() {
  m_play->setText(m_player->isPlaying() ? QStringLiteral("⏸") : QStringLiteral("▶"));
  m_rate->setText(m_player->isPlaying() ? m_player->rateText()
                                        : tr("%1 fps").arg(m_player->targetRate(), 0, 'f', 1));
}

}  // namespace app
