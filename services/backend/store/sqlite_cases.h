// Inside backend/store: the rows of cases. Throws SQLite::Exception; SqliteStore guards the calls.
#pragma once
#include "services/backend/store/sqlite_statements.h"
#include "services/backend/store/store.h"

namespace lotsen::store {

Registered insert_case(SQLite::Database& database, Statements& statements, const NewCase& new_case);
std::optional<KnownSubmission> select_submission(Statements& statements, const SubmissionId& id);
std::optional<CaseRow> select_case(Statements& statements, const CaseReference& reference);

}  // namespace lotsen::store
