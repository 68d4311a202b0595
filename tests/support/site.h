// Site: a backend and a kiosk that know each other, with data directories of their own; the real programs.
// CMake says where the programs are. For the test's own thread.
#pragma once
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "tests/support/program.h"
#include "tests/support/raw_http.h"
#include "tests/support/temp_folder.h"

namespace lotsen::tests {

using Words = std::vector<std::string>;

Words kiosk_program();  // the file alone
Words backend_program();
std::filesystem::path source_folder();

// key=value as the programs take them, in front of each a --set.
Words with_settings(Words words, const Words& settings);

class Site {
 public:
  Site();  // keys are made and the kiosk is registered; nothing runs yet
  Site(const Site&) = delete;
  Site& operator=(const Site&) = delete;

  const std::filesystem::path& folder() const { return folder_.path(); }
  std::filesystem::path kiosk_data() const { return folder() / "kiosk"; }
  std::filesystem::path backend_data() const { return folder() / "backend"; }
  std::filesystem::path out() const { return folder() / "out"; }

  // At the same port each time, once it has one.
  void start_backend();
  void use_port(std::uint16_t port) { port_ = port; }
  Program& backend() { return *backend_; }
  std::string backend_url() const;

  // The key that the kiosk has now takes the place of the one it had.
  void register_kiosk_anew() const;

  // The kiosk's command line; later settings win. It asks for a backend that answers quickly or not at all.
  Words kiosk(const Words& settings = {}) const;
  Ended run_visit(const std::filesystem::path& script, const Words& settings = {}) const;

  RawReply get(const std::string& path, const std::map<std::string, std::string>& headers = {}) const;
  RawReply post(const std::string& path) const;

  // Out of the backend's database, beside it.
  int cases_with_reference(const std::string& reference) const;
  int cases_with_answer(const std::string& part) const;
  int cases() const;

 private:
  int count(const std::string& condition, const std::string& value) const;

  TempFolder folder_;
  std::uint16_t port_ = 0;
  std::unique_ptr<Program> backend_;
};

std::string text_of(const std::filesystem::path& file);
std::string size_of_png(const std::filesystem::path& file);  // "1920x1080"; empty when it is no whole header
bool is_one_line(const std::string& text);

}  // namespace lotsen::tests
