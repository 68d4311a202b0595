#include "tests/support/site.h"

#include <fstream>
#include <sstream>

#include "services/storage/database.h"

namespace lotsen::tests {
namespace fs = std::filesystem;
namespace {

void must_succeed(const Words& words) {
  const Ended ended = run_program(words);
  if (ended.status != 0) throw ProgramFault(words.at(0) + ": " + ended.errors);
}

Words then(Words words, const Words& more) {
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

Words backend_at(const fs::path& data) {
  return with_settings(backend_program(), {"data_dir=" + data.string()});
}

RawReply ask(std::uint16_t port, const std::string& request) {
  const std::optional<RawReply> reply = RawHttp(port).ask(request);
  if (!reply) throw ProgramFault("the backend does not answer");
  return *reply;
}

}  // namespace

Words kiosk_program() {
  return {LOTSEN_KIOSK};
}

Words backend_program() {
  return {LOTSEN_BACKEND};
}

fs::path source_folder() {
  return LOTSEN_SOURCE_DIR;
}

Words with_settings(Words words, const Words& settings) {
  for (const std::string& setting : settings) words.insert(words.end(), {"--set", setting});
  return words;
}

Site::Site() {
  must_succeed(then(backend_at(backend_data()), {"init"}));
  register_kiosk_anew();
  fs::create_directories(out());
}

void Site::register_kiosk_anew() const {
  must_succeed(then(kiosk(), {"--make-key"}));
  const std::string key = (kiosk_data() / "kiosk.pub").string();
  must_succeed(then(backend_at(backend_data()), {"register-kiosk", "kiosk-1", key, "--replace"}));
}

void Site::start_backend() {
  backend_.reset();
  backend_ = std::make_unique<Program>(
      with_settings(backend_at(backend_data()), {"listen_port=" + std::to_string(port_)}));
  const std::string line = backend_->wait_for_line("lotsen-backend listening on http://");
  port_ = static_cast<std::uint16_t>(std::stoi(line.substr(line.rfind(':') + 1)));
}

std::string Site::backend_url() const {
  return "http://127.0.0.1:" + std::to_string(port_);
}

Words Site::kiosk(const Words& settings) const {
  const Words ours = {"data_dir=" + kiosk_data().string(),
                      "backend.url=" + backend_url(),
                      "backend.public_keys=" + (backend_data() / "backend.pub").string(),
                      "delivery.back_off_base_ms=20",
                      "delivery.back_off_cap_ms=100",
                      "text.reduced_motion=true"};
  return with_settings(with_settings(kiosk_program(), ours), settings);
}

Ended Site::run_visit(const fs::path& script, const Words& settings) const {
  return run_program(then(kiosk(settings), {"--visit", script.string(), "--out", out().string()}));
}

RawReply Site::get(const std::string& path, const std::map<std::string, std::string>& headers) const {
  return ask(port_, http_request("GET", path, headers));
}

RawReply Site::post(const std::string& path) const {
  return ask(port_, http_request("POST", path, {{"Content-Length", "0"}}));
}

int Site::count(const std::string& condition, const std::string& value) const {
  const auto database = storage::open_to_read(backend_data() / "backend.db");
  if (!database) throw ProgramFault(database.error().detail);
  SQLite::Statement query(**database, "SELECT count(*) FROM cases WHERE " + condition);
  query.bind(1, value);
  query.executeStep();
  return query.getColumn(0).getInt();
}

int Site::cases_with_reference(const std::string& reference) const {
  return count("reference = ?", reference);
}

int Site::cases_with_answer(const std::string& part) const {
  return count("instr(answers, ?) > 0", part);
}

int Site::cases() const {
  return count("? = ''", "");
}

std::string text_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

// The header chunk: width and height, big-endian, after sixteen bytes.
std::string size_of_png(const fs::path& file) {
  const std::string bytes = text_of(file);
  if (bytes.size() < 24) return "";
  const auto number = [&](std::size_t at) {
    return std::to_string(static_cast<unsigned char>(bytes[at + 2]) * 256 +
                          static_cast<unsigned char>(bytes[at + 3]));
  };
  return number(16) + "x" + number(20);
}

bool is_one_line(const std::string& text) {
  return !text.empty() && text.find('\n') == text.size() - 1;
}

}  // namespace lotsen::tests
