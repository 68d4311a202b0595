#include "tests/unit/i18n/mo_texts.h"

#include <cstdint>
#include <cstring>
#include <stdexcept>

#include "services/i18n/mo_file.h"

namespace lotsen::tests {
namespace {

std::uint32_t number_at(const std::vector<char>& mo, std::size_t at) {
  std::uint32_t number = 0;
  std::memcpy(&number, mo.data() + at, sizeof number);
  return number;
}

std::string text_at(const std::vector<char>& mo, std::size_t entry) {
  return {mo.data() + number_at(mo, entry + 4), number_at(mo, entry)};
}

// Plurals stand in one text with a NUL between them.
std::vector<std::string> parts_of(const std::string& text) {
  std::vector<std::string> parts(1);
  for (const char c : text) {
    if (c == '\0')
      parts.emplace_back();
    else
      parts.back() += c;
  }
  return parts;
}

void append(std::string& bytes, std::uint32_t number) {
  bytes.append(reinterpret_cast<const char*>(&number), sizeof number);
}

}  // namespace

MoFile read_mo_file(const std::filesystem::path& file) {
  const Result<std::vector<char>> mo = i18n::read_mo(file);
  if (!mo) throw std::runtime_error(mo.error().detail);
  MoFile read{std::string(i18n::header_of(*mo)), {}};
  for (std::size_t i = 0; i < number_at(*mo, 8); ++i) {
    const std::vector<std::string> keys = parts_of(text_at(*mo, number_at(*mo, 12) + i * 8));
    if (keys.front().empty()) continue;
    read.texts.push_back(
        {keys.front(), keys.size() > 1 ? keys[1] : "", parts_of(text_at(*mo, number_at(*mo, 16) + i * 8))});
  }
  return read;
}

std::string mo_with_numbered_forms(const std::string& header) {
  using namespace std::string_literals;
  const std::string keys = "\0one\0many\0"s;
  const std::string forms = "0\0001\0002\0003\0004\0005\0006\0007\0008\0009\0"s;
  std::string bytes;
  for (const std::uint32_t number : {0x950412DEU, 0U, 2U, 28U, 44U, 0U, 60U}) append(bytes, number);
  const auto header_size = static_cast<std::uint32_t>(header.size());
  for (const std::uint32_t number : {0U, 60U, 8U, 61U, header_size, 70U, 19U, 71U + header_size})
    append(bytes, number);
  return bytes + keys + header + '\0' + forms;
}

}  // namespace lotsen::tests
