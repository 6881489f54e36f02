// SPDX-License-Identifier: MIT
#pragma once

namespace core {

/// An assertion that did not hold in a library of C.
struct AssertionFailed {};

/// While one lives, an assertion of a C library that fails on this thread throws AssertionFailed through it;
/// on every other thread, and without one, it ends the program as ever. OpenJPEG and libtiff are built with
/// their assertions by Debian, and damaged streams break some: one bad file must not take the window or the
/// server with it. What the library had allocated by then and keeps in no structure of the caller's is lost.
class CaughtAssertions {
 public:
  CaughtAssertions();
  ~CaughtAssertions();
  CaughtAssertions(const CaughtAssertions&) = delete;
  CaughtAssertions& operator=(const CaughtAssertions&) = delete;
};

}  // namespace core
