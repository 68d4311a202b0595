// The language of visit scripts: one command a line, for the player in kiosk/shell. Pure, and exact about
// what is wrong; faults name the line and the mend but never repeat what the line holds, since it may be what
// a visitor types.
//
//   press ID                  press and release at the middle of that element
//   type ID "text"            focus the field and type; \" and \\ stand for a quote and a backslash
//   key NAME                  an SDL key name, with modifiers as Shift+Tab; in quotes when it holds a space
//   wait ID [5s]              until the element is shown, two seconds at most unless another time is given
//   expect ID "text" [10s]    until what the element shows (its value, or its label when it never has a
//   value) expect ID /regex/ [10s]   is exactly that; work is asynchronous, so it is tried again for two
//   seconds or the
//                             time given. \/ stands for a slash; the regular expression (ECMAScript) may
//                             match anywhere
//   absent ID                 the element is not shown, or goes within two seconds
//   shot NAME                 NAME.png, elements NAME: NAME.json, spoken NAME: NAME.txt in the output folder
//   offline, online           the network client refuses, or answers again and is tried at once
//   idle 60s                  the visit clock advances
//   screen 1080x1920          the screen has that size in pixels from now on
//   rotate                    it is turned by a quarter: width and height change places
//
// A # at the start of a word begins a comment. Times are whole seconds or milliseconds: 5s, 500ms.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "services/core/result.h"
#include "services/core/secret.h"

namespace lotsen::visits {

inline constexpr int kPatienceMs = 2000;  // of wait and expect, when the line does not say

struct Press {
  std::string id;
};
struct Type {
  std::string id;
  Secret text;
};
struct Key {
  std::string name;
};
struct Wait {
  std::string id;
  int timeout_ms = kPatienceMs;
};
struct Expect {
  std::string id;
  Secret text;  // may be what was typed before
  bool is_regex = false;
  int timeout_ms = kPatienceMs;
};
struct Absent {
  std::string id;
};
struct Shot {
  std::string name;
};
struct Elements {
  std::string name;
};
struct Spoken {
  std::string name;
};
struct Offline {};
struct Online {};
struct Idle {
  int ms = 0;
};
struct Screen {
  int width = 0;
  int height = 0;
};
struct Rotate {};
using Command = std::variant<Press, Type, Key, Wait, Expect, Absent, Shot, Elements, Spoken, Offline, Online,
                             Idle, Screen, Rotate>;

struct Line {
  int number = 0;
  Command command;
};

// Nothing for an empty line or a comment. bad_input: `line 3: …`.
Result<std::optional<Line>> parse_line(std::string_view line, int number);

// Whether a shown value is what the script expects.
bool holds(const Expect& expect, std::string_view value);

}  // namespace lotsen::visits
