// SPDX-License-Identifier: MIT
#pragma once

#include <cassert>
#include <utility>
#include <variant>

#include "core/base/error.h"

namespace core {

/// A value or the Error that kept it from being. Used at file, codec, SQL and socket borders; inside
/// arithmetic an assert does. Reading the value of a failed Result is a programming error.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}
  Result(ErrorCode code, std::string detail = {})
      : m_state(std::in_place_index<1>, Error{code, std::move(detail)}) {}

  explicit operator bool() const { return m_state.index() == 0; }
  bool ok() const { return m_state.index() == 0; }

  T& value() & { return assert(ok()), *std::get_if<0>(&m_state); }
  const T& value() const& { return assert(ok()), *std::get_if<0>(&m_state); }
  T&& value() && { return assert(ok()), std::move(*std::get_if<0>(&m_state)); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  const Error& error() const& { return assert(!ok()), *std::get_if<1>(&m_state); }
  Error&& error() && { return assert(!ok()), std::move(*std::get_if<1>(&m_state)); }

 private:
  std::variant<T, Error> m_state;
};

/// The Result of something that leaves nothing behind.
struct Done {};
using Status = Result<Done>;

}  // namespace core
