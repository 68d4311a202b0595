#include "services/backend/commands.h"

#include <fstream>
#include <iterator>

#include "services/backend/store/sqlite_store.h"
#include "services/sealing/keys.h"

namespace lotsen::backend {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kLongestKeyFile = 4'096;

Result<std::string> read_text(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::string text;
  if (in) text.assign(std::istreambuf_iterator<char>(in), {});
  if (!in || text.empty()) return fail(ErrorCode::bad_input, "cannot read the key file " + file.string());
  if (text.size() > kLongestKeyFile)
    return fail(ErrorCode::bad_input, file.string() + " is too long for a key");
  return text;
}

// Beside and renamed, so that a kiosk that looks meanwhile never reads half a key.
Result<void> write_text(const fs::path& file, const std::string& text) {
  fs::path part = file;
  part += ".part";
  std::ofstream out(part, std::ios::binary | std::ios::trunc);
  out << text;
  out.close();
  std::error_code fault;
  if (out) fs::rename(part, file, fault);
  if (out && !fault) return {};
  return fail(ErrorCode::io, "cannot write " + file.string());
}

Result<void> make_private(const fs::path& folder) {
  std::error_code fault;
  fs::create_directories(folder, fault);
  if (!fault) fs::permissions(folder, fs::perms::owner_all, fault);
  if (!fault) return {};
  return fail(ErrorCode::io, "cannot make the data directory " + folder.string() + ": " + fault.message());
}

}  // namespace

Result<void> init(const BackendSettings& settings) {
  if (Result<void> made = make_private(settings.data_dir); !made) return made;
  const Result<sealing::BackendSecretKeys> keys = sealing::backend_keys(settings.data_dir / "backend.keys");
  if (!keys) return tl::unexpected(keys.error());
  return write_text(settings.data_dir / "backend.pub", sealing::to_text(keys->public_keys));
}

Result<void> register_kiosk(const BackendSettings& settings, const KioskId& id, const fs::path& key_file,
                            fleet::Replace replace, const Clock& clock) {
  const Result<std::string> text = read_text(key_file);
  if (!text) return tl::unexpected(text.error());
  auto store = store::open_sqlite_store_beside(settings.data_dir);
  if (!store) return tl::unexpected(store.error());
  Result<void> done = fleet::register_kiosk(**store, id, *text, replace, clock.utc_ms());
  if (!done && done.error().code == ErrorCode::bad_input) {
    return fail(ErrorCode::bad_input, key_file.string() + ": " + done.error().detail);
  }
  return done;
}

}  // namespace lotsen::backend
