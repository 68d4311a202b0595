// Visits in other languages and with other looks of the screen: where things lie, and what reaches the
// backend.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "tests/support/catch.h"
#include "tests/support/visitor.h"

namespace lotsen::tests {
namespace {

using nlohmann::json;

void hold(Site& site, const std::string& name) {
  site.start_backend();
  const Ended ended = site.run_visit(source_folder() / "tests" / "visits" / (name + ".visit"));
  INFO(ended.errors);
  REQUIRE(ended.status == 0);
}

json listed(const Site& site, const std::string& name) {
  return json::parse(text_of(site.out() / (name + ".json")));
}

json element(const json& list, const std::string& id) {
  const auto found = std::ranges::find_if(list, [&](const json& e) { return e.at("id") == id; });
  INFO(id);
  REQUIRE(found != list.end());
  return *found;
}

double left(const json& list, const std::string& id) {
  return element(list, id).at("box").at(0);
}

bool is_pressable(const json& element) {
  const std::string role = element.at("role");
  return role != "heading" && role != "text" && role != "status" && role != "error";
}

std::string text_in(const Site& site, const std::string& file) {
  return text_of(site.out() / file);
}

}  // namespace

TEST_CASE("a visitor who reads Arabic meets mirrored pages, and what was typed arrives as it was typed") {
  Site site;
  hold(site, "arabic");
  const json home = listed(site, "arabic_home");
  CHECK(left(home, "header.municipality") > 960);
  CHECK(left(home, "lang.more") < 200);
  CHECK(left(home, "home.services") > 960);
  CHECK(left(home, "access.contrast") > left(home, "help.staff"));
  const json kind = listed(site, "arabic_kind");
  CHECK(left(kind, "nav.next") < left(kind, "nav.back"));
  CHECK(left(kind, "q.kind.street") > left(kind, "q.kind.park"));
  CHECK(text_in(site, "arabic_review.txt").find("قرب موقف الحافلات") != std::string::npos);
  CHECK(text_in(site, "arabic_receipt.txt").find("تم الإرسال") != std::string::npos);
  CHECK(site.cases_with_answer("شارع ستورغاتان 12، قرب موقف الحافلات") == 1);
  CHECK(site.cases() == 1);
}

TEST_CASE("a telephone number in the middle of a Dari sentence arrives with its digits in order") {
  Site site;
  hold(site, "dari_phone");
  CHECK(site.cases_with_answer("به شمارهٔ 070-174 06 05 زنگ بزنید، بعد از ساعت 17.30.") == 1);
  CHECK(site.cases() == 1);
}

TEST_CASE("a visitor does the whole errand in easy Swedish at the largest text") {
  Site site;
  hold(site, "easy_swedish_200");
  CHECK(site.cases_with_answer("Storgatan 12, vid busshållplatsen") == 1);
  CHECK(site.cases() == 1);
}

TEST_CASE("on an upright screen in low reach nothing to press is above the reach of who sits") {
  constexpr double kReach = 0.38 * 1920;
  Site site;
  hold(site, "portrait_low_reach");
  CHECK(size_of_png(site.out() / "low_home.png") == "1080x1920");
  for (const std::string page : {"low_home", "low_kind", "low_keyboard", "low_review", "low_receipt"}) {
    for (const json& shown : listed(site, page)) {
      INFO(page << ": " << shown.at("id"));
      if (is_pressable(shown)) CHECK(shown.at("box").at(1) >= kReach - 1);
    }
  }
  CHECK(site.cases_with_answer("Lekplatsen vid Ekbacken") == 1);
}

TEST_CASE("the language page has every language in its own name, and a page in Swedish says so in Yiddish") {
  Site site;
  hold(site, "languages");
  const json languages = listed(site, "languages");
  for (const auto& [id, name] : std::map<std::string, std::string>{
           {"lang.ar", "العربية"}, {"lang.prs", "دری"}, {"lang.yi", "ייִדיש"}, {"lang.ti", "ትግርኛ"}})
    CHECK(element(languages, id).at("label") == name);
  CHECK(text_in(site, "yiddish_services.txt").find("איבערגעזעצט") != std::string::npos);
}

TEST_CASE("high contrast stays through an errand and ends with it") {
  Site site;
  hold(site, "contrast");
  CHECK(element(listed(site, "contrast_home"), "access.contrast").at("chosen") == true);
  CHECK(element(listed(site, "contrast_gone"), "access.contrast").at("chosen") == false);
  CHECK(site.cases() == 1);
}

}  // namespace lotsen::tests
