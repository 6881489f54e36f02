// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QtTest>
#include <functional>
#include <memory>

/// The registry behind a layer's one test program: `core-tests Class [QtTest options]` runs one class,
/// without a class all.
namespace tests {

using Maker = std::function<std::unique_ptr<QObject>()>;
int registerClass(const char* name, Maker maker);
/// Runs what argv names and returns the number of failures. The caller has made the application object.
int runAll(int argc, char** argv);

}  // namespace tests

#define DICOMAESTRO_TEST(Class)                         \
  [[maybe_unused]] static const int registered##Class = \
      tests::registerClass(#Class, [] { return std::make_unique<Class>(); });
