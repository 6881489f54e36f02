// SPDX-License-Identifier: MIT
#include "app/cine/cinebar.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>

#include "app/cine/cineplayer.h"
#include "app/theme/theme.h"

namespace app {

namespace {

constexpr double speeds[] = {0.25, 0.5, 1, 2, 4};
constexpr int iconSize = 16;

}  // namespace

CineBar::CineBar(CinePlayer* player, QWidget* parent)
    : QWidget(parent),
      m_player(player),
      m_play(button()),
      m_slider(new QSlider(Qt::Horizontal, this)),
      m_speed(new QComboBox(this)),
      m_sweep(button()),
      m_first(button()),
      m_last(button()),
      m_whole(button()),
      m_rate(new QLabel(this)) {
  // It lies on the image, which is dark whatever the theme. Under a style sheet children do not inherit that.
  setPalette(themePalette(Theme::Dark));
  for (QWidget* each : findChildren<QWidget*>()) each->setPalette(palette());
  setAutoFillBackground(true);
  m_sweep->setCheckable(true);
  m_sweep->setIcon(icon("arrow-left-right"));
  m_first->setText(QStringLiteral("["));
  m_last->setText(QStringLiteral("]"));
  m_whole->setIcon(icon("x"));
  m_slider->setFocusPolicy(Qt::NoFocus);
  m_speed->setFocusPolicy(Qt::NoFocus);
  for (const double speed : speeds) m_speed->addItem(QStringLiteral("×%1").arg(speed), speed);
  m_speed->setCurrentIndex(2);
  layOut();
  connectParts();
  retranslate();
  hide();
}

void CineBar::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

void CineBar::retranslate() {
  m_play->setToolTip(tr("Play or pause"));
  m_sweep->setToolTip(tr("There and back"));
  m_first->setToolTip(tr("Play from this image on"));
  m_last->setToolTip(tr("Play up to this image"));
  m_whole->setToolTip(tr("Play all images"));
  m_speed->setToolTip(tr("Speed"));
  m_rate->setToolTip(tr("Images a second: wanted (reached), dropped"));
  refresh();
}

QToolButton* CineBar::button() {
  auto* made = new QToolButton(this);
  made->setAutoRaise(true);
  made->setFocusPolicy(Qt::NoFocus);
  made->setIconSize({iconSize, iconSize});
  return made;
}

QIcon CineBar::icon(const char* name) const { return themedIcon(QString::fromLatin1(name), palette()); }

void CineBar::layOut() {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(6, 2, 6, 2);
  row->setSpacing(4);
  row->addWidget(m_play);
  row->addWidget(m_slider, 1);
  for (QWidget* each : std::initializer_list<QWidget*>{m_first, m_last, m_whole, m_sweep, m_speed, m_rate})
    row->addWidget(each);
}

void CineBar::connectParts() {
  connect(m_play, &QToolButton::clicked, m_player, [this] { m_player->toggle(m_slider->value()); });
  connect(m_slider, &QSlider::valueChanged, this, [this](int value) {
    m_player->stop();
    emit m_player->frameDue(value);
  });
  connect(m_slider, &QSlider::sliderPressed, m_player, &CinePlayer::stop);
  connect(m_speed, &QComboBox::currentIndexChanged, m_player,
          [this] { m_player->setSpeed(m_speed->currentData().toDouble()); });
  connect(m_sweep, &QToolButton::toggled, m_player, [this](bool on) {
    m_player->setRepeat(on ? core::CinePlan::Repeat::Sweep : core::CinePlan::Repeat::Loop);
  });
  connect(m_first, &QToolButton::clicked, m_player, [this] {
    const auto first = static_cast<std::uint32_t>(m_slider->value());
    m_player->setTrim(first, m_player->last() > first ? m_player->last() : final());
  });
  connect(m_last, &QToolButton::clicked, m_player, [this] {
    const auto last = static_cast<std::uint32_t>(m_slider->value());
    m_player->setTrim(m_player->first() < last ? m_player->first() : 0, last);
  });
  connect(m_whole, &QToolButton::clicked, m_player, [this] { m_player->setTrim(0, final()); });
  connect(m_player, &CinePlayer::stateChanged, this, &CineBar::refresh);
}

std::uint32_t CineBar::final() const { return static_cast<std::uint32_t>(m_slider->maximum()); }

void CineBar::setRange(int frames) {
  const QSignalBlocker quiet(m_slider);
  m_slider->setRange(0, std::max(0, frames - 1));
  refresh();
}

void CineBar::showFrame(int frame) {
  const QSignalBlocker quiet(m_slider);
  m_slider->setValue(frame);
}

void CineBar::resizeEvent(QResizeEvent*) { refresh(); }

/// In a narrow cell only playing, the place and the rate are left.
void CineBar::refresh() {
  constexpr int roomy = 420, tight = 240;
  const bool isPlaying = m_player->isPlaying();
  m_play->setIcon(icon(isPlaying ? "pause" : "play"));
  const QSignalBlocker quiet(m_sweep);
  m_sweep->setChecked(m_player->repeat() == core::CinePlan::Repeat::Sweep);
  QString text = isPlaying ? m_player->rateText() : tr("%1 fps").arg(m_player->targetRate(), 0, 'f', 1);
  if (m_player->isTrimmed())
    text.prepend(QStringLiteral("[%1–%2] ").arg(m_player->first() + 1).arg(m_player->last() + 1));
  m_rate->setText(text);
  for (QWidget* each : std::initializer_list<QWidget*>{m_first, m_last, m_sweep, m_speed})
    each->setVisible(width() >= roomy);
  m_whole->setVisible(width() >= roomy && m_player->isTrimmed());
  m_rate->setVisible(width() >= tight);
}

}  // namespace app
