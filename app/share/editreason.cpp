// SPDX-License-Identifier: MIT
#include "app/share/editreason.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include "app/paint/errordetail.h"

namespace app {

namespace {

// What core/write and the editor say; here for the translators.
[[maybe_unused]] constexpr const char* known[] = {
    QT_TRANSLATE_NOOP("EditReason", "is longer than %1 characters"),
    QT_TRANSLATE_NOOP("EditReason", "has characters other than printable ASCII"),
    QT_TRANSLATE_NOOP("EditReason", "is blank"),
    QT_TRANSLATE_NOOP("EditReason", "is not an age (nnnD, nnnW, nnnM or nnnY)"),
    QT_TRANSLATE_NOOP("EditReason", "has characters other than A-Z, 0-9, space and underscore"),
    QT_TRANSLATE_NOOP("EditReason", "is not a date (YYYYMMDD)"),
    QT_TRANSLATE_NOOP("EditReason", "is not a decimal number"),
    QT_TRANSLATE_NOOP("EditReason", "is not a date and time (YYYYMMDDHHMMSS.FFFFFF&ZZXX)"),
    QT_TRANSLATE_NOOP("EditReason", "is not a whole number of 32 bits"),
    QT_TRANSLATE_NOOP("EditReason", "has control characters"),
    QT_TRANSLATE_NOOP("EditReason", "is not in the form of its VR"),
    QT_TRANSLATE_NOOP("EditReason",
                      "is not a person name (three groups of five components, 64 characters a group)"),
    QT_TRANSLATE_NOOP("EditReason", "is not a time (HHMMSS.FFFFFF)"),
    QT_TRANSLATE_NOOP("EditReason", "is not a UID"),
    QT_TRANSLATE_NOOP("EditReason", "has characters that no URI has"),
    QT_TRANSLATE_NOOP("EditReason", "is not a whole number"),
    QT_TRANSLATE_NOOP("EditReason", "is not a number"),
    QT_TRANSLATE_NOOP("EditReason", "is not a tag (gggg,eeee)"),
    QT_TRANSLATE_NOOP("EditReason", "cannot be written as text"),
    QT_TRANSLATE_NOOP("EditReason", "is not there"),
    QT_TRANSLATE_NOOP("EditReason", "is there already"),
    QT_TRANSLATE_NOOP("EditReason", "is no sequence"),
    QT_TRANSLATE_NOOP("EditReason", "belongs to the picture or the character set"),
    QT_TRANSLATE_NOOP("EditReason", "has no place in a data set"),
    QT_TRANSLATE_NOOP("EditReason", "is no place for a private element"),
    QT_TRANSLATE_NOOP("EditReason", "needs the private creator of its block first"),
    QT_TRANSLATE_NOOP("EditReason", "is the creator of private elements that are still there"),
};

}  // namespace

QString editReason(const std::string& detail) {
  static const QRegularExpression longer(QStringLiteral("^is longer than (\\d+) characters$"));
  const QString text = QString::fromStdString(detail);
  if (const auto match = longer.match(text); match.hasMatch())
    return QCoreApplication::translate("EditReason", "is longer than %1 characters").arg(match.captured(1));
  const QString reason = QCoreApplication::translate("EditReason", detail.c_str());
  return reason == text ? detailText(detail) : reason;
}

}  // namespace app
