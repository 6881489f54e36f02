// SPDX-License-Identifier: MIT
#pragma once
#include <QtHttpServer>
#include <QtNetwork>
#include <algorithm>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>
