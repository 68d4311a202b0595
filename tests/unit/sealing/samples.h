// Keys and a submission that are always the same.
#pragma once
#include <string>

#include "services/sealing/envelope.h"
#include "tests/support/temp_folder.h"

namespace lotsen::sealing {

// RFC 8032, section 7.1, test 1: a published Ed25519 key pair.
inline KioskSecretKey fixed_kiosk_key() {
  KioskSecretKey key;
  key.sign = {0x9d, 0x61, 0xb1, 0x9d, 0xef, 0xfd, 0x5a, 0x60, 0xba, 0x84, 0x4a, 0xf4, 0x92, 0xec, 0x2c, 0xc4,
              0x44, 0x49, 0xc5, 0x69, 0x7b, 0x32, 0x69, 0x19, 0x70, 0x3b, 0xac, 0x03, 0x1c, 0xae, 0x7f, 0x60,
              0xd7, 0x5a, 0x98, 0x01, 0x82, 0xb1, 0x0a, 0xb7, 0xd5, 0x4b, 0xfe, 0xd3, 0xc9, 0x64, 0x07, 0x3a,
              0x0e, 0xe1, 0x72, 0xf3, 0xda, 0xa6, 0x23, 0x25, 0xaf, 0x02, 0x1a, 0x68, 0xf7, 0x07, 0x51, 0x1a};
  return key;
}

inline BackendSecretKeys new_backend_keys() {
  const tests::TempFolder folder;
  return backend_keys(folder.path() / "backend.key").value();
}

inline Submission sample_submission(std::string_view where = "Storgatan 12, utanför nr 3") {
  Submission submission;
  submission.id = {"3f2504e0-4f89-41d3-9a0c-0305e82c3301"};
  submission.reference = {"SC-7K3Q-M9PX-T"};
  submission.access_code = Secret("4F7K-22MN");
  submission.form = {"fault_report"};
  submission.form_version = 1;
  submission.language = "sv";
  submission.created = 1'795'269'787'120;
  submission.answers[{"location"}].values.emplace_back(where);
  return submission;
}

}  // namespace lotsen::sealing
