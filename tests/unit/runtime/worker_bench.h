// What the tests of the workers share: keys, a disk, a log, sample submissions.
#pragma once
#include "kiosk/runtime/worker_parts.h"
#include "services/sealing/envelope.h"
#include "services/sealing/signing.h"
#include "services/submission/submission.h"
#include "tests/support/fake_http.h"
#include "tests/support/kept_log.h"
#include "tests/support/temp_folder.h"
#include "tests/unit/runtime/kept_disk.h"

namespace lotsen::tests {

inline constexpr UtcMs kCreated = 1'795'269'787'120;

// A UUID that spells a short name, so that tests can speak of "one" and "two".
inline SubmissionId id_of(const std::string& name) {
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string spelt;
  for (const char c : name) {
    spelt += kHex[static_cast<unsigned char>(c) >> 4];
    spelt += kHex[static_cast<unsigned char>(c) & 15];
  }
  spelt.resize(12, '0');
  return SubmissionId{"00000000-0000-4000-8000-" + spelt};
}

inline Submission sample_submission(const std::string& id) {
  Submission submission;
  submission.id = id_of(id);
  submission.reference = CaseReference{"SC-" + id};
  submission.access_code = Secret("4F7K-22MN");
  submission.form = FormId{"fault_report"};
  submission.form_version = 1;
  submission.language = "sv";
  submission.created = kCreated;
  submission.answers[QuestionId{"location"}].values.emplace_back("Storgatan 12 by the bridge");
  return submission;
}

inline outbox::Record sample_record(const std::string& id, UtcMs created = kCreated) {
  return {id_of(id), CaseReference{"SC-" + id}, "sealed " + id, "signature", created};
}

struct BenchKeys {
  TempFolder folder;
  sealing::BackendSecretKeys backend = *sealing::backend_keys(folder.path() / "backend.key");
  sealing::KioskSecretKey kiosk = *sealing::kiosk_key(folder.path() / "kiosk.key");

  runtime::WorkerKeys of_worker() const { return {kiosk, backend.public_keys}; }
  Receipt receipt(const SubmissionId& id, const std::string& body) const {
    Receipt made{id, CaseReference{"SC-7K3Q-M9PX-T"}, sealing::digest(body), kCreated + 5, ""};
    sealing::sign(made, backend);
    return made;
  }
  http::Reply receipt_for(const http::Request& request) const {
    std::string id;
    for (const auto& [name, value] : request.headers) {
      if (name == "Idempotency-Key") id = value.substr(1, value.size() - 2);
    }
    return {201, "application/json", std::nullopt, to_json(receipt(SubmissionId{id}, request.body))};
  }
};

}  // namespace lotsen::tests
