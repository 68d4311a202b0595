// "Memory belongs to the visit": once a visit has ended, nothing that was typed in it is left in the kiosk,
// not in its memory and not in its files; and at no moment is it in a file.
#include "tests/support/catch.h"
#include "tests/support/memory_scan.h"
#include "tests/support/visitor.h"

namespace lotsen::tests {
namespace {

using Texts = std::vector<std::string>;

// Ten markers. Words that the programs, their forms and their libraries do not hold themselves.
const std::string kFirstPlace = "Kvarnbacken 77";
const std::string kPlace = "Ugglestigen 5B";
const std::string kMark = "Stolpe-90417";
const Texts kWords = {"Ljuspunkten", "Björkdungen", "Ingegerdsson", "törnrosblad"};
const std::string kDescription = "Ljuspunkten vid Björkdungen: fråga Ingegerdsson om törnrosblad.";
const std::string kPhone = "0701740633";
const std::string kGroupedPhone = "070-174 06 33";
const std::string kEmail = "tallkotten77@exempel.se";

Texts joined(Texts all, const Texts& more) {
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

const Texts kAll = joined(kWords, {kFirstPlace, kPlace, kMark, kPhone, kGroupedPhone, kEmail});

// A visit that is looked at from outside, step by step.
class WatchedVisit {
 public:
  explicit WatchedVisit(const Words& settings = {}) : visitor_((site_.start_backend(), site_), settings) {}

  // The kiosk is at rest and shows what these lines led to; its files hold nothing of the visitor.
  Shown then(std::string_view lines) {
    visitor_.does(lines);
    const Shown shown = visitor_.shown();
    const std::vector<Remnant> written = remnants_in_files(site_.kiosk_data(), secrets_);
    INFO(to_text(written));
    CHECK(written.empty());
    return shown;
  }

  void check_in_memory(const std::string& text) {
    INFO(text);
    CHECK_FALSE(remnants_in_memory(visitor_.kiosk().pid(), {text}).empty());
  }

  // Workers finish what they hold in their own time, but at once for a person.
  void check_nothing_left() {
    constexpr int kAtOnceMs = 2'000;
    std::vector<Remnant> left;
    eventually([&] { return (left = remnants_in_memory(visitor_.kiosk().pid(), secrets_)).empty(); },
               kAtOnceMs);
    INFO(to_text(left));
    CHECK(left.empty());
    CHECK(remnants_in_files(site_.folder() / "kiosk", secrets_).empty());
    CHECK(visitor_.kiosk().errors().find(kPlace) == std::string::npos);
    visitor_.leaves();
  }

  void keep_secret(const std::string& text) { secrets_.push_back(text); }
  Visitor& visitor() { return visitor_; }
  Site& site() { return site_; }

 private:
  Site site_;
  Visitor visitor_;
  Texts secrets_ = kAll;
};

std::string erased(std::size_t count) {
  std::string lines = "key End\n";
  for (std::size_t i = 0; i < count; ++i) lines += "key Backspace\n";
  return lines;
}

std::string typed(const std::string& id, const std::string& text) {
  return "type " + id + " \"" + text + "\"\n";
}

// To the question of contact: typed wrong and mended, by a keyboard and on the screen, and gone back to.
void type_fault(WatchedVisit& visit) {
  visit.visitor().starts_fault_report();
  visit.then(typed("q.location", kFirstPlace + "q") + "key Backspace");
  visit.check_in_memory(kFirstPlace);
  visit.then("press key.done\n" + typed("q.mark", kMark.substr(0, kMark.size() - 2)) +
             "press key.1\npress key.7");
  visit.check_in_memory(kMark);
  visit.then("press key.done\npress nav.next\n" + typed("q.description", kDescription));
  visit.then("press key.done\npress nav.back\nwait q.location\npress nav.next\nwait q.description");
  for (const std::string& word : kWords) visit.check_in_memory(word);
  visit.then("press nav.next\nwait q.contact.sms");
}

// To the check page: a telephone number first, then an e-mail address; another place after all.
void change_mind(WatchedVisit& visit) {
  visit.then("press q.contact.sms\n" + typed("q.phone", kPhone));
  visit.check_in_memory(kPhone);
  visit.then("press key.done\npress nav.next\nwait review.send");
  visit.check_in_memory(kGroupedPhone);
  visit.then("press review.edit.contact\nwait q.contact.email\npress q.contact.email\n" +
             typed("q.email", kEmail));
  visit.check_in_memory(kEmail);
  visit.then("press key.done\npress nav.next\npress review.edit.location\npress q.location\n" +
             erased(kFirstPlace.size()) + typed("q.location", kPlace));
  visit.check_in_memory(kPlace);
  visit.then("press key.done\npress nav.next\nwait review.send");
}

void send(WatchedVisit& visit, const std::string& status) {
  Shown receipt = visit.then("press review.send\nexpect receipt.status \"" + status + "\" 10s");
  visit.keep_secret(receipt["receipt.code"].value);
  visit.check_in_memory(receipt["receipt.code"].value);
}

}  // namespace

TEST_CASE("nothing of a visit is left in the kiosk once its receipt is put away") {
  WatchedVisit visit;
  type_fault(visit);
  change_mind(visit);
  send(visit, "Inskickat");
  visit.then("press nav.next\nwait home.services");
  visit.check_nothing_left();
  CHECK(visit.site().cases_with_answer(kPlace) == 1);
}

TEST_CASE("nothing of a visit is left in plain text while it waits in the outbox") {
  WatchedVisit visit;
  type_fault(visit);
  change_mind(visit);
  visit.then("offline");
  send(visit, "Sparat");
  visit.then("press nav.next\nwait home.services");
  visit.check_nothing_left();
}

TEST_CASE("nothing of a visit is left in the kiosk once it is cancelled") {
  WatchedVisit visit;
  type_fault(visit);
  change_mind(visit);
  visit.then("press nav.cancel\nwait home.services");
  visit.check_nothing_left();
  CHECK(visit.site().cases() == 0);
}

TEST_CASE("nothing of a visit is left in the kiosk once it was left idle, in the middle of a field") {
  WatchedVisit visit;
  type_fault(visit);
  visit.then("press q.contact.email\n" + typed("q.email", kEmail));
  visit.then("idle 90s\nwait idle.stay");
  visit.then("idle 30s\nwait home.services");
  visit.check_nothing_left();
}

}  // namespace lotsen::tests
