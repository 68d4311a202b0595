// "Did you mean": the known word nearest to a mistyped one. Used inside this folder only.
#pragma once
#include <span>
#include <string>
#include <string_view>

namespace lotsen::config {

// `; did you mean "idle.after_s"?`, or nothing when no word is near. `prefix` goes before the word ("--").
std::string did_you_mean(std::string_view typed, std::span<const std::string_view> known,
                         std::string_view prefix = "");

// Without what would break the line or the terminal.
std::string printable(std::string_view text);

// Printable, shortened and in double quotes.
std::string in_quotes(std::string_view text);

}  // namespace lotsen::config
