// SPDX-License-Identifier: MIT
#include "app/developer/faulttext.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

namespace app {

namespace {

constexpr const char* texts[] = {
    QT_TRANSLATE_NOOP("ApiFault", "This field is required."),
    QT_TRANSLATE_NOOP("ApiFault", "This field may not be blank."),
    QT_TRANSLATE_NOOP("ApiFault", "Enter a valid email address."),
    QT_TRANSLATE_NOOP("ApiFault", "Ensure this field has at least 8 characters."),
    QT_TRANSLATE_NOOP("ApiFault", "Ensure this field has no more than 50 characters."),
    QT_TRANSLATE_NOOP("ApiFault", "Ensure this field has no more than 254 characters."),
    QT_TRANSLATE_NOOP("ApiFault", "Ensure this field has no more than 255 characters."),
    QT_TRANSLATE_NOOP("ApiFault", "Null characters are not allowed."),
    QT_TRANSLATE_NOOP("ApiFault", "user with this email already exists."),
    QT_TRANSLATE_NOOP("ApiFault", "The server is off."),
    QT_TRANSLATE_NOOP("ApiFault", "The server is on."),
    QT_TRANSLATE_NOOP("ApiFault", "another server uses this data directory"),
    // Why a port cannot be used, in Qt's words.
    QT_TRANSLATE_NOOP("ApiFault", "The bound address is already in use"),
    QT_TRANSLATE_NOOP("ApiFault", "The address is protected"),
    QT_TRANSLATE_NOOP("ApiFault", "The address is not available"),
};

/// Why the server does not start: how the text begins, and how it is said with the rest of it.
struct Beginning {
  const char* english;
  const char* text;
};
constexpr Beginning beginnings[] = {
    {"the data directory cannot be made: ",
     QT_TRANSLATE_NOOP("ApiFault", "The data directory cannot be made: %1")},
    {"the data directory cannot be written: ",
     QT_TRANSLATE_NOOP("ApiFault", "The data directory cannot be written: %1")},
    {"the data directory was written by a newer version of DICOMaestro",
     QT_TRANSLATE_NOOP("ApiFault", "The data directory was written by a newer version of DICOMaestro.")},
    {"the database cannot be read: ", QT_TRANSLATE_NOOP("ApiFault", "The database cannot be read: %1")},
    {"the database is damaged: ", QT_TRANSLATE_NOOP("ApiFault", "The database is damaged: %1")},
    {"the secrets cannot be kept: ", QT_TRANSLATE_NOOP("ApiFault", "The secrets cannot be kept: %1")},
    {"the signing key cannot be kept: ", QT_TRANSLATE_NOOP("ApiFault", "The signing key cannot be kept: %1")},
};

struct Field {
  const char* name;
  const char* text;
};
constexpr Field fields[] = {
    {"email", QT_TRANSLATE_NOOP("ApiFault", "E-mail")},
    {"first_name", QT_TRANSLATE_NOOP("ApiFault", "First name")},
    {"last_name", QT_TRANSLATE_NOOP("ApiFault", "Last name")},
    {"password", QT_TRANSLATE_NOOP("ApiFault", "Password")},
    {"name", QT_TRANSLATE_NOOP("ApiFault", "Name")},
    {"organization", QT_TRANSLATE_NOOP("ApiFault", "Organization")},
};

QString say(const char* text) { return QCoreApplication::translate("ApiFault", text); }

QString translated(const QString& text);

/// "port 8080: why not", as the server says that it cannot listen.
QString portText(const QString& text) {
  static const QRegularExpression form(QStringLiteral("^port (\\d+): (.+)$"));
  const auto match = form.match(text);
  if (!match.hasMatch()) return {};
  return QCoreApplication::translate("ApiFault", "Port %1 cannot be used: %2")
      .arg(match.captured(1), translated(match.captured(2)));
}

QString translated(const QString& text) {
  if (const QString port = portText(text); !port.isEmpty()) return port;
  for (const char* known : texts)
    if (text == QLatin1String(known)) return say(known);
  for (const Beginning& known : beginnings)
    if (const QLatin1String english(known.english); text.startsWith(english))
      return say(known.text).replace(QStringLiteral("%1"), text.mid(english.size()));
  return text;
}

QString label(const QString& field) {
  for (const Field& known : fields)
    if (field == QLatin1String(known.name)) return say(known.text) + QStringLiteral(": ");
  return {};
}

}  // namespace

QString faultText(const QList<ApiFault>& faults) {
  QStringList lines;
  for (const ApiFault& fault : faults) lines << label(fault.field) + translated(fault.text);
  return lines.join(QLatin1Char('\n'));
}

}  // namespace app
