// SPDX-License-Identifier: MIT
#pragma once

#include <QImage>

#include "core/window/view.h"

namespace core {

/// What fills the lines of a target: a grey or a colour frame under one rendering. Made for one paint.
class LineMaker {
 public:
  virtual ~LineMaker() = default;
  /// Pixels of axis columns along one tap of the image's rows. Called from several threads; scratch is the
  /// caller's own, for whatever the maker keeps from line to line.
  struct Scratch {
    virtual ~Scratch() = default;
  };
  virtual std::unique_ptr<Scratch> scratch() const = 0;
  virtual void line(const Tap& row, const Axis& columns, Scratch& scratch, QRgb* rgb) const = 0;
  /// Pixels along any line through level coordinates.
  virtual void freeLine(QPointF from, QPointF step, int count, Scratch& scratch, QRgb* rgb) const = 0;
};

/// Runs a LineMaker over a target, in bands of rows. Pixels outside the image become background.
/// columns × rows is the frame's size; the maker's lines lie on the copy that is halved level times.
void paintLines(QImage& target, const View& view, int columns, int rows, int level, bool isNearest,
                QRgb background, const LineMaker& maker);

}  // namespace core
