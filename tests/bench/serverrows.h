// SPDX-License-Identifier: MIT
#pragma once

#include "tests/bench/row.h"

namespace bench {

/// read-*: the server's answer over a socket, one connection, against serverpeer.py, which does the same work
/// without HTTP. read-ct and read-metadata-ct: a 512² CT; read-xa-cine: 96 frames of JPEG baseline;
/// read-metadata: an enhanced CT of 200 frames, where the metadata are what is large.
std::vector<Row> readRows();
/// parallel-gain, health-under-load, p99-over-median: 16 connections that read the CT.
std::vector<Row> loadRows();

}  // namespace bench
