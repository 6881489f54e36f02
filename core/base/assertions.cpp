// SPDX-License-Identifier: MIT
#include "core/base/assertions.h"

#include <cstdio>
#include <cstdlib>

namespace core {

namespace {

thread_local int caught = 0;

}  // namespace

CaughtAssertions::CaughtAssertions() { ++caught; }
CaughtAssertions::~CaughtAssertions() { --caught; }

/// Stands before the C library's own function of this name. That one is declared not to throw, so this has
/// another name in C++.
[[noreturn]] void failAssertion(const char* expression, const char* file, unsigned line,
                                const char* function) __asm__("__assert_fail");

void failAssertion(const char* expression, const char* file, unsigned line, const char* function) {
  if (caught > 0) throw AssertionFailed{};
  std::fprintf(stderr, "%s:%u: %s: Assertion `%s' failed.\n", file, line, function ? function : "",
               expression);
  std::abort();
}

}  // namespace core
