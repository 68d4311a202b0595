#include "services/backend/store/sqlite_cases.h"

namespace lotsen::store {
namespace {

// One statement decides: a look first and an insert afterwards would let twins through.
constexpr const char* kInsertCase =
    "INSERT INTO cases (submission_id, digest, reference, access_code_hash, kiosk, form, form_version, "
    "language,"
    " created_ms, received_ms, state, answers, receipt)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'registered', ?, ?) ON CONFLICT DO NOTHING";

void bind_case(SQLite::Statement& insert, const NewCase& c) {
  const std::string answers(c.answers.view());
  insert.bind(1, c.submission.value);
  insert.bind(2, c.digest);
  insert.bind(3, c.reference.value);
  insert.bind(4, c.access_code_hash);
  insert.bind(5, c.kiosk.value);
  insert.bind(6, c.form.value);
  insert.bind(7, c.form_version);
  insert.bind(8, c.language);
  insert.bind(9, c.created);
  insert.bind(10, c.received);
  insert.bind(11, answers);
  insert.bind(12, c.receipt);
}

void insert_event(Statements& statements, std::int64_t case_id, const CaseEvent& event) {
  SQLite::Statement& insert =
      statements.ready("INSERT INTO case_events (case_id, at_ms, kind) VALUES (?, ?, ?)");
  insert.bind(1, case_id);
  insert.bind(2, event.at);
  insert.bind(3, event.kind);
  insert.exec();
}

std::vector<CaseEvent> select_events(Statements& statements, std::int64_t case_id) {
  SQLite::Statement& select =
      statements.ready("SELECT at_ms, kind FROM case_events WHERE case_id = ? ORDER BY id");
  select.bind(1, case_id);
  std::vector<CaseEvent> events;
  for (Rows rows(select); rows.next();) events.push_back({rows.integer(0), rows.text(1)});
  return events;
}

}  // namespace

Registered insert_case(SQLite::Database& database, Statements& statements, const NewCase& new_case) {
  SQLite::Statement& insert = statements.ready(kInsertCase);
  bind_case(insert, new_case);
  const int inserted = insert.exec();
  insert.clearBindings();  // the answers stay no longer than needed
  if (inserted == 1) {
    insert_event(statements, database.getLastInsertRowid(), {new_case.received, "registered"});
    return Inserted{};
  }
  const std::optional<KnownSubmission> known = select_submission(statements, new_case.submission);
  if (known) return *known;
  return ReferenceTaken{};
}

std::optional<KnownSubmission> select_submission(Statements& statements, const SubmissionId& id) {
  SQLite::Statement& select = statements.ready("SELECT digest, receipt FROM cases WHERE submission_id = ?");
  select.bind(1, id.value);
  Rows rows(select);
  if (!rows.next()) return std::nullopt;
  return KnownSubmission{rows.text(0), rows.text(1)};
}

std::optional<CaseRow> select_case(Statements& statements, const CaseReference& reference) {
  SQLite::Statement& select = statements.ready(
      "SELECT id, access_code_hash, form, form_version, language, state, received_ms FROM cases"
      " WHERE reference = ?");
  select.bind(1, reference.value);
  Rows rows(select);
  if (!rows.next()) return std::nullopt;
  CaseRow row{reference,    rows.text(1), {rows.text(2)},  rows.small(3),
              rows.text(4), rows.text(5), rows.integer(6), {}};
  row.events = select_events(statements, rows.integer(0));
  return row;
}

}  // namespace lotsen::store
