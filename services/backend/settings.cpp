#include "services/backend/settings.h"

namespace lotsen::backend {
namespace {

using config::Kind;
using config::Setting;

const Setting kKnown[] = {
    {.key = "mode",
     .default_value = "demo",
     .help = "demo for trying out, production for a real municipality.",
     .allowed = {"demo", "production"}},
    {"data_dir", Kind::path, "../build/data/backend", "Where the database and the backend's keys lie."},
    {"listen_address", Kind::text, "127.0.0.1", "The IP address to listen on."},
    {"listen_port", Kind::integer, "8470", "The port to listen on; 0 takes a free one.", 0, 65'535},
    {"forms_dir", Kind::path, "forms", "The e-services, one JSON file each."},
    {"limits.body_bytes", Kind::integer, "262144", "The longest request body.", 1'024, 16'777'216},
    {"limits.header_bytes", Kind::integer, "16384", "The longest request header.", 512, 1'048'576},
    {"limits.request_timeout_ms", Kind::integer, "10000", "Until a request must be complete.", 50, 600'000},
    {"limits.idle_timeout_ms", Kind::integer, "60000", "Rest between two requests.", 50, 3'600'000},
    {"limits.connections", Kind::integer, "2048", "Open connections at the same time.", 1, 100'000},
    {"limits.in_flight", Kind::integer, "1024", "Requests worked on at the same time.", 1, 100'000},
    {"limits.case_tries", Kind::integer, "5", "Wrong codes for one case within the window.", 1, 1'000},
    {"limits.case_tries_window_s", Kind::integer, "900", "The window for wrong codes.", 1, 86'400},
    {"limits.case_tries_by_address", Kind::integer, "50", "Wrong codes from one address within the window.",
     1, 100'000},
};

api::ServerLimits server_limits(const config::Settings& settings) {
  api::ServerLimits limits;
  limits.body_bytes = static_cast<std::uint64_t>(settings.integer("limits.body_bytes"));
  limits.header_bytes = static_cast<std::uint32_t>(settings.integer("limits.header_bytes"));
  limits.request_timeout = std::chrono::milliseconds(settings.integer("limits.request_timeout_ms"));
  limits.idle_timeout = std::chrono::milliseconds(settings.integer("limits.idle_timeout_ms"));
  limits.connections = static_cast<std::size_t>(settings.integer("limits.connections"));
  limits.in_flight = static_cast<std::size_t>(settings.integer("limits.in_flight"));
  return limits;
}

cases::ReadCase::Limits case_limits(const config::Settings& settings) {
  return {.tries_by_reference = static_cast<int>(settings.integer("limits.case_tries")),
          .tries_by_peer = static_cast<int>(settings.integer("limits.case_tries_by_address")),
          .window_ms = settings.integer("limits.case_tries_window_s") * 1'000};
}

}  // namespace

std::span<const Setting> known_settings() {
  return kKnown;
}

Result<BackendSettings> load(const config::CommandLine& line) {
  const std::filesystem::path file = line.config.value_or(config::data_folder() / "config" / "backend.toml");
  const Result<config::Settings> settings = config::load_settings(known_settings(), file, line.overrides);
  if (!settings) return tl::unexpected(settings.error());
  return BackendSettings{.mode = settings->text("mode"),
                         .data_dir = settings->path("data_dir"),
                         .forms_dir = settings->path("forms_dir"),
                         .listen_address = settings->text("listen_address"),
                         .listen_port = static_cast<std::uint16_t>(settings->integer("listen_port")),
                         .server = server_limits(*settings),
                         .cases = case_limits(*settings)};
}

}  // namespace lotsen::backend
