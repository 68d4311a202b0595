// The numbered steps of the backend's schema, from migrations/*.sql. One more file, one more line there.
#pragma once
#include <span>

#include "services/storage/database.h"

namespace lotsen::store {

std::span<const storage::Migration> migrations();

}  // namespace lotsen::store
