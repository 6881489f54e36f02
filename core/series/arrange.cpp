// SPDX-License-Identifier: MIT
#include <map>
#include <set>
#include <tuple>

#include "core/series/stack.h"

namespace core {

namespace {

using Instances = std::vector<Instance>;

/// Two people may share an id ("0", "ANON"), so the name counts too, but not its case and padding. One
/// person under two headings is a nuisance; two people under one is a danger.
std::string patientKey(const Study& study) {
  const Instance& instance = study.series.front().stacks.front().instances.front();
  std::string name = instance.patientName;
  while (!name.empty() && (name.back() == '^' || name.back() == ' ')) name.pop_back();
  return instance.patientId + '\n' + QString::fromStdString(name).toCaseFolded().toStdString();
}

/// A study is its UID, unless two patients claim it. Names may differ within a study: they are corrected, or
/// made up by an anonymiser. Without a UID the study (or series) is what its other attributes say.
std::string studyKey(const Instance& instance) {
  if (!instance.studyUid.empty()) return instance.patientId + '\n' + instance.studyUid;
  return instance.patientId + '\n' + instance.patientName + '\n' + instance.studyDate + '\n' +
         instance.studyId;
}
std::string seriesKey(const Instance& instance) {
  if (!instance.seriesUid.empty()) return instance.seriesUid;
  const auto number = instance.seriesNumber ? std::to_string(*instance.seriesNumber) : std::string();
  return '\n' + instance.modality + '\n' + number;
}

template <class Key>
std::vector<Instances> groupedBy(Instances instances, Key key) {
  std::map<std::string, std::size_t> places;
  std::vector<Instances> groups;
  for (Instance& instance : instances) {
    const auto [at, isNew] = places.try_emplace(key(instance), groups.size());
    if (isNew) groups.emplace_back();
    groups[at->second].push_back(std::move(instance));
  }
  return groups;
}

/// The same object named twice (a folder and a file of it) counts once. Sorted by place, because a scan finds
/// things in another order each time.
Instances withoutRepeats(Instances instances) {
  std::sort(instances.begin(), instances.end(), [](const Instance& a, const Instance& b) {
    return std::tie(a.source.path, a.source.index) < std::tie(b.source.path, b.source.index);
  });
  std::set<std::tuple<std::string, QString, QString, int>> seen;
  Instances kept;
  for (Instance& instance : instances)
    if (seen.emplace(instance.sopInstanceUid, instance.source.path, instance.source.entry,
                     instance.source.index)
            .second)
      kept.push_back(std::move(instance));
  return kept;
}

Series seriesOf(Instances instances) {
  const Instance& first = instances.front();
  Series series{first.studyUid,          first.seriesUid,    first.modality,
                first.seriesDescription, first.seriesNumber, {}};
  series.stacks = stacksOf(std::move(instances));
  return series;
}

/// By number; series without one last, then by UID so that the order is the same on each run.
bool seriesIsBefore(const Series& a, const Series& b) {
  if (a.number.has_value() != b.number.has_value()) return a.number.has_value();
  return std::tie(a.number, a.seriesUid) < std::tie(b.number, b.seriesUid);
}

/// The newest first.
bool studyIsBefore(const Study& a, const Study& b) {
  return std::tie(a.date, a.time, a.studyUid) > std::tie(b.date, b.time, b.studyUid);
}

bool patientIsBefore(const Patient& a, const Patient& b) {
  return std::tie(a.name, a.id) < std::tie(b.name, b.id);
}

Study studyOf(Instances instances) {
  const Instance& first = instances.front();
  Study study{first.studyUid,
              first.studyDate,
              first.studyTime,
              first.studyDescription,
              first.studyId,
              first.accessionNumber,
              {}};
  for (Instances& group : groupedBy(std::move(instances), seriesKey))
    study.series.push_back(seriesOf(std::move(group)));
  std::stable_sort(study.series.begin(), study.series.end(), seriesIsBefore);
  return study;
}

Patient patientOf(std::vector<Study> studies) {
  const Instance& first = studies.front().series.front().stacks.front().instances.front();
  Patient patient{first.patientId, first.patientName, first.patientBirthDate, first.patientSex, {}};
  patient.studies = std::move(studies);
  std::stable_sort(patient.studies.begin(), patient.studies.end(), studyIsBefore);
  return patient;
}

}  // namespace

std::vector<Patient> arrange(std::vector<Instance> instances) {
  std::map<std::string, std::vector<Study>> studies;
  for (Instances& group : groupedBy(withoutRepeats(std::move(instances)), studyKey)) {
    Study study = studyOf(std::move(group));
    studies[patientKey(study)].push_back(std::move(study));
  }
  std::vector<Patient> patients;
  for (auto& [key, theirs] : studies) patients.push_back(patientOf(std::move(theirs)));
  std::stable_sort(patients.begin(), patients.end(), patientIsBefore);
  return patients;
}

}  // namespace core
