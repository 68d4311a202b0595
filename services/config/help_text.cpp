#include "services/config/command_line.h"

#include <algorithm>

namespace lotsen::config {
namespace {

std::string_view name_of(Kind kind) {
  switch (kind) {
    case Kind::text:
      return "text";
    case Kind::integer:
      return "number";
    case Kind::flag:
      return "true or false";
    case Kind::text_list:
      return "texts";
    case Kind::path:
      return "path";
    case Kind::path_list:
      return "paths";
    case Kind::colour:
      return "colour";
    case Kind::texts:
      return "text by language";
  }
  return "";
}

void add_flag(std::string& text, std::string_view name, std::string_view value, std::string_view help) {
  constexpr std::size_t kColumn = 24;
  std::string left = "  --" + std::string(name) + (value.empty() ? "" : " " + std::string(value));
  left.resize(std::max(left.size() + 2, kColumn), ' ');
  text += left + std::string(help) + "\n";
}

std::string limits(const Setting& setting) {
  std::string text;
  if (setting.least != INT64_MIN) text += ", at least " + std::to_string(setting.least);
  if (setting.most != INT64_MAX) text += ", at most " + std::to_string(setting.most);
  std::string_view between = ": ";
  for (const std::string_view word : setting.allowed) {
    text += std::string(between) + std::string(word);
    between = " | ";
  }
  return text;
}

void add_setting(std::string& text, const Setting& setting) {
  const std::string standard = setting.default_value.empty() ? "empty" : std::string(setting.default_value);
  text +=
      "  " + std::string(setting.key) + "  (" + std::string(name_of(setting.kind)) + limits(setting) + ")\n";
  text += "      " + std::string(setting.help) + "\n      Default: " + standard + "\n";
}

}  // namespace

std::string help_text(std::string_view program, std::string_view summary, std::span<const Flag> flags,
                      std::span<const Setting> settings, const Words& words) {
  std::string text(program);
  text += ": " + std::string(summary) + "\n\nUsage: " + std::string(program) + " [flags]";
  text += (words.usage.empty() ? "" : " " + std::string(words.usage)) + "\n\nFlags:\n";
  add_flag(text, "config", "FILE", "Read the settings from this TOML file.");
  add_flag(text, "set", "key=value", "Change one setting; may be repeated and comes after the file.");
  for (const Flag& flag : flags) add_flag(text, flag.name, flag.value, flag.help);
  add_flag(text, "version", "", "Print the version and end.");
  add_flag(text, "help", "", "Print this and end.");
  text += "\nSettings:\n";
  for (const Setting& setting : settings) add_setting(text, setting);
  return text;
}

}  // namespace lotsen::config
