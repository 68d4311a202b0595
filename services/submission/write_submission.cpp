#include "services/forms/checks.h"
#include "services/submission/submission.h"

namespace lotsen {
namespace {

// Writes straight into one block that is wiped when it is freed. nlohmann's writer passes what was typed
// through a buffer on the stack, where it would stay.
class Writer {
 public:
  Writer() { json_.reserve(1024); }

  void raw(std::string_view json) { json_ += json; }
  void text(std::string_view value) {
    json_ += '"';
    while (!value.empty()) {
      const std::size_t length = forms::utf8_length(value);
      length == 0 ? raw("\uFFFD") : character(value.substr(0, length));
      value.remove_prefix(length == 0 ? 1 : length);
    }
    json_ += '"';
  }
  void field(std::string_view name, std::string_view value) {
    text(name);
    raw(":");
    text(value);
    raw(",");
  }
  Secret done() const { return Secret(json_); }

 private:
  void character(std::string_view one) {
    const auto first = static_cast<unsigned char>(one[0]);
    constexpr std::string_view kHex = "0123456789abcdef";
    if (first == '"' || first == '\\') {
      json_ += '\\';
      json_ += one;
    } else if (first < 0x20) {
      raw("\\u00");
      json_ += kHex[first / 16];
      json_ += kHex[first % 16];
    } else {
      json_ += one;
    }
  }

  std::string json_;
};

void write(Writer& out, const forms::Answer& answer) {
  out.raw("[");
  for (std::string_view comma; const Secret& value : answer.values) {
    out.raw(comma);
    out.text(value.view());
    comma = ",";
  }
  out.raw("]");
}

void write(Writer& out, const forms::Answers& answers) {
  out.raw("{");
  for (std::string_view comma; const auto& [question, answer] : answers) {
    out.raw(comma);
    out.text(question.value);
    out.raw(":");
    write(out, answer);
    comma = ",";
  }
  out.raw("}");
}

}  // namespace

Secret to_json(const Submission& submission) {
  Writer out;
  out.raw("{");
  out.field("id", submission.id.value);
  out.field("reference", submission.reference.value);
  out.field("access_code", submission.access_code.view());
  out.field("form", submission.form.value);
  out.raw("\"form_version\":" + std::to_string(submission.form_version) + ",");
  out.field("language", submission.language);
  out.field("created", to_rfc3339(submission.created));
  out.raw("\"answers\":");
  write(out, submission.answers);
  out.raw("}");
  return out.done();
}

}  // namespace lotsen
