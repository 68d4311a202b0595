// DeliveryWork: what the delivery thread does; the only user of the HttpClient. Sends sealed records and
// judges the answers (durable lane), puts help calls (live lane). The client and what it remembers belong to
// the visit: it is made at the first request and given up at the end of a visit, as soon as no record is on
// its way.
#pragma once
#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <variant>

#include "kiosk/runtime/jobs.h"

namespace lotsen::runtime {

class DeliveryWork {
 public:
  DeliveryWork(const WorkerParts& parts, PostAction post, std::function<void(Settled)> settle)
      : parts_(parts), post_(std::move(post)), settle_(std::move(settle)) {}

  void carry_out(DeliveryJob job);
  bool busy() const { return !running_.empty(); }
  void wait(std::chrono::milliseconds at_most);  // for answers; only when busy

  void wake();  // any thread: wait() returns at once

 private:
  struct Record {
    SubmissionId id;
    CaseReference reference;
    std::string digest;
  };
  struct HelpCall {
    VisitId visit;
    HelpCallId call;
    bool asked = false;  // GET; otherwise the call itself
  };
  using Running = std::variant<Record, HelpCall>;

  void handle(UseKeys& job);
  void handle(const NoKeys& job);
  void handle(Deliver& job);
  void handle(const SetOffline& job);
  void handle(const app::SendHelpCall& command);
  void handle(const app::AskHelpCall& command);
  void handle(const app::EndVisit& command);

  void start(http::Request request, Running what);
  void finished(const Record& record, const Result<http::Reply>& reply);
  void finished(const HelpCall& help, const Result<http::Reply>& reply);
  void alarm_when_rejected(const Result<http::Reply>& reply);
  void cancel_live();
  void give_up_client_when_idle();
  void use_client(std::unique_ptr<http::HttpClient> client);

  const WorkerParts& parts_;
  PostAction post_;
  std::function<void(Settled)> settle_;
  std::optional<WorkerKeys> keys_;
  bool keys_missing_ = false;                      // known to be; at the start nothing is known yet
  std::optional<app::SendHelpCall> waiting_call_;  // for the keys
  std::map<http::RequestId, Running> running_;
  bool offline_ = false;
  bool visit_ended_ = false;
  std::optional<SteadyMs> rejected_alarm_;
  std::mutex client_mutex_;  // wake() against a change of client; only this thread changes it
  std::unique_ptr<http::HttpClient> client_;
};

}  // namespace lotsen::runtime
