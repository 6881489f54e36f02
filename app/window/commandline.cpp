// SPDX-License-Identifier: MIT
#include "app/window/commandline.h"

#include <QCommandLineParser>
#include <QRegularExpression>

namespace app {

namespace {

Notice wrong(const QString& text) { return {QStringLiteral("dicomaestro: ") + text + QLatin1Char('\n'), 2}; }

std::optional<core::VoiWindow> windowOf(const QString& text) {
  const QStringList parts = text.split(QLatin1Char(','));
  if (parts.size() < 2 || parts.size() > 3) return std::nullopt;
  bool first = false, second = false;
  core::VoiWindow window{
      parts[0].toDouble(&first), parts[1].toDouble(&second), core::VoiFunction::Linear, {}};
  const QString function = parts.value(2, QStringLiteral("linear")).trimmed().toLower();
  if (function == QLatin1String("linear-exact"))
    window.function = core::VoiFunction::LinearExact;
  else if (function == QLatin1String("sigmoid"))
    window.function = core::VoiFunction::Sigmoid;
  else if (function != QLatin1String("linear"))
    return std::nullopt;
  return first && second && window.width > 0 ? std::optional(window) : std::nullopt;
}

std::optional<QSize> sizeOf(const QString& text) {
  static const QRegularExpression form(QStringLiteral("^(\\d{2,5})x(\\d{2,5})$"));
  const auto match = form.match(text);
  if (!match.hasMatch()) return std::nullopt;
  return QSize(match.captured(1).toInt(), match.captured(2).toInt());
}

}  // namespace

std::variant<CommandLine, Notice> parseCommandLine(const QStringList& arguments) {
  QCommandLineParser parser;
  parser.setApplicationDescription(
      QStringLiteral("DICOMaestro: a viewer for DICOM files. Nothing leaves this machine."));
  const QCommandLineOption help = parser.addHelpOption(), version = parser.addVersionOption();
  parser.addPositionalArgument(QStringLiteral("PATH"), QStringLiteral("files, folders, zips or a DICOMDIR"),
                               QStringLiteral("[PATH...]"));
  const QCommandLineOption screenshot(
      QStringLiteral("screenshot"),
      QStringLiteral("save the window as a PNG when the first series is shown, and end"),
      QStringLiteral("OUT.png"));
  const QCommandLineOption size(QStringLiteral("size"), QStringLiteral("size of the window"),
                                QStringLiteral("WxH"));
  const QCommandLineOption frame(QStringLiteral("frame"), QStringLiteral("image of the first series, from 1"),
                                 QStringLiteral("N"));
  const QCommandLineOption window(QStringLiteral("window"), QStringLiteral("centre and width"),
                                  QStringLiteral("C,W"));
  const QCommandLineOption dataDir(QStringLiteral("data-dir"),
                                   QStringLiteral("where settings and the state of the local API are kept"),
                                   QStringLiteral("DIR"));
  const QCommandLineOption lang(QStringLiteral("lang"), QStringLiteral("language: en or pl"),
                                QStringLiteral("LANG"));
  const QCommandLineOption serve(QStringLiteral("serve"), QStringLiteral("start with the local API on"));
  const QCommandLineOption port(QStringLiteral("port"),
                                QStringLiteral("port of the local API; 0 picks a free one"),
                                QStringLiteral("N"));
  parser.addOptions({screenshot, size, frame, window, dataDir, lang, serve, port});
  if (!parser.parse(arguments)) return wrong(parser.errorText());
  if (parser.isSet(help)) return Notice{parser.helpText(), 0};
  if (parser.isSet(version)) return Notice{QStringLiteral("dicomaestro " DICOMAESTRO_VERSION "\n"), 0};
  CommandLine line;
  line.paths = parser.positionalArguments();
  line.screenshot = parser.value(screenshot);
  line.dataDir = parser.value(dataDir);
  line.language = parser.value(lang);
  line.serves = parser.isSet(serve);
  if (parser.isSet(port)) {
    bool good = false;
    line.port = parser.value(port).toUShort(&good);
    if (!good || !line.serves)
      return wrong(QStringLiteral("--port takes a number from 0 to 65535 and belongs to --serve"));
  }
  if (parser.isSet(size)) {
    const auto wanted = sizeOf(parser.value(size));
    if (!wanted) return wrong(QStringLiteral("--size takes WxH, as 1600x1000"));
    line.size = *wanted;
  }
  if (parser.isSet(frame)) {
    bool good = false;
    line.frame = parser.value(frame).toInt(&good);
    if (!good || line.frame < 1) return wrong(QStringLiteral("--frame takes a number from 1"));
  }
  if (parser.isSet(window)) {
    line.window = windowOf(parser.value(window));
    if (!line.window) return wrong(QStringLiteral("--window takes CENTRE,WIDTH, the width above 0"));
  }
  return line;
}

}  // namespace app
