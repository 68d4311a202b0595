#include "tests/support/memory_scan.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string_view>

#include "tests/support/site.h"

namespace lotsen::tests {
namespace {

struct Needle {
  std::string text;
  std::string encoding;
  std::string bytes;
};

// Of valid UTF-8 within the basic plane, as what visitors type here is.
std::u16string utf16(std::string_view text) {
  std::u16string units;
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = [&](std::size_t at) {
      return static_cast<std::uint32_t>(static_cast<unsigned char>(text[at]));
    };
    const std::uint32_t first = byte(i);
    const std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : 3;
    std::uint32_t code = length == 1 ? first : length == 2 ? first & 0x1FU : first & 0x0FU;
    for (std::size_t k = 1; k < length; ++k) code = code << 6U | (byte(i + k) & 0x3FU);
    units.push_back(static_cast<char16_t>(code));
    i += length;
  }
  return units;
}

std::string bytes_of(const std::u16string& units, bool little_endian) {
  std::string bytes;
  for (const char16_t unit : units) {
    const char low = static_cast<char>(unit & 0xFFU);
    const char high = static_cast<char>(unit >> 8U);
    bytes += little_endian ? low : high;
    bytes += little_endian ? high : low;
  }
  return bytes;
}

std::vector<Needle> needles_for(const std::vector<std::string>& texts) {
  std::vector<Needle> needles;
  for (const std::string& text : texts) {
    const std::u16string units = utf16(text);
    needles.push_back({text, "UTF-8", text});
    needles.push_back({text, "UTF-16LE", bytes_of(units, true)});
    needles.push_back({text, "UTF-16BE", bytes_of(units, false)});
  }
  return needles;
}

void look(std::string_view bytes, std::uint64_t base, const std::string& name,
          const std::vector<Needle>& needles, std::vector<Remnant>& found) {
  for (const Needle& needle : needles) {
    const char* from = bytes.data();
    const char* const end = bytes.data() + bytes.size();
    while (const void* at =
               memmem(from, static_cast<std::size_t>(end - from), needle.bytes.data(), needle.bytes.size())) {
      const auto* const hit = static_cast<const char*>(at);
      std::ostringstream place;
      place << name << ' ' << std::hex << base + static_cast<std::uint64_t>(hit - bytes.data());
      found.push_back({needle.text, needle.encoding, place.str()});
      from = hit + 1;
    }
  }
}

struct Region {
  std::uint64_t begin = 0;
  std::uint64_t end = 0;
  std::string name;
};

std::vector<Region> regions_of(pid_t process) {
  std::ifstream maps("/proc/" + std::to_string(process) + "/maps");
  std::vector<Region> regions;
  for (std::string line; std::getline(maps, line);) {
    std::istringstream in(line);
    Region region;
    std::string access, offset, device, inode;
    char dash = 0;
    in >> std::hex >> region.begin >> dash >> region.end >> access >> offset >> device >> inode;
    std::getline(in >> std::ws, region.name);
    if (access.starts_with("rw")) regions.push_back(region);
  }
  return regions;
}

std::string read_region(int memory, const Region& region) {
  std::string bytes(region.end - region.begin, '\0');
  const ssize_t got = ::pread(memory, bytes.data(), bytes.size(), static_cast<off_t>(region.begin));
  bytes.resize(got < 0 ? 0 : static_cast<std::size_t>(got));
  return bytes;
}

}  // namespace

std::vector<Remnant> remnants_in_memory(pid_t process, const std::vector<std::string>& texts) {
  const std::vector<Needle> needles = needles_for(texts);
  const int memory = ::open(("/proc/" + std::to_string(process) + "/mem").c_str(), O_RDONLY | O_CLOEXEC);
  if (memory < 0) throw std::runtime_error("the memory of the process cannot be read");
  std::vector<Remnant> found;
  for (const Region& region : regions_of(process))
    look(read_region(memory, region), region.begin, region.name, needles, found);
  ::close(memory);
  return found;
}

std::vector<Remnant> remnants_in_files(const std::filesystem::path& folder,
                                       const std::vector<std::string>& texts) {
  const std::vector<Needle> needles = needles_for(texts);
  std::vector<Remnant> found;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    look(text_of(entry.path()), 0, entry.path().string(), needles, found);
  }
  return found;
}

std::string to_text(const std::vector<Remnant>& remnants) {
  std::string text;
  for (const Remnant& one : remnants)
    text += '"' + one.text + "\" as " + one.encoding + " in " + one.place + '\n';
  return text;
}

}  // namespace lotsen::tests
