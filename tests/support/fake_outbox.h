// An outbox in memory, with the troubles of a disk at a switch. Held to the same contract as the real one.
#pragma once
#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "kiosk/outbox/outbox.h"

namespace lotsen::tests {

class FakeOutbox : public outbox::Outbox {
 public:
  bool full = false;                    // put gives `full`, has_room says no
  bool room = true;                     // what has_room says otherwise
  std::optional<Error> broken;          // every call gives this
  std::optional<Error> commit_unknown;  // put gives this once, and has kept the record all the same

  Result<void> put(const outbox::Record& record) override {
    if (broken) return tl::unexpected(*broken);
    if (record.id.value.empty() || record.body.empty()) return fail(ErrorCode::bad_input, "empty record");
    if (const Kept* kept = find(record.id)) {
      if (same(kept->record, record)) return {};
      return fail(ErrorCode::conflict, "the id is another record's");
    }
    if (full) return fail(ErrorCode::full, "full");
    kept_.push_back({record, State::pending, {}, {}});
    if (!commit_unknown) return {};
    return tl::unexpected(*std::exchange(commit_unknown, std::nullopt));
  }

  Result<std::vector<outbox::Record>> pending(int limit) override {
    if (broken) return tl::unexpected(*broken);
    std::vector<outbox::Record> found;
    for (const Kept& kept : kept_) {
      if (kept.state == State::pending && static_cast<int>(found.size()) < limit)
        found.push_back(kept.record);
    }
    return found;
  }

  Result<std::optional<outbox::Record>> find_pending(const SubmissionId& id) override {
    if (broken) return tl::unexpected(*broken);
    const Kept* kept = find(id);
    return kept && kept->state == State::pending ? std::optional(kept->record) : std::nullopt;
  }

  Result<void> acknowledge(const Receipt& receipt) override {
    if (broken) return tl::unexpected(*broken);
    Kept* kept = find(receipt.id);
    if (!kept) return fail(ErrorCode::not_found, "no such record");
    if (kept->state != State::acknowledged) *kept = {kept->record, State::acknowledged, receipt, {}};
    return {};
  }

  Result<void> quarantine(const SubmissionId& id, const std::string& reason) override {
    if (broken) return tl::unexpected(*broken);
    Kept* kept = find(id);
    if (!kept || kept->state == State::acknowledged) return fail(ErrorCode::not_found, "no such record");
    if (kept->state == State::pending) *kept = {kept->record, State::quarantined, {}, reason};
    return {};
  }

  Result<outbox::Counts> counts() override {
    if (broken) return tl::unexpected(*broken);
    outbox::Counts counts;
    for (const Kept& kept : kept_) {
      if (kept.state == State::quarantined) ++counts.quarantined;
      if (kept.state != State::pending) continue;
      ++counts.pending;
      if (!counts.oldest_pending) counts.oldest_pending = kept.record.created;
    }
    return counts;
  }

  Result<bool> has_room() override {
    if (broken) return tl::unexpected(*broken);
    return room && !full;
  }

  // For tests that ask what became of a record.
  std::optional<Receipt> receipt_of(const SubmissionId& id) {
    const Kept* kept = find(id);
    return kept && kept->state == State::acknowledged ? std::optional(kept->receipt) : std::nullopt;
  }
  std::optional<std::string> quarantined_because(const SubmissionId& id) {
    const Kept* kept = find(id);
    return kept && kept->state == State::quarantined ? std::optional(kept->reason) : std::nullopt;
  }

 private:
  enum class State { pending, quarantined, acknowledged };
  struct Kept {
    outbox::Record record;
    State state;
    Receipt receipt;
    std::string reason;
  };

  static bool same(const outbox::Record& a, const outbox::Record& b) {
    return a.reference == b.reference && a.body == b.body && a.signature == b.signature &&
           a.created == b.created;
  }
  Kept* find(const SubmissionId& id) {
    const auto found =
        std::find_if(kept_.begin(), kept_.end(), [&](const Kept& k) { return k.record.id == id; });
    return found == kept_.end() ? nullptr : &*found;
  }

  std::vector<Kept> kept_;
};

}  // namespace lotsen::tests
