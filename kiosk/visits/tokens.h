// A script's line in tokens. Used inside this folder only.
#pragma once
#include <string_view>
#include <vector>

#include "services/core/result.h"
#include "services/core/secret.h"

namespace lotsen::visits {

enum class TokenKind { word, quoted, regex };

struct Token {
  TokenKind kind = TokenKind::word;
  Secret text;  // without its marks and escapes
};

// bad_input names the mend, not the line.
Result<std::vector<Token>> tokens_of(std::string_view line);

}  // namespace lotsen::visits
