// SPDX-License-Identifier: MIT
#pragma once

/// For the leak sanitizer, once in a program: an assertion of OpenJPEG or libtiff that fails leaves a hundred
/// bytes of its own behind (core/base/assertions.h).
extern "C" const char* __lsan_default_suppressions() { return "leak:libopenjp2\nleak:libtiff"; }
