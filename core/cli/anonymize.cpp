// SPDX-License-Identifier: MIT
#include <QFileInfo>
#include <cstdio>
#include <map>

#include "core/anonymise/batch.h"
#include "core/anonymise/optiontext.h"
#include "core/anonymise/secretfile.h"
#include "core/cli/command.h"
#include "core/cli/verbs.h"
#include "core/open/ziparchive.h"

namespace core::cli {

namespace {

using anonymise::Options;
using anonymise::Outcome;
using anonymise::Secret;

struct Arguments {
  QString input;
  QString output;
  QString secretFile;  ///< "": a secret that is forgotten behind the run
  Options options;
};

struct Flag {
  const char* name;
  bool Options::*member;
};
constexpr Flag flags[] = {{"--retain-uids", &Options::retainUids},
                          {"--shift-dates", &Options::shiftDates},
                          {"--clean-descriptors", &Options::cleanDescriptors},
                          {"--clean-graphics", &Options::cleanGraphics}};

bool setFlag(Options& options, const QString& word) {
  for (const Flag& flag : flags)
    if (word == QLatin1String(flag.name)) return options.*flag.member = true, true;
  return false;
}

bool setValue(Arguments& arguments, const QString& name, const QString& value) {
  if (name == QLatin1String("--output")) return arguments.output = value, !value.isEmpty();
  if (name == QLatin1String("--secret")) return arguments.secretFile = value, !value.isEmpty();
  if (name != QLatin1String("--blackout")) return false;
  const auto rectangle = anonymise::rectangleOf(value.toStdString());
  if (rectangle) arguments.options.blackout.push_back(*rectangle);
  return rectangle.has_value();
}

std::optional<Arguments> parse(const QStringList& words) {
  Arguments arguments;
  for (qsizetype i = 0; i < words.size(); ++i) {
    if (setFlag(arguments.options, words[i])) continue;
    const bool isOption = words[i].startsWith(QLatin1String("--"));
    if (!isOption && arguments.input.isEmpty())
      arguments.input = words[i];
    else if (!isOption || i + 1 == words.size() || !setValue(arguments, words[i], words[i + 1]))
      return std::nullopt;
    else
      ++i;
  }
  if (arguments.input.isEmpty() || arguments.output.isEmpty()) return std::nullopt;
  return arguments;
}

bool isMany(const QString& path) {
  if (QFileInfo(path).isDir()) return true;
  const auto head = readHead(Source{path, {}, -1}, 4);
  return head && ZipArchive::looksLikeZip((*head)->view());
}

/// Says at the end what happened, every warning once.
class Report {
 public:
  void add(const Outcome& outcome) {
    if (outcome.error)
      std::fprintf(stderr, "%s: %s\n", qPrintable(outcome.source.displayName()),
                   message(*outcome.error).c_str());
    ++(outcome.error ? m_failed : m_written);
    for (const std::string& warning : outcome.warnings) {
      auto& [count, first] = m_warnings[warning];
      if (count++ == 0) first = outcome.output;
    }
  }

  int end() const {
    for (const auto& [warning, where] : m_warnings)
      std::fprintf(stderr, "warning: %s: %s%s\n", qPrintable(where.second), warning.c_str(),
                   where.first > 1 ? qPrintable(QStringLiteral(" (and %1 more)").arg(where.first - 1)) : "");
    std::printf("%d written, %d not\n", m_written, m_failed);
    return m_failed == 0 && m_written > 0 ? exitOk : exitFailed;
  }

 private:
  std::map<std::string, std::pair<int, QString>> m_warnings;
  int m_written = 0;
  int m_failed = 0;
};

int run(const Arguments& arguments, const Secret& secret) {
  Report report;
  if (isMany(arguments.input))
    anonymise::anonymiseAll({arguments.input}, arguments.output, arguments.options, secret,
                            {[&report](const Outcome& outcome) { report.add(outcome); }}, false);
  else
    report.add(anonymise::anonymiseFile(Source{arguments.input, {}, -1}, arguments.output, arguments.options,
                                        secret));
  return report.end();
}

}  // namespace

int anonymize(const QStringList& words) {
  const auto arguments = parse(words);
  if (!arguments) {
    std::fprintf(stderr, "usage: dicomaestro-cli %s\n", anonymizeUsage);
    return exitUsage;
  }
  if (arguments->secretFile.isEmpty()) return run(*arguments, Secret::random());
  const auto secret = anonymise::secretFromFile(arguments->secretFile);
  if (secret) return run(*arguments, *secret);
  std::fprintf(stderr, "%s: %s\n", qPrintable(arguments->secretFile), message(secret.error()).c_str());
  return exitFailed;
}

}  // namespace core::cli
