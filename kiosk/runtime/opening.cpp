#include "kiosk/runtime/opening.h"

#include "kiosk/runtime/draw.h"

namespace lotsen::runtime {

Result<void> Opening::open() {
  if (outbox() != nullptr) return {};
  Result<void> opened = load_keys();
  if (opened) opened = open_outbox();
  if (!opened) {
    failed(opened.error());
    return opened;
  }
  if (alarmed_) parts_.log.info("store.opened");
  opened_at_ = parts_.clock.steady_ms();
  return {};
}

// One that opens but fails at the first use keeps backing off, and alarms once.
void Opening::close_after(const Error& error) {
  outbox_.reset();
  if (parts_.clock.steady_ms() - opened_at_ > parts_.back_off.cap_ms) {
    tries_ = 0;
    alarmed_.reset();
  }
  failed(error);
}

std::optional<SteadyMs> Opening::next_try() const {
  if (outbox() != nullptr) return std::nullopt;
  return next_try_;
}

Result<void> Opening::load_keys() {
  if (keys_) return {};
  Result<WorkerKeys> keys = parts_.load_keys();
  if (!keys) return tl::unexpected(keys.error());
  keys_ = std::move(*keys);
  return {};
}

Result<void> Opening::open_outbox() {
  if (outbox_) return {};
  Result<std::unique_ptr<outbox::Outbox>> opened = parts_.open_outbox();
  if (!opened) return tl::unexpected(opened.error());
  outbox_ = std::move(*opened);
  return {};
}

void Opening::failed(const Error& error) {
  const int delay = delivery::delay_ms(parts_.back_off, tries_++, std::nullopt, draw_0_1());
  next_try_ = parts_.clock.steady_ms() + delay;
  if (alarmed_ && alarmed_->code == error.code) return;
  parts_.log.alarm("store.closed", {{"detail", error.detail}});
  alarmed_ = error;
}

}  // namespace lotsen::runtime
