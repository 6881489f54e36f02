// SPDX-License-Identifier: MIT
#pragma once

#include <QSettings>

#include "app/window/commandline.h"

namespace app {
class MainWindow;
}

/// Before any thread is: with --serve, SIGTERM and SIGINT wait for attachLocalApi().
void holdSignals(const app::CommandLine& line);

/// Gives the window the local API, and starts it when the command line or the user's settings ask for it.
/// With
/// --serve it prints "listening on ADDRESS", and SIGTERM and SIGINT close the window; a server that cannot
/// start ends the program with 1. In a program without the server, --serve does so at once.
void attachLocalApi(app::MainWindow& window, QSettings& settings, const app::CommandLine& line);
