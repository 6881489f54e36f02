// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QObject>
#include <QPointF>
#include <vector>

#include "core/cache/framecache.h"

namespace app {

enum class MeasureKind { Length, Angle, Ellipse };

/// Something measured on one image. Points are image coordinates (pixel centres at .5), so that zoom, flips
/// and turns do not touch it: two ends of a length; end, vertex, end of an angle; two corners of an ellipse's
/// box.
struct Measurement {
  core::ImageKey image;
  MeasureKind kind = MeasureKind::Length;
  QList<QPointF> points;
};

/// The measurements of a window, whichever viewport they were made in. They live as long as what they were
/// made on is open, and are written nowhere.
class Measurements : public QObject {
  Q_OBJECT

 public:
  using QObject::QObject;

  void add(Measurement measurement);
  /// Gives the newest other points: it is being drawn.
  void reshape(const QList<QPointF>& points);
  /// Takes the newest of an image away; false when there is none.
  bool removeNewest(const core::ImageKey& image);
  void removeAll();
  /// Forgets those on files that are closed.
  void drop(const std::vector<core::Source>& sources);
  std::vector<Measurement> on(const core::ImageKey& image) const;

 signals:
  void changed();

 private:
  std::vector<Measurement> m_all;
};

}  // namespace app
