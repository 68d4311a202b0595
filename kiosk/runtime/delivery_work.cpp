#include "kiosk/runtime/delivery_work.h"

#include <algorithm>
#include <utility>

#include "kiosk/delivery/help_call.h"
#include "kiosk/delivery/requests.h"

namespace lotsen::runtime {

void DeliveryWork::carry_out(DeliveryJob job) {
  std::visit([this](auto& what) { handle(what); }, job);
}

void DeliveryWork::wait(std::chrono::milliseconds at_most) {
  for (const http::Finished& answer : client_->wait(at_most)) {
    auto node = running_.extract(answer.id);
    if (node.empty()) continue;
    std::visit([&](const auto& what) { finished(what, answer.reply); }, node.mapped());
  }
  give_up_client_when_idle();
}

void DeliveryWork::wake() {
  const std::lock_guard lock(client_mutex_);
  if (client_) client_->wake();
}

void DeliveryWork::handle(UseKeys& job) {
  keys_ = std::move(job.keys);
  if (const auto call = std::exchange(waiting_call_, std::nullopt)) handle(*call);
}

void DeliveryWork::handle(const NoKeys&) {
  keys_missing_ = true;
  if (const auto call = std::exchange(waiting_call_, std::nullopt)) handle(*call);
}

// The store hands over the keys before the first record.
void DeliveryWork::handle(Deliver& job) {
  outbox::Record& record = job.record;
  Record running{record.id, record.reference, sealing::digest(record.body)};
  start(delivery::submission_request(parts_.backend_url, record.id,
                                     {std::move(record.body), std::move(record.signature)}),
        std::move(running));
}

void DeliveryWork::handle(const SetOffline& job) {
  offline_ = job.offline;
  if (client_) client_->set_offline(offline_);
}

void DeliveryWork::handle(const app::SendHelpCall& command) {
  if (!keys_ && keys_missing_) return post_(app::HelpFailed{command.visit, command.call});
  if (!keys_) {
    waiting_call_ = command;
    return;
  }
  start(delivery::send_help_call(parts_.backend_url, command.call, parts_.kiosk, keys_->kiosk),
        HelpCall{command.visit, command.call, false});
}

void DeliveryWork::handle(const app::AskHelpCall& command) {
  start(delivery::ask_help_call(parts_.backend_url, command.call),
        HelpCall{command.visit, command.call, true});
}

void DeliveryWork::handle(const app::EndVisit&) {
  waiting_call_.reset();
  cancel_live();
  visit_ended_ = true;
  give_up_client_when_idle();
}

void DeliveryWork::start(http::Request request, Running what) {
  if (!client_) {
    use_client(parts_.make_client());
    client_->set_offline(offline_);
  }
  running_.emplace(client_->start(std::move(request)), std::move(what));
}

void DeliveryWork::finished(const Record& record, const Result<http::Reply>& reply) {
  alarm_when_rejected(reply);
  settle_({record.id, record.reference, delivery::judge(reply, record.id, record.digest, keys_->backend)});
}

void DeliveryWork::finished(const HelpCall& help, const Result<http::Reply>& reply) {
  const delivery::HelpAnswer answer = delivery::judge_help(reply, help.call);
  if (answer == delivery::HelpAnswer::failed) {
    parts_.log.warning("help.failed", {{"call", help.call.value}});
    return post_(app::HelpFailed{help.visit, help.call});
  }
  if (!help.asked) post_(app::HelpSent{help.visit, help.call});
  if (answer == delivery::HelpAnswer::acknowledged) post_(app::HelpAcknowledged{help.visit, help.call});
}

// A kiosk that the backend does not know stays silent for ever unless somebody registers it.
void DeliveryWork::alarm_when_rejected(const Result<http::Reply>& reply) {
  constexpr SteadyMs kHourMs = 60 * 60 * 1'000;
  if (!reply || (reply->status != 401 && reply->status != 403)) return;
  const SteadyMs now = parts_.clock.steady_ms();
  if (rejected_alarm_ && now - *rejected_alarm_ < kHourMs) return;
  rejected_alarm_ = now;
  parts_.log.alarm("delivery.kiosk_rejected", {{"kiosk", parts_.kiosk.value}, {"status", reply->status}});
}

void DeliveryWork::cancel_live() {
  std::erase_if(running_, [this](const auto& running) {
    if (!std::holds_alternative<HelpCall>(running.second)) return false;
    client_->cancel(running.first);
    return true;
  });
}

void DeliveryWork::give_up_client_when_idle() {
  if (!visit_ended_ || busy()) return;
  visit_ended_ = false;
  use_client(nullptr);
}

void DeliveryWork::use_client(std::unique_ptr<http::HttpClient> client) {
  const std::lock_guard lock(client_mutex_);
  client_ = std::move(client);
}

}  // namespace lotsen::runtime
