// Store: what the backend keeps. The use cases speak to this interface only; tests/contract proves that every
// implementation behaves alike. One thread only (the StoreThread, or a sub-command's main): every call blocks
// for at most a few disk accesses, commit() for one fsync. Errors: io, full, corrupt from the database beside
// those named at the call.
#pragma once
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "services/core/clock.h"
#include "services/core/ids.h"
#include "services/core/result.h"
#include "services/core/secret.h"

namespace lotsen::store {

struct KioskRow {
  KioskId id;
  std::string public_key;  // text of sealing::to_text
  bool operator==(const KioskRow&) const = default;
};

struct FormVersion {
  FormId form;
  int version = 0;
  std::string digest;
  std::string source;  // JSON
  bool operator==(const FormVersion&) const = default;
};

struct NewCase {
  SubmissionId submission;
  std::string digest;  // of the request body
  CaseReference reference;
  std::string access_code_hash;
  KioskId kiosk;
  FormId form;
  int form_version = 0;
  std::string language;
  UtcMs created = 0;
  UtcMs received = 0;
  Secret answers;       // JSON
  std::string receipt;  // JSON, signed
};

// What became of a case that was handed in.
struct Inserted {};
struct KnownSubmission {  // the same submission was registered before
  std::string digest;
  std::string receipt;
};
struct ReferenceTaken {};  // by another submission
using Registered = std::variant<Inserted, KnownSubmission, ReferenceTaken>;

struct CaseEvent {
  UtcMs at = 0;
  std::string kind;  // "registered"
  bool operator==(const CaseEvent&) const = default;
};

// A case as its visitor may follow it: without the answers.
struct CaseRow {
  CaseReference reference;
  std::string access_code_hash;
  FormId form;
  int form_version = 0;
  std::string language;
  std::string state;
  UtcMs received = 0;
  std::vector<CaseEvent> events;  // oldest first
};

struct HelpCallRow {
  HelpCallId id;
  KioskId kiosk;
  UtcMs called = 0;
  std::optional<UtcMs> acknowledged;
  bool operator==(const HelpCallRow&) const = default;
};

class Store {
 public:
  virtual ~Store() = default;

  // Runs the changes in order and makes what they wrote durable with one commit. A change that returns an
  // error is undone by itself, the others stand. An error of commit() itself means that nothing may be
  // acknowledged (a COMMIT that failed is "unknown", not "no").
  using Change = std::function<Result<void>()>;
  virtual Result<void> commit(std::span<const Change> changes) = 0;

  // All that follow are called inside commit(), except reads, which may stand alone.

  // Writes the case and its first event, or says who holds its submission id or reference already.
  virtual Result<Registered> register_case(const NewCase& new_case) = 0;
  virtual Result<std::optional<KnownSubmission>> find_submission(const SubmissionId& id) = 0;
  virtual Result<std::optional<CaseRow>> find_case(const CaseReference& reference) = 0;
  virtual Result<std::int64_t> count_cases() = 0;

  // Adds the kiosk, or replaces its key.
  virtual Result<void> put_kiosk(const KioskRow& kiosk, UtcMs now) = 0;
  virtual Result<std::optional<KioskRow>> find_kiosk(const KioskId& id) = 0;

  // conflict: that version was published with another digest. The same again changes nothing.
  virtual Result<void> publish_form(const FormVersion& form, UtcMs now) = 0;
  virtual Result<std::vector<FormVersion>> form_versions() = 0;  // by form, then version

  // The first call under an id counts; returns what is kept under it.
  virtual Result<HelpCallRow> put_help_call(const HelpCallRow& call) = 0;
  virtual Result<std::optional<HelpCallRow>> find_help_call(const HelpCallId& id) = 0;
  virtual Result<std::vector<HelpCallRow>> waiting_help_calls(UtcMs called_after) = 0;  // oldest first
  // The first acknowledgement counts. not_found: no such call.
  virtual Result<void> acknowledge_help_call(const HelpCallId& id, UtcMs now) = 0;

  // Whether it can read; inside commit(), which begins to write, whether it can do that too.
  virtual Result<void> probe() = 0;
};

}  // namespace lotsen::store
