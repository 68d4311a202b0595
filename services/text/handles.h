// Owners of what Pango, Cairo and FontConfig hand out. For services/text alone.
#pragma once
#include <cairo.h>
#include <fontconfig/fontconfig.h>
#include <pango/pango.h>

#include <memory>

namespace lotsen::text {

template <auto release>
struct Release {
  template <class T>
  void operator()(T* thing) const {
    release(thing);
  }
};

template <class T>
using GObjectHandle = std::unique_ptr<T, Release<g_object_unref>>;
using DescriptionHandle = std::unique_ptr<PangoFontDescription, Release<pango_font_description_free>>;
using AttributesHandle = std::unique_ptr<PangoAttrList, Release<pango_attr_list_unref>>;
using IterHandle = std::unique_ptr<PangoLayoutIter, Release<pango_layout_iter_free>>;
using ConfigHandle = std::unique_ptr<FcConfig, Release<FcConfigDestroy>>;
using SurfaceHandle = std::unique_ptr<cairo_surface_t, Release<cairo_surface_destroy>>;
using CairoHandle = std::unique_ptr<cairo_t, Release<cairo_destroy>>;

}  // namespace lotsen::text
