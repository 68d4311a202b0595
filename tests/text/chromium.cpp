#include "tests/text/chromium.h"

#include <fstream>
#include <sstream>

#include "tests/support/program.h"
#include "tests/support/temp_folder.h"
#include "tests/unit/text/engine_for_tests.h"

namespace lotsen::tests {
namespace {

constexpr int kPatienceForChromiumMs = 120'000;  // its first start on a busy machine

struct Face {
  std::string family;
  int weight;
};

// "NotoSansArabic-Bold.ttf": a family and a weight.
Face face_of(const std::filesystem::path& file) {
  const std::string stem = file.stem();
  const std::size_t dash = stem.rfind('-');
  const std::string weight = stem.substr(dash + 1);
  return {stem.substr(0, dash), weight == "Bold"       ? 700
                                : weight == "SemiBold" ? 600
                                : weight == "Medium"   ? 500
                                                       : 400};
}

int css_weight(text::Weight weight) {
  switch (weight) {
    case text::Weight::regular:
      return 400;
    case text::Weight::medium:
      return 500;
    case text::Weight::semibold:
      return 600;
    case text::Weight::bold:
      return 700;
  }
  return 400;
}

std::string escaped(const std::string& text) {
  std::string result;
  for (const char c : text) {
    if (c == '<' || c == '&')
      result += c == '<' ? "&lt;" : "&amp;";
    else
      result += c;
  }
  return result;
}

void write_fonts(std::ostream& page) {
  std::string families;
  for (const std::filesystem::path& file : kiosk_fonts()) {
    const Face face = face_of(file);
    page << "@font-face { font-family: " << face.family << "; font-weight: " << face.weight
         << "; src: url('file://" << file.string() << "'); }\n";
    if (families.find(face.family + ",") == std::string::npos) families += face.family + ",";
  }
  families.pop_back();
  page << ".block { font-family: " << families << "; }\n";
}

// As the kiosk sets text: spaces and line ends stand, words break anywhere if they must, letters where their
// widths put them.
void write_style(std::ostream& page) {
  page << "<style>\n";
  write_fonts(page);
  page << ".block { font-kerning: normal; text-rendering: geometricPrecision; line-height: 2;\n"
          "  white-space: pre-wrap; overflow-wrap: anywhere; hyphens: manual; }\n"
          "</style>\n";
}

void write_block(std::ostream& page, const Sample& sample) {
  page << "<div class=block lang='" << sample.language << "' dir=" << (sample.right_to_left ? "rtl" : "ltr")
       << " style='font-size: " << sample.size_px << "px; font-weight: " << css_weight(sample.weight)
       << "; width: " << (sample.width_px > 0 ? std::to_string(sample.width_px) + "px" : "max-content")
       << "'>" << escaped(sample.text) << "</div>\n";
}

void write_page(const std::filesystem::path& file, const std::vector<Sample>& samples) {
  std::ofstream page(file);
  page << "<!doctype html>\n<meta charset=utf-8>\n";
  write_style(page);
  for (const Sample& sample : samples) write_block(page, sample);
  page << "<pre id=result></pre>\n<script src='file://" << LOTSEN_MEASURE_JS << "'></script>\n";
}

std::string dumped(const std::filesystem::path& page, const std::filesystem::path& folder) {
  Program chromium({kChromium, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                    "--no-first-run", "--font-render-hinting=none", "--allow-file-access-from-files",
                    "--virtual-time-budget=20000", "--user-data-dir=" + (folder / "profile").string(),
                    "--dump-dom", "file://" + page.string()});
  chromium.end_input();
  const int status = chromium.wait(kPatienceForChromiumMs);
  if (status != 0)
    throw ProgramFault("Chromium ended with " + std::to_string(status) + ": " + chromium.errors());
  return chromium.said();
}

std::string result_in(const std::string& document) {
  const std::string begin = "<pre id=\"result\">";
  const std::size_t at = document.find(begin);
  if (at == std::string::npos) throw ProgramFault("Chromium dumped no result: " + document);
  const std::size_t from = at + begin.size();
  return document.substr(from, document.find("</pre>", from) - from);
}

}  // namespace

std::vector<MeasuredText> measured_by_chromium(const std::vector<Sample>& samples) {
  const TempFolder folder;
  const std::filesystem::path page = folder.path() / "page.html";
  write_page(page, samples);
  return measured_from_json(result_in(dumped(page, folder.path())));
}

}  // namespace lotsen::tests
