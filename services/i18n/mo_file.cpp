#include "services/i18n/mo_file.h"

#include <array>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <iterator>

namespace lotsen::i18n {
namespace {

// The header of a .mo file (GNU gettext manual, "The Format of GNU MO Files"); tables hold length and offset.
constexpr std::uint32_t kMagic = 0x950412DE;
constexpr std::size_t kHeaderSize = 28;
constexpr std::size_t kCountAt = 8;
constexpr std::array<std::size_t, 2> kTablesAt = {12, 16};  // of the keys, of the translations
constexpr std::size_t kHashSizeAt = 20;

std::uint32_t number_at(const std::vector<char>& bytes, std::size_t at) {
  std::uint32_t number = 0;
  std::memcpy(&number, bytes.data() + at, sizeof number);
  return number;
}

bool entry_is_inside(const std::vector<char>& bytes, std::size_t entry_at) {
  const std::size_t end = std::size_t{number_at(bytes, entry_at)} + number_at(bytes, entry_at + 4);
  return end < bytes.size() && bytes[end] == '\0';
}

bool table_is_inside(const std::vector<char>& bytes, std::size_t table, std::size_t count) {
  if (table > bytes.size() || count > (bytes.size() - table) / 8) return false;
  for (std::size_t i = 0; i < count; ++i) {
    if (!entry_is_inside(bytes, table + i * 8)) return false;
  }
  return true;
}

bool is_whole(const std::vector<char>& bytes) {
  if (bytes.size() < kHeaderSize || number_at(bytes, 0) != kMagic) return false;
  const std::size_t count = number_at(bytes, kCountAt);
  return table_is_inside(bytes, number_at(bytes, kTablesAt[0]), count) &&
         table_is_inside(bytes, number_at(bytes, kTablesAt[1]), count);
}

}  // namespace

Result<std::vector<char>> read_mo(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) return fail(ErrorCode::not_found, file.string() + " cannot be opened");
  std::vector<char> bytes{std::istreambuf_iterator<char>(stream), {}};
  if (!is_whole(bytes)) return fail(ErrorCode::corrupt, file.string() + " is not a whole .mo file");
  std::memset(bytes.data() + kHashSizeAt, 0, sizeof(std::uint32_t));
  return bytes;
}

}  // namespace lotsen::i18n
