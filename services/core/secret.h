// Secret: a UTF-8 text that belongs to a visitor. Its bytes are overwritten when it changes or ends, it never
// goes to a log (Log has no way to take one) and comparing or printing it needs an explicit view().
#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

namespace lotsen {

class Secret {
 public:
  Secret() = default;
  explicit Secret(std::string_view text);
  Secret(const Secret& other);
  Secret(Secret&& other) noexcept;
  Secret& operator=(const Secret& other);
  Secret& operator=(Secret&& other) noexcept;
  ~Secret();

  std::string_view view() const { return {bytes_.data(), bytes_.size()}; }
  bool empty() const { return bytes_.empty(); }
  std::size_t size() const { return bytes_.size(); }

  void clear();
  void insert(std::size_t at, std::string_view text);  // at <= size()
  void erase(std::size_t at, std::size_t count);       // at + count <= size()
  void append(std::string_view text) { insert(size(), text); }

  bool operator==(const Secret& other) const { return view() == other.view(); }

 private:
  std::vector<char> bytes_;
};

}  // namespace lotsen
