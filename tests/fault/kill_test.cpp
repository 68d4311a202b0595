// The kiosk and the backend are killed with SIGKILL while visitors send: what a visitor was given a number
// for is registered, once, whatever was killed when.
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <random>

#include "tests/support/catch.h"
#include "tests/support/visitor.h"

namespace lotsen::tests {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr int kKills = 50;

// LOTSEN_SEED repeats a run.
unsigned seed() {
  const char* given = std::getenv("LOTSEN_SEED");
  return given == nullptr ? std::random_device()() : static_cast<unsigned>(std::strtoul(given, nullptr, 10));
}

struct Visit {
  std::string place;  // no other visit has it
  std::string reference = {};
};

enum class Victim { kiosk, backend };

class Reception {
 public:
  explicit Reception(unsigned dice_seed) : dice_(dice_seed) {
    site_.start_backend();
    open_kiosk();
    const auto begin = steady_clock::now();
    fill_in();
    send_and_see();
    usual_ms_ =
        static_cast<int>(std::chrono::duration_cast<milliseconds>(steady_clock::now() - begin).count());
  }

  void visit_and_kill() {
    constexpr int kSavingMs = 60;  // a save, a delivery and its receipt
    const Victim victim = draw(1) == 0 ? Victim::kiosk : Victim::backend;
    const bool while_saving = draw(1) == 0;
    // Then only the outbox has what the visitor was given a number for.
    if (victim == Victim::kiosk && draw(1) == 0) visitor_->does("offline");
    fill_in();
    if (while_saving) visitor_->shown();
    visitor_->does("press review.send\nwait receipt.reference 20s");
    see_until(steady_clock::now() + milliseconds(draw(while_saving ? kSavingMs : usual_ms_)));
    if (victim == Victim::kiosk) return renew_kiosk();
    site_.backend().kill_now();
    see(visitor_->shown());  // the visitor has a receipt without the backend as well
    visitor_->finishes();
    site_.start_backend();
  }

  void check_all_there_once() {
    int shown = 0;
    for (const Visit& visit : visits_) {
      CAPTURE(visit.place, visit.reference);
      if (!visit.reference.empty()) {
        CHECK(eventually([&] { return site_.cases_with_reference(visit.reference) == 1; }));
        ++shown;
      }
      CHECK(site_.cases_with_answer('"' + visit.place + '"') <= 1);
    }
    CHECK(shown >= kKills / 2);  // or the test tests nothing
    check_calm();
  }

 private:
  int draw(int most) { return std::uniform_int_distribution(0, most)(dice_); }

  void open_kiosk() {
    visitor_.reset();  // one kiosk at a time uses the outbox
    visitor_.emplace(site_);
  }

  void renew_kiosk() {
    visitor_->kiosk().kill_now();
    check_calm();
    open_kiosk();
  }

  // A kill is no damage, and nobody has to come for it.
  void check_calm() {
    const std::string said = visitor_->kiosk().errors();
    INFO(said);
    CHECK(said.find(" alarm ") == said.npos);
  }

  void fill_in() {
    visits_.push_back({"Lyktgatan " + std::to_string(visits_.size())});
    visitor_->starts_fault_report();
    visitor_->fills_in(visits_.back().place);
  }

  void send_and_see() {
    visitor_->does("press review.send\nwait receipt.reference 20s");
    see(visitor_->shown());
    visitor_->finishes();
  }

  void see(const Shown& shown) {
    if (const std::string reference = reference_in(shown); !reference.empty())
      visits_.back().reference = reference;
  }

  void see_until(steady_clock::time_point moment) {
    for (milliseconds left{};
         (left = std::chrono::ceil<milliseconds>(moment - steady_clock::now())).count() > 0;) {
      if (const auto shown = visitor_->shown_within(static_cast<int>(left.count()))) see(*shown);
    }
  }

  std::mt19937 dice_;
  Site site_;
  std::optional<Visitor> visitor_;
  std::vector<Visit> visits_;
  int usual_ms_ = 0;
};

}  // namespace

TEST_CASE("whenever the kiosk or the backend is killed, what a visitor has a number for is registered once") {
  const unsigned dice_seed = seed();
  INFO("LOTSEN_SEED=" << dice_seed);
  Reception reception(dice_seed);
  for (int kill = 0; kill < kKills; ++kill) {
    INFO("kill " << kill);
    reception.visit_and_kill();
  }
  reception.check_all_there_once();
}

}  // namespace lotsen::tests
