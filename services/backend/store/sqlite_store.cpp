#include "services/backend/store/sqlite_store.h"

#include "services/backend/store/migrations.h"
#include "services/backend/store/sqlite_cases.h"

namespace lotsen::store {
namespace {

// Runs `work` guarded and hands out what it returns.
template <class Work>
auto reading(const Work& work) -> Result<decltype(work())> {
  std::optional<decltype(work())> value;
  const Result<void> done = storage::guarded([&] { value.emplace(work()); });
  if (!done) return tl::unexpected(done.error());
  return std::move(*value);
}

HelpCallRow help_call_of(const Rows& rows) {
  HelpCallRow call{{rows.text(0)}, {rows.text(1)}, rows.integer(2), std::nullopt};
  if (!rows.is_null(3)) call.acknowledged = rows.integer(3);
  return call;
}

constexpr const char* kHelpCall = "SELECT id, kiosk, called_ms, acknowledged_ms FROM help_calls WHERE id = ?";

class SqliteStore : public Store {
 public:
  explicit SqliteStore(std::unique_ptr<SQLite::Database> database)
      : database_(std::move(database)), statements_(*database_) {}

  Result<void> commit(std::span<const Change> changes) override {
    return storage::in_transaction(*database_, [&] {
      for (const Change& change : changes) run_alone(change);
    });
  }

  Result<Registered> register_case(const NewCase& new_case) override {
    return reading([&] { return insert_case(*database_, statements_, new_case); });
  }

  Result<std::optional<KnownSubmission>> find_submission(const SubmissionId& id) override {
    return reading([&] { return select_submission(statements_, id); });
  }

  Result<std::optional<CaseRow>> find_case(const CaseReference& reference) override {
    return reading([&] { return select_case(statements_, reference); });
  }

  Result<std::int64_t> count_cases() override {
    return reading([&] {
      Rows rows(statements_.ready("SELECT count(*) FROM cases"));
      rows.next();
      return rows.integer(0);
    });
  }

  Result<void> put_kiosk(const KioskRow& kiosk, UtcMs now) override {
    return storage::guarded([&] {
      SQLite::Statement& put = statements_.ready(
          "INSERT INTO kiosks (id, public_key, registered_ms) VALUES (?, ?, ?)"
          " ON CONFLICT (id) DO UPDATE SET public_key = excluded.public_key,"
          " registered_ms = excluded.registered_ms WHERE public_key <> excluded.public_key");
      put.bind(1, kiosk.id.value);
      put.bind(2, kiosk.public_key);
      put.bind(3, now);
      put.exec();
    });
  }

  Result<std::optional<KioskRow>> find_kiosk(const KioskId& id) override {
    return reading([&]() -> std::optional<KioskRow> {
      SQLite::Statement& select = statements_.ready("SELECT public_key FROM kiosks WHERE id = ?");
      select.bind(1, id.value);
      Rows rows(select);
      if (!rows.next()) return std::nullopt;
      return KioskRow{id, rows.text(0)};
    });
  }

  Result<void> publish_form(const FormVersion& form, UtcMs now) override {
    const Result<std::string> kept = reading([&] { return insert_form(form, now); });
    if (!kept) return tl::unexpected(kept.error());
    if (*kept == form.digest) return {};
    return fail(ErrorCode::conflict, "form " + form.form.value + " version " + std::to_string(form.version) +
                                         " is published with other content");
  }

  Result<std::vector<FormVersion>> form_versions() override {
    return reading([&] {
      SQLite::Statement& select =
          statements_.ready("SELECT form, version, digest, source FROM form_versions ORDER BY form, version");
      std::vector<FormVersion> all;
      for (Rows rows(select); rows.next();) {
        all.push_back({{rows.text(0)}, rows.small(1), rows.text(2), rows.text(3)});
      }
      return all;
    });
  }

  Result<HelpCallRow> put_help_call(const HelpCallRow& call) override {
    return reading([&] {
      SQLite::Statement& put = statements_.ready(
          "INSERT INTO help_calls (id, kiosk, called_ms) VALUES (?, ?, ?) ON CONFLICT DO NOTHING");
      put.bind(1, call.id.value);
      put.bind(2, call.kiosk.value);
      put.bind(3, call.called);
      put.exec();
      return *select_help_call(call.id);
    });
  }

  Result<std::optional<HelpCallRow>> find_help_call(const HelpCallId& id) override {
    return reading([&] { return select_help_call(id); });
  }

  Result<std::vector<HelpCallRow>> waiting_help_calls(UtcMs called_after) override {
    return reading([&] {
      SQLite::Statement& select = statements_.ready(
          "SELECT id, kiosk, called_ms, acknowledged_ms FROM help_calls"
          " WHERE called_ms > ? AND acknowledged_ms IS NULL ORDER BY called_ms, id");
      select.bind(1, called_after);
      std::vector<HelpCallRow> calls;
      for (Rows rows(select); rows.next();) calls.push_back(help_call_of(rows));
      return calls;
    });
  }

  Result<void> acknowledge_help_call(const HelpCallId& id, UtcMs now) override {
    const Result<int> changed = reading([&] {
      SQLite::Statement& update = statements_.ready(
          "UPDATE help_calls SET acknowledged_ms = coalesce(acknowledged_ms, ?) WHERE id = ?");
      update.bind(1, now);
      update.bind(2, id.value);
      return update.exec();
    });
    if (!changed) return tl::unexpected(changed.error());
    return *changed == 1 ? Result<void>() : fail(ErrorCode::not_found, "no such help call");
  }

  Result<void> probe() override {
    return storage::guarded([&] { Rows(statements_.ready("SELECT 1 FROM kiosks LIMIT 1")).next(); });
  }

 private:
  // A savepoint of its own, so that one bad change does not spoil the batch.
  void run_alone(const Change& change) {
    statements_.ready("SAVEPOINT change").exec();
    if (!change()) statements_.ready("ROLLBACK TO change").exec();
    statements_.ready("RELEASE change").exec();
  }

  // The digest that is kept for that version, whoever published it.
  std::string insert_form(const FormVersion& form, UtcMs now) {
    SQLite::Statement& put = statements_.ready(
        "INSERT INTO form_versions (form, version, digest, source, published_ms) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT DO NOTHING");
    put.bind(1, form.form.value);
    put.bind(2, form.version);
    put.bind(3, form.digest);
    put.bind(4, form.source);
    put.bind(5, now);
    put.exec();
    SQLite::Statement& select =
        statements_.ready("SELECT digest FROM form_versions WHERE form = ? AND version = ?");
    select.bind(1, form.form.value);
    select.bind(2, form.version);
    Rows rows(select);
    rows.next();
    return rows.text(0);
  }

  std::optional<HelpCallRow> select_help_call(const HelpCallId& id) {
    SQLite::Statement& select = statements_.ready(kHelpCall);
    select.bind(1, id.value);
    Rows rows(select);
    if (!rows.next()) return std::nullopt;
    return help_call_of(rows);
  }

  std::unique_ptr<SQLite::Database> database_;
  Statements statements_;
};

Result<void> make_private_folder(const std::filesystem::path& folder) {
  std::error_code fault;
  std::filesystem::create_directories(folder, fault);
  if (!fault) {
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all, fault);
  }
  if (!fault) return {};
  return fail(ErrorCode::io, "cannot make the data directory " + folder.string() + ": " + fault.message());
}

Result<std::unique_ptr<SQLite::Database>> open_in(const std::filesystem::path& data_dir) {
  if (Result<void> made = make_private_folder(data_dir); !made) return tl::unexpected(made.error());
  return storage::open_database(data_dir / kDatabaseName, migrations(), {.exclusive = false});
}

}  // namespace

Result<std::unique_ptr<Store>> open_sqlite_store(const std::filesystem::path& data_dir) {
  auto opened = open_in(data_dir);
  if (!opened) return tl::unexpected(opened.error());
  return std::make_unique<SqliteStore>(std::move(*opened));
}

Result<std::unique_ptr<Store>> open_sqlite_store_beside(const std::filesystem::path& data_dir) {
  auto opened = open_in(data_dir);
  if (!opened) return tl::unexpected(opened.error());
  const Result<void> set = storage::guarded([&] { (*opened)->exec("PRAGMA wal_autocheckpoint = 0"); });
  if (!set) return tl::unexpected(set.error());
  return std::make_unique<SqliteStore>(std::move(*opened));
}

}  // namespace lotsen::store
