#include "services/i18n/catalogue.h"

#include <unicode/uloc.h>

#include <algorithm>
#include <boost/locale/gnu_gettext.hpp>
#include <boost/locale/message.hpp>
#include <exception>
#include <locale>
#include <mutex>

#include "services/i18n/icu_locale.h"
#include "services/i18n/mo_file.h"

namespace lotsen::i18n {
namespace {

using Argument = Arguments::value_type;
using Messages = boost::locale::message_format<char>;

constexpr std::string_view kFirstStrongIsolate = "\xE2\x81\xA8";  // U+2068
constexpr std::string_view kPopIsolate = "\xE2\x81\xA9";          // U+2069

bool is_right_to_left(std::string_view language) {
  return uloc_isRightToLeft(icu_locale(language).c_str()) != 0;
}

std::locale locale_with(const std::vector<char>& mo) {
  boost::locale::gnu_gettext::messages_info info;
  info.encoding = "UTF-8";
  info.domains.emplace_back("lotsen");
  info.paths.emplace_back();
  info.callback = [&mo](const std::string&, const std::string&) { return mo; };
  return {std::locale::classic(), boost::locale::gnu_gettext::create_messages_facet<char>(info)};
}

// The argument whose "{name}" the pattern begins with.
const Argument* argument_at(std::string_view pattern, Arguments arguments) {
  const auto* found = std::find_if(arguments.begin(), arguments.end(), [pattern](const Argument& argument) {
    const std::string_view name = argument.first;
    return pattern.substr(1).starts_with(name) && pattern.substr(1 + name.size()).starts_with('}');
  });
  return pattern.front() != '{' || found == arguments.end() ? nullptr : found;
}

// "Suomi" of "X-Own-Name: Suomi", a line of the header; empty when there is none.
std::string field_of(std::string_view header, std::string_view name) {
  while (!header.empty()) {
    const std::string_view line = header.substr(0, header.find('\n'));
    if (line.starts_with(name) && line.substr(name.size()).starts_with(": "))
      return std::string(line.substr(name.size() + 2));
    header.remove_prefix(std::min(header.size(), line.size() + 1));
  }
  return {};
}

// The texts of one file. Boost.Locale takes 0.1 ms to read it, and a visitor reads one language or two of
// fourteen: it does so at the first text.
class Texts {
 public:
  explicit Texts(std::vector<char> mo) : mo_(std::move(mo)) {}
  // Nothing for bytes that read_mo lets pass and Boost.Locale does not; a damaged file can be made so.
  const Messages* messages() const;

 private:
  void read() const;

  mutable std::once_flag once_;
  mutable std::vector<char> mo_;  // until it has been read
  mutable std::locale locale_ = std::locale::classic();
  mutable const Messages* messages_ = nullptr;  // lives in `locale_`
};

void Texts::read() const {
  try {
    locale_ = locale_with(mo_);
    messages_ = &std::use_facet<Messages>(locale_);
  } catch (const std::exception&) {
    messages_ = nullptr;
  }
  mo_ = {};
}

const Messages* Texts::messages() const {
  std::call_once(once_, [this] { read(); });
  return messages_;
}

}  // namespace

struct Catalogue::Inside {
  explicit Inside(std::string_view code)
      : language(code), right_to_left(is_right_to_left(code)), format(code) {}

  std::string language;
  std::string own_name;
  Coverage coverage = Coverage::full;
  bool right_to_left;
  Format format;
  std::unique_ptr<const Texts> texts;  // none for English
  const Inside* fallback = nullptr;

  void read_header(std::string_view header);
  // These give nothing when there is none.
  const Messages* messages_for(const std::string& key) const;
  const char* translation(const std::string& key) const;
  const char* translation(const std::string& key, long n) const;
  // This language, or the one fallen back to that has the text.
  const Inside& speaker_of(const std::string& key) const;
  // Names that no argument has are left as they are: a visible fault, and text with braces stays whole.
  std::string fill(std::string_view pattern, Arguments arguments) const;
  void append(std::string& filled, std::string_view value) const;
};

void Catalogue::Inside::read_header(std::string_view header) {
  if (std::string name = field_of(header, "X-Own-Name"); !name.empty()) own_name = std::move(name);
  if (field_of(header, "X-Coverage") == "core") coverage = Coverage::core;
}

const Messages* Catalogue::Inside::messages_for(const std::string& key) const {
  // The empty key's translation is the header of the file.
  return texts == nullptr || key.empty() ? nullptr : texts->messages();
}

const char* Catalogue::Inside::translation(const std::string& key) const {
  const Messages* messages = messages_for(key);
  return messages == nullptr ? nullptr : messages->get(0, nullptr, key.c_str());
}

const char* Catalogue::Inside::translation(const std::string& key, long n) const {
  const Messages* messages = messages_for(key);
  // Plural rules read the last digits at most: a number too long for Boost.Locale keeps those.
  const int rule = static_cast<int>(n % 1'000'000'000);
  return messages == nullptr ? nullptr : messages->get(0, nullptr, key.c_str(), rule);
}

const Catalogue::Inside& Catalogue::Inside::speaker_of(const std::string& key) const {
  for (const Inside* asked = this; asked != nullptr; asked = asked->fallback) {
    if (asked->translation(key) != nullptr) return *asked;
  }
  return *this;
}

void Catalogue::Inside::append(std::string& filled, std::string_view value) const {
  if (right_to_left) filled += kFirstStrongIsolate;
  filled += value;
  if (right_to_left) filled += kPopIsolate;
}

std::string Catalogue::Inside::fill(std::string_view pattern, Arguments arguments) const {
  std::string filled;
  while (!pattern.empty()) {
    const Argument* argument = argument_at(pattern, arguments);
    if (argument == nullptr)
      filled += pattern.front();
    else
      append(filled, argument->second);
    pattern.remove_prefix(argument == nullptr ? 1 : argument->first.size() + 2);
  }
  return filled;
}

Catalogue::Catalogue(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
Catalogue::Catalogue(Catalogue&&) noexcept = default;
Catalogue& Catalogue::operator=(Catalogue&&) noexcept = default;
Catalogue::~Catalogue() = default;

Result<Catalogue> Catalogue::load(const std::filesystem::path& mo_file, std::string_view language) {
  Result<std::vector<char>> mo = read_mo(mo_file);
  if (!mo) return tl::unexpected(mo.error());
  Catalogue catalogue = untranslated(language, language);
  catalogue.inside_->read_header(header_of(*mo));
  catalogue.inside_->texts = std::make_unique<Texts>(std::move(*mo));
  return catalogue;
}

Catalogue Catalogue::english() {
  return untranslated("en", "English");
}

Catalogue Catalogue::untranslated(std::string_view language, std::string_view own_name) {
  auto inside = std::make_unique<Inside>(language);
  inside->own_name = own_name;
  return Catalogue(std::move(inside));
}

const std::string& Catalogue::language() const {
  return inside_->language;
}

bool Catalogue::right_to_left() const {
  return inside_->right_to_left;
}

const std::string& Catalogue::own_name() const {
  return inside_->own_name;
}

Coverage Catalogue::coverage() const {
  return inside_->coverage;
}

void Catalogue::fall_back_to(const Catalogue& other) {
  if (inside_->language != "en") inside_->fallback = other.inside_.get();
}

bool Catalogue::has(std::string_view key) const {
  return inside_->language == "en" || inside_->translation(std::string(key)) != nullptr;
}

std::string Catalogue::text(std::string_view key, Arguments arguments) const {
  const std::string english(key);
  const char* translation = inside_->speaker_of(english).translation(english);
  return inside_->fill(translation == nullptr ? english : translation, arguments);
}

std::string Catalogue::plural(std::string_view one, std::string_view many, long n) const {
  const std::string english(one);
  const Inside& speaker = inside_->speaker_of(english);
  const char* translation = speaker.translation(english, n);
  const std::string_view otherwise = n == 1 ? one : many;
  return inside_->fill(translation == nullptr ? otherwise : translation, {{"n", speaker.format.number(n)}});
}

const Format& Catalogue::format() const {
  return inside_->format;
}

}  // namespace lotsen::i18n
