#include "tests/unit/app/visitor.h"

using namespace lotsen;
using namespace lotsen::tests;

TEST_CASE("Change opens the step of that answer and names the question for the focus") {
  Visitor visitor;
  visitor.fills_in_all();
  visitor.does(EditAnswer{QuestionId{"phone"}});
  const auto& page = visitor.page<QuestionsPage>();
  CHECK(page.step == 3);
  CHECK(page.from_review);
  CHECK(page.asked_for == QuestionId{"phone"});
}

TEST_CASE("Change of a question that the form does not have does nothing") {
  Visitor visitor;
  visitor.fills_in_all();
  visitor.does(EditAnswer{QuestionId{"nothing"}});
  CHECK(visitor.on<ReviewPage>());
  CHECK(visitor.answer("kind") == "lamp");
}

TEST_CASE("Back from the check page opens the last step, and Next returns") {
  Visitor visitor;
  visitor.fills_in_all();
  visitor.does(Back{});
  CHECK(visitor.page<QuestionsPage>().step == 3);
  CHECK_FALSE(visitor.page<QuestionsPage>().from_review);
  visitor.does(Next{});
  CHECK(visitor.on<ReviewPage>());
}

TEST_CASE("Send asks for the save of a submission that holds what was asked and answered") {
  Visitor visitor;
  visitor.does(ChooseLanguage{"en"});
  visitor.fills_in_all();
  visitor.does(Send{});
  REQUIRE(visitor.command<SaveSubmission>());
  const SaveSubmission& save = *visitor.command<SaveSubmission>();
  CHECK(save.visit == visitor.state.visit);
  CHECK(save.submission.id == SubmissionId{"uuid-1"});
  CHECK(save.submission.reference == CaseReference{"SC-0000-0001"});
  CHECK(save.submission.access_code.view() == "CODE-0001");
  CHECK(save.submission.created == visitor.ids.utc);
  CHECK(save.submission.form == FormId{"sample"});
  CHECK(save.submission.form_version == 7);
  CHECK(save.submission.language == "en");
  CHECK(save.submission.answers.size() == 4);
  CHECK(save.submission.answers.at(QuestionId{"location"}).first() == "Storgatan 12");
}

TEST_CASE("Answers to questions that are no longer asked are kept on the screen but not sent") {
  Visitor visitor;
  visitor.fills_in_all();
  visitor.does(EditAnswer{QuestionId{"contact"}});
  visitor.chooses("contact", "none");
  visitor.does(Next{});
  CHECK(visitor.answer("phone") == "070-174 06 05");
  visitor.does(Send{});
  REQUIRE(visitor.command<SaveSubmission>());
  CHECK_FALSE(visitor.command<SaveSubmission>()->submission.answers.contains(QuestionId{"phone"}));
}

TEST_CASE("The page that waits for the save shows what the submission holds") {
  Visitor visitor;
  visitor.sends();
  const auto& page = visitor.page<SavingPage>();
  CHECK(page.submission == visitor.command<SaveSubmission>()->submission.id);
  CHECK(page.reference == visitor.command<SaveSubmission>()->submission.reference);
  CHECK_FALSE(page.failed);
}

TEST_CASE("Send with a fault left goes to its step and shows it, and sends nothing") {
  Visitor visitor;
  visitor.fills_in_all();
  visitor.does(EditAnswer{QuestionId{"location"}});
  visitor.types("location", "");
  visitor.does(Back{});
  visitor.does(Send{});
  CHECK(visitor.asked.empty());
  const auto& page = visitor.page<QuestionsPage>();
  CHECK(page.step == 1);
  REQUIRE(page.faults.size() == 1);
  CHECK(page.faults[0].question == QuestionId{"location"});
  CHECK(page.asked_for == QuestionId{"location"});
  visitor.types("location", "Kyrkgatan 3");
  visitor.does(Next{});
  CHECK(visitor.on<ReviewPage>());
}
