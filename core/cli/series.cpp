// SPDX-License-Identifier: MIT
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "core/cli/command.h"
#include "core/cli/verbs.h"
#include "core/open/scan.h"
#include "core/series/stack.h"

namespace core::cli {

namespace {

QString text(const std::string& utf8) { return QString::fromStdString(utf8); }

QJsonValue number(const std::optional<std::int64_t>& value) {
  return value ? QJsonValue(static_cast<qint64>(*value)) : QJsonValue();
}

QString nameOf(SortKey key) {
  switch (key) {
    case SortKey::Position:
      return QStringLiteral("position");
    case SortKey::InstanceNumber:
      return QStringLiteral("instance_number");
    case SortKey::SliceLocation:
      return QStringLiteral("slice_location");
    case SortKey::AcquisitionTime:
      return QStringLiteral("acquisition_time");
    case SortKey::FileName:
      return QStringLiteral("file_name");
    case SortKey::Automatic:
      break;
  }
  return QStringLiteral("automatic");
}

QJsonObject json(const Instance& instance) {
  return {{QStringLiteral("sop_instance_uid"), text(instance.sopInstanceUid)},
          {QStringLiteral("instance_number"), number(instance.instanceNumber)},
          {QStringLiteral("frames"), instance.hasPixels ? static_cast<qint64>(instance.frames) : 0},
          {QStringLiteral("file"), instance.source.displayName()}};
}

QJsonObject json(const Series& series, const Stack& stack) {
  QJsonArray instances;
  for (const Instance& instance : stack.instances) instances.append(json(instance));
  return {
      {QStringLiteral("study_instance_uid"), text(series.studyUid)},
      {QStringLiteral("series_instance_uid"), text(series.seriesUid)},
      {QStringLiteral("modality"), text(series.modality)},
      {QStringLiteral("description"), text(series.description)},
      {QStringLiteral("sorted_by"), nameOf(stack.sortedBy)},
      {QStringLiteral("spacing_between_slices"), stack.spacing ? QJsonValue(*stack.spacing) : QJsonValue()},
      {QStringLiteral("irregular"), stack.isIrregular},
      {QStringLiteral("instances"), instances}};
}

QJsonArray json(const std::vector<Patient>& patients) {
  QJsonArray all;
  for (const Patient& patient : patients)
    for (const Study& study : patient.studies)
      for (const Series& series : study.series)
        for (const Stack& stack : series.stacks) all.append(json(series, stack));
  return all;
}

QJsonArray json(const std::vector<Problem>& problems) {
  QJsonArray all;
  for (const Problem& problem : problems)
    all.append(QJsonObject{{QStringLiteral("file"), problem.source.displayName()},
                           {QStringLiteral("error"), text(message(problem.error))}});
  return all;
}

template <class T>
auto appendTo(std::vector<T>& all) {
  return [&all](std::vector<T> batch) { std::move(batch.begin(), batch.end(), std::back_inserter(all)); };
}

}  // namespace

int series(const QStringList& paths) {
  if (paths.isEmpty()) return std::fputs("dicomaestro-cli series: no path given\n", stderr), exitUsage;
  std::vector<Instance> instances;
  std::vector<Problem> problems;
  scan(paths, {appendTo(instances), appendTo(problems), {}}, false);
  std::sort(problems.begin(), problems.end(), [](const Problem& a, const Problem& b) {
    return a.source.displayName() < b.source.displayName();
  });
  const bool isEmpty = instances.empty();
  const QJsonObject answer{{QStringLiteral("series"), json(arrange(std::move(instances)))},
                           {QStringLiteral("problems"), json(problems)}};
  std::fputs(QJsonDocument(answer).toJson().constData(), stdout);
  if (!isEmpty) return exitOk;
  std::fputs("dicomaestro-cli series: nothing that could be read\n", stderr);
  return exitFailed;
}

}  // namespace core::cli
