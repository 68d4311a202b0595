#include "kiosk/shield.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <string>
#include <vector>

namespace lotsen {
namespace {

namespace fs = std::filesystem;

constexpr int kSide = 512;  // pixels: the largest shield, on the greeting page of a 4K screen, has 400

struct Size {
  int width = 0;
  int height = 0;
};

// A PNG begins with a signature of eight bytes and the header chunk: length, name, width, height.
Size size_of_png(const fs::path& file) {
  std::array<unsigned char, 24> bytes{};
  std::ifstream in(file, std::ios::binary);
  if (!in.read(reinterpret_cast<char*>(bytes.data()), bytes.size())) return {};
  const auto number = [&](std::size_t at) { return bytes[at + 2] << 8 | bytes[at + 3]; };
  return {number(16), number(20)};
}

// Waits for it. Its status, 127 when there is no such program; what it says is not for anyone.
int run(const std::vector<std::string>& words) {
  std::vector<char*> arguments;
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  const pid_t pid = ::fork();
  if (pid == 0) {
    const int nowhere = ::open("/dev/null", O_RDWR);
    for (const int file : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) ::dup2(nowhere, file);
    ::execvp(arguments[0], arguments.data());
    ::_exit(127);
  }
  int status = 0;
  if (pid < 0 || ::waitpid(pid, &status, 0) != pid) return -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

Result<void> convert(const fs::path& svg, const fs::path& png, const std::vector<std::string>& place) {
  const std::string side = std::to_string(kSide);
  std::vector<std::string> words = {"timeout",  "5",  "rsvg-convert", "--keep-aspect-ratio", "--width", side,
                                    "--height", side, "--output",     png.string()};
  words.insert(words.end(), place.begin(), place.end());
  words.insert(words.end(), {"--", svg.string()});
  const int status = run(words);
  if (status == 0) return {};
  if (status == 127)
    return fail(ErrorCode::unavailable, "rsvg-convert is needed to draw it; install librsvg2-bin");
  return fail(ErrorCode::bad_input, svg.string() + " is not an SVG picture that can be drawn");
}

// In the middle of a square: icons are squares, and a shield must not be stretched into one.
Result<void> draw(const fs::path& svg, const fs::path& png) {
  if (const Result<void> first = convert(svg, png, {}); !first) return first;
  const Size size = size_of_png(png);
  if (size.width <= 0 || size.height <= 0 || size.width > kSide || size.height > kSide)
    return fail(ErrorCode::bad_input, svg.string() + " has no size that can be drawn");
  if (size.width == kSide && size.height == kSide) return {};
  const auto pixels = [](int number) { return std::to_string(number); };
  return convert(svg, png,
                 {"--page-width", pixels(kSide), "--page-height", pixels(kSide), "--left",
                  pixels((kSide - size.width) / 2), "--top", pixels((kSide - size.height) / 2)});
}

// Another file, or the same one edited, has another name.
fs::path name_for(const fs::path& svg, const fs::path& folder) {
  std::error_code error;
  const auto written = fs::last_write_time(svg, error).time_since_epoch().count();
  const auto bytes = fs::file_size(svg, error);
  const std::string what = svg.string() + '\n' + std::to_string(written) + '\n' + std::to_string(bytes);
  return folder / ("shield-" + std::to_string(std::hash<std::string>{}(what)) + ".png");
}

void forget_earlier(const fs::path& folder) {
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(folder, ignored)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with("shield-")) fs::remove(entry.path(), ignored);
  }
}

}  // namespace

Result<fs::path> draw_shield(const fs::path& svg, const fs::path& folder) {
  std::error_code error;
  if (!fs::is_regular_file(svg, error)) return fail(ErrorCode::not_found, svg.string() + " is not a file");
  const fs::path png = name_for(svg, folder);
  if (fs::exists(png, error)) return png;
  forget_earlier(folder);
  const fs::path unfinished = folder / "shield-unfinished.png";
  if (const Result<void> drawn = draw(svg, unfinished); !drawn) return tl::unexpected(drawn.error());
  fs::rename(unfinished, png, error);
  if (error) return fail(ErrorCode::io, png.string() + " cannot be written: " + error.message());
  return png;
}

}  // namespace lotsen
