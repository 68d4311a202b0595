// Api: decodes a request, calls its use case on the right thread, encodes the answer. The handlers start on
// the server's I/O thread and never block it.
#pragma once
#include <memory>

#include "services/backend/api/exchange.h"
#include "services/backend/api/routes.h"
#include "services/backend/cases/read_case.h"
#include "services/backend/cases/register_submission.h"
#include "services/backend/metrics/metrics.h"
#include "services/backend/publishing/form_archive.h"
#include "services/backend/store/store_thread.h"
#include "services/backend/work/worker_pool.h"
#include "services/core/log.h"

namespace lotsen::api {

class Api {
 public:
  // All outlive the Api; pool and store thread are stopped before it goes.
  struct Parts {
    store::StoreThread& store;
    work::WorkerPool& pool;
    const cases::RegisterSubmission& register_submission;
    cases::ReadCase& read_case;
    const publishing::FormArchive& forms;
    metrics::Metrics& metrics;
    const Clock& clock;
    Log& log;
  };
  explicit Api(const Parts& parts);

  // What can be refused from the head alone, before a body is read.
  std::optional<Response> refuse_early(const Request& head) const;
  void handle(Request request, Responder responder);

  // The handlers of the route table.
  void register_submission(Request request, Responder responder);
  void list_forms(Request request, Responder responder);
  void read_case(Request request, Responder responder);
  void call_for_help(Request request, Responder responder);
  void list_help_calls(Request request, Responder responder);
  void read_help_call(Request request, Responder responder);
  void acknowledge_help_call(Request request, Responder responder);
  void health(Request request, Responder responder);
  void metrics(Request request, Responder responder);
  void openapi(Request request, Responder responder);

 private:
  struct Passage;  // one submission on its way through the threads
  void prepare(std::unique_ptr<Passage> passage);
  void settle(std::unique_ptr<Passage> passage);
  void finish(std::unique_ptr<Passage> passage, const Result<std::size_t>& committed);
  Response response_to(const cases::Settled& settled, const Passage& passage, std::size_t batch);
  Response refused(const cases::Refusal& refusal, const KioskId* kiosk);

  Responder measured(const Route& route, Responder responder) const;

  Parts parts_;
  std::string forms_body_;
  std::string forms_etag_;
};

// Runs `change` on the store thread and answers with what it returns once that is committed.
void answer_from_store(store::StoreThread& store, work::Once<Result<Response>(store::Store&)> change,
                       Responder responder);

}  // namespace lotsen::api
