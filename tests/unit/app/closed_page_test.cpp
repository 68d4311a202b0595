#include "tests/unit/app/visitor.h"

using namespace lotsen;
using namespace lotsen::tests;

TEST_CASE("A closed kiosk still fetches staff, and Finish ends the visit") {
  Visitor visitor;
  visitor.does(OpenServices{});
  visitor.happens(FormsClosed{visitor.state.visit, ErrorCode::full});
  visitor.does(CallStaff{});
  CHECK(visitor.command<SendHelpCall>());
  visitor.does(Finish{});
  CHECK(visitor.command<EndVisit>());
  CHECK(visitor.on<HomePage>());
}
