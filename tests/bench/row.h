// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace bench {

/// One measured figure, and the same figure of a peer in the same run.
struct Row {
  std::string name;
  double value = 0;
  std::string unit;
  std::string peer = {};
  std::optional<double> peerValue = std::nullopt;
  std::optional<double> ratio = std::nullopt;  ///< > 1: ours is better
};

/// A row of the table in main.cpp.
struct Benchmark {
  const char* verb;
  const char* name;
  std::vector<Row> (*run)();
};

}  // namespace bench
