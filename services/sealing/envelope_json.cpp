#include "services/sealing/envelope_json.h"

#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>

#include "services/core/random.h"
#include "services/core/reference.h"
#include "services/sealing/base64.h"
#include "services/sealing/sodium.h"

namespace lotsen::sealing {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMaxNameLength = 64;
constexpr std::uint64_t kMaxFormVersion = 1'000'000;
constexpr std::array<std::string_view, 9> kFields = {
    "v", "key_id", "kiosk", "submission_id", "reference", "form", "form_version", "created", "sealed"};

// Takes one flat object of texts and whole numbers; anything else ends the reading at once. nlohmann's own
// values would keep the last of two equal keys and say nothing.
class FlatObject : public nlohmann::json_sax<Json> {
 public:
  std::map<std::string, std::string> texts;
  std::map<std::string, std::uint64_t> numbers;
  std::string fault = "is not JSON";

  bool start_object(std::size_t) override {
    if (inside_) return refuse("holds an object where a value belongs");
    inside_ = true;
    return true;
  }
  bool end_object() override { return true; }
  bool key(std::string& name) override {
    if (std::find(kFields.begin(), kFields.end(), name) == kFields.end())
      return refuse("has an unknown field");
    if (texts.contains(name) || numbers.contains(name)) return refuse("has a field twice");
    key_ = name;
    return true;
  }
  bool string(std::string& value) override {
    return inside_ ? texts.emplace(key_, std::move(value)).second : refuse("is not an object");
  }
  bool number_unsigned(std::uint64_t value) override {
    return inside_ ? numbers.emplace(key_, value).second : refuse("is not an object");
  }
  bool number_integer(std::int64_t) override { return refuse("holds a negative number"); }
  bool number_float(double, const std::string&) override { return refuse("holds a fraction"); }
  bool null() override { return refuse("holds a null"); }
  bool boolean(bool) override { return refuse("holds a truth value"); }
  bool binary(Json::binary_t&) override { return refuse("holds bytes"); }
  bool start_array(std::size_t) override { return refuse("holds a list"); }
  bool end_array() override { return true; }
  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override {
    return refuse("is not JSON");
  }

 private:
  bool refuse(std::string why) {
    fault = std::move(why);
    return false;
  }
  bool inside_ = false;
  std::string key_;
};

bool is_made_of(std::string_view text, std::string_view characters) {
  return !text.empty() && text.find_first_not_of(characters) == text.npos;
}

bool is_key_id(std::string_view text) {
  return text.size() == 16 && is_made_of(text, "0123456789abcdef");
}

bool is_name(std::string_view text) {
  return text.size() <= kMaxNameLength &&
         is_made_of(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-");
}

// In the one spelling that we write, not in every one that we can read.
bool is_reference(const std::string& text) {
  const auto parsed = parse_case_reference(text);
  return parsed && parsed->value == text;
}

std::optional<UtcMs> instant(const std::string& text) {
  const auto parsed = parse_rfc3339(text);
  return parsed && to_rfc3339(*parsed) == text ? parsed : std::nullopt;
}

Result<void> check_all_there(const FlatObject& object) {
  for (const std::string_view field : kFields) {
    const bool is_number = field == "v" || field == "form_version";
    const bool there =
        is_number ? object.numbers.contains(std::string(field)) : object.texts.contains(std::string(field));
    if (!there) {
      return fail(ErrorCode::bad_input, "the envelope wants a " + std::string(is_number ? "number" : "text") +
                                            " in " + std::string(field));
    }
  }
  return {};
}

// The first field that breaks its rule; nothing when all hold.
std::optional<std::string_view> first_fault(FlatObject& object) {
  const auto text = [&](const char* name) -> const std::string& { return object.texts[name]; };
  if (object.numbers["v"] != 1) return "v";
  if (!is_key_id(text("key_id"))) return "key_id";
  if (!is_name(text("kiosk"))) return "kiosk";
  if (!is_random_uuid(text("submission_id"))) return "submission_id";
  if (!is_reference(text("reference"))) return "reference";
  if (!is_name(text("form"))) return "form";
  const std::uint64_t version = object.numbers["form_version"];
  if (version < 1 || version > kMaxFormVersion) return "form_version";
  if (!instant(text("created"))) return "created";
  return std::nullopt;
}

Result<Envelope> to_envelope(FlatObject& object) {
  std::optional<std::string_view> fault = first_fault(object);
  std::optional<std::string> sealed = from_base64(object.texts["sealed"]);
  if (!fault && (!sealed || sealed->empty())) fault = "sealed";
  if (fault) return fail(ErrorCode::bad_input, "the envelope's " + std::string(*fault) + " is not right");
  Envelope envelope;
  envelope.key_id = object.texts["key_id"];
  envelope.kiosk = {object.texts["kiosk"]};
  envelope.id = {object.texts["submission_id"]};
  envelope.reference = {object.texts["reference"]};
  envelope.form = {object.texts["form"]};
  envelope.form_version = static_cast<int>(object.numbers["form_version"]);
  envelope.created = *instant(object.texts["created"]);
  envelope.sealed = std::move(*sealed);
  return envelope;
}

}  // namespace

std::string to_body(const Envelope& envelope) {
  nlohmann::ordered_json body;
  body["v"] = 1;
  body["key_id"] = envelope.key_id;
  body["kiosk"] = envelope.kiosk.value;
  body["submission_id"] = envelope.id.value;
  body["reference"] = envelope.reference.value;
  body["form"] = envelope.form.value;
  body["form_version"] = envelope.form_version;
  body["created"] = to_rfc3339(envelope.created);
  body["sealed"] = to_base64({bytes_of(envelope.sealed), envelope.sealed.size()});
  return body.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

Result<Envelope> read_envelope(std::string_view body) {
  if (body.size() > kMaxBodyBytes) return fail(ErrorCode::bad_input, "the envelope is larger than 256 KiB");
  // The parser would pass over a byte order mark.
  if (!body.starts_with('{')) return fail(ErrorCode::bad_input, "the envelope does not begin with {");
  FlatObject object;
  if (!Json::sax_parse(body.begin(), body.end(), &object)) {
    return fail(ErrorCode::bad_input, "the envelope " + object.fault);
  }
  return check_all_there(object).and_then([&] { return to_envelope(object); });
}

}  // namespace lotsen::sealing
