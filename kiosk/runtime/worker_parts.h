// What main hands to Workers: how to open the kiosk's store and its line to the backend.
#pragma once
#include <functional>
#include <memory>
#include <string>

#include "kiosk/app/action.h"
#include "kiosk/delivery/delivery.h"
#include "kiosk/outbox/outbox.h"
#include "services/core/clock.h"
#include "services/core/log.h"
#include "services/http/client.h"
#include "services/sealing/keys.h"

namespace lotsen::runtime {

struct WorkerKeys {
  sealing::KioskSecretKey kiosk;
  sealing::BackendPublicKeys backend;
};

struct WorkerParts {
  // On the store thread, again after a failure: start-up never waits for the disk.
  std::function<Result<std::unique_ptr<outbox::Outbox>>()> open_outbox;
  std::function<Result<WorkerKeys>()> load_keys;
  // On the delivery thread, when the first request is made and anew after each visit.
  std::function<std::unique_ptr<http::HttpClient>()> make_client;
  KioskId kiosk;
  std::string backend_url;
  delivery::BackOff back_off;
  Log& log;
  const Clock& clock;
};

using PostAction = std::function<void(app::Action)>;  // called on both worker threads

}  // namespace lotsen::runtime
