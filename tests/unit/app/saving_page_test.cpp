#include "tests/unit/app/visitor.h"

using namespace lotsen;
using namespace lotsen::tests;

namespace {

void save_fails(Visitor& visitor, ErrorCode code = ErrorCode::io) {
  visitor.happens(SaveFailed{visitor.state.visit, visitor.page<SavingPage>().submission, code});
}

}  // namespace

TEST_CASE("Once saved, the receipt shows the reference and the code of the submission") {
  Visitor visitor;
  visitor.is_given_a_receipt();
  const auto& page = visitor.page<ReceiptPage>();
  CHECK(page.form == FormId{"sample"});
  CHECK(page.reference == CaseReference{"SC-0000-0001"});
  CHECK(page.access_code.view() == "CODE-0001");
  CHECK(page.delivery == DeliveryState::saved);
}

TEST_CASE("A save of another submission or another visit is not this one's") {
  Visitor visitor;
  visitor.sends();
  visitor.happens(SubmissionSaved{visitor.state.visit, SubmissionId{"another"}});
  CHECK(visitor.on<SavingPage>());
  visitor.happens(SubmissionSaved{VisitId{9}, SubmissionId{"uuid-1"}});
  CHECK(visitor.on<SavingPage>());
  visitor.happens(SaveFailed{VisitId{9}, SubmissionId{"uuid-1"}, ErrorCode::io});
  CHECK_FALSE(visitor.page<SavingPage>().failed);
  visitor.happens(SaveFailed{visitor.state.visit, SubmissionId{"another"}, ErrorCode::io});
  CHECK_FALSE(visitor.page<SavingPage>().failed);
}

TEST_CASE("A failed save is shown with its reason") {
  Visitor visitor;
  visitor.sends();
  save_fails(visitor, ErrorCode::full);
  CHECK(visitor.page<SavingPage>().failed == ErrorCode::full);
}

TEST_CASE("Trying again sends the very same submission") {
  Visitor visitor;
  visitor.sends();
  const Submission first = visitor.command<SaveSubmission>()->submission;
  save_fails(visitor);
  visitor.ids.utc += 60'000;
  visitor.does(ChooseLanguage{"en"});
  visitor.does(Send{});
  REQUIRE(visitor.command<SaveSubmission>());
  const Submission& second = visitor.command<SaveSubmission>()->submission;
  CHECK(second.id == first.id);
  CHECK(second.reference == first.reference);
  CHECK(second.access_code == first.access_code);
  CHECK(second.created == first.created);
  CHECK(second.language == first.language);
  CHECK(second.answers == first.answers);
  CHECK_FALSE(visitor.page<SavingPage>().failed);
}

TEST_CASE("Send is not repeated while a save is under way") {
  Visitor visitor;
  visitor.sends();
  visitor.does(Send{});
  CHECK(visitor.asked.empty());
  visitor.does(Back{});
  CHECK(visitor.on<SavingPage>());
}

TEST_CASE("Back from a failed save returns to the check page with all answers") {
  Visitor visitor;
  visitor.sends();
  save_fails(visitor);
  visitor.does(Back{});
  CHECK(visitor.on<ReviewPage>());
  CHECK(visitor.answer("location") == "Storgatan 12");
  CHECK(visitor.answer("phone") == "070-174 06 05");
}

TEST_CASE(
    "Sent again unchanged after a failed save it is the same submission, for the save may have happened") {
  Visitor visitor;
  visitor.sends();
  save_fails(visitor);
  visitor.does(Back{});
  visitor.does(Send{});
  REQUIRE(visitor.command<SaveSubmission>());
  CHECK(visitor.command<SaveSubmission>()->submission.id == SubmissionId{"uuid-1"});
}

TEST_CASE("Changed after a failed save it is a new submission") {
  Visitor visitor;
  visitor.sends();
  save_fails(visitor);
  visitor.does(Back{});
  visitor.does(EditAnswer{QuestionId{"location"}});
  visitor.types("location", "Kyrkgatan 3");
  visitor.does(Next{});
  visitor.does(Send{});
  REQUIRE(visitor.command<SaveSubmission>());
  CHECK(visitor.command<SaveSubmission>()->submission.id == SubmissionId{"uuid-2"});
  CHECK(visitor.command<SaveSubmission>()->submission.answers.at(QuestionId{"location"}).first() ==
        "Kyrkgatan 3");
}

TEST_CASE("Delivery that is quicker than the word of the save is not lost") {
  Visitor visitor;
  visitor.sends();
  visitor.happens(SubmissionReceived{SubmissionId{"uuid-1"}});
  CHECK(visitor.on<SavingPage>());
  visitor.happens(SubmissionSaved{visitor.state.visit, SubmissionId{"uuid-1"}});
  CHECK(visitor.page<ReceiptPage>().delivery == DeliveryState::received);
}

TEST_CASE("A refusal that is quicker than the word of the save is not lost") {
  Visitor visitor;
  visitor.sends();
  visitor.happens(SubmissionRefused{SubmissionId{"uuid-1"}});
  visitor.happens(SubmissionSaved{visitor.state.visit, SubmissionId{"uuid-1"}});
  CHECK(visitor.page<ReceiptPage>().delivery == DeliveryState::refused);
}

TEST_CASE("Delivery of a submission whose save seemed to fail shows the receipt") {
  Visitor visitor;
  visitor.sends();
  save_fails(visitor);
  SECTION("at once, while the failure is shown") {
    visitor.happens(SubmissionReceived{SubmissionId{"uuid-1"}});
  }
  SECTION("at the next Send, when the visitor has gone back to check") {
    visitor.does(Back{});
    visitor.happens(SubmissionReceived{SubmissionId{"uuid-1"}});
    CHECK(visitor.on<ReviewPage>());
    visitor.does(Send{});
    CHECK(visitor.asked.empty());
  }
  CHECK(visitor.page<ReceiptPage>().delivery == DeliveryState::received);
  CHECK(visitor.page<ReceiptPage>().reference == CaseReference{"SC-0000-0001"});
}

TEST_CASE("Another submission's delivery says nothing about this one") {
  Visitor visitor;
  visitor.sends();
  visitor.happens(SubmissionReceived{SubmissionId{"an earlier visitor's"}});
  visitor.happens(SubmissionSaved{visitor.state.visit, SubmissionId{"uuid-1"}});
  CHECK(visitor.page<ReceiptPage>().delivery == DeliveryState::saved);
}
