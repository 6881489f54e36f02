// SPDX-License-Identifier: MIT
#include "app/share/newdialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDir>
#include <QDropEvent>
#include <QFileDialog>
#include <QFormLayout>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/paint/errordetail.h"
#include "app/share/createfiles.h"
#include "app/share/editdelegate.h"
#include "app/share/editreason.h"
#include "app/share/edittext.h"
#include "app/share/nameedit.h"
#include "app/share/usualfolder.h"
#include "core/dictionary/dictionary.h"
#include "core/parse/tags.h"
#include "core/write/encodetext.h"

namespace app {

using core::Vr;
namespace tags = core::tags;

namespace {

constexpr core::Tag studyDescription{0x0008, 0x1030}, seriesDescription{0x0008, 0x103E},
    referringPhysician{0x0008, 0x0090}, documentTitle{0x0042, 0x0010}, bodyPart{0x0018, 0x0015};

/// What is written: the encoders of core/encode.
constexpr const char* syntaxes[] = {"1.2.840.10008.1.2.1", "1.2.840.10008.1.2.5", "1.2.840.10008.1.2.4.80",
                                    "1.2.840.10008.1.2.4.90", "1.2.840.10008.1.2.4.50"};
/// Of pictures that are no acquisition of their own (PS3.3 C.7.3.1.1.1).
constexpr const char* modalities[] = {"OT", "XC", "GM", "ES", "US", "DOC", "SC"};

QString dicomDate(const QDate& date) { return date.toString(QStringLiteral("yyyyMMdd")); }

}  // namespace

NewDialog::NewDialog(std::shared_ptr<const core::DicomFile> shown, QWidget* parent)
    : ShareDialog(tr("New DICOM from pictures or a PDF"), tr("Cr&eate"), parent),
      m_shown(std::move(shown)),
      m_files(new QListWidget(this)),
      m_multiFrame(new QCheckBox(tr("All pictures are &frames of one object"), this)),
      m_grey(new QCheckBox(tr("Make colour gre&y"), this)),
      m_inherits(new QCheckBox(tr("Patient and study of the &shown image"), this)),
      m_opens(new QCheckBox(tr("&Open what was made"), this)),
      m_name(new NameEdit(this)),
      m_physician(new NameEdit(this)),
      m_sex(new QComboBox(this)),
      m_modality(new QComboBox(this)),
      m_syntax(new QComboBox(this)),
      m_target(new QLineEdit(this)),
      m_reason(new QLabel(this)) {
  setAcceptDrops(true);
  resize(980, 620);
  auto* columns = new QHBoxLayout;
  auto* left = new QVBoxLayout;
  auto* right = new QVBoxLayout;
  left->addWidget(makeFiles(), 1);
  left->addWidget(makeSeries());
  m_inherits->setEnabled(m_shown != nullptr);
  right->addWidget(m_inherits);
  right->addWidget(m_patientBox = makePatient());
  right->addWidget(m_studyBox = makeStudy());
  right->addStretch(1);
  columns->addLayout(left, 1);
  columns->addLayout(right, 1);
  form()->addLayout(columns, 1);
  form()->addWidget(makeTarget());
  m_reason->setStyleSheet(QStringLiteral("color:#d05555"));
  form()->addWidget(m_reason);
  for (NameEdit* name : {m_name, m_physician}) connect(name, &NameEdit::changed, this, &NewDialog::check);
  connect(m_inherits, &QCheckBox::toggled, this, &NewDialog::check);
  connect(m_target, &QLineEdit::textChanged, this, &NewDialog::check);
  connect(m_files->model(), &QAbstractItemModel::rowsInserted, this, &NewDialog::check);
  connect(m_files->model(), &QAbstractItemModel::rowsRemoved, this, &NewDialog::check);
  check();
}

QWidget* NewDialog::makeFiles() {
  auto* box = new QGroupBox(tr("PNG, JPEG, TIFF or PDF"), this);
  auto* column = new QVBoxLayout(box);
  auto* row = new QHBoxLayout;
  const auto button = [&](const QString& text, std::function<void()> run) {
    auto* made = new QPushButton(text, this);
    made->setAutoDefault(false);
    connect(made, &QPushButton::clicked, this, run);
    row->addWidget(made);
  };
  button(tr("&Add files…"), [this] {
    addFiles(QFileDialog::getOpenFileNames(
        this, tr("Pictures or a PDF"), {},
        tr("Pictures and PDF (%1)").arg(QStringLiteral("*.png *.jpg *.jpeg *.tif *.tiff *.pdf"))));
  });
  button(tr("&Remove"), [this] { qDeleteAll(m_files->selectedItems()); });
  button(tr("&Up"), [this] { move(-1); });
  button(tr("&Down"), [this] { move(1); });
  m_files->setSelectionMode(QAbstractItemView::ExtendedSelection);
  column->addWidget(m_files, 1);
  column->addLayout(row);
  column->addWidget(m_multiFrame);
  column->addWidget(m_grey);
  return box;
}

void NewDialog::addField(QFormLayout& rows, core::Tag tag, Vr vr, const QString& label, bool isInherited) {
  auto* line = new QLineEdit(this);
  rows.addRow(label, line);
  m_fields.push_back(
      {tag, vr, line, QString(label).remove(QLatin1Char('&')).remove(QLatin1Char(':')), isInherited});
  connect(line, &QLineEdit::textChanged, this, &NewDialog::check);
}

QWidget* NewDialog::dateRow(QCheckBox*& known, QDateEdit*& date) {
  auto* row = new QWidget(this);
  auto* layout = new QHBoxLayout(row);
  layout->setContentsMargins(0, 0, 0, 0);
  known = new QCheckBox(tr("known"), this);
  date = new QDateEdit(QDate::currentDate(), this);
  date->setCalendarPopup(true);
  date->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
  date->setMinimumDate(QDate(1800, 1, 1));
  date->setEnabled(false);
  connect(known, &QCheckBox::toggled, date, &QWidget::setEnabled);
  layout->addWidget(known);
  layout->addWidget(date, 1);
  return row;
}

QWidget* NewDialog::makePatient() {
  auto* box = new QGroupBox(tr("Patient"), this);
  auto* rows = new QFormLayout(box);
  rows->addRow(tr("&Name:"), m_name);
  addField(*rows, tags::PatientID, Vr::LO, tr("Patient &ID:"), true);
  rows->addRow(tr("&Birth date:"), dateRow(m_knowsBirthDate, m_birthDate));
  m_sex->addItem(tr("not known"), QString());
  m_sex->addItem(tr("female"), QStringLiteral("F"));
  m_sex->addItem(tr("male"), QStringLiteral("M"));
  m_sex->addItem(tr("other"), QStringLiteral("O"));
  rows->addRow(tr("Se&x:"), m_sex);
  return box;
}

QWidget* NewDialog::makeStudy() {
  auto* box = new QGroupBox(tr("Study"), this);
  auto* rows = new QFormLayout(box);
  rows->addRow(tr("Da&te:"), dateRow(m_knowsStudyDate, m_studyDate));
  m_knowsStudyDate->setChecked(true);
  addField(*rows, studyDescription, Vr::LO, tr("Descri&ption:"), true);
  addField(*rows, tags::StudyID, Vr::SH, tr("Study ID:"), true);
  addField(*rows, tags::AccessionNumber, Vr::SH, tr("Accession number:"), true);
  rows->addRow(tr("Referring physician:"), m_physician);
  return box;
}

QWidget* NewDialog::makeSeries() {
  auto* box = new QGroupBox(tr("Series"), this);
  auto* rows = new QFormLayout(box);
  m_modality->addItem(tr("by content: OT, DOC of a PDF"), QString());
  for (const char* modality : modalities)
    m_modality->addItem(QString::fromLatin1(modality), QString::fromLatin1(modality));
  rows->addRow(tr("&Modality:"), m_modality);
  addField(*rows, seriesDescription, Vr::LO, tr("Description:"), false);
  addField(*rows, tags::SeriesNumber, Vr::IS, tr("Number:"), false);
  addField(*rows, bodyPart, Vr::CS, tr("Body part:"), false);
  addField(*rows, documentTitle, Vr::ST, tr("Title of a PDF:"), false);
  for (const char* uid : syntaxes) {
    const std::string_view name = core::uidName(uid);
    m_syntax->addItem(QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())),
                      QString::fromLatin1(uid));
  }
  m_syntax->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  m_syntax->setMinimumContentsLength(24);
  rows->addRow(tr("&Compression:"), m_syntax);
  return box;
}

QWidget* NewDialog::makeTarget() {
  auto* box = new QWidget(this);
  auto* row = new QHBoxLayout(box);
  row->setContentsMargins(0, 0, 0, 0);
  auto* label = new QLabel(tr("To fo&lder:"), this);
  auto* browse = new QPushButton(tr("Bro&wse…"), this);
  browse->setAutoDefault(false);
  label->setBuddy(m_target);
  m_target->setText(usualFolder(QStandardPaths::DocumentsLocation).filePath(QStringLiteral("new-dicom")));
  m_opens->setChecked(true);
  row->addWidget(label);
  row->addWidget(m_target, 1);
  row->addWidget(browse);
  row->addWidget(m_opens);
  connect(browse, &QPushButton::clicked, this, [this] {
    const QString chosen = QFileDialog::getExistingDirectory(this, tr("Create in"), m_target->text());
    if (!chosen.isEmpty()) m_target->setText(chosen);
  });
  return box;
}

QLineEdit* NewDialog::line(core::Tag tag) const {
  for (const Field& field : m_fields)
    if (field.tag == tag) return field.line;
  return nullptr;
}

void NewDialog::addFiles(const QStringList& files) { m_files->addItems(files); }

void NewDialog::move(int by) {
  const int row = m_files->currentRow();
  if (row < 0 || row + by < 0 || row + by >= m_files->count()) return;
  m_files->insertItem(row + by, m_files->takeItem(row));
  m_files->setCurrentRow(row + by);
}

void NewDialog::dragEnterEvent(QDragEnterEvent* event) {
  if (event->mimeData()->hasUrls()) event->acceptProposedAction();
}

void NewDialog::dropEvent(QDropEvent* event) {
  QStringList paths;
  for (const QUrl& url : event->mimeData()->urls())
    if (url.isLocalFile()) paths << url.toLocalFile();
  addFiles(paths);
  event->acceptProposedAction();
}

/// Marks every field; gives the first that is wrong, with its reason.
QString NewDialog::wrongField() const {
  QString first;
  const auto look = [&first](const QString& name, Vr vr, const QString& text) {
    const core::Status valid = checkEditText(vr, text);
    if (!valid && first.isEmpty()) first = name + QLatin1Char(' ') + editReason(valid.error().detail);
    return valid.ok();
  };
  m_name->mark(look(tr("The patient's name"), Vr::PN, m_name->value()));
  m_physician->mark(look(tr("The physician's name"), Vr::PN, m_physician->value()));
  for (const Field& field : m_fields) markEditor(*field.line, look(field.name, field.vr, field.line->text()));
  return first;
}

void NewDialog::check() {
  const bool inherits = m_inherits->isChecked();
  m_patientBox->setEnabled(!inherits);
  m_studyBox->setEnabled(!inherits);
  const QString wrong = wrongField();
  m_reason->setText(wrong);
  m_reason->setVisible(!wrong.isEmpty());
  go()->setEnabled(wrong.isEmpty() && m_files->count() > 0 && !m_target->text().isEmpty());
}

/// What is left empty stays absent: core/create knows which elements must be there.
void NewDialog::put(core::EditSet& set, core::Tag tag, Vr vr, const QString& text) const {
  if (text.trimmed().isEmpty()) return;
  // Checked with every key; a failure here would be one of check().
  [[maybe_unused]] const auto done = set.setText(tag, vr, text.toStdString(), core::utf8CharacterSet);
}

core::CreateRequest NewDialog::request() const {
  core::CreateRequest made;
  const bool inherits = m_inherits->isChecked();
  for (const Field& field : m_fields)
    if (!field.isInherited || !inherits) put(made.tags, field.tag, field.vr, field.line->text());
  put(made.tags, tags::Modality, Vr::CS, m_modality->currentData().toString());
  if (!inherits) {
    put(made.tags, tags::PatientName, Vr::PN, m_name->value());
    put(made.tags, referringPhysician, Vr::PN, m_physician->value());
    put(made.tags, tags::PatientSex, Vr::CS, m_sex->currentData().toString());
    if (m_knowsBirthDate->isChecked())
      put(made.tags, tags::PatientBirthDate, Vr::DA, dicomDate(m_birthDate->date()));
    if (m_knowsStudyDate->isChecked())
      put(made.tags, tags::StudyDate, Vr::DA, dicomDate(m_studyDate->date()));
  }
  made.transferSyntax = m_syntax->currentData().toString().toStdString();
  made.arrange = m_multiFrame->isChecked() ? core::Arrange::MultiFrame : core::Arrange::Series;
  made.colour = m_grey->isChecked() ? core::Colour::Grey : core::Colour::Keep;
  return made;
}

void NewDialog::act() {
  const auto made = std::make_shared<CreateFiles>();
  made->request = request();
  if (m_inherits->isChecked()) {
    auto inherited = core::inheritedFrom(*m_shown);
    if (!inherited) return showOutcome(tr("Nothing was made."), {detailText(inherited.error().detail)});
    made->request.inherited = *std::move(inherited);
  }
  for (int row = 0; row < m_files->count(); ++row) made->files << m_files->item(row)->text();
  made->folder = QDir::cleanPath(m_target->text());
  QDir().mkdir(made->folder);
  run(0, [this, made](const Worker::Handle& handle) -> std::function<void()> {
    return [this, report = made->run(handle)] {
      const int count = static_cast<int>(report.written.size());
      showOutcome(count == 0 ? tr("Nothing was made.") : tr("%n object(s) made.", nullptr, count),
                  report.problems);
      if (count > 0 && m_opens->isChecked()) emit openWanted(report.written);
    };
  });
}

}  // namespace app
