// SPDX-License-Identifier: MIT
#include "server/create/attachment.h"

#include <QUrl>
#include <algorithm>

namespace server {

namespace {

constexpr qsizetype longestName = 200;

bool isSafe(QChar c) {
  static const QString forbidden = QStringLiteral("\"'`\\/:*?<>|;%$&");
  return c.isPrint() && c.category() != QChar::Other_Format && !forbidden.contains(c);
}

/// Names that are devices on Windows, whatever their suffix.
bool isDevice(const QString& name) {
  static const QStringList devices = {QStringLiteral("CON"), QStringLiteral("PRN"), QStringLiteral("AUX"),
                                      QStringLiteral("NUL")};
  const QString stem = name.section(u'.', 0, 0).toUpper();
  const bool isPort = stem.size() == 4 && stem[3].isDigit() &&
                      (stem.startsWith(QLatin1String("COM")) || stem.startsWith(QLatin1String("LPT")));
  return isPort || devices.contains(stem);
}

QByteArray asciiName(const QString& name) {
  QByteArray ascii;
  for (const QChar c : name)
    if (!c.isLowSurrogate()) ascii += c.unicode() < 0x80 ? static_cast<char>(c.unicode()) : '_';
  return ascii;
}

}  // namespace

QString safeFileName(const QString& wanted, QLatin1String suffix) {
  // Half a surrogate pair is no character.
  QString name = QString::fromUtf8(wanted.toUtf8());
  for (QChar& c : name)
    if (!c.isSurrogate() && !isSafe(c)) c = u'_';
  if (name.endsWith(suffix, Qt::CaseInsensitive)) name.chop(suffix.size());
  name = name.left(longestName);
  if (!name.isEmpty() && name.back().isHighSurrogate()) name.chop(1);
  const auto isEdge = [](QChar c) { return c == u'.' || c.isSpace(); };
  while (!name.isEmpty() && isEdge(name.back())) name.chop(1);
  while (!name.isEmpty() && isEdge(name.front())) name.remove(0, 1);
  if (name.isEmpty()) name = QStringLiteral("instance");
  if (isDevice(name)) name.prepend(u'_');
  return name + suffix;
}

Answer attachment(const QByteArray& contentType, const QString& fileName,
                  const std::vector<std::uint8_t>& bytes) {
  const QByteArray ascii = asciiName(fileName);
  QByteArray disposition = "attachment; filename=\"" + ascii + "\"";
  if (QLatin1String(ascii) != fileName)
    disposition += "; filename*=UTF-8''" + QUrl::toPercentEncoding(fileName);
  const auto* first = reinterpret_cast<const char*>(bytes.data());
  return {200,
          contentType,
          QByteArray(first, static_cast<qsizetype>(bytes.size())),
          {{"Content-Disposition", disposition}}};
}

}  // namespace server
