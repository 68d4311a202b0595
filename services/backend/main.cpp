// lotsen-backend: reads the command line and does what it says.
#include <sys/resource.h>

#include <csignal>
#include <cstdio>

#include "services/backend/commands.h"
#include "services/backend/serve.h"
#include "services/backend/store/backup.h"

namespace {

using namespace lotsen;

constexpr config::Flag kFlags[] = {
    {"replace", "", "With register-kiosk: puts this key in the place of the one registered."}};
constexpr config::Words kWords{3, "[serve | init | register-kiosk ID PUBFILE | backup FILE | restore FILE]"};
constexpr std::string_view kSummary =
    "Registers what kiosks send as cases. A backup holds the database without backend.keys: keep those "
    "elsewhere.";

int complain(const Error& error) {
  std::fprintf(stderr, "lotsen-backend: %s\n", error.detail.c_str());
  const bool usage = error.code == ErrorCode::bad_input || error.code == ErrorCode::not_found;
  return usage ? config::kUsageStatus : 1;
}

Error unknown(const config::CommandLine& line) {
  std::string words;
  for (const std::string& word : line.words) words += (words.empty() ? "" : " ") + word;
  return {ErrorCode::bad_input, "cannot do \"" + words + "\"; it is one of " + std::string(kWords.usage)};
}

Result<void> run(const config::CommandLine& line, const backend::BackendSettings& settings) {
  const SystemClock clock;
  StderrLog log(clock);
  const std::vector<std::string>& words = line.words;
  const std::string command = words.empty() ? "serve" : words[0];
  if (command == "serve" && words.size() <= 1) return backend::serve(settings, clock, log);
  if (command == "init" && words.size() == 1) return backend::init(settings);
  if (command == "backup" && words.size() == 2) return store::back_up(settings.data_dir, words[1]);
  if (command == "restore" && words.size() == 2)
    return store::restore(settings.data_dir, words[1], clock.utc_ms());
  if (command == "register-kiosk" && words.size() == 3) {
    const auto replace = line.has("replace") ? fleet::Replace::yes : fleet::Replace::no;
    return backend::register_kiosk(settings, {words[1]}, words[2], replace, clock);
  }
  return tl::unexpected(unknown(line));
}

// A dump of this process would hold opened answers and the secret keys.
void never_dump_core() {
  const rlimit none{0, 0};
  setrlimit(RLIMIT_CORE, &none);
}

}  // namespace

int main(int argc, char** argv) {
  never_dump_core();
  std::signal(SIGPIPE, SIG_IGN);
  const Result<config::CommandLine> line = config::parse_command_line(argc, argv, kFlags, kWords);
  if (!line) return complain(line.error());
  if (line->version) {
    std::puts("lotsen-backend " LOTSEN_VERSION);
    return 0;
  }
  if (line->help) {
    std::fputs(
        config::help_text("lotsen-backend", kSummary, kFlags, backend::known_settings(), kWords).c_str(),
        stdout);
    return 0;
  }
  const Result<backend::BackendSettings> settings = backend::load(*line);
  if (!settings) return complain(settings.error());
  const Result<void> done = run(*line, *settings);
  return done ? 0 : complain(done.error());
}
