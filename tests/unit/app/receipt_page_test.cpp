#include "tests/unit/app/visitor.h"

using namespace lotsen;
using namespace lotsen::tests;

TEST_CASE("The receipt says that the municipality has it once its receipt is here") {
  Visitor visitor;
  visitor.is_given_a_receipt();
  visitor.happens(SubmissionReceived{SubmissionId{"uuid-1"}});
  CHECK(visitor.page<ReceiptPage>().delivery == DeliveryState::received);
}

TEST_CASE("The receipt says when staff must help") {
  Visitor visitor;
  visitor.is_given_a_receipt();
  visitor.happens(SubmissionRefused{SubmissionId{"uuid-1"}});
  CHECK(visitor.page<ReceiptPage>().delivery == DeliveryState::refused);
}

TEST_CASE("An earlier visitor's delivery does not show on this receipt") {
  Visitor visitor;
  visitor.is_given_a_receipt();
  visitor.happens(SubmissionReceived{SubmissionId{"uuid-0"}});
  visitor.happens(SubmissionRefused{SubmissionId{"uuid-0"}});
  CHECK(visitor.page<ReceiptPage>().delivery == DeliveryState::saved);
}

TEST_CASE("Finish on the receipt ends the visit") {
  Visitor visitor;
  visitor.is_given_a_receipt();
  visitor.does(Finish{});
  REQUIRE(visitor.command<EndVisit>());
  CHECK(visitor.command<EndVisit>()->ended == VisitId{1});
  CHECK(visitor.on<HomePage>());
}

TEST_CASE("Back does not lead from the receipt into what was sent") {
  Visitor visitor;
  visitor.is_given_a_receipt();
  visitor.does(Back{});
  CHECK(visitor.on<ReceiptPage>());
}
