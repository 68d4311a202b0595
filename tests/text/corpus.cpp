#include "tests/text/corpus.h"

#include <array>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace lotsen::tests {
namespace {

constexpr std::size_t kColumns = 7;

std::string trimmed(const std::string& text) {
  const std::size_t begin = text.find_first_not_of(' ');
  return begin == std::string::npos ? "" : text.substr(begin, text.find_last_not_of(' ') + 1 - begin);
}

std::vector<std::string> columns_of(const std::string& line) {
  std::vector<std::string> columns;
  std::istringstream stream(line);
  for (std::string column; std::getline(stream, column, '|');) columns.push_back(trimmed(column));
  return columns;
}

// Of the first 64 thousand characters, which is all that the corpus needs.
std::string utf8(unsigned long character) {
  const auto byte = [](unsigned long value) { return static_cast<char>(value); };
  if (character < 0x800) return {byte(0xC0 | character >> 6), byte(0x80 | (character & 0x3F))};
  return {byte(0xE0 | character >> 12), byte(0x80 | (character >> 6 & 0x3F)),
          byte(0x80 | (character & 0x3F))};
}

std::string unescaped(const std::string& text) {
  std::string result;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text.compare(at, 2, "\\n") == 0) {
      result += '\n';
      at += 1;
    } else if (text.compare(at, 2, "\\u") == 0) {
      result += utf8(std::stoul(text.substr(at + 2, 4), nullptr, 16));
      at += 5;
    } else {
      result += text[at];
    }
  }
  return result;
}

text::Weight weight_of(const std::string& name) {
  if (name == "regular") return text::Weight::regular;
  if (name == "medium") return text::Weight::medium;
  if (name == "semibold") return text::Weight::semibold;
  if (name == "bold") return text::Weight::bold;
  throw std::runtime_error("no such weight: " + name);
}

Sample sample_of(const std::string& line) {
  const std::vector<std::string> columns = columns_of(line);
  if (columns.size() != kColumns || (columns[2] != "ltr" && columns[2] != "rtl"))
    throw std::runtime_error("not a line of the corpus: " + line);
  return {.label = columns[0],
          .language = columns[1],
          .right_to_left = columns[2] == "rtl",
          .size_px = std::stof(columns[3]),
          .weight = weight_of(columns[4]),
          .width_px = std::stoi(columns[5]),
          .text = unescaped(columns[6])};
}

}  // namespace

text::Block Sample::block() const {
  return {.text = text, .size_px = size_px, .weight = weight, .width_px = width_px, .language = language};
}

std::vector<Sample> read_corpus() {
  std::ifstream file(LOTSEN_CORPUS);
  std::vector<Sample> samples;
  for (std::string line; std::getline(file, line);)
    if (!line.empty() && line.front() != '#') samples.push_back(sample_of(line));
  return samples;
}

}  // namespace lotsen::tests
