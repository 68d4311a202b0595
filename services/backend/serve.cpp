#include "services/backend/serve.h"

#include <algorithm>
#include <cstdio>
#include <thread>

#include "services/backend/publishing/publish.h"
#include "services/backend/store/data_lock.h"
#include "services/backend/store/sqlite_store.h"

namespace lotsen::backend {
namespace {

constexpr unsigned kMostWorkers = 8;

// What must be there before the first request; every part of it can say why there will be none.
struct Ground {
  store::DataLock lock;
  std::unique_ptr<store::Store> store;
  sealing::BackendSecretKeys keys;
  publishing::FormArchive forms;
  std::unique_ptr<api::Server> server;
};

Result<Ground> lay_ground(const BackendSettings& settings, const Clock& clock, Log& log) {
  auto lock = store::DataLock::take(settings.data_dir);
  if (!lock) return tl::unexpected(lock.error());
  auto store = store::open_sqlite_store(settings.data_dir);
  if (!store) return tl::unexpected(store.error());
  auto keys = sealing::backend_keys(settings.data_dir / "backend.keys");
  if (!keys) return tl::unexpected(keys.error());
  auto forms = publishing::publish_forms(**store, settings.forms_dir, clock, log);
  if (!forms) return tl::unexpected(forms.error());
  auto server = api::Server::listen(settings.listen_address, settings.listen_port, settings.server);
  if (!server) return tl::unexpected(server.error());
  return Ground{std::move(*lock), std::move(*store), *keys, std::move(*forms), std::move(*server)};
}

std::string url_of(const std::string& address, std::uint16_t port) {
  const bool v6 = address.find(':') != address.npos;
  return "http://" + (v6 ? '[' + address + ']' : address) + ':' + std::to_string(port);
}

}  // namespace

Result<void> serve(const BackendSettings& settings, const Clock& clock, Log& log) {
  Result<Ground> ground = lay_ground(settings, clock, log);
  if (!ground) return tl::unexpected(ground.error());
  metrics::Metrics metrics;
  fleet::KioskKeys kiosks;
  const cases::RegisterSubmission registration(ground->forms, ground->keys, kiosks, clock);
  cases::ReadCase read_case(ground->forms, settings.cases, clock);
  store::StoreThread store(*ground->store, metrics, log);
  work::WorkerPool pool(std::clamp(std::thread::hardware_concurrency(), 1U, kMostWorkers));
  api::Api api({store, pool, registration, read_case, ground->forms, metrics, clock, log});

  const std::string url = url_of(settings.listen_address, ground->server->port());
  std::printf("lotsen-backend listening on %s\n", url.c_str());
  std::fflush(stdout);
  log.info("backend.started",
           {{"url", url}, {"mode", settings.mode}, {"data_dir", settings.data_dir.string()}});
  ground->server->run(api, metrics, clock, log);
  pool.stop();
  store.stop();
  log.info("backend.stopped");
  return {};
}

}  // namespace lotsen::backend
