// SPDX-License-Identifier: MIT
#include "app/share/anonymisedialog.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

#include "app/paint/errortext.h"
#include "app/share/blackoutview.h"
#include "app/share/changemodel.h"
#include "app/share/usualfolder.h"
#include "app/share/warningtext.h"

namespace app {

namespace anonymise = core::anonymise;

namespace {

struct OptionRow {
  bool anonymise::Options::*member;
  const char* text;
  const char* about;
};
// PS3.15 Annex E: options on top of the Basic Profile, in the order of m_boxes.
constexpr OptionRow optionRows[] = {
    {&anonymise::Options::retainUids, QT_TRANSLATE_NOOP("app::AnonymiseDialog", "Keep &UIDs"),
     QT_TRANSLATE_NOOP(
         "app::AnonymiseDialog",
         "Whoever has the original can find it by its UIDs. Otherwise they become others, the same "
         "throughout.")},
    {&anonymise::Options::shiftDates, QT_TRANSLATE_NOOP("app::AnonymiseDialog", "Keep &dates, shifted"),
     QT_TRANSLATE_NOOP("app::AnonymiseDialog",
                       "All dates of a patient are moved by the same time. Otherwise they are removed.")},
    {&anonymise::Options::cleanDescriptors,
     QT_TRANSLATE_NOOP("app::AnonymiseDialog", "Keep words of d&escriptions"),
     QT_TRANSLATE_NOOP("app::AnonymiseDialog",
                       "Descriptions keep the words that imaging knows. Otherwise they are removed.")},
    {&anonymise::Options::cleanGraphics,
     QT_TRANSLATE_NOOP("app::AnonymiseDialog", "Keep &graphics without texts"),
     QT_TRANSLATE_NOOP("app::AnonymiseDialog", "Annotations keep their shapes. Otherwise they are removed.")},
};

QRadioButton* radio(QButtonGroup* group, QVBoxLayout* column, Extent extent, const QString& text) {
  auto* button = new QRadioButton(text);
  group->addButton(button, static_cast<int>(extent));
  column->addWidget(button);
  return button;
}

core::Result<std::shared_ptr<const core::DicomFile>> parsed(const core::Source& source) {
  const auto bytes = core::readAll(source);
  if (!bytes) return bytes.error();
  auto file = core::DicomFile::parse(*bytes);
  if (!file) return file.error();
  return std::make_shared<const core::DicomFile>(*std::move(file));
}

/// The stored pixels as shown, one for one: the rectangles are of those.
QImage pictureOf(const core::LoadedImagePtr& shown, const std::optional<ViewLook>& look) {
  if (!shown) return {};
  core::Rendering rendering;
  if (look && look->voi) rendering.voi = *look->voi;
  const auto picture = core::renderFrame(shown->prepared->frame(), shown->prepared->display(), rendering);
  return picture ? *picture : QImage();
}

}  // namespace

AnonymiseDialog::AnonymiseDialog(ExportSubject subject, const core::LoadedImagePtr& shown, bool hidesPatient,
                                 QWidget* parent)
    : ShareDialog(tr("Export anonymised"), tr("E&xport"), parent),
      m_subject(std::move(subject)),
      m_extent(new QButtonGroup(this)),
      m_secret(new QLineEdit(this)),
      m_target(new QLineEdit(this)),
      m_search(new QLineEdit(this)),
      m_targetLabel(new QLabel(this)),
      m_count(new QLabel(this)),
      m_rectangles(new QLabel(this)),
      m_changes(new ChangeModel(this)),
      m_filter(new ChangeFilter(this)),
      m_table(new QTableView(this)),
      m_blackout(new BlackoutView(this)),
      m_tabs(new QTabWidget(this)),
      m_folder(usualFolder(QStandardPaths::DocumentsLocation).path()) {
  m_changes->setHidesPatient(hidesPatient);
  resize(1040, 640);
  auto* row = new QHBoxLayout;
  auto* left = new QVBoxLayout;
  for (QWidget* part : {makeExtent(), makeOptions(), makeTarget()}) left->addWidget(part);
  left->addStretch(1);
  row->addLayout(left);
  m_tabs->addTab(makeChanges(), tr("&What changes"));
  m_tabs->addTab(makeBlackout(shown), tr("&Black out"));
  row->addWidget(m_tabs, 1);
  form()->addLayout(row, 1);
  connect(m_extent, &QButtonGroup::idToggled, this, &AnonymiseDialog::refresh);
  for (QCheckBox* box : m_boxes) connect(box, &QCheckBox::toggled, this, &AnonymiseDialog::preview);
  connect(m_secret, &QLineEdit::editingFinished, this, &AnonymiseDialog::preview);
  connect(m_secret, &QLineEdit::textChanged, this, &AnonymiseDialog::refresh);
  connect(m_target, &QLineEdit::textChanged, this, &AnonymiseDialog::refresh);
  connect(m_blackout, &BlackoutView::changed, this, &AnonymiseDialog::preview);
  connect(m_search, &QLineEdit::textChanged, m_filter, &ChangeFilter::setWords);
  connect(&m_preview, &Worker::finished, this, [this] {
    if (std::exchange(m_isStale, false)) preview();
  });
  refresh();
  preview();
}

QWidget* AnonymiseDialog::makeExtent() {
  auto* box = new QGroupBox(tr("What"), this);
  auto* column = new QVBoxLayout(box);
  const auto count = [this](Extent extent) {
    qsizetype objects = 0;
    for (const ExportStack& each : m_subject.stacks(extent))
      objects += static_cast<qsizetype>(each.stack->instances.size());
    return static_cast<int>(objects);
  };
  radio(m_extent, column, Extent::Image, tr("This &image"))->setChecked(true);
  radio(m_extent, column, Extent::Series, tr("This &series, %n object(s)", nullptr, count(Extent::Series)));
  radio(m_extent, column, Extent::Study, tr("This stud&y, %n object(s)", nullptr, count(Extent::Study)));
  return box;
}

QWidget* AnonymiseDialog::makeOptions() {
  auto* box = new QGroupBox(tr("Basic Profile of DICOM PS3.15, and"), this);
  auto* column = new QVBoxLayout(box);
  for (std::size_t i = 0; i < m_boxes.size(); ++i) {
    m_boxes[i] = new QCheckBox(tr(optionRows[i].text), this);
    m_boxes[i]->setToolTip(tr(optionRows[i].about));
    column->addWidget(m_boxes[i]);
  }
  auto* label = new QLabel(tr("Sec&ret:"), this);
  label->setBuddy(m_secret);
  m_secret->setEchoMode(QLineEdit::Password);
  m_secret->setPlaceholderText(tr("none: a random one, forgotten afterwards"));
  m_secret->setToolTip(
      tr("The same secret, of 16 characters or more, gives the same patient the same pseudonym again. "
         "Who knows it can tell whose images they are."));
  column->addWidget(label);
  column->addWidget(m_secret);
  column->addWidget(m_rectangles);
  return box;
}

QWidget* AnonymiseDialog::makeTarget() {
  auto* box = new QGroupBox(tr("Where to"), this);
  auto* column = new QVBoxLayout(box);
  auto* row = new QHBoxLayout;
  auto* browseButton = new QPushButton(tr("Br&owse…"), this);
  m_targetLabel->setBuddy(m_target);
  m_target->setMinimumWidth(250);
  column->addWidget(m_targetLabel);
  row->addWidget(m_target, 1);
  row->addWidget(browseButton);
  column->addLayout(row);
  connect(browseButton, &QPushButton::clicked, this, &AnonymiseDialog::browse);
  return box;
}

QWidget* AnonymiseDialog::makeChanges() {
  auto* page = new QWidget(this);
  auto* column = new QVBoxLayout(page);
  m_search->setPlaceholderText(tr("Search element, name or value"));
  m_search->setClearButtonEnabled(true);
  m_filter->setSourceModel(m_changes);
  m_table->setModel(m_filter);
  m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
  m_table->setAlternatingRowColors(true);
  m_table->setTabKeyNavigation(false);
  m_table->setWordWrap(false);
  m_table->verticalHeader()->hide();
  m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() + 6);
  m_table->horizontalHeader()->setStretchLastSection(true);
  const int widths[] = {120, 170, 95, 150};
  for (int i = 0; i < 4; ++i) m_table->horizontalHeader()->resizeSection(i, widths[i]);
  column->addWidget(m_search);
  column->addWidget(m_table, 1);
  column->addWidget(m_count);
  return page;
}

QWidget* AnonymiseDialog::makeBlackout(const core::LoadedImagePtr& shown) {
  auto* page = new QWidget(this);
  auto* column = new QVBoxLayout(page);
  auto* about = new QLabel(tr("Draw rectangles with the left button: their pixels become black in every "
                              "image and frame that is exported. "
                              "Keys: arrows move a frame, with Shift they size it, Return adds it, Delete "
                              "takes the last one away."),
                           this);
  auto* clear = new QPushButton(tr("&Clear all"), this);
  about->setWordWrap(true);
  m_blackout->setImage(pictureOf(shown, m_subject.series().look));
  column->addWidget(about);
  column->addWidget(m_blackout, 1);
  column->addWidget(clear, 0, Qt::AlignLeft);
  connect(clear, &QPushButton::clicked, this, [this] { m_blackout->setRectangles({}); });
  return page;
}

Extent AnonymiseDialog::extentNow() const { return static_cast<Extent>(m_extent->checkedId()); }

anonymise::Options AnonymiseDialog::options() const {
  anonymise::Options made;
  for (std::size_t i = 0; i < m_boxes.size(); ++i) made.*(optionRows[i].member) = m_boxes[i]->isChecked();
  made.blackout = m_blackout->rectangles();
  return made;
}

core::Result<anonymise::Secret> AnonymiseDialog::secretNow() const {
  return m_secret->text().isEmpty() ? core::Result<anonymise::Secret>(m_random)
                                    : anonymise::Secret::of(m_secret->text().toUtf8());
}

void AnonymiseDialog::refresh() {
  m_targetLabel->setText(isOneFile() ? tr("&To file:") : tr("&To folder:"));
  const QString before = m_target->text();
  if (before.isEmpty() || before == m_suggested) {
    m_suggested = QDir(m_folder).filePath(isOneFile() ? QStringLiteral("anonymised.dcm")
                                                      : QStringLiteral("anonymised"));
    if (before != m_suggested) m_target->setText(m_suggested);
  }
  const bool isSecret = secretNow().ok();
  m_secret->setStyleSheet(isSecret ? QString() : QStringLiteral("border:1px solid #d05555"));
  go()->setEnabled(isSecret && !m_target->text().isEmpty() && !worker()->isRunning());
}

void AnonymiseDialog::preview() {
  const int count = static_cast<int>(m_blackout->rectangles().size());
  m_rectangles->setText(count == 0 ? tr("Nothing is blacked out.")
                                   : tr("%n rectangle(s) blacked out.", nullptr, count));
  const auto secret = secretNow();
  if (!secret) return;
  if (m_preview.isRunning()) {
    m_isStale = true;
    return;
  }
  const core::Source source = instanceAt(*m_subject.series().stack, m_subject.image).source;
  m_preview.start(
      [this, source, how = options(), with = *secret](const Worker::Handle&) -> std::function<void()> {
        const auto file = parsed(source);
        auto made = std::make_shared<core::Result<anonymise::Preview>>(
            file ? core::Result<anonymise::Preview>(anonymise::preview(*file, how, with)) : file.error());
        return [this, made] { showPreview(*made); };
      });
}

void AnonymiseDialog::showPreview(const core::Result<anonymise::Preview>& made) {
  m_changes->setChanges(made ? made->changes : std::vector<anonymise::Change>());
  m_count->setText(
      made ? tr("%n element(s) of the shown object change.", nullptr, static_cast<int>(made->changes.size()))
           : errorText(made.error()));
  QStringList lines;
  if (made)
    for (const std::string& warning : made->warnings) lines << warningText(warning);
  setWarning(lines);
}

std::vector<AnonymiseExport::Object> AnonymiseDialog::objects() const {
  const core::Stack& shown = *m_subject.series().stack;
  if (isOneFile()) return {{instanceAt(shown, m_subject.image).source, 1}};
  std::vector<AnonymiseExport::Object> all;
  for (const ExportStack& each : m_subject.stacks(extentNow())) {
    std::size_t number = 0;
    for (const core::Instance& instance : each.stack->instances) all.push_back({instance.source, ++number});
  }
  return all;
}

void AnonymiseDialog::browse() {
  const QString chosen = isOneFile() ? QFileDialog::getSaveFileName(this, tr("Export to"), m_target->text())
                                     : QFileDialog::getExistingDirectory(this, tr("Export into"), m_folder);
  if (chosen.isEmpty()) return;
  m_folder = isOneFile() ? QFileInfo(chosen).path() : chosen;
  m_target->setText(chosen);
}

void AnonymiseDialog::act() {
  const auto secret = secretNow();
  if (!secret) return;
  const auto made = std::make_shared<AnonymiseExport>(
      AnonymiseExport{objects(), QDir::cleanPath(m_target->text()), isOneFile(), options(), *secret});
  if (!made->isOneFile) QDir().mkdir(made->target);
  run(made->objects.size(), [this, made](const Worker::Handle& handle) -> std::function<void()> {
    return [this, report = made->run(handle)] { finish(report); };
  });
}

void AnonymiseDialog::finish(const AnonymiseExport::Report& report) {
  QStringList lines = linesOf(report.problems);
  for (const auto& [warning, count] : report.warnings)
    lines << tr("%n object(s): ", nullptr, count) + warningText(warning);
  showOutcome(report.isCancelled ? tr("Cancelled; %n object(s) had been written.", nullptr, report.written)
                                 : tr("%n object(s) written.", nullptr, report.written),
              lines);
}

}  // namespace app
