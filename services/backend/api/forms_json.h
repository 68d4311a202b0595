// GET /v1/forms.
#pragma once
#include <string>
#include <vector>

#include "services/backend/publishing/form_archive.h"

namespace lotsen::api {

std::string forms_to_json(const std::vector<const publishing::PublishedForm*>& forms);

}  // namespace lotsen::api
