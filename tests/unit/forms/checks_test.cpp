#include "services/forms/checks.h"

#include "tests/support/catch.h"

using namespace lotsen::forms;

namespace {

struct Phone {
  const char* typed;
  const char* shown;
};

std::string grouped(std::string_view typed) {
  return std::string(grouped_phone_number(typed).view());
}

}  // namespace

TEST_CASE("phone numbers are taken however they are written and shown as Swedes group them") {
  const Phone phones[] = {
      {"0701740605", "070-174 06 05"},
      {"070-174 06 05", "070-174 06 05"},
      {" 070/174 06 05 ", "070-174 06 05"},
      {"(070) 1740605", "070-174 06 05"},
      {"0721234567", "072-123 45 67"},
      {"0731234567", "073-123 45 67"},
      {"0761234567", "076-123 45 67"},
      {"0791234567", "079-123 45 67"},
      {"0812345678", "08-123 456 78"},
      {"081234567", "08-123 45 67"},
      {"08123456", "08-12 34 56"},
      {"030312345", "0303-123 45"},
      {"013206000", "013-20 60 00"},
      {"0312345678", "031-234 56 78"},
      {"036105000", "036-10 50 00"},
      {"046123456", "046-12 34 56"},
      {"0101234567", "010-123 45 67"},
      {"0771567567", "0771-56 75 67"},
      {"020123456", "020-12 34 56"},
      {"091110300", "0911-103 00"},
      {"+46701740605", "+46701740605"},
      {"+46 (0)70-174 06 05", "+46 (0)70-174 06 05"},
      {"+358 9 1234 567", "+358 9 1234 567"},
      {"0047 22 12 34 56", "0047 22 12 34 56"},
      {"+1 212 555 0100", "+1 212 555 0100"},
  };
  for (const Phone& phone : phones) {
    INFO(phone.typed);
    CHECK(is_phone_number(phone.typed));
    CHECK(grouped(phone.typed) == phone.shown);
    CHECK(is_phone_number(grouped(phone.typed)));
  }
}

TEST_CASE("what cannot be called is no phone number") {
  const char* const wrong[] = {"",
                               " ",
                               "070",
                               "112",
                               "1740605",
                               "070-174 06 0",
                               "070-174 06 055",
                               "08123",
                               "0812345678901",
                               "0",
                               "+",
                               "00",
                               "+0701740605",
                               "+4670",
                               "+1234567890123456",
                               "000701740605",
                               "070-174 06 O5",
                               "ring mig",
                               "070+1740605",
                               "++46701740605",
                               "070.174.06.05",
                               "070174\n0605",
                               "٠٧٠١٧٤٠٦٠٥",
                               ("070\xFF"
                                "1740605")};
  for (const char* typed : wrong) {
    INFO(typed);
    CHECK_FALSE(is_phone_number(typed));
  }
  CHECK(grouped(" 112 ") == "112");
}

TEST_CASE("a phone number of forty characters is read and a longer one is not worth reading") {
  CHECK(is_phone_number("0701740605" + std::string(15, ' ') + std::string(15, '-')));
  CHECK_FALSE(is_phone_number("0" + std::string(31, '-') + "701740605"));
  CHECK_FALSE(is_phone_number(std::string(1'000'000, '1')));
}

TEST_CASE("e-mail addresses that can be written to are taken") {
  const std::string local(64, 'a');
  const std::string domain =
      std::string(63, 'b') + "." + std::string(63, 'c') + "." + std::string(57, 'd') + ".se";
  for (const std::string& good :
       {std::string("a@b.se"), std::string(" namn.efternamn+tagg@exempel.se\n"),
        std::string("åsa@göteborg.se"), std::string("o'brien@mail.example.co.uk"), std::string("x@1-2.com"),
        std::string("a@xn--gteborg-90a.se"), local + "@" + domain}) {
    INFO(good);
    CHECK(is_email(good));
  }
}

TEST_CASE("what is no e-mail address is refused") {
  const std::string wrong[] = {"",
                               "@",
                               "a",
                               "a@",
                               "@b.se",
                               "a@b",
                               "a@b.",
                               "a@.se",
                               "a@b.s",
                               "a@b..se",
                               "a@-b.se",
                               "a@b-.se",
                               "a@b.12",
                               ".a@b.se",
                               "a.@b.se",
                               "a..b@c.se",
                               "a b@c.se",
                               "a@b c.se",
                               "a@b@c.se",
                               "a,b@c.se",
                               "<a@b.se>",
                               "a@b.se;c@d.se",
                               "a\"b@c.se",
                               "a@b_c.se",
                               "a@b.se\nc",
                               "a@[1.2.3.4]",
                               "a\xFF@b.se",
                               "a\x01@b.se",
                               std::string(65, 'a') + "@b.se",
                               "a@" + std::string(64, 'b') + ".se",
                               "a@" + std::string(60, 'b') + "." + std::string(60, 'b') + "." +
                                   std::string(60, 'b') + "." + std::string(60, 'b') + "." +
                                   std::string(10, 'b') + ".se"};
  for (const std::string& typed : wrong) {
    INFO(typed);
    CHECK_FALSE(is_email(typed));
  }
}

TEST_CASE("characters are counted as code points") {
  CHECK(code_points("") == 0);
  CHECK(code_points("abc") == 3);
  CHECK(code_points("åäö") == 3);
  CHECK(code_points("سلام") == 4);
  CHECK(code_points("€😀") == 2);
  CHECK(code_points("rad\n\train") == 9);
  CHECK(code_points("\xF4\x8F\xBF\xBF\xEE\x80\x80\xED\x9F\xBF") == 3);
}

TEST_CASE("text that is not UTF-8 or holds control characters has no length") {
  const std::string_view wrong[] = {"\x80",
                                    "\xBF",
                                    "\xC0\x80",
                                    "\xC1\xBF",
                                    "\xC3",
                                    "a\xC3",
                                    "\xC3\x28",
                                    "\xE0\x80\x80",
                                    "\xE0\x9F\xBF",
                                    "\xE2\x82",
                                    "\xED\xA0\x80",
                                    "\xED\xBF\xBF",
                                    "\xF0\x80\x80\x80",
                                    "\xF0\x8F\xBF\xBF",
                                    "\xF4\x90\x80\x80",
                                    "\xF5\x80\x80\x80",
                                    "\xFF",
                                    "\xF0\x9F\x98",
                                    {"\0", 1},
                                    "\x1B[31m",
                                    "\x7F",
                                    "\r\n",
                                    "\xC2\x80",
                                    "\xC2\x9F"};
  for (const std::string_view text : wrong) {
    INFO(text);
    CHECK_FALSE(code_points(text));
  }
  CHECK(is_utf8("\r\n\x1B"));
  CHECK_FALSE(is_utf8("\xED\xA0\x80"));
}

TEST_CASE("blanks around a text go, those inside stay") {
  CHECK(trimmed(" \t\r\n a  b \n") == "a  b");
  CHECK(trimmed(" \n ").empty());
  CHECK(trimmed("").empty());
}

TEST_CASE("ids and language codes are made of few characters") {
  for (const char* good : {"a", "fault_report", "q_1", "0"}) CHECK(is_id(good));
  for (const char* bad : {"", "A", "a-b", "a.b", "å", "../a", "a b"}) CHECK_FALSE(is_id(bad));
  CHECK(is_id(std::string(64, 'a')));
  CHECK_FALSE(is_id(std::string(65, 'a')));
  for (const char* good : {"sv", "en", "zh-Hans", "ckb", "sv-simple", "abcdefghijklmnop"})
    CHECK(is_language_code(good));
  for (const char* bad : {"", "s", "-sv", "sv-", "sv_SE", "s1", "abcdefghijklmnopq", "så"})
    CHECK_FALSE(is_language_code(bad));
}
