// SPDX-License-Identifier: MIT
#include "app/share/warningtext.h"

#include <QCoreApplication>
#include <QStringList>

namespace app {

namespace {

// What core/anonymise says, clause by clause.
[[maybe_unused]] constexpr const char* known[] = {
    QT_TRANSLATE_NOOP("AnonymiseWarning", "the file says that texts are burned into the pixels"),
    QT_TRANSLATE_NOOP("AnonymiseWarning", "ultrasound images often have the patient's name in the pixels"),
    QT_TRANSLATE_NOOP("AnonymiseWarning", "secondary captures often have the patient's name in the pixels"),
    QT_TRANSLATE_NOOP("AnonymiseWarning",
                      "photographs and videos often have the patient's name in the pixels"),
    QT_TRANSLATE_NOOP("AnonymiseWarning", "screen shots often have the patient's name in the pixels"),
    QT_TRANSLATE_NOOP("AnonymiseWarning", "nothing is blacked out"),
    QT_TRANSLATE_NOOP("AnonymiseWarning", "check that the rectangles cover all of them"),
    QT_TRANSLATE_NOOP("AnonymiseWarning", "the file says that the patient can be recognized in the picture"),
    QT_TRANSLATE_NOOP("AnonymiseWarning", "the directory lists patients"),
    QT_TRANSLATE_NOOP("AnonymiseWarning", "its records are removed"),
    QT_TRANSLATE_NOOP("AnonymiseWarning", "every value of the report is replaced"),
    QT_TRANSLATE_NOOP("AnonymiseWarning", "its structure and the images it names are left"),
    QT_TRANSLATE_NOOP("AnonymiseWarning", "the document cannot be cleaned"),
    QT_TRANSLATE_NOOP("AnonymiseWarning", "an empty one stands in its place"),
    QT_TRANSLATE_NOOP("AnonymiseWarning", "the video stays as it is"),
    QT_TRANSLATE_NOOP("AnonymiseWarning", "nobody looked for texts between its pictures"),
    QT_TRANSLATE_NOOP("AnonymiseWarning", "the file is cut short"),
    QT_TRANSLATE_NOOP("AnonymiseWarning", "what is there was anonymised"),
    QT_TRANSLATE_NOOP("AnonymiseWarning",
                      "a time without a date goes over midnight: intervals to it are a day off"),
    QT_TRANSLATE_NOOP("AnonymiseWarning", "a rectangle lies outside the image"),
    QT_TRANSLATE_NOOP("AnonymiseWarning", "the pixels are written uncompressed"),
    QT_TRANSLATE_NOOP("AnonymiseWarning",
                      "unused bits of the pixels, where overlays may be, cannot be cleared"),
};

}  // namespace

QString warningText(const std::string& warning) {
  QStringList clauses;
  for (const QString& clause : QString::fromStdString(warning).split(QStringLiteral("; ")))
    clauses << QCoreApplication::translate("AnonymiseWarning", clause.toUtf8().constData());
  QString text = clauses.join(QStringLiteral("; "));
  if (!text.isEmpty()) text[0] = text[0].toUpper();
  return text + QLatin1Char('.');
}

}  // namespace app
