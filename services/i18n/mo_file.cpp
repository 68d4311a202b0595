#include "services/i18n/mo_file.h"

#include <unicode/ustring.h>

#include <array>
#include <cstdint>
#include <cstring>
#include <fstream>

namespace lotsen::i18n {
namespace {

// The header of a .mo file (GNU gettext manual, "The Format of GNU MO Files"); tables hold length and offset.
constexpr std::uint32_t kMagic = 0x950412DE;
constexpr std::size_t kHeaderSize = 28;
constexpr std::size_t kCountAt = 8;
constexpr std::size_t kKeysAt = 12;
constexpr std::size_t kTranslationsAt = 16;
constexpr std::size_t kHashSizeAt = 20;

std::uint32_t number_at(const std::vector<char>& bytes, std::size_t at) {
  std::uint32_t number = 0;
  std::memcpy(&number, bytes.data() + at, sizeof number);
  return number;
}

// Of an entry of one of the tables that has been found to be inside.
std::string_view text_at(const std::vector<char>& bytes, std::size_t entry_at) {
  return {bytes.data() + number_at(bytes, entry_at + 4), number_at(bytes, entry_at)};
}

bool is_utf8(std::string_view text) {
  UErrorCode fault = U_ZERO_ERROR;
  u_strFromUTF8(nullptr, 0, nullptr, text.data(), static_cast<std::int32_t>(text.size()), &fault);
  return fault != U_INVALID_CHAR_FOUND;
}

bool entry_is_good(const std::vector<char>& bytes, std::size_t entry_at) {
  const std::size_t end = std::size_t{number_at(bytes, entry_at)} + number_at(bytes, entry_at + 4);
  return end < bytes.size() && bytes[end] == '\0' && is_utf8(text_at(bytes, entry_at));
}

bool table_is_good(const std::vector<char>& bytes, std::size_t table, std::size_t count) {
  if (table > bytes.size() || count > (bytes.size() - table) / 8) return false;
  for (std::size_t i = 0; i < count; ++i) {
    if (!entry_is_good(bytes, table + i * 8)) return false;
  }
  return true;
}

bool is_whole(const std::vector<char>& bytes) {
  if (bytes.size() < kHeaderSize || number_at(bytes, 0) != kMagic) return false;
  const std::size_t count = number_at(bytes, kCountAt);
  return table_is_good(bytes, number_at(bytes, kKeysAt), count) &&
         table_is_good(bytes, number_at(bytes, kTranslationsAt), count);
}

bool says_utf8(std::string_view header) {
  constexpr std::string_view kName = "charset=";
  const std::size_t at = header.find(kName);
  return at != std::string_view::npos && header.substr(at + kName.size()).starts_with("UTF-8\n");
}

// By blocks: byte by byte takes as long as all the rest of a catalogue.
std::vector<char> all_of(std::istream& stream) {
  std::vector<char> bytes;
  std::array<char, 16384> block{};
  while (stream.read(block.data(), block.size()), stream.gcount() > 0)
    bytes.insert(bytes.end(), block.data(), block.data() + stream.gcount());
  return bytes;
}

}  // namespace

Result<std::vector<char>> read_mo(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) return fail(ErrorCode::not_found, file.string() + " cannot be opened");
  std::vector<char> bytes = all_of(stream);
  if (!is_whole(bytes)) return fail(ErrorCode::corrupt, file.string() + " is not a whole .mo file");
  if (!says_utf8(header_of(bytes)))
    return fail(ErrorCode::corrupt, file.string() + " does not say that it is in UTF-8");
  std::memset(bytes.data() + kHashSizeAt, 0, sizeof(std::uint32_t));
  return bytes;
}

std::string_view header_of(const std::vector<char>& mo) {
  // Keys are sorted: the empty one is the first.
  if (number_at(mo, kCountAt) == 0 || !text_at(mo, number_at(mo, kKeysAt)).empty()) return {};
  return text_at(mo, number_at(mo, kTranslationsAt));
}

}  // namespace lotsen::i18n
