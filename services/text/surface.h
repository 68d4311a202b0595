// From a Cairo A8 surface, whose rows are padded, to an Image. For services/text alone.
#pragma once
#include "services/text/handles.h"
#include "services/text/text.h"

namespace lotsen::text {

Image unpadded(cairo_surface_t* surface);

}  // namespace lotsen::text
