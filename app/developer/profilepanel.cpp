// SPDX-License-Identifier: MIT
#include "app/developer/profilepanel.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace app {

namespace {

struct Purpose {
  const char* word;  ///< the API's
  const char* text;
};
constexpr Purpose purposes[] = {
    {"", QT_TRANSLATE_NOOP("app::ProfilePanel", "not said")},
    {"testing", QT_TRANSLATE_NOOP("app::ProfilePanel", "testing")},
    {"research", QT_TRANSLATE_NOOP("app::ProfilePanel", "research")},
    {"education", QT_TRANSLATE_NOOP("app::ProfilePanel", "education")},
    {"commercial", QT_TRANSLATE_NOOP("app::ProfilePanel", "commercial")},
    {"other", QT_TRANSLATE_NOOP("app::ProfilePanel", "other")},
};

}  // namespace

ProfilePanel::ProfilePanel(ApiHost& host, QWidget* parent)
    : QWidget(parent),
      m_host(host),
      m_purpose(new QComboBox(this)),
      m_organization(new QLineEdit(this)),
      m_save(new QPushButton(tr("Save profile"), this)) {
  m_purpose->setObjectName(QStringLiteral("purpose"));
  m_organization->setObjectName(QStringLiteral("organization"));
  m_organization->setMaxLength(255);
  m_save->setObjectName(QStringLiteral("saveProfile"));
  for (const Purpose& purpose : purposes)
    m_purpose->addItem(tr(purpose.text), QString::fromLatin1(purpose.word));
  auto* form = new QFormLayout(this);
  auto* hint = new QLabel(tr("An account with a profile may create keys and see its usage."), this);
  hint->setWordWrap(true);
  form->addRow(hint);
  form->addRow(tr("Purpose"), m_purpose);
  form->addRow(tr("Organization"), m_organization);
  auto* row = new QHBoxLayout;
  row->addWidget(m_save);
  row->addStretch();
  form->addRow(QString(), row);
  form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  connect(m_save, &QPushButton::clicked, this, &ProfilePanel::save);
}

void ProfilePanel::setAccount(const ApiAccount* account) {
  const qint64 before = m_account;
  m_account = account ? account->id : 0;
  setEnabled(account);
  if (m_account == before) return;
  show({});
  if (account && account->isDeveloper)
    m_host.profile(m_account).then(this, [this, asked = m_account](const ApiAnswer<ApiProfile>& answer) {
      if (answer.value && asked == m_account) show(*answer.value);
    });
}

void ProfilePanel::show(const ApiProfile& profile) {
  m_purpose->setCurrentIndex(std::max(0, m_purpose->findData(profile.purpose)));
  m_organization->setText(profile.organization);
}

void ProfilePanel::save() {
  m_host.setProfile(m_account, {m_purpose->currentData().toString(), m_organization->text()})
      .then(this, [this](const ApiAnswer<ApiDone>& answer) {
        emit failed(answer.faults);
        if (answer.value) emit saved();
      });
}

}  // namespace app
