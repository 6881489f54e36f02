// SPDX-License-Identifier: MIT
#pragma once
#include <QtWidgets>
#include <algorithm>
#include <cmath>
#include <functional>
#include <memory>
#include <optional>
#include <variant>
#include <vector>
