// SPDX-License-Identifier: MIT
#include "app/developer/examplespanel.h"

#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include "app/developer/copybutton.h"

namespace app {

namespace {

struct Example {
  const char* text;
  const char* line;  ///< %1 is the server's address
};
constexpr Example examples[] = {
    {QT_TRANSLATE_NOOP("app::ExamplesPanel", "Is the server there?"), "curl %1/api/health/"},
    {QT_TRANSLATE_NOOP("app::ExamplesPanel", "Metadata and the first picture of a file, as JSON"),
     "curl -H \"Authorization: ApiKey $KEY\" -F file=@image.dcm \\\n"
     "  \"%1/api/dicom/read/file/?images=first&pixel_data=omit\""},
    {QT_TRANSLATE_NOOP("app::ExamplesPanel", "Only some fields"),
     "curl -H \"Authorization: ApiKey $KEY\" -F file=@image.dcm \\\n"
     "  \"%1/api/dicom/read/file/?images=none&fields=Modality,Rows\""},
    {QT_TRANSLATE_NOOP("app::ExamplesPanel", "One frame as a PNG"),
     "curl -H \"Authorization: ApiKey $KEY\" -F file=@image.dcm -o image.png \\\n"
     "  \"%1/api/dicom/render/?frame=1&return_format=png\""},
    {QT_TRANSLATE_NOOP("app::ExamplesPanel", "A DICOM file of a picture"),
     "curl -H \"Authorization: ApiKey $KEY\" -F file_name=new -F image=@picture.png \\\n"
     "  -F PatientName=Doe^Jane -o new.dcm \\\n"
     "  %1/api/dicom/write/upload_content/"},
    {QT_TRANSLATE_NOOP("app::ExamplesPanel", "A file without its patient"),
     "curl -H \"Authorization: ApiKey $KEY\" -F file=@image.dcm -o anonymous.dcm \\\n"
     "  \"%1/api/dicom/anonymize/?shift_dates=true\""},
    {QT_TRANSLATE_NOOP("app::ExamplesPanel", "A token instead of a key"),
     "curl -H \"Content-Type: application/json\" %1/api/token/ \\\n"
     "  -d '{\"email\":\"you@example.org\",\"password\":\"your password\"}'"},
    {QT_TRANSLATE_NOOP("app::ExamplesPanel", "All routes, as an OpenAPI document"), "curl %1/api/schema/"},
};

/// Lines as a terminal shows them, as high as they are many.
QPlainTextEdit* makeLines(const Example& example, QWidget* parent) {
  auto* lines = new QPlainTextEdit(parent);
  lines->setReadOnly(true);
  lines->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
  lines->setLineWrapMode(QPlainTextEdit::NoWrap);
  lines->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  lines->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  const int count = 1 + static_cast<int>(QByteArray(example.line).count('\n'));
  const int margins = 2 * static_cast<int>(lines->document()->documentMargin()) + 2 * lines->frameWidth();
  lines->setFixedHeight(lines->fontMetrics().lineSpacing() * count + margins + 2);
  return lines;
}

}  // namespace

ExamplesPanel::ExamplesPanel(ApiHost& host, QWidget* parent) : QWidget(parent), m_host(host) {
  auto* layout = new QVBoxLayout(this);
  layout->addWidget(new QLabel(tr("In a terminal; put a key of yours in first: KEY=…"), this));
  for (const Example& example : examples) {
    QPlainTextEdit* lines = makeLines(example, this);
    m_lines << lines;
    auto* row = new QHBoxLayout;
    row->addWidget(lines, 1);
    row->addWidget(new CopyButton([lines] { return lines->toPlainText(); }, this));
    layout->addSpacing(6);
    layout->addWidget(new QLabel(tr(example.text), this));
    layout->addLayout(row);
  }
  layout->addStretch();
  connect(&m_host, &ApiHost::switched, this, &ExamplesPanel::refresh);
  refresh();
}

void ExamplesPanel::refresh() {
  const QString address = m_host.isOn() ? m_host.address() : QStringLiteral("http://127.0.0.1:8080");
  for (qsizetype i = 0; i < m_lines.size(); ++i) {
    m_lines[i]->setPlainText(QString::fromLatin1(examples[i].line).arg(address));
  }
}

}  // namespace app
