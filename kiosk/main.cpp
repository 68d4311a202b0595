// lotsen-kiosk: the composition root. It reads, builds and joins the parts; it decides nothing about a visit.
#include <sys/prctl.h>
#include <sys/resource.h>

#include <array>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "kiosk/instance_lock.h"
#include "kiosk/outbox/sqlite_outbox.h"
#include "kiosk/runtime/workers.h"
#include "kiosk/shell/kiosk_settings.h"
#include "kiosk/shell/measure.h"
#include "kiosk/shell/shell.h"
#include "kiosk/shell/signals.h"
#include "kiosk/shell/visit_runner.h"
#include "kiosk/surroundings.h"
#include "services/config/command_line.h"
#include "services/core/random.h"
#include "services/core/reference.h"
#include "services/http/curl_client.h"
#include "services/sealing/keys.h"

namespace lotsen {
namespace {

constexpr std::string_view kSummary = "the citizen self-service kiosk of a municipal reception";

const std::array kFlags{
    config::Flag{"visit", "FILE", "run a visit script and end with 0 when every line of it holds"},
    config::Flag{"out", "DIR", "where the script's pictures and lists go (default: the current folder)"},
    config::Flag{"make-key", "",
                 "make this kiosk's key when it has none, write kiosk.pub beside it, and end"},
    config::Flag{"check", "",
                 "read settings, fonts, theme, shield, languages and forms, print each fault in a line, and "
                 "end: 0 without any, 1 when something is left out, 2 when the kiosk does not start"},
    config::Flag{"measure", "", "print milliseconds of a full and of an unchanged frame as JSON, and end"},
};

class RandomIds : public app::IdSource {
 public:
  explicit RandomIds(const Clock& clock) : clock_(clock) {}
  std::string uuid() override { return random_uuid(); }
  CaseReference case_reference() override { return new_case_reference(); }
  Secret access_code() override { return new_access_code(); }
  UtcMs utc_ms() override { return clock_.utc_ms(); }

 private:
  const Clock& clock_;
};

// One line for the person at the keyboard; wrong flags, files and values end with 2.
int refuse(const Error& error) {
  std::fprintf(stderr, "lotsen-kiosk: %s\n", error.detail.c_str());
  return config::kUsageStatus;
}

// Nothing a visitor typed may reach a core file or, in production, another process of the same user.
void protect_memory(const config::Settings& settings) {
  const rlimit none{0, 0};
  setrlimit(RLIMIT_CORE, &none);
  if (settings.text("mode") == "production") prctl(PR_SET_DUMPABLE, 0);
}

std::filesystem::path key_file(const config::Settings& settings) {
  return settings.path("data_dir") / "kiosk.key";
}

Result<void> make_folder(const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error)
    return fail(ErrorCode::io, "data_dir " + folder.string() + " cannot be made: " + error.message());
  std::filesystem::permissions(folder, std::filesystem::perms::owner_all, error);
  return {};
}

int make_key(const config::Settings& settings) {
  const Result<sealing::KioskSecretKey> key = sealing::kiosk_key(key_file(settings));
  if (!key) return refuse(key.error());
  const std::filesystem::path public_file = settings.path("data_dir") / "kiosk.pub";
  std::ofstream out(public_file, std::ios::trunc);
  out << sealing::to_text(sealing::public_key(*key)) << '\n';
  if (!out.flush()) return refuse({ErrorCode::io, public_file.string() + " cannot be written"});
  std::printf("%s\n", public_file.c_str());
  return 0;
}

Result<runtime::WorkerKeys> load_keys(const config::Settings& settings) {
  Result<sealing::KioskSecretKey> kiosk = sealing::kiosk_key(key_file(settings));
  if (!kiosk) return tl::unexpected(kiosk.error());
  const std::filesystem::path& file = settings.path("backend.public_keys");
  std::ifstream in(file);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  Result<sealing::BackendPublicKeys> backend = sealing::backend_public_keys_from_text(text);
  if (!backend)
    return fail(backend.error().code, "backend.public_keys " + file.string() + ": " + backend.error().detail +
                                          "; copy backend.pub from the backend's data folder");
  return runtime::WorkerKeys{*kiosk, *backend};
}

// A damaged outbox is moved aside, never deleted, and what can be read of it goes on.
Result<std::unique_ptr<outbox::Outbox>> open_outbox(const std::filesystem::path& file, Log& log,
                                                    const Clock& clock) {
  Result<outbox::OpenedOutbox> opened = outbox::open_outbox(file, {}, clock);
  if (!opened) return tl::unexpected(opened.error());
  if (opened->report.was_corrupt)
    log.alarm("outbox.damaged",
              {{"moved_to", opened->report.set_aside.string()}, {"salvaged", opened->report.salvaged}});
  return std::move(opened->outbox);
}

runtime::WorkerParts worker_parts(const config::Settings& settings, const std::filesystem::path& outbox,
                                  Log& log, const Clock& clock) {
  return {.open_outbox = [outbox, &log, &clock] { return open_outbox(outbox, log, clock); },
          .load_keys = [&settings] { return load_keys(settings); },
          .make_client =
              [&settings] {
                return http::make_curl_client({.ca_file = settings.path("backend.ca_file").string(),
                                               .pinned_public_key = settings.text("backend.pinned_key"),
                                               .user_agent = "lotsen-kiosk/" LOTSEN_VERSION});
              },
          .kiosk = {settings.text("kiosk_id")},
          .backend_url = settings.text("backend.url"),
          .back_off = {static_cast<int>(settings.integer("delivery.back_off_base_ms")),
                       static_cast<int>(settings.integer("delivery.back_off_cap_ms"))},
          .log = log,
          .clock = clock};
}

// A script beside the kiosk that stands open leaves that one's outbox alone.
std::filesystem::path outbox_file(const config::Settings& settings, const InstanceLock& lock, bool scripted) {
  std::filesystem::path folder = settings.path("data_dir");
  if (scripted && lock.held_elsewhere()) {
    folder /= "visit";
    std::error_code seen_when_opened;
    std::filesystem::create_directories(folder, seen_when_opened);
  }
  return folder / "outbox.db";
}

shell::Window::Options window_options(const config::Settings& settings, bool scripted) {
  const bool display = std::getenv("DISPLAY") != nullptr;
  return {.windowed = settings.flag("screen.windowed"),
          .width = static_cast<int>(settings.integer("screen.width")),
          .height = static_cast<int>(settings.integer("screen.height")),
          .no_display = scripted && !display};
}

struct Run {
  const config::Settings& settings;
  Surroundings& surroundings;
  const config::CommandLine& line;
  shell::Signals& signals;
  StderrLog& log;
  const Clock& machine;
};

int serve(const Run& run, shell::Shell& shell) {
  while (!run.signals.seen() && shell.turn()) continue;
  return 0;
}

// Of the glass; 0 when its size is not known.
float px_per_mm(const config::Settings& settings, shell::Window& window) {
  const auto high = static_cast<float>(settings.integer("screen.millimetres_high"));
  const Result<shell::Pixels> pixels = window.pixels();
  return high > 0 && pixels ? static_cast<float>(pixels->height) / high : 0;
}

ui::KeyTimes key_times(const config::Settings& settings) {
  ui::KeyTimes times;
  times.repeat_delay_ms = settings.integer("keys.repeat_delay_ms");
  times.repeat_every_ms = settings.integer("keys.repeat_every_ms");
  times.ignore_double_ms = settings.integer("keys.ignore_double_ms");
  return times;
}

int start(const Run& run) {
  const bool scripted = run.line.has("visit") || run.line.has("measure");
  Result<std::unique_ptr<shell::Window>> window = shell::Window::open(window_options(run.settings, scripted));
  if (!window) return refuse(window.error());
  if (const Result<shell::Pixels> pixels = (*window)->pixels(); !pixels) return refuse(pixels.error());
  ui::Shapes shapes(config::data_folder() / "icons");
  if (!run.surroundings.shield.empty()) shapes.take_instead("shield", run.surroundings.shield);
  shell::VisitClock clock(run.machine);
  RandomIds ids(run.machine);
  runtime::Mailbox<app::Action> results(&shell::Window::wake);
  std::unique_ptr<runtime::Workers> workers;
  Surroundings& given = run.surroundings;
  shell::Shell shell(
      {given.setup, given.reception, given.theme, shapes, given.engine, given.texts, clock, ids, **window,
       results, [&workers](app::Command command) { workers->carry_out(std::move(command)); },
       run.settings.flag("text.reduced_motion"), px_per_mm(run.settings, **window), key_times(run.settings)});
  // The home page is there; what follows does not keep a visitor waiting.
  run.signals.watch(&shell::Window::wake);
  for (const Fault& fault : given.faults) run.log.alarm(fault.event, {{"fault", fault.line}});
  if (!shapes.missing().empty()) run.log.alarm("icon.missing", {{"name", shapes.missing()}});
  if (run.line.has("measure")) return shell::measure(shell);
  const InstanceLock lock(run.settings.path("data_dir") / "kiosk.lock");
  workers = std::make_unique<runtime::Workers>(
      worker_parts(run.settings, outbox_file(run.settings, lock, scripted), run.log, run.machine),
      [&results](app::Action action) { results.post(std::move(action)); });
  if (!run.line.has("visit")) return serve(run, shell);
  return shell::run_visit(
      shell, clock,
      {[&workers](bool offline) { workers->set_offline(offline); }, [&run] { return run.signals.seen(); },
       [&window](int width, int height) { (*window)->resize(width, height); }},
      {*run.line.value("visit"), run.line.value("out").value_or(".")});
}

// What would be left out, before a visitor meets the kiosk.
int check(const Faults& faults) {
  for (const Fault& fault : faults) std::printf("%s\n", fault.line.c_str());
  if (faults.empty()) std::puts("settings, fonts, theme, shield, languages and forms are in order");
  return faults.empty() ? 0 : 1;
}

int run_kiosk(const config::CommandLine& line, shell::Signals& signals) {
  const std::filesystem::path file = line.config.value_or(config::data_folder() / "config" / "kiosk.toml");
  const Result<config::Settings> settings =
      config::load_settings(shell::kiosk_settings(), file, line.overrides);
  if (!settings) return refuse(settings.error());
  if (const auto allowed = check_settings(*settings, line.has("visit") || line.has("measure")); !allowed)
    return refuse(allowed.error());
  if (const auto folder = make_folder(settings->path("data_dir")); !folder) return refuse(folder.error());
  protect_memory(*settings);
  if (line.has("make-key")) return make_key(*settings);
  Result<Surroundings> surroundings = read_surroundings(*settings);
  if (!surroundings) return refuse(surroundings.error());
  if (line.has("check")) return check(surroundings->faults);
  const SystemClock machine;
  StderrLog log(machine);
  return start({*settings, *surroundings, line, signals, log, machine});
}

}  // namespace
}  // namespace lotsen

int main(int argc, char** argv) {
  using namespace lotsen;
  std::signal(SIGPIPE, SIG_IGN);  // whoever reads the log may go; the kiosk stays
  shell::Signals signals;
  const Result<config::CommandLine> line = config::parse_command_line(argc, argv, kFlags);
  if (!line) return refuse(line.error());
  if (line->help) {
    std::fputs(config::help_text("lotsen-kiosk", kSummary, kFlags, shell::kiosk_settings()).c_str(), stdout);
    return 0;
  }
  if (line->version) {
    std::puts("lotsen-kiosk " LOTSEN_VERSION);
    return 0;
  }
  return run_kiosk(*line, signals);
}
