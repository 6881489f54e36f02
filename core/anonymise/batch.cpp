// SPDX-License-Identifier: MIT
#include "core/anonymise/batch.h"

#include <QDir>
#include <cstdio>

#include "core/export/atomicfile.h"
#include "core/open/scan.h"
#include "core/series/stack.h"

namespace core::anonymise {

namespace {

/// An instance and its place in its series.
struct Place {
  Source source;
  std::size_t number = 0;
};

struct Found {
  std::vector<Place> places;
  std::vector<Problem> problems;
};

void append(std::vector<Place>& places, const Series& series) {
  std::size_t number = 0;
  for (const Stack& stack : series.stacks)
    for (const Instance& instance : stack.instances) places.push_back({instance.source, ++number});
}

std::vector<Place> inDisplayOrder(std::vector<Instance> instances) {
  std::vector<Place> places;
  for (const Patient& patient : arrange(std::move(instances)))
    for (const Study& study : patient.studies)
      for (const Series& series : study.series) append(places, series);
  return places;
}

Found scanned(const QStringList& paths, const std::atomic<bool>& cancelled) {
  Found found;
  std::vector<Instance> instances;
  const auto appendTo = [](auto& all) {
    return [&all](auto batch) { std::move(batch.begin(), batch.end(), std::back_inserter(all)); };
  };
  scan(paths, {appendTo(instances), appendTo(found.problems), {}}, cancelled);
  std::ranges::sort(found.problems, {}, [](const Problem& one) { return one.source.displayName(); });
  found.places = inDisplayOrder(std::move(instances));
  return found;
}

Status writeInto(const QString& path, const Anonymised& made) {
  if (!QDir().mkpath(QFileInfo(path).path())) return {ErrorCode::WriteFailed, "the folder cannot be made"};
  return writeAtomically(path, made.bytes, Existing::Refuse);
}

Outcome written(const Place& place, const QDir& folder, const Options& options, const Secret& secret,
                UniqueNames& names) {
  auto made = anonymisedSource(place.source, options, secret);
  if (!made) return {place.source, {}, made.error(), {}};
  const QString path = folder.filePath(QString::fromStdString(names.next(made->path, place.number)));
  if (const Status saved = writeInto(path, *made); !saved) return {place.source, {}, saved.error(), {}};
  return {place.source, path, {}, std::move(made->warnings)};
}

}  // namespace

std::string UniqueNames::next(const AnonymisedPath& path, std::size_t number) {
  char digits[24];
  std::snprintf(digits, sizeof digits, "%05zu-", number);
  const std::string name = path.patient + '/' + path.series + '/' + digits + path.instance;
  std::string unique = name;
  for (int i = 2; !m_given.insert(unique).second; ++i) unique = name + '-' + std::to_string(i);
  return unique + ".dcm";
}

Result<Anonymised> anonymisedSource(const Source& source, const Options& options, const Secret& secret) {
  auto bytes = readAll(source);
  if (!bytes) return bytes.error();
  auto file = DicomFile::parse(*bytes);
  if (!file) return file.error();
  auto made = anonymised(std::make_shared<const DicomFile>(*std::move(file)), options, secret);
  if (!(*bytes)->isIntact()) return {ErrorCode::FileUnreadable, std::string(bytesWentAway)};
  return made;
}

Outcome anonymiseFile(const Source& source, const QString& output, const Options& options,
                      const Secret& secret) {
  const auto made = anonymisedSource(source, options, secret);
  if (!made) return {source, {}, made.error(), {}};
  const Status written = writeAtomically(output, made->bytes, Existing::Replace, {source.path});
  if (!written) return {source, {}, written.error(), {}};
  return {source, output, {}, made->warnings};
}

void anonymiseAll(const QStringList& paths, const QString& folder, const Options& options,
                  const Secret& secret, const BatchSink& sink, const std::atomic<bool>& cancelled) {
  const Found found = scanned(paths, cancelled);
  for (const Problem& problem : found.problems) sink.outcome({problem.source, {}, problem.error, {}});
  UniqueNames names;
  BatchProgress progress{0, found.places.size()};
  for (const Place& place : found.places) {
    if (cancelled) return;
    sink.outcome(written(place, QDir(folder), options, secret, names));
    ++progress.done;
    if (sink.progress) sink.progress(progress);
  }
}

}  // namespace core::anonymise
