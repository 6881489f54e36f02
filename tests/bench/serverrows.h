// SPDX-License-Identifier: MIT
#pragma once

#include "tests/bench/row.h"

namespace bench {

/// read-*: the server's answer over a socket, one connection, against serverpeer.py, which does the same work
/// without HTTP.
std::vector<Row> readCt();      ///< a 512² CT, its image and all texts
std::vector<Row> readXaCine();  ///< 96 frames of JPEG baseline, all texts too
/// images=none&pixel_data=omit of an enhanced CT of 200 frames, where the metadata are what is large; and
/// (-ct) of the CT, where moving half a megabyte is.
std::vector<Row> readMetadata();

/// 16 connections that read the CT without a pause.
std::vector<Row> parallelGain();     ///< their rate over one connection's
std::vector<Row> healthUnderLoad();  ///< /api/health/ meanwhile, the worst
std::vector<Row> p99OverMedian();    ///< of their latencies

}  // namespace bench
