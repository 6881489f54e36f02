// SPDX-License-Identifier: MIT
#pragma once

#include <QTransform>
#include <optional>
#include <vector>

namespace core {

/// Where along one axis of the image a target coordinate lies: two neighbours and the way between them.
struct Tap {
  int first = 0;
  int second = 0;
  float fraction = 0;
};

/// The taps of one target axis. Target coordinates outside begin…end show no image.
struct Axis {
  int begin = 0;
  int end = 0;
  std::vector<Tap> taps;  ///< of begin…end
  bool isWhole = true;    ///< every fraction is 0: nothing lies between two pixels

  const Tap& at(int coordinate) const { return taps[static_cast<std::size_t>(coordinate - begin)]; }
  /// Least and greatest neighbour; only when the axis is not empty.
  std::pair<int, int> span() const;
};

/// The way back from target pixels to image coordinates: u = a·x + c·y + e, v = b·x + d·y + f.
class View {
 public:
  enum class Kind { Straight, Transposed, General };

  /// Nothing when the transform cannot be turned round (or is no affine one).
  static std::optional<View> of(const QTransform& imageToTarget);

  Kind kind() const { return m_kind; }
  /// Image pixels that one step in the target goes, at most.
  double step() const { return m_step; }
  /// Image coordinates of the centre of a target pixel.
  QPointF at(double x, double y) const { return m_back.map(QPointF(x + 0.5, y + 0.5)); }

  /// The axis that runs along image columns (of Straight: target x; of Transposed: target y) and the one
  /// along image rows. size is the image's, level halves it that often; count is the target's.
  Axis columns(int count, int size, int level, bool isNearest) const;
  Axis rows(int count, int size, int level, bool isNearest) const;

 private:
  QTransform m_back;
  Kind m_kind = Kind::General;
  double m_step = 1;
};

/// The size of an image that is halved level times, rounded up.
inline int halved(int size, int level) { return (size + (1 << level) - 1) >> level; }

}  // namespace core
