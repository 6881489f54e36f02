// SPDX-License-Identifier: MIT
#include "app/share/exportdialog.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include "app/share/usualfolder.h"
#include "core/export/jpeg.h"

namespace app {

using core::PictureFormat;

namespace {

struct FormatRow {
  PictureFormat format;
  const char* name;
  const char* about;
};
constexpr FormatRow formats[] = {
    {PictureFormat::Png, QT_TRANSLATE_NOOP("app::ExportDialog", "PNG pictures"),
     QT_TRANSLATE_NOOP("app::ExportDialog", "As on the screen, 8 bits, without loss.")},
    {PictureFormat::Jpeg, QT_TRANSLATE_NOOP("app::ExportDialog", "JPEG pictures"),
     QT_TRANSLATE_NOOP("app::ExportDialog", "As on the screen, small files, with loss.")},
    {PictureFormat::Tiff, QT_TRANSLATE_NOOP("app::ExportDialog", "TIFF, 16 bits"),
     QT_TRANSLATE_NOOP(
         "app::ExportDialog",
         "The numbers themselves: Hounsfield units of a CT, else stored values. The file says which.")},
    {PictureFormat::Gif, QT_TRANSLATE_NOOP("app::ExportDialog", "Animated GIF"),
     QT_TRANSLATE_NOOP("app::ExportDialog", "A moving picture with the timing of the cine, 256 colours.")},
};

QRadioButton* radio(QButtonGroup* group, QVBoxLayout* column, int id, const QString& text) {
  auto* button = new QRadioButton(text);
  group->addButton(button, id);
  column->addWidget(button);
  return button;
}

QString sizeText(QSize size) { return QStringLiteral("%1 × %2").arg(size.width()).arg(size.height()); }

}  // namespace

ExportDialog::ExportDialog(ExportSubject subject, QWidget* parent)
    : ShareDialog(tr("Export"), tr("&Export"), parent),
      m_subject(std::move(subject)),
      m_extent(new QButtonGroup(this)),
      m_size(new QButtonGroup(this)),
      m_format(new QComboBox(this)),
      m_about(new QLabel(this)),
      m_quality(new QSpinBox(this)),
      m_together(new QCheckBox(tr("A&ll images in one file"), this)),
      m_annotations(new QCheckBox(tr("&Annotations: texts, letters, scale, measurements"), this)),
      m_patientTexts(new QCheckBox(tr("&Patient, dates and descriptions"), this)),
      m_patientNames(new QCheckBox(tr("&Name the files after the patient"), this)),
      m_target(new QLineEdit(this)),
      m_targetLabel(new QLabel(this)),
      m_files(new QLabel(this)),
      m_folder(usualFolder(QStandardPaths::PicturesLocation).path()) {
  makeForm();
  for (QCheckBox* box : {m_together, m_annotations, m_patientTexts, m_patientNames})
    connect(box, &QCheckBox::toggled, this, &ExportDialog::refresh);
  for (QButtonGroup* group : {m_extent, m_size})
    connect(group, &QButtonGroup::idToggled, this, &ExportDialog::refresh);
  connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::refresh);
  connect(m_target, &QLineEdit::textChanged, this,
          [this](const QString& text) { go()->setEnabled(!text.isEmpty()); });
  refresh();
  m_look.start([this, subject = m_subject](const Worker::Handle& handle) -> std::function<void()> {
    const auto of = [&](Extent extent) { return burnedInOf(subject.stacks(extent), handle.cancelled); };
    const BurnedIn image = burnedInOf(instanceAt(*subject.series().stack, subject.image));
    const std::array found{image, of(Extent::Series), of(Extent::Study)};
    return [this, found] {
      m_burnedIn = found;
      refreshWarning();
    };
  });
}

void ExportDialog::makeForm() {
  form()->addWidget(makeExtent());
  auto* format = new QGroupBox(tr("Format"), this);
  auto* rows = new QFormLayout(format);
  for (const FormatRow& row : formats) m_format->addItem(tr(row.name), static_cast<int>(row.format));
  m_quality->setRange(1, 100);
  m_quality->setValue(core::defaultJpegQuality);
  m_about->setWordWrap(true);
  rows->addRow(tr("&Format:"), m_format);
  rows->addRow(m_about);
  rows->addRow(tr("JPEG &quality:"), m_quality);
  rows->addRow(m_together);
  form()->addWidget(format);
  form()->addWidget(makePicture());
  form()->addWidget(makeTarget());
}

QWidget* ExportDialog::makeExtent() {
  auto* box = new QGroupBox(tr("What"), this);
  auto* column = new QVBoxLayout(box);
  radio(m_extent, column, static_cast<int>(Extent::Image), tr("This &image"));
  const int series = m_subject.images(Extent::Series), study = m_subject.images(Extent::Study);
  radio(m_extent, column, static_cast<int>(Extent::Series), tr("This &series, %n image(s)", nullptr, series));
  radio(m_extent, column, static_cast<int>(Extent::Study), tr("This st&udy, %n image(s)", nullptr, study));
  m_extent->button(static_cast<int>(Extent::Image))->setChecked(true);
  return box;
}

QWidget* ExportDialog::makePicture() {
  auto* box = new QGroupBox(tr("Picture"), this);
  auto* column = new QVBoxLayout(box);
  radio(m_size, column, static_cast<int>(PictureStyle::Size::Own),
        tr("Size and &orientation of the file, window as shown"))
      ->setChecked(true);
  radio(m_size, column, static_cast<int>(PictureStyle::Size::AsShown),
        tr("As s&hown: zoom, turns, %1").arg(sizeText(m_subject.series().shownSize)));
  column->addWidget(m_annotations);
  auto* indented = new QHBoxLayout;
  indented->addSpacing(22);
  indented->addWidget(m_patientTexts);
  column->addLayout(indented);
  return box;
}

QWidget* ExportDialog::makeTarget() {
  auto* box = new QGroupBox(tr("Where to"), this);
  auto* column = new QVBoxLayout(box);
  auto* row = new QHBoxLayout;
  auto* browse = new QPushButton(tr("&Browse…"), this);
  m_targetLabel->setBuddy(m_target);
  m_target->setMinimumWidth(320);
  row->addWidget(m_targetLabel);
  row->addWidget(m_target, 1);
  row->addWidget(browse);
  column->addLayout(row);
  column->addWidget(m_files);
  column->addWidget(m_patientNames);
  connect(browse, &QPushButton::clicked, this, &ExportDialog::browse);
  return box;
}

Extent ExportDialog::extentNow() const { return static_cast<Extent>(m_extent->checkedId()); }

PictureFormat ExportDialog::formatNow() const {
  return static_cast<PictureFormat>(m_format->currentData().toInt());
}

bool ExportDialog::isOneFile() const {
  const bool isTogether =
      formatNow() == PictureFormat::Gif || (formatNow() == PictureFormat::Tiff && m_together->isChecked());
  return extentNow() == Extent::Image || (isTogether && m_subject.stacks(extentNow()).size() == 1);
}

QString ExportDialog::suggestedName() const {
  const auto naming = m_patientNames->isChecked() ? core::Naming::Patient : core::Naming::Neutral;
  QString name = core::stackName(*m_subject.series().stack, naming);
  if (extentNow() == Extent::Study)
    name = name.section(QStringLiteral("series"), 0, 0) + QStringLiteral("study");
  if (extentNow() == Extent::Image)
    name += QLatin1Char('-') + core::numberedName(static_cast<std::size_t>(m_subject.image) + 1, 1);
  return isOneFile() ? name + core::fileEnding(formatNow()) : name;
}

/// What somebody typed stays, but for the ending that belongs to the format.
void ExportDialog::suggest() {
  const QString before = m_target->text();
  const bool isOurs = before.isEmpty() || before == m_suggested;
  m_suggested = QDir(m_folder).filePath(suggestedName());
  if (isOurs) return m_target->setText(m_suggested);
  const bool hasEnding = core::formatOfName(before).has_value();
  const QString stem = hasEnding ? before.left(before.lastIndexOf(QLatin1Char('.'))) : before;
  m_target->setText(isOneFile() ? stem + core::fileEnding(formatNow()) : stem);
}

void ExportDialog::refresh() {
  const bool isNumbers = formatNow() == PictureFormat::Tiff;
  m_about->setText(tr(formats[m_format->currentIndex()].about));
  m_quality->setEnabled(formatNow() == PictureFormat::Jpeg);
  m_together->setEnabled(isNumbers && extentNow() != Extent::Image);
  m_annotations->setEnabled(!isNumbers);
  for (QAbstractButton* button : m_size->buttons()) button->setEnabled(!isNumbers);
  m_patientTexts->setEnabled(!isNumbers && m_annotations->isChecked());
  m_targetLabel->setText(isOneFile() ? tr("&To file:") : tr("&To folder:"));
  suggest();
  const PictureExport plan = planned();
  m_files->setText(isOneFile() ? QString() : tr("%n file(s)", nullptr, static_cast<int>(plan.files.size())));
  m_files->setVisible(!isOneFile());
  refreshWarning();
}

void ExportDialog::refreshWarning() {
  QStringList lines;
  switch (m_burnedIn[static_cast<std::size_t>(extentNow())]) {
    case BurnedIn::Declared:
      lines << tr(
          "The file says that texts are part of the picture itself. They may name the patient and will be "
          "in what is exported.");
      break;
    case BurnedIn::Likely:
      lines << tr(
          "Pictures of this kind (ultrasound, captures, photographs) often name the patient in the picture "
          "itself. Look at them before you pass them on.");
      break;
    case BurnedIn::No:
      break;
  }
  const bool isNumbers = formatNow() == PictureFormat::Tiff;
  if (!isNumbers && m_annotations->isChecked() && m_patientTexts->isChecked())
    lines << tr("The pictures will name the patient.");
  if (m_patientNames->isChecked()) lines << tr("The names of the files will name the patient.");
  setWarning(lines);
}

void ExportDialog::browse() {
  const QString ending = core::fileEnding(formatNow());
  const QString chosen = isOneFile() ? QFileDialog::getSaveFileName(this, tr("Export to"), m_target->text(),
                                                                    QStringLiteral("*") + ending, nullptr,
                                                                    QFileDialog::DontConfirmOverwrite)
                                     : QFileDialog::getExistingDirectory(this, tr("Export into"), m_folder);
  if (chosen.isEmpty()) return;
  m_folder = isOneFile() ? QFileInfo(chosen).path() : chosen;
  m_target->setText(isOneFile() && !core::formatOfName(chosen) ? chosen + ending : chosen);
}

PictureExport ExportDialog::planned() const {
  PictureExport made;
  made.stacks = m_subject.stacks(extentNow());
  made.settings = {formatNow(), m_quality->value(), core::Existing::Replace};
  made.style = m_subject.style;
  made.style.size = static_cast<PictureStyle::Size>(m_size->checkedId());
  made.style.annotations = m_annotations->isChecked();
  made.style.patientTexts = m_annotations->isChecked() && m_patientTexts->isChecked();
  const QString target = QDir::cleanPath(m_target->text());
  if (extentNow() == Extent::Image) {
    made.files = {{target, {m_subject.imageKey()}, {}}};
  } else if (isOneFile()) {
    made.files = {{target, core::imagesOf(*m_subject.series().stack), {}}};
  } else {
    std::vector<const core::Stack*> stacks;
    for (const ExportStack& each : made.stacks) stacks.push_back(each.stack.get());
    made.files = core::planned(
        stacks, target,
        {formatNow(), m_together->isChecked() ? core::Bundling::Together : core::Bundling::OneEach,
         m_patientNames->isChecked() ? core::Naming::Patient : core::Naming::Neutral});
  }
  return made;
}

void ExportDialog::act() {
  const auto made = std::make_shared<PictureExport>(planned());
  if (!isOneFile()) QDir().mkdir(QDir::cleanPath(m_target->text()));
  int existing = 0;
  for (const core::ExportFile& file : made->files) existing += QFileInfo::exists(file.path) ? 1 : 0;
  if (existing > 0 && !confirm(tr("%n file(s) of these names exist. Replace them?", nullptr, existing)))
    return;
  run(made->images(), [this, made](const Worker::Handle& handle) -> std::function<void()> {
    return [this, report = made->run(handle)] { finish(report); };
  });
}

void ExportDialog::finish(const core::ExportReport& report) {
  QStringList lines = linesOf(report.problems);
  for (const core::ExportNotice& notice : report.notices)
    lines << notice.source.displayName() + QStringLiteral(": ") + QString::fromStdString(notice.text);
  const int files = static_cast<int>(report.files);
  showOutcome(report.isCancelled ? tr("Cancelled; %n file(s) had been written.", nullptr, files)
                                 : tr("%n file(s) written.", nullptr, files),
              lines);
}

}  // namespace app
