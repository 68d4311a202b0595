// A disk for outboxes: what was put stays when an outbox is opened anew. Fails as a test says. Any thread.
#pragma once
#include <algorithm>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <type_traits>

#include "kiosk/outbox/outbox.h"

namespace lotsen::tests {

class KeptDisk {
 public:
  struct PutFault {
    ErrorCode code;
    bool kept;  // the COMMIT happened all the same
  };

  void fail_next_put(ErrorCode code, bool kept = false) {
    with([&] { put_faults_.push_back({code, kept}); });
  }
  void fail_next_booking() {
    with([&] { ++booking_faults_; });
  }
  void fail_opening(std::optional<ErrorCode> code) {
    with([&] { open_fault_ = code; });
  }
  void set_room(Result<bool> room) {
    with([&] { room_ = std::move(room); });
  }
  void add(outbox::Record record) {
    with([&] { pending_.push_back(std::move(record)); });
  }

  std::vector<outbox::Record> pending() const {
    return with([&] { return pending_; });
  }
  std::map<SubmissionId, Receipt> receipts() const {
    return with([&] { return receipts_; });
  }
  std::map<SubmissionId, std::string> quarantined() const {
    return with([&] { return quarantined_; });
  }
  int most_read_at_once() const {
    return with([&] { return most_read_; });
  }
  Result<std::unique_ptr<outbox::Outbox>> open();

 private:
  friend class DiskOutbox;
  template <class Work>
  std::invoke_result_t<Work> with(Work work) const {
    const std::lock_guard lock(mutex_);
    return work();
  }
  std::vector<outbox::Record>::iterator find(const SubmissionId& id) {
    return std::find_if(pending_.begin(), pending_.end(),
                        [&](const auto& record) { return record.id == id; });
  }
  Result<void> put(const outbox::Record& record) {
    const auto old = find(record.id);
    if (old != pending_.end() && old->body != record.body) return fail(ErrorCode::conflict, "other bytes");
    std::optional<PutFault> fault;
    if (!put_faults_.empty()) {
      fault = put_faults_.front();
      put_faults_.pop_front();
    }
    if (old == pending_.end() && (!fault || fault->kept)) pending_.push_back(record);
    if (fault) return fail(fault->code, "a put that fails");
    return {};
  }
  Result<void> remove(const SubmissionId& id) {
    if (booking_faults_ > 0) {
      --booking_faults_;
      return fail(ErrorCode::io, "a booking that fails");
    }
    const auto record = find(id);
    if (record == pending_.end()) return fail(ErrorCode::not_found, "a stranger");
    pending_.erase(record);
    return {};
  }

  mutable std::mutex mutex_;
  std::vector<outbox::Record> pending_;
  std::map<SubmissionId, Receipt> receipts_;
  std::map<SubmissionId, std::string> quarantined_;
  std::deque<PutFault> put_faults_;
  std::optional<ErrorCode> open_fault_;
  Result<bool> room_ = true;
  int booking_faults_ = 0;
  int most_read_ = 0;
};

class DiskOutbox : public outbox::Outbox {
 public:
  explicit DiskOutbox(KeptDisk& disk) : disk_(disk) {}

  Result<void> put(const outbox::Record& record) override {
    return disk_.with([&] { return disk_.put(record); });
  }
  Result<std::vector<outbox::Record>> pending(int limit) override {
    std::vector<outbox::Record> records = disk_.pending();
    if (static_cast<int>(records.size()) > limit) records.resize(static_cast<std::size_t>(limit));
    disk_.with([&] { disk_.most_read_ = std::max(disk_.most_read_, static_cast<int>(records.size())); });
    return records;
  }
  Result<std::optional<outbox::Record>> find_pending(const SubmissionId& id) override {
    return disk_.with([&]() -> std::optional<outbox::Record> {
      const auto record = disk_.find(id);
      return record == disk_.pending_.end() ? std::nullopt : std::optional(*record);
    });
  }
  Result<void> acknowledge(const Receipt& receipt) override {
    return disk_.with([&] {
      Result<void> removed = disk_.remove(receipt.id);
      if (removed) disk_.receipts_.emplace(receipt.id, receipt);
      return removed;
    });
  }
  Result<void> quarantine(const SubmissionId& id, const std::string& reason) override {
    return disk_.with([&] {
      Result<void> removed = disk_.remove(id);
      if (removed) disk_.quarantined_.emplace(id, reason);
      return removed;
    });
  }
  Result<outbox::Counts> counts() override {
    return disk_.with([&] {
      outbox::Counts counts{static_cast<int>(disk_.pending_.size()), 0, std::nullopt};
      if (!disk_.pending_.empty()) counts.oldest_pending = disk_.pending_.front().created;
      return counts;
    });
  }
  Result<bool> has_room() override {
    return disk_.with([&] { return disk_.room_; });
  }

 private:
  KeptDisk& disk_;
};

inline Result<std::unique_ptr<outbox::Outbox>> KeptDisk::open() {
  if (const std::optional<ErrorCode> fault = with([&] { return open_fault_; })) {
    return fail(*fault, "a disk that does not open");
  }
  return std::make_unique<DiskOutbox>(*this);
}

}  // namespace lotsen::tests
