#include "kiosk/runtime/store_work.h"

#include <algorithm>
#include <utility>

#include "kiosk/runtime/draw.h"
#include "services/sealing/envelope.h"

namespace lotsen::runtime {

StoreWork::StoreWork(const WorkerParts& parts, PostAction post, std::function<void(DeliveryJob)> deliver)
    : parts_(parts),
      post_(std::move(post)),
      deliver_(std::move(deliver)),
      opening_(parts),
      lane_(parts.back_off, draw_0_1),
      age_(parts.log) {}

void StoreWork::carry_out(const StoreJob& job) {
  std::visit([this](const auto& what) { handle(what); }, job);
}

void StoreWork::run_due() {
  const std::optional<SteadyMs> try_at = opening_.next_try();
  if (try_at && *try_at <= now()) (void)open();  // a failure is told by Opening and tried again
  read_backlog();
  send_due();
  check_age();
}

std::optional<SteadyMs> StoreWork::next_due() const {
  if (opening_.next_try()) return opening_.next_try();
  const std::optional<SteadyMs> send = lane_.next_due();
  const std::optional<SteadyMs> check = age_.next_check();
  if (send && check) return std::min(*send, *check);
  return send ? send : check;
}

Result<void> StoreWork::open() {
  if (opening_.outbox() != nullptr) return {};
  hand_on_keys();
  Result<void> opened = opening_.open();
  if (opened) {
    backlog_read_ = false;
    age_.check_at(now());
  }
  return opened;
}

// Help calls need the keys before the outbox is open, and also when it does not open.
void StoreWork::hand_on_keys() {
  if (keys_handed_on_) return;
  keys_handed_on_ = opening_.load_keys().has_value();
  if (keys_handed_on_) {
    deliver_(UseKeys{*opening_.keys()});
  } else {
    deliver_(NoKeys{});  // Opening tells why
  }
}

void StoreWork::handle(const app::SaveSubmission& command) {
  const Submission& submission = command.submission;
  if (Result<void> kept = keep(submission); !kept) {
    parts_.log.alarm("outbox.save_failed",
                     {{"reference", submission.reference.value}, {"detail", kept.error().detail}});
    post_(app::SaveFailed{command.visit, submission.id, kept.error().code});
    return;
  }
  post_(app::SubmissionSaved{command.visit, submission.id});
  lane_.add_saved(submission.id, now());
  age_.check_at(now() + AgeAlarm::kHourMs);
}

Result<void> StoreWork::keep(const Submission& submission) {
  if (lane_.knows(submission.id)) return {};
  if (Result<void> opened = open(); !opened) return opened;
  const outbox::Record& record = frozen(submission);
  Result<void> put = opening_.outbox()->put(record);
  // A failed COMMIT may have happened: the same bytes again tell.
  if (!put && put.error().code == ErrorCode::io) put = opening_.outbox()->put(record);
  if (put) {
    unconfirmed_.erase(submission.id);
  } else {
    note_trouble(put.error());
  }
  return put;
}

const outbox::Record& StoreWork::frozen(const Submission& submission) {
  const auto found = unconfirmed_.find(submission.id);
  if (found != unconfirmed_.end()) return found->second;
  const WorkerKeys& keys = *opening_.keys();
  sealing::SealedEnvelope envelope = sealing::seal(submission, parts_.kiosk, keys.kiosk, keys.backend);
  outbox::Record record{submission.id, submission.reference, std::move(envelope.body),
                        std::move(envelope.signature), submission.created};
  return unconfirmed_.emplace(submission.id, std::move(record)).first->second;
}

void StoreWork::handle(const app::AskRoom& command) {
  const Result<bool> room = has_room();
  if (!room) {
    post_(app::FormsClosed{command.visit, room.error().code});
  } else if (!*room) {
    tell_no_room();
    post_(app::FormsClosed{command.visit, ErrorCode::full});
  } else {
    no_room_told_ = false;
  }
}

void StoreWork::tell_no_room() {
  if (std::exchange(no_room_told_, true)) return;
  parts_.log.alarm("outbox.no_room", {{"detail",
                                       "the disk of data_dir is almost full: no errands are taken "
                                       "until there is room again"}});
}

Result<bool> StoreWork::has_room() {
  if (Result<void> opened = open(); !opened) return tl::unexpected(opened.error());
  Result<bool> room = opening_.outbox()->has_room();
  if (!room) note_trouble(room.error());
  return room;
}

// What was never confirmed may be on the disk all the same; then it is sent like any other record.
void StoreWork::handle(const app::EndVisit&) {
  for (const auto& [id, record] : unconfirmed_) {
    parts_.log.warning("outbox.save_unknown", {{"reference", record.reference.value}});
    backlog_read_ = false;
  }
  unconfirmed_.clear();
}

void StoreWork::handle(const LineIsBack&) {
  lane_.online(now());
}

void StoreWork::handle(const Settled& settled) {
  if (!lane_.knows(settled.id)) return;
  std::visit([&](const auto& answer) { book(settled, answer); }, settled.verdict);
}

void StoreWork::book(const Settled& settled, const delivery::Acknowledged& answer) {
  parts_.log.info("delivery.received", {{"reference", settled.reference.value}});
  Result<void> result = fail(ErrorCode::io, "the outbox is closed");
  if (outbox::Outbox* outbox = opening_.outbox()) result = outbox->acknowledge(answer.receipt);
  booked(settled, result);
  post_(app::SubmissionReceived{settled.id});
}

void StoreWork::book(const Settled& settled, const delivery::Refused& answer) {
  parts_.log.alarm("outbox.quarantined", {{"reference", settled.reference.value}, {"reason", answer.reason}});
  Result<void> result = fail(ErrorCode::io, "the outbox is closed");
  if (outbox::Outbox* outbox = opening_.outbox()) result = outbox->quarantine(settled.id, answer.reason);
  booked(settled, result);
  post_(app::SubmissionRefused{settled.id});
}

void StoreWork::book(const Settled& settled, const delivery::Retry& answer) {
  const int tries = lane_.failed(settled.id, answer.after_s, now());
  parts_.log.info("delivery.retry",
                  {{"reference", settled.reference.value}, {"reason", answer.reason}, {"tries", tries}});
}

// An answer that could not be booked is asked for again: the backend repeats its receipt.
void StoreWork::booked(const Settled& settled, const Result<void>& result) {
  if (result || result.error().code == ErrorCode::not_found) {
    lane_.settled(settled.id, now());
    return;
  }
  parts_.log.alarm("outbox.booking_failed",
                   {{"reference", settled.reference.value}, {"detail", result.error().detail}});
  lane_.failed(settled.id, std::nullopt, now());
  note_trouble(result.error());
}

// By parts, oldest first, so that a long queue does not fill the memory. The next part is read only when
// every known record has been tried: some that fail for long never hide those behind them.
void StoreWork::read_backlog() {
  constexpr int kAtATime = 64;
  constexpr int kLongQueue = 50;
  outbox::Outbox* outbox = opening_.outbox();
  if (outbox == nullptr || backlog_read_ || !lane_.all_tried()) return;
  const int limit = lane_.size() + kAtATime;
  const Result<std::vector<outbox::Record>> records = outbox->pending(limit);
  if (!records) return opening_.close_after(records.error());
  if (!std::exchange(started_, true) && static_cast<int>(records->size()) > kLongQueue) {
    lane_.spread_start(now());
  }
  for (const outbox::Record& record : *records) {
    if (!unconfirmed_.contains(record.id)) lane_.add_backlog(record.id, now());
  }
  backlog_read_ = static_cast<int>(records->size()) < limit;
}

void StoreWork::send_due() {
  if (opening_.outbox() == nullptr) return;
  for (const SubmissionId& id : lane_.take_due(now())) {
    outbox::Outbox* outbox = opening_.outbox();
    Result<std::optional<outbox::Record>> record = fail(ErrorCode::io, "the outbox is closed");
    if (outbox != nullptr) record = outbox->find_pending(id);
    if (!record) {
      lane_.failed(id, std::nullopt, now());
      note_trouble(record.error());
    } else if (!*record) {
      lane_.settled(id, now());
    } else {
      deliver_(Deliver{std::move(**record)});
    }
  }
}

void StoreWork::check_age() {
  outbox::Outbox* outbox = opening_.outbox();
  if (outbox == nullptr || !age_.due(now())) return;
  const Result<outbox::Counts> counts = outbox->counts();
  if (!counts) return opening_.close_after(counts.error());
  age_.check(*counts, parts_.clock.utc_ms(), now());
}

void StoreWork::note_trouble(const Error& error) {
  const bool broken = error.code == ErrorCode::io || error.code == ErrorCode::corrupt;
  if (broken && opening_.outbox() != nullptr) opening_.close_after(error);
}

}  // namespace lotsen::runtime
