// MemoryStore: the Store without a disk, for tests of what stands on it. tests/contract holds it to the same
// promises as the real one. fail_commits() makes every commit fail, as a full or broken disk would.
#pragma once
#include <algorithm>
#include <map>
#include <utility>

#include "services/backend/store/store.h"

namespace lotsen::tests {

class MemoryStore : public store::Store {
 public:
  void fail_commits(bool fails) { fails_ = fails; }

  Result<void> commit(std::span<const Change> changes) override {
    const Tables before = tables_;
    for (const Change& change : changes) {
      const Tables kept = tables_;
      if (!change()) tables_ = kept;
    }
    if (!fails_) return {};
    tables_ = before;
    return fail(ErrorCode::io, "the disk is broken");
  }

  Result<store::Registered> register_case(const store::NewCase& c) override {
    if (const auto known = *find_submission(c.submission)) return store::Registered(*known);
    if (*find_case(c.reference)) return store::Registered(store::ReferenceTaken{});
    store::CaseRow row{c.reference, c.access_code_hash, c.form,     c.form_version,
                       c.language,  "registered",       c.received, {{c.received, "registered"}}};
    tables_.cases.push_back({c.submission, {c.digest, c.receipt}, std::move(row), c.answers});
    return store::Registered(store::Inserted{});
  }

  Result<std::optional<store::KnownSubmission>> find_submission(const SubmissionId& id) override {
    for (const Case& one : tables_.cases) {
      if (one.submission == id) return one.known;
    }
    return std::nullopt;
  }

  Result<std::optional<store::CaseRow>> find_case(const CaseReference& reference) override {
    for (const Case& one : tables_.cases) {
      if (one.row.reference == reference) return one.row;
    }
    return std::nullopt;
  }

  Result<std::int64_t> count_cases() override { return static_cast<std::int64_t>(tables_.cases.size()); }

  Result<void> put_kiosk(const store::KioskRow& kiosk, UtcMs) override {
    tables_.kiosks[kiosk.id] = kiosk.public_key;
    return {};
  }

  Result<std::optional<store::KioskRow>> find_kiosk(const KioskId& id) override {
    const auto found = tables_.kiosks.find(id);
    if (found == tables_.kiosks.end()) return std::nullopt;
    return store::KioskRow{id, found->second};
  }

  Result<void> publish_form(const store::FormVersion& form, UtcMs) override {
    const auto [kept, added] = tables_.forms.emplace(std::pair(form.form, form.version), form);
    if (added || kept->second.digest == form.digest) return {};
    return fail(ErrorCode::conflict, "published with other content");
  }

  Result<std::vector<store::FormVersion>> form_versions() override {
    std::vector<store::FormVersion> all;
    for (const auto& [key, form] : tables_.forms) all.push_back(form);
    return all;
  }

  Result<store::HelpCallRow> put_help_call(const store::HelpCallRow& call) override {
    return tables_.calls.emplace(call.id, call).first->second;
  }

  Result<std::optional<store::HelpCallRow>> find_help_call(const HelpCallId& id) override {
    const auto found = tables_.calls.find(id);
    return found == tables_.calls.end() ? std::nullopt : std::optional(found->second);
  }

  Result<std::vector<store::HelpCallRow>> waiting_help_calls(UtcMs called_after) override {
    std::vector<store::HelpCallRow> waiting;
    for (const auto& [id, call] : tables_.calls) {
      if (call.called > called_after && !call.acknowledged) waiting.push_back(call);
    }
    std::stable_sort(waiting.begin(), waiting.end(),
                     [](const auto& a, const auto& b) { return a.called < b.called; });
    return waiting;
  }

  Result<void> acknowledge_help_call(const HelpCallId& id, UtcMs now) override {
    const auto found = tables_.calls.find(id);
    if (found == tables_.calls.end()) return fail(ErrorCode::not_found, "no such help call");
    if (!found->second.acknowledged) found->second.acknowledged = now;
    return {};
  }

  Result<void> probe() override { return {}; }

  // The JSON kept for a case; empty when there is none.
  std::string answers_of(const CaseReference& reference) const {
    for (const Case& one : tables_.cases) {
      if (one.row.reference == reference) return std::string(one.answers.view());
    }
    return {};
  }

 private:
  struct Case {
    SubmissionId submission;
    store::KnownSubmission known;
    store::CaseRow row;
    Secret answers;
  };
  struct Tables {
    std::vector<Case> cases;
    std::map<KioskId, std::string> kiosks;
    std::map<std::pair<FormId, int>, store::FormVersion> forms;
    std::map<HelpCallId, store::HelpCallRow> calls;
  };
  Tables tables_;
  bool fails_ = false;
};

}  // namespace lotsen::tests
