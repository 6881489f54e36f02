// SPDX-License-Identifier: MIT
#include "server/routes/negotiate.h"

namespace server {

namespace {

/// How exactly a range names a type: 3 to the letter, 2 "image/*", 1 "*/*", 0 not at all.
int exactness(const QByteArray& range, const QByteArray& type) {
  if (range == type) return 3;
  if (range == "*/*" || range == "*") return 1;
  return range.endsWith("/*") && type.startsWith(range.chopped(1)) ? 2 : 0;
}

double weightOf(const QByteArray& item) {
  for (const QByteArray& parameter : item.split(';').mid(1)) {
    const QByteArray text = parameter.trimmed().toLower();
    if (!text.startsWith("q=")) continue;
    bool isNumber = false;
    const double weight = text.mid(2).toDouble(&isNumber);
    return isNumber ? weight : 0;
  }
  return 1;
}

/// The weight of the most exact range that names the type; 0 when none does.
double weightFor(const QByteArray& accept, const QByteArray& type) {
  int best = 0;
  double weight = 0;
  for (const QByteArray& item : accept.split(',')) {
    const int found = exactness(mediaType(item), type);
    if (found <= best) continue;
    best = found;
    weight = weightOf(item);
  }
  return weight;
}

}  // namespace

QByteArray mediaType(const QByteArray& contentType) {
  return contentType.split(';').first().trimmed().toLower();
}

QByteArray preferredType(const QByteArray& accept, const QList<QByteArray>& types) {
  if (accept.trimmed().isEmpty()) return types.value(0);
  QByteArray best;
  double bestWeight = 0;
  for (const QByteArray& type : types) {
    const double weight = weightFor(accept, type);
    if (weight <= bestWeight) continue;
    best = type;
    bestWeight = weight;
  }
  return best;
}

bool accepts(const QByteArray& accept, const QList<QByteArray>& types) {
  return !preferredType(accept, types).isEmpty();
}

}  // namespace server
