// What visit scripts do with the machine: SDL events as a finger and a keyboard make them.
#pragma once
#include <string>
#include <string_view>

namespace lotsen::shell {

void inject_pointer(float x, float y, bool down);
void inject_text(std::string_view text);   // an event a character, as keyboards do
bool inject_key(const std::string& name);  // SDL's key name, "Shift+Tab" too; false when there is none

}  // namespace lotsen::shell
