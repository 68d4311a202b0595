// POST /v1/submissions: I/O thread -> worker (signature, seal, checks) -> store thread (the effect, committed
// with all that wait) -> answer.
#include "services/backend/api/api.h"
#include "services/backend/api/problem.h"

namespace lotsen::api {
namespace {

constexpr int kMostRounds = 3;  // a kiosk's key that changes more often than that is answered as busy
constexpr int kRetryS = 5;

}  // namespace

struct Api::Passage {
  cases::Arrived arrived;
  Responder responder;
  int rounds = 0;
  std::optional<cases::Prepared> prepared;
  std::optional<cases::Settled> settled;
};

void Api::register_submission(Request request, Responder responder) {
  auto passage = std::make_unique<Passage>();
  passage->arrived = {std::move(request.body), request.header("idempotency-key"),
                      request.header("lotsen-signature").value_or("")};
  passage->responder = std::move(responder);
  prepare(std::move(passage));
}

void Api::prepare(std::unique_ptr<Passage> passage) {
  parts_.pool.post([this, passage = std::move(passage)]() mutable {
    auto prepared = parts_.register_submission.prepare(passage->arrived);
    if (!prepared) return passage->responder(refused(prepared.error(), nullptr));
    passage->prepared = std::move(*prepared);
    settle(std::move(passage));
  });
}

void Api::settle(std::unique_ptr<Passage> passage) {
  Passage& working = *passage;  // the job's second half keeps it until it is done
  parts_.store.post({[this, &working](store::Store& store) -> Result<void> {
                       Result<cases::Settled> settled =
                           parts_.register_submission.settle(store, *working.prepared);
                       if (!settled) return tl::unexpected(settled.error());
                       working.settled = std::move(*settled);
                       return {};
                     },
                     [this, passage = std::move(passage)](Result<std::size_t> committed) mutable {
                       finish(std::move(passage), committed);
                     }});
}

void Api::finish(std::unique_ptr<Passage> passage, const Result<std::size_t>& committed) {
  if (!committed) return passage->responder(respond(problems::kStoreBroken, kRetryS));
  if (std::holds_alternative<cases::KeyStale>(*passage->settled)) {
    if (++passage->rounds < kMostRounds) return prepare(std::move(passage));
    return passage->responder(respond(problems::kBusy, kRetryS));
  }
  passage->responder(response_to(*passage->settled, *passage, *committed));
}

Response Api::response_to(const cases::Settled& settled, const Passage& passage, std::size_t batch) {
  const sealing::Envelope& head = passage.prepared->head;
  if (const auto* refusal = std::get_if<cases::Refusal>(&settled)) return refused(*refusal, &head.kiosk);
  const cases::Answer& answer = std::get<cases::Answer>(settled);
  if (answer.repeated) {
    parts_.metrics.repeated();
  } else {
    parts_.metrics.registered();
    parts_.log.info("submission.registered", {{"reference", head.reference.value},
                                              {"form", head.form.value},
                                              {"version", head.form_version},
                                              {"kiosk", head.kiosk.value},
                                              {"batch", batch}});
  }
  return {answer.repeated ? 200 : 201, answer.receipt, "application/json", {{"Cache-Control", "no-store"}}};
}

Response Api::refused(const cases::Refusal& refusal, const KioskId* kiosk) {
  const std::string_view reason = cases::name_of(refusal.reason);
  parts_.metrics.refused(reason);
  // A kiosk that is not known is anybody's text.
  const bool known = kiosk != nullptr && refusal.reason != cases::Refused::kiosk_unknown;
  parts_.log.warning("submission.refused",
                     {{"reason", reason}, {"kiosk", known ? std::string_view(kiosk->value) : "unknown"}});
  return respond(refusal);
}

}  // namespace lotsen::api
