#include "services/config/toml_reader.h"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>

#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

namespace lotsen::config {
namespace {

constexpr std::uintmax_t kMostBytes = 1024 * 1024;

OtherType other(std::string_view name) {
  return {std::string(name)};
}

Written list_of(const toml::array& array) {
  std::vector<std::string> texts;
  for (const toml::node& node : array) {
    if (!node.is_string()) return other("a list of something else than texts");
    texts.push_back(node.ref<std::string>());
  }
  return texts;
}

Written texts_of(const toml::table& table) {
  Texts texts;
  for (const auto& [key, node] : table) {
    if (!node.is_string()) return other("a table of something else than texts");
    texts.emplace(key.str(), node.ref<std::string>());
  }
  return texts;
}

Written written_of(const toml::node& node) {
  if (const auto* text = node.as_string()) return text->get();
  if (const auto* number = node.as_integer()) return number->get();
  if (const auto* flag = node.as_boolean()) return flag->get();
  if (const auto* array = node.as_array()) return list_of(*array);
  if (const auto* table = node.as_table()) return texts_of(*table);
  if (node.is_floating_point()) return other("a number with decimals");
  return other("a date or time");
}

bool declares(std::span<const Setting> known, std::string_view key) {
  return std::any_of(known.begin(), known.end(), [&](const Setting& s) { return s.key == key; });
}

bool declares_below(std::span<const Setting> known, const std::string& section) {
  return std::any_of(known.begin(), known.end(),
                     [&](const Setting& s) { return s.key.starts_with(section + "."); });
}

void flatten(const toml::table& table, const std::string& prefix, std::span<const Setting> known,
             std::vector<Entry>& out) {
  for (const auto& [name, node] : table) {
    const std::string key = prefix + std::string(name.str());
    const toml::table* below = node.as_table();
    const bool open = below != nullptr && !declares(known, key);
    if (open && (!below->empty() || declares_below(known, key)))
      flatten(*below, key + ".", known, out);
    else
      out.push_back({key, name.source().begin.line, written_of(node)});
  }
}

Result<std::string> read_file(const std::filesystem::path& file) {
  struct stat info {};
  if (::stat(file.c_str(), &info) != 0) {
    const int error = errno;
    return fail(error == ENOENT ? ErrorCode::not_found : ErrorCode::io,
                file.string() + ": cannot be read: " + std::strerror(error));
  }
  if (!S_ISREG(info.st_mode)) return fail(ErrorCode::io, file.string() + ": is not a file");
  if (static_cast<std::uintmax_t>(info.st_size) > kMostBytes) {
    return fail(ErrorCode::bad_input, file.string() + ": is larger than 1 MiB; is it the right file?");
  }
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  if (!in || !(text << in.rdbuf() || info.st_size == 0)) {
    return fail(ErrorCode::io, file.string() + ": cannot be read: " + std::strerror(errno));
  }
  return text.str();
}

}  // namespace

Result<std::vector<Entry>> read_toml(const std::filesystem::path& file, std::span<const Setting> known) {
  const Result<std::string> text = read_file(file);
  if (!text) return tl::unexpected(text.error());
  const toml::parse_result parsed = toml::parse(*text);
  if (!parsed) {
    const toml::parse_error& error = parsed.error();
    return fail(ErrorCode::bad_input, file.string() + ":" + std::to_string(error.source().begin.line) +
                                          ": is not TOML: " + std::string(error.description()));
  }
  std::vector<Entry> entries;
  flatten(parsed.table(), "", known, entries);
  std::stable_sort(entries.begin(), entries.end(),
                   [](const Entry& a, const Entry& b) { return a.line < b.line; });
  return entries;
}

Result<Written> read_toml_value(std::string_view text) {
  const toml::parse_result parsed = toml::parse("value = " + std::string(text));
  if (!parsed || parsed.table().size() != 1) {
    return fail(ErrorCode::bad_input, "is not a TOML value; write texts in double quotes");
  }
  return written_of(*parsed.table().get("value"));
}

}  // namespace lotsen::config
