#include "services/forms/strict_json.h"

#include <nlohmann/json.hpp>
#include <set>
#include <vector>

#include "services/forms/checks.h"

namespace lotsen::forms {
namespace {

using Json = nlohmann::json;

// An object or list that is open. Only an object has keys; only in a list do values count.
struct Level {
  bool is_list = false;
  std::size_t values = 0;
  std::string key;
  std::set<std::string> keys;
};

std::string pointer_escaped(const std::string& key) {
  std::string escaped;
  for (const char c : key) {
    if (c == '~')
      escaped += "~0";
    else if (c == '/')
      escaped += "~1";
    else
      escaped += c;
  }
  return escaped;
}

// Follows the structure and keeps nothing but what is open.
class Watch : public nlohmann::json_sax<Json> {
 public:
  explicit Watch(std::size_t most_levels) : most_levels_(most_levels) {}

  std::optional<JsonFault> fault;

  bool start_object(std::size_t) override { return enter(false); }
  bool start_array(std::size_t) override { return enter(true); }
  bool end_object() override { return leave(); }
  bool end_array() override { return leave(); }
  bool key(std::string& name) override {
    Level& object = open_.back();
    if (!object.keys.insert(name).second)
      return refuse({JsonFault::Kind::key_twice, 0, place_of(open_.size() - 1), name});
    object.key = name;
    return true;
  }
  bool null() override { return value(); }
  bool boolean(bool) override { return value(); }
  bool number_integer(std::int64_t) override { return value(); }
  bool number_unsigned(std::uint64_t) override { return value(); }
  bool number_float(double, const std::string&) override { return value(); }
  bool string(std::string&) override { return value(); }
  bool binary(Json::binary_t&) override { return value(); }
  bool parse_error(std::size_t byte, const std::string&, const Json::exception& error) override {
    constexpr int kNumberOverflow = 406;
    const auto kind =
        error.id == kNumberOverflow ? JsonFault::Kind::number_too_large : JsonFault::Kind::not_json;
    return refuse({kind, byte, {}, {}});
  }

 private:
  bool value() {
    if (!open_.empty()) ++open_.back().values;
    return true;
  }
  bool enter(bool is_list) {
    value();
    if (open_.size() == most_levels_)
      return refuse({JsonFault::Kind::too_deep, 0, place_of(open_.size()), {}});
    open_.push_back({is_list, 0, {}, {}});
    return true;
  }
  bool leave() {
    open_.pop_back();
    return true;
  }
  bool refuse(JsonFault found) {
    fault = std::move(found);
    return false;
  }

  // Of what the first `levels` of the open ones lead to.
  std::string place_of(std::size_t levels) const {
    std::string place;
    for (std::size_t i = 0; i < levels; ++i) {
      const Level& level = open_[i];
      place += "/" + (level.is_list ? std::to_string(level.values - 1) : pointer_escaped(level.key));
    }
    return place;
  }

  std::size_t most_levels_;
  std::vector<Level> open_;
};

}  // namespace

std::optional<JsonFault> find_json_fault(std::string_view json, std::size_t most_levels) {
  if (!is_utf8(json)) return JsonFault{JsonFault::Kind::not_utf8, 0, {}, {}};
  Watch watch(most_levels);
  Json::sax_parse(json, &watch);
  return watch.fault;
}

}  // namespace lotsen::forms
