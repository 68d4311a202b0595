#include "kiosk/shell/visit_runner.h"

#include <cstdio>
#include <fstream>
#include <optional>
#include <span>

#include "kiosk/shell/injected.h"
#include "kiosk/visits/line_reader.h"
#include "kiosk/visits/script.h"
#include "services/core/wipe.h"
#include "services/text/picture.h"

namespace lotsen::shell {
namespace {

using ui::Element;

constexpr int kTurnMs = 4;  // between looks at what a line waits for
using visits::kPatienceMs;

// What `expect` compares: the value of a field or of an element that has one, else its text.
const std::string& content(const Element& element) {
  return element.role == ui::Role::field || !element.value.empty() ? element.value : element.label;
}

// One script being run. Every command gives nothing when it held, else what was there instead.
class Runner {
 public:
  Runner(Shell& shell, VisitClock& clock, const VisitOutside& outside, std::filesystem::path out)
      : shell_(shell), clock_(clock), outside_(outside), out_(std::move(out)) {}

  using Fault = std::optional<std::string>;

  Fault operator()(const visits::Press& press) {
    const Element* element = await(press.id, kPatienceMs);
    if (element == nullptr) return not_shown(press.id);
    if (!ui::is_pressable(element->role)) return press.id + " is nothing to press";
    if (const Fault fault = bring_into_sight(press.id)) return fault;
    click(press.id);
    return {};
  }

  Fault operator()(const visits::Type& type) {
    const Element* element = await(type.id, kPatienceMs);
    if (element == nullptr) return not_shown(type.id);
    if (element->role != ui::Role::field) return type.id + " is no field";
    if (const Fault fault = bring_into_sight(type.id)) return fault;
    click(type.id);
    inject_key("End");
    inject_text(type.text.view());
    settle();
    return {};
  }

  Fault operator()(const visits::Key& key) {
    if (!inject_key(key.name)) return "there is no key \"" + key.name + "\"";
    settle();
    return {};
  }

  Fault operator()(const visits::Wait& wait) {
    return await(wait.id, wait.timeout_ms) == nullptr ? not_shown(wait.id) : Fault{};
  }

  Fault operator()(const visits::Expect& expect) {
    const bool held = turn_until(expect.timeout_ms, [&] {
      const Element* element = find(expect.id);
      return element != nullptr && visits::holds(expect, content(*element));
    });
    if (held) return {};
    const Element* element = find(expect.id);
    if (element == nullptr) return not_shown(expect.id);
    // A field's text is the visitor's and stays out of the output.
    return element->role == ui::Role::field ? "the field holds something else"
                                            : "it was \"" + content(*element) + "\"";
  }

  Fault operator()(const visits::Absent& absent) {
    const bool gone = turn_until(kPatienceMs, [&] { return find(absent.id) == nullptr; });
    return gone ? Fault{} : absent.id + " is shown";
  }

  Fault operator()(const visits::Shot& shot) {
    come_to_rest();
    const Result<Pixels> pixels = shell_.pixels();
    if (!pixels) return pixels.error().detail;
    const std::span all(pixels->data,
                        static_cast<std::size_t>(pixels->stride) * static_cast<std::size_t>(pixels->height));
    const auto written =
        text::write_png(out_ / (shot.name + ".png"), pixels->width, pixels->height, pixels->stride, all);
    return written ? Fault{} : written.error().detail;
  }

  Fault operator()(const visits::Elements& list) {
    come_to_rest();
    return write(list.name + ".json", ui::to_json(shell_.elements()));
  }

  Fault operator()(const visits::Spoken& spoken) {
    std::string text;
    for (const std::string& sentence : shell_.take_spoken()) text += sentence + "\n";
    return write(spoken.name + ".txt", text);
  }

  Fault operator()(const visits::Offline&) {
    outside_.set_offline(true);
    return {};
  }

  Fault operator()(const visits::Online&) {
    outside_.set_offline(false);
    return {};
  }

  // Second by second, as time goes: the warning comes, counts down and ends.
  Fault operator()(const visits::Idle& idle) {
    for (std::int64_t left = idle.ms; left > 0; left -= 1000) {
      clock_.advance_ms(std::min<std::int64_t>(left, 1000));
      shell_.tick();
    }
    return {};
  }

  Fault operator()(const visits::Screen& screen) {
    outside_.resize_screen(screen.width, screen.height);
    const auto fits = [&] {
      const Result<Pixels> pixels = shell_.pixels();
      return pixels && pixels->width == screen.width && pixels->height == screen.height;
    };
    if (!turn_until(kPatienceMs, fits)) return "the screen does not take that size";
    settle();
    return {};
  }

  Fault operator()(const visits::Rotate&) {
    const Result<Pixels> pixels = shell_.pixels();
    if (!pixels) return pixels.error().detail;
    return (*this)(visits::Screen{pixels->height, pixels->width});
  }

  bool turn() {
    if (outside_.interrupted()) ended_ = true;
    ended_ = !shell_.turn(kTurnMs) || ended_;
    return !ended_;
  }

 private:
  template <class Condition>
  bool turn_until(SteadyMs at_most_ms, Condition condition) {
    const SteadyMs until = clock_.steady_ms() + at_most_ms;
    while (!condition()) {
      if (clock_.steady_ms() >= until || !turn()) return condition();
    }
    return true;
  }

  const Element* find(const std::string& id) const { return ui::find(shell_.elements(), id); }

  const Element* await(const std::string& id, SteadyMs at_most_ms) {
    turn_until(at_most_ms, [&] { return find(id) != nullptr; });
    return find(id);
  }

  static std::string not_shown(const std::string& id) { return id + " is not shown"; }

  // A long page scrolls to what gets the focus.
  Fault bring_into_sight(const std::string& id) {
    const auto in_sight = [&] {
      const Element* element = find(id);
      return element != nullptr && !element->out_of_sight;
    };
    if (!in_sight()) shell_.focus(id);
    return in_sight() ? Fault{} : id + " is out of sight";
  }

  void click(const std::string& id) {
    const ui::Box box = find(id)->box;
    const float x = box.x + box.width / 2;
    const float y = box.y + box.height / 2;
    inject_pointer(x, y, true);
    settle();
    inject_pointer(x, y, false);
    settle();
  }

  // What happened outside is seen and painted, and nothing moves any more.
  void come_to_rest() {
    settle();
    turn_until(kPatienceMs, [&] { return shell_.is_still(); });
  }

  // What was injected is handled and painted.
  void settle() { shell_.turn(0); }

  Fault write(const std::string& name, const std::string& text) {
    std::ofstream file(out_ / name, std::ios::trunc);
    file << text;
    return file.flush() ? Fault{} : (out_ / name).string() + " cannot be written";
  }

  Shell& shell_;
  VisitClock& clock_;
  const VisitOutside& outside_;
  std::filesystem::path out_;
  bool ended_ = false;
};

// Parse faults name their line themselves.
int failed(const std::filesystem::path& script, const std::string& fault) {
  std::fprintf(stderr, "%s: %s\n", script.c_str(), fault.c_str());
  return 1;
}

// The next line, while the program goes on running: the script may be a pipe.
Result<std::optional<Secret>> next_line(visits::LineReader& reader, Runner& runner) {
  while (!reader.ready()) {
    if (!runner.turn()) return std::optional<Secret>();
  }
  return reader.next();
}

int run_lines(visits::LineReader& reader, Runner& runner, const std::filesystem::path& script) {
  for (;;) {
    const Result<std::optional<Secret>> text = next_line(reader, runner);
    if (!text) return failed(script, text.error().detail);
    if (!*text) return 0;
    const Result<std::optional<visits::Line>> line = visits::parse_line((*text)->view(), reader.number());
    if (!line) return failed(script, line.error().detail);
    if (!*line) continue;
    if (const Runner::Fault fault = std::visit(runner, (*line)->command))
      return failed(script, "line " + std::to_string(reader.number()) + ": " + *fault);
    wipe_dead_stack();
  }
}

}  // namespace

int run_visit(Shell& shell, VisitClock& clock, const VisitOutside& outside, const VisitFiles& files) {
  std::error_code ignored;
  std::filesystem::create_directories(files.out, ignored);
  Result<visits::LineReader> reader = visits::LineReader::open(files.script);
  if (!reader) {
    std::fprintf(stderr, "lotsen-kiosk: --visit: %s\n", reader.error().detail.c_str());
    return 2;
  }
  Runner runner(shell, clock, outside, files.out);
  return run_lines(*reader, runner, files.script);
}

}  // namespace lotsen::shell
