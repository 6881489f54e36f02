// SPDX-License-Identifier: MIT
#include "app/share/addelementdialog.h"

#include <QComboBox>
#include <QCompleter>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include "app/share/editdelegate.h"
#include "app/share/editreason.h"
#include "app/share/edittext.h"
#include "core/dictionary/dictionary.h"

namespace app {

namespace {

constexpr core::Vr offered[] = {
    core::Vr::AE, core::Vr::AS, core::Vr::AT, core::Vr::CS, core::Vr::DA, core::Vr::DS, core::Vr::DT,
    core::Vr::FD, core::Vr::FL, core::Vr::IS, core::Vr::LO, core::Vr::LT, core::Vr::PN, core::Vr::SH,
    core::Vr::SL, core::Vr::SQ, core::Vr::SS, core::Vr::ST, core::Vr::SV, core::Vr::TM, core::Vr::UC,
    core::Vr::UI, core::Vr::UL, core::Vr::UR, core::Vr::US, core::Vr::UT, core::Vr::UV};

QStringList keywords() {
  QStringList all;
  core::forEachKeyword([&all](const core::DictionaryEntry& entry) {
    if (!entry.retired && entry.tag.group > 0x0003)
      all << QString::fromLatin1(entry.keyword.data(), static_cast<qsizetype>(entry.keyword.size()));
  });
  return all;
}

}  // namespace

AddElementDialog::AddElementDialog(QWidget* parent)
    : QDialog(parent),
      m_tagLine(new QLineEdit(this)),
      m_value(new QLineEdit(this)),
      m_vrs(new QComboBox(this)),
      m_name(new QLabel(this)),
      m_reason(new QLabel(this)),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this)) {
  setWindowTitle(tr("Add an element"));
  auto* rows = new QFormLayout(this);
  auto* completer = new QCompleter(keywords(), this);
  completer->setCaseSensitivity(Qt::CaseInsensitive);
  completer->setFilterMode(Qt::MatchContains);
  m_tagLine->setCompleter(completer);
  m_tagLine->setMinimumWidth(360);
  m_tagLine->setPlaceholderText(tr("PatientName or (0010,0010)"));
  for (const core::Vr each : offered)
    m_vrs->addItem(QString::fromStdString(core::letters(each)), static_cast<int>(each));
  rows->addRow(tr("&Element:"), m_tagLine);
  rows->addRow(QString(), m_name);
  rows->addRow(tr("V&R:"), m_vrs);
  rows->addRow(tr("&Value:"), m_value);
  rows->addRow(m_reason);
  rows->addRow(m_buttons);
  connect(m_tagLine, &QLineEdit::textChanged, this, &AddElementDialog::tagTyped);
  connect(m_value, &QLineEdit::textChanged, this, &AddElementDialog::check);
  connect(m_vrs, &QComboBox::currentIndexChanged, this, &AddElementDialog::check);
  connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
  connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  check();
}

core::Vr AddElementDialog::vr() const { return static_cast<core::Vr>(m_vrs->currentData().toInt()); }
QString AddElementDialog::value() const { return vr() == core::Vr::SQ ? QString() : m_value->text(); }

void AddElementDialog::tagTyped(const QString& text) {
  m_tag = tagOfText(text).value_or(core::Tag());
  const core::DictionaryEntry* entry = core::findAny(m_tag);
  m_name->setText(entry ? QString::fromUtf8(entry->name.data(), static_cast<qsizetype>(entry->name.size()))
                        : QString());
  const int usual = m_vrs->findData(static_cast<int>(usualVr(m_tag)));
  if (usual >= 0) m_vrs->setCurrentIndex(usual);
  m_vrs->setEnabled(!entry || usual < 0);
  check();
}

void AddElementDialog::check() {
  const bool isSequence = vr() == core::Vr::SQ;
  m_value->setEnabled(!isSequence);
  const core::Status valid = isSequence ? core::Status(core::Done{}) : checkEditText(vr(), m_value->text());
  markEditor(*m_value, valid.ok());
  m_reason->setText(valid ? QString() : editReason(valid.error().detail));
  m_buttons->button(QDialogButtonBox::Ok)->setEnabled(valid.ok() && m_tag != core::Tag());
}

}  // namespace app
