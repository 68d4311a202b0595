#include "services/sealing/envelope.h"

#include "services/sealing/envelope_json.h"
#include "tests/support/catch.h"
#include "tests/unit/sealing/samples.h"

namespace lotsen::sealing {
namespace {

// What other implementations must write and read; its signature is by Python's cryptography.
const std::string kGoldenBody =
    R"({"v":1,"key_id":"0011223344556677","kiosk":"kiosk-1",)"
    R"("submission_id":"3f2504e0-4f89-41d3-9a0c-0305e82c3301","reference":"SC-7K3Q-M9PX-T",)"
    R"("form":"fault_report","form_version":1,"created":"2026-11-21T14:03:07.120Z","sealed":"AAECAwQFBgc="})";
const std::string kGoldenSignature =
    "rOJElqypi8HXF9oGXk6FGVLjglofNrW3uSbScE7N4X1XLnqOV5KTWfM8Ns+Zu11zLcjH7PHUQz53dJ/JQbHEDw==";

std::string with(const std::string& part, const std::string& instead) {
  std::string body = kGoldenBody;
  const auto at = body.find(part);
  REQUIRE(at != body.npos);
  return body.replace(at, part.size(), instead);
}

ErrorCode code_of(const Result<Submission>& opened) {
  REQUIRE_FALSE(opened);
  return opened.error().code;
}

}  // namespace

TEST_CASE("An envelope is written and signed as it always was") {
  const Result<Envelope> envelope = read_envelope(kGoldenBody);
  REQUIRE(envelope);
  CHECK(envelope->key_id == "0011223344556677");
  CHECK(envelope->kiosk.value == "kiosk-1");
  CHECK(envelope->id.value == "3f2504e0-4f89-41d3-9a0c-0305e82c3301");
  CHECK(envelope->reference.value == "SC-7K3Q-M9PX-T");
  CHECK(envelope->form.value == "fault_report");
  CHECK(envelope->form_version == 1);
  CHECK(envelope->created == 1'795'269'787'120);
  CHECK(envelope->sealed == std::string("\0\1\2\3\4\5\6\7", 8));
  CHECK(to_body(*envelope) == kGoldenBody);
  CHECK(signature_holds(kGoldenBody, kGoldenSignature, public_key(fixed_kiosk_key())));
}

TEST_CASE("A submission comes out of its envelope as it went in") {
  const BackendSecretKeys backend = new_backend_keys();
  const Submission submission = sample_submission();
  const SealedEnvelope sealed = seal(submission, {"kiosk-1"}, fixed_kiosk_key(), backend.public_keys);
  CHECK(signature_holds(sealed.body, sealed.signature, public_key(fixed_kiosk_key())));
  const auto envelope = read_envelope(sealed.body);
  REQUIRE(envelope);
  CHECK(envelope->kiosk.value == "kiosk-1");
  CHECK(envelope->key_id == backend.public_keys.key_id);
  const auto opened = open(*envelope, backend);
  REQUIRE(opened);
  CHECK(opened->id == submission.id);
  CHECK(opened->reference == submission.reference);
  CHECK(opened->access_code == submission.access_code);
  CHECK(opened->created == submission.created);
  CHECK(opened->answers == submission.answers);
}

TEST_CASE("Nothing of the answers or the access code can be read off an envelope") {
  const auto sealed = seal(sample_submission("Hemliga gatan"), {"kiosk-1"}, fixed_kiosk_key(),
                           new_backend_keys().public_keys);
  CHECK_THAT(sealed.body, !Catch::Contains("Hemliga") && !Catch::Contains("4F7K"));
  const auto envelope = read_envelope(sealed.body);
  CHECK_THAT(envelope->sealed, !Catch::Contains("Hemliga") && !Catch::Contains("4F7K"));
}

TEST_CASE("An envelope's length tells no more than how many KiB it is") {
  const BackendSecretKeys backend = new_backend_keys();
  const auto length = [&](std::size_t letters) {
    return seal(sample_submission(std::string(letters, 'a')), {"kiosk-1"}, fixed_kiosk_key(),
                backend.public_keys)
        .body.size();
  };
  CHECK(length(3) == length(200));
  CHECK(length(3) < length(2'000));
}

TEST_CASE("Texts of every length around a whole KiB are sealed and opened") {
  const BackendSecretKeys backend = new_backend_keys();
  const auto letters = static_cast<std::size_t>(GENERATE(range(0, 1'100, 7), range(700, 800)));
  const Submission submission = sample_submission(std::string(letters + 1, 'a'));
  const auto sealed = seal(submission, {"kiosk-1"}, fixed_kiosk_key(), backend.public_keys);
  CHECK(open(read_envelope(sealed.body).value(), backend).value().answers == submission.answers);
}

TEST_CASE("An envelope to another backend is forbidden, not broken") {
  const auto sealed =
      seal(sample_submission(), {"kiosk-1"}, fixed_kiosk_key(), new_backend_keys().public_keys);
  CHECK(code_of(open(read_envelope(sealed.body).value(), new_backend_keys())) == ErrorCode::forbidden);
}

TEST_CASE("A broken seal is corrupt, wherever it is broken") {
  const BackendSecretKeys backend = new_backend_keys();
  const auto sealed = seal(sample_submission(), {"kiosk-1"}, fixed_kiosk_key(), backend.public_keys);
  Envelope envelope = read_envelope(sealed.body).value();
  SECTION("a bit at the start") {
    envelope.sealed.front() = static_cast<char>(envelope.sealed.front() ^ 1);
  }
  SECTION("a bit at the end") {
    envelope.sealed.back() = static_cast<char>(envelope.sealed.back() ^ 1);
  }
  SECTION("cut short") {
    envelope.sealed.resize(envelope.sealed.size() - 1);
  }
  SECTION("nearly all cut off") {
    envelope.sealed.resize(3);
  }
  SECTION("nothing left") {
    envelope.sealed.clear();
  }
  CHECK(code_of(open(envelope, backend)) == ErrorCode::corrupt);
}

TEST_CASE("A head that differs from what is sealed is bad input") {
  const BackendSecretKeys backend = new_backend_keys();
  const auto sealed = seal(sample_submission(), {"kiosk-1"}, fixed_kiosk_key(), backend.public_keys);
  Envelope envelope = read_envelope(sealed.body).value();
  SECTION("another id") {
    envelope.id.value.back() = '9';
  }
  SECTION("another reference") {
    envelope.reference.value = "SC-0000-0000-0";
  }
  SECTION("another form") {
    envelope.form.value = "building_permit";
  }
  SECTION("another version") {
    envelope.form_version = 2;
  }
  SECTION("another time") {
    ++envelope.created;
  }
  CHECK(code_of(open(envelope, backend)) == ErrorCode::bad_input);
}

TEST_CASE("Every field of an envelope has one spelling") {
  const auto [part, instead] = GENERATE(table<std::string, std::string>({
      {"\"v\":1", "\"v\":2"},
      {"\"v\":1", "\"v\":1.0"},
      {"\"v\":1", "\"v\":-1"},
      {"\"v\":1", "\"v\":\"1\""},
      {"\"v\":1", "\"v\":true"},
      {"\"v\":1", "\"v\":null"},
      {"\"v\":1", "\"v\":[1]"},
      {"\"v\":1", "\"v\":{\"v\":1}"},
      {"\"v\":1", "\"v\":18446744073709551617"},
      {"0011223344556677", "001122334455667"},
      {"0011223344556677", "00112233445566AA"},
      {"kiosk-1", ""},
      {"kiosk-1", "kiosk 1"},
      {"kiosk-1", "kiosk\\u0000"},
      {"kiosk-1", "../kiosk"},
      {"\"kiosk-1\"", "1"},
      {"3f2504e0", "3F2504E0"},
      {"-41d3-", "-11d3-"},
      {"-9a0c-", "-ca0c-"},
      {"3f2504e0-4f89", "3f2504e04-f89"},
      {"c3301", "c330"},
      {"SC-7K3Q-M9PX-T", "SC-7K3Q-M9PX-C"},
      {"SC-7K3Q-M9PX-T", "sc-7k3q-m9px-t"},
      {"SC-7K3Q-M9PX-T", "SC7K3QM9PXT"},
      {"\"form_version\":1", "\"form_version\":0"},
      {"\"form_version\":1", "\"form_version\":1000001"},
      {"\"form_version\":1", "\"form_version\":1e0"},
      {"2026-11-21T14:03:07.120Z", "2026-11-21T14:03:07Z"},
      {"2026-11-21T14:03:07.120Z", "2026-11-31T14:03:07.120Z"},
      {"2026-11-21T14:03:07.120Z", "2026-11-21T15:03:07.120+01:00"},
      {"AAECAwQFBgc=", "AAECAwQFBgc"},
      {"AAECAwQFBgc=", "AAECAwQFBgd="},
      {"AAECAwQFBgc=", "AAEC AwQFBgc="},
      {"AAECAwQFBgc=", "AAECAwQFBgc=AAAA"},
      {"AAECAwQFBgc=", "AAECAwQFBg-="},
      {"AAECAwQFBgc=", ""},
  }));
  const auto envelope = read_envelope(with(part, instead));
  INFO(part << " -> " << instead);
  REQUIRE_FALSE(envelope);
  CHECK(envelope.error().code == ErrorCode::bad_input);
}

TEST_CASE("An envelope has each field once and no other") {
  CHECK_FALSE(read_envelope(with("\"v\":1", "\"v\":1,\"v\":1")));
  CHECK_FALSE(read_envelope(with("\"v\":1", "\"v\":1,\"kiosk\":\"kiosk-2\"")));
  CHECK_FALSE(read_envelope(with("\"v\":1", "\"v\":1,\"note\":\"x\"")));
  CHECK_FALSE(read_envelope(with("\"v\":1,", "")));
  CHECK_FALSE(read_envelope(with("\"form\":\"fault_report\",", "")));
  CHECK_FALSE(read_envelope("{}"));
}

TEST_CASE("Bytes that are no envelope are bad input") {
  for (const std::string& body :
       {std::string(), std::string("{"), std::string("null"), std::string("[]"), std::string("\"v\""),
        std::string("1"), kGoldenBody + "x", kGoldenBody + kGoldenBody, "\xef\xbb\xbf" + kGoldenBody,
        " " + kGoldenBody, with("kiosk-1", "\xff\xfe"), std::string("<html>"), std::string(100'000, '['),
        "{\"v\":" + std::string(100'000, '['), std::string("\0\0", 2)}) {
    const auto envelope = read_envelope(body);
    REQUIRE_FALSE(envelope);
    CHECK(envelope.error().code == ErrorCode::bad_input);
  }
}

TEST_CASE("An envelope of more than 256 KiB is refused before it is read") {
  const std::string letters(4 * ((kMaxBodyBytes - kGoldenBody.size()) / 4), 'A');
  CHECK(read_envelope(with("AAECAwQFBgc=", letters)));
  const auto longer = read_envelope(with("AAECAwQFBgc=", letters + "AAAAAAAAAAAAAAAA"));
  REQUIRE_FALSE(longer);
  CHECK_THAT(longer.error().detail, Catch::Contains("256 KiB"));
}

TEST_CASE("What is wrong with an envelope is told without repeating it") {
  const auto envelope = read_envelope(with("\"v\":1", "\"v\":1,\"Storgatan\":\"12\""));
  REQUIRE_FALSE(envelope);
  CHECK_THAT(envelope.error().detail, !Catch::Contains("Storgatan"));
}

TEST_CASE("A body's digest is its SHA-256") {
  CHECK(digest("body") == "230d8358dc8e8890b4c58deeb62912ee2f20357ae92a5cc861b98e68fe31acb5");
}

}  // namespace lotsen::sealing
