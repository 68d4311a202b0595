// What lotsen-backend can be told: the table behind config/backend.toml and --set.
#pragma once
#include <filesystem>
#include <span>

#include "services/backend/api/server.h"
#include "services/backend/cases/read_case.h"
#include "services/config/command_line.h"

namespace lotsen::backend {

std::span<const config::Setting> known_settings();

struct BackendSettings {
  std::string mode;
  std::filesystem::path data_dir;
  std::filesystem::path forms_dir;
  std::string listen_address;
  std::uint16_t listen_port = 0;
  api::ServerLimits server;
  cases::ReadCase::Limits cases;
};

// The file of --config, else the installed one. Errors of config::load_settings, one line each.
Result<BackendSettings> load(const config::CommandLine& line);

}  // namespace lotsen::backend
