// What our JSON must be beyond JSON: no deeper than agreed, and no key twice, of which a parser would
// silently keep the last. Looked at once before anything is built from it, by the readers of forms and
// submissions. Takes any bytes; never recursive.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace lotsen::forms {

struct JsonFault {
  enum class Kind { not_utf8, not_json, number_too_large, too_deep, key_twice };
  Kind kind = Kind::not_json;
  std::size_t byte = 0;  // where reading stopped, from 1; not_json and number_too_large only
  std::string place;     // JSON pointer (RFC 6901) of the object or list; too_deep and key_twice only
  std::string key;       // key_twice only. Both repeat the document: not for the log when it is a visitor's.
};

std::optional<JsonFault> find_json_fault(std::string_view json, std::size_t most_levels);

}  // namespace lotsen::forms
