// Records and receipts for tests of the outbox; the same number gives the same record.
#pragma once
#include <cstdio>
#include <string>

#include "kiosk/outbox/outbox.h"

namespace lotsen::tests {

inline SubmissionId sample_id(int number) {
  char text[40];
  std::snprintf(text, sizeof text, "00000000-0000-4000-8000-%012d", number);
  return {text};
}

inline outbox::Record sample_record(int number, std::size_t body_bytes = 2'000) {
  outbox::Record record;
  record.id = sample_id(number);
  record.reference = {"SC-0000-" + std::to_string(1000 + number % 9000) + "-0"};
  record.body = "{\"sealed\":\"" + std::to_string(number) + "\"}";
  for (unsigned byte = static_cast<unsigned>(number); record.body.size() < body_bytes;) {
    byte = byte * 1'664'525 + 1'013'904'223;
    record.body += static_cast<char>(byte >> 24);  // any byte, zero too
  }
  record.signature = "signature " + std::to_string(number);
  record.created = 1'795'269'787'120 + number;
  return record;
}

inline Receipt receipt_for(const outbox::Record& record) {
  return {record.id, record.reference, std::string(64, 'a'), record.created + 500, "signed by the backend"};
}

inline bool equal(const outbox::Record& a, const outbox::Record& b) {
  return a.id == b.id && a.reference == b.reference && a.body == b.body && a.signature == b.signature &&
         a.created == b.created;
}

}  // namespace lotsen::tests
