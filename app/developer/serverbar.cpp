// SPDX-License-Identifier: MIT
#include "app/developer/serverbar.h"

#include <QCheckBox>
#include <QDesktopServices>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QUrl>

#include "app/developer/copybutton.h"
#include "app/developer/themedicons.h"
#include "app/developer/toggle.h"

namespace app {

namespace {

const QString rememberKey = QStringLiteral("api/remembered"), onKey = QStringLiteral("api/on"),
              portKey = QStringLiteral("api/port");
constexpr int usualPort = 8080;

}  // namespace

bool ServerBar::isWantedAtStart(const QSettings& settings) {
  return settings.value(rememberKey).toBool() && settings.value(onKey).toBool();
}

quint16 ServerBar::portWanted(const QSettings& settings) {
  return static_cast<quint16>(settings.value(portKey, usualPort).toUInt());
}

ServerBar::ServerBar(ApiHost& host, QSettings& settings, QWidget* parent)
    : QFrame(parent),
      m_host(host),
      m_settings(settings),
      m_toggle(new Toggle(this)),
      m_state(new QLabel(this)),
      m_address(new QLabel(this)),
      m_copy(new CopyButton([this] { return m_host.address(); }, this)),
      m_docs(new QPushButton(tr("Documentation"), this)),
      m_port(new QSpinBox(this)),
      m_remember(new QCheckBox(tr("Remember: on again at the next start"), this)) {
  setFrameShape(QFrame::StyledPanel);
  m_toggle->setObjectName(QStringLiteral("switch"));
  m_toggle->setAccessibleName(tr("Local API"));
  m_port->setObjectName(QStringLiteral("port"));
  m_port->setRange(0, 65535);
  m_port->setValue(portWanted(m_settings));
  m_port->setToolTip(tr("0 picks a free port"));
  m_remember->setObjectName(QStringLiteral("remember"));
  m_remember->setChecked(m_settings.value(rememberKey).toBool());
  m_address->setTextInteractionFlags(Qt::TextSelectableByMouse);
  setThemedIcon(m_docs, "info");
  makeLayout();
  connect(m_toggle, &Toggle::clicked, this, &ServerBar::switchTo);
  connect(m_docs, &QPushButton::clicked, this,
          [this] { QDesktopServices::openUrl(QUrl(m_host.address() + QStringLiteral("/api/docs/"))); });
  connect(m_remember, &QCheckBox::toggled, this, &ServerBar::remember);
  connect(m_port, &QSpinBox::valueChanged, this, &ServerBar::remember);
  connect(&m_host, &ApiHost::switched, this, &ServerBar::refresh);
  refresh();
}

void ServerBar::makeLayout() {
  QFont large = font();
  large.setPointSizeF(large.pointSizeF() * 1.25);
  large.setBold(true);
  m_state->setFont(large);
  auto* layout = new QVBoxLayout(this);
  auto* first = new QHBoxLayout;
  first->addWidget(m_toggle);
  first->addWidget(m_state);
  first->addSpacing(12);
  first->addWidget(m_address);
  first->addWidget(m_copy);
  first->addStretch();
  first->addWidget(m_docs);
  auto* second = new QHBoxLayout;
  second->addWidget(new QLabel(tr("Port"), this));
  second->addWidget(m_port);
  second->addSpacing(12);
  second->addWidget(m_remember);
  second->addStretch();
  second->addWidget(new QLabel(tr("Reached from this computer only."), this));
  layout->addLayout(first);
  layout->addLayout(second);
}

void ServerBar::switchTo(bool on) {
  m_isSwitching = true;
  refresh();
  emit failed({});
  const auto reply = on ? m_host.start(static_cast<quint16>(m_port->value())) : m_host.stop();
  QFuture<ApiAnswer<ApiDone>>(reply).then(this, [this](const ApiAnswer<ApiDone>& answer) { take(answer); });
}

void ServerBar::take(const ApiAnswer<ApiDone>& answer) {
  m_isSwitching = false;
  refresh();
  remember();
  if (!answer.faults.isEmpty()) emit failed(answer.faults);
}

void ServerBar::refresh() {
  const bool on = m_host.isOn();
  m_toggle->setEnabled(!m_isSwitching);
  if (!m_isSwitching) m_toggle->setChecked(on);
  m_state->setText(on ? tr("On") : tr("Off"));
  m_address->setText(on ? m_host.address() : tr("No program reaches the viewer."));
  m_copy->setVisible(on);
  m_docs->setEnabled(on);
  m_port->setEnabled(!on && !m_isSwitching);
  const QSignalBlocker blocker(m_port);
  if (on) m_port->setValue(QUrl(m_host.address()).port());
}

void ServerBar::remember() {
  if (!m_remember->isChecked()) {
    for (const QString& key : {rememberKey, onKey, portKey}) m_settings.remove(key);
    return;
  }
  m_settings.setValue(rememberKey, true);
  m_settings.setValue(onKey, m_host.isOn());
  m_settings.setValue(portKey, m_port->value());
}

}  // namespace app
