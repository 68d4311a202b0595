#include "kiosk/runtime/workers.h"

#include <utility>

#include "kiosk/runtime/store_work.h"
#include "services/core/wipe.h"

namespace lotsen::runtime {
namespace {

using std::chrono::steady_clock;

constexpr std::chrono::hours kLongestWait{24};  // requests have limits of their own

bool touches_plain_text(const StoreJob& job) {
  return std::holds_alternative<app::SaveSubmission>(job) || std::holds_alternative<app::EndVisit>(job);
}

}  // namespace

Workers::Workers(WorkerParts parts, PostAction post)
    : parts_(std::move(parts)),
      post_(std::move(post)),
      delivery_(parts_, post_, [this](Settled settled) { store_box_.post(std::move(settled)); }),
      delivery_box_([this] { delivery_.wake(); }),
      store_thread_([this](const std::stop_token& stop) { run_store(stop); }),
      delivery_thread_([this](const std::stop_token& stop) { run_delivery(stop); }) {}

Workers::~Workers() {
  store_thread_.request_stop();
  delivery_thread_.request_stop();
  delivery_.wake();
}

void Workers::carry_out(app::Command command) {
  std::visit([this](auto& what) { hand_out(what); }, command);
}

void Workers::hand_out(app::EndVisit& command) {
  store_box_.post(command);
  delivery_box_.post(command);
}

// The client first: what the store sends thereafter finds it online.
void Workers::set_offline(bool offline) {
  delivery_box_.post(SetOffline{offline});
  if (!offline) store_box_.post(LineIsBack{});
}

void Workers::run_store(const std::stop_token& stop) {
  StoreWork work(parts_, post_, [this](DeliveryJob job) { delivery_box_.post(std::move(job)); });
  for (;;) {
    work.run_due();
    std::optional<StoreJob> job = store_box_.take_until(deadline(work.next_due()), stop);
    if (!job && stop.stop_requested()) return;
    if (!job) continue;
    const bool plain_text = touches_plain_text(*job);
    work.carry_out(*job);
    job.reset();
    if (plain_text) wipe_dead_stack();
  }
}

// A post wakes only a client that is there. So the box is emptied, and the stop looked at, after a job that
// may have made one and before waiting in it.
void Workers::run_delivery(const std::stop_token& stop) {
  while (!stop.stop_requested()) {
    std::optional<DeliveryJob> job;
    if (!delivery_.busy()) job = delivery_box_.take_until(deadline(std::nullopt), stop);
    if (job) delivery_.carry_out(std::move(*job));
    while ((job = delivery_box_.take())) delivery_.carry_out(std::move(*job));
    if (delivery_.busy() && !stop.stop_requested()) delivery_.wait(kLongestWait);
  }
}

steady_clock::time_point Workers::deadline(std::optional<SteadyMs> due) const {
  if (!due) return steady_clock::time_point::max();
  return steady_clock::now() + std::chrono::milliseconds(*due - parts_.clock.steady_ms());
}

}  // namespace lotsen::runtime
