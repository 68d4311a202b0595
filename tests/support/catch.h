// The one place that knows which Catch2 it is, so that version 3 is one line.
#pragma once
#include <catch2/catch.hpp>
