// The answers as the store keeps them: {"kind":["streetlight"],"location":["Storgatan 12"]}.
#pragma once
#include "services/core/secret.h"
#include "services/forms/form.h"

namespace lotsen::cases {

Secret answers_to_json(const forms::Answers& answers);

}  // namespace lotsen::cases
