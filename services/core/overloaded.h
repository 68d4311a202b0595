// Overloaded: the cases of a std::visit, one lambda each, so that a new alternative fails to compile where it
// matters.
#pragma once

namespace lotsen {

template <class... Cases>
struct Overloaded : Cases... {
  using Cases::operator()...;
};
template <class... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;  // clang 14 does not find it by itself

}  // namespace lotsen
