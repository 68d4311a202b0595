// Ids are types, so that a form's id cannot be handed over where a question's is wanted.
#pragma once
#include <compare>
#include <cstdint>
#include <string>

namespace lotsen {

template <class Tag>
struct Id {
  std::string value;
  auto operator<=>(const Id&) const = default;
};

using FormId = Id<struct FormTag>;              // "fault_report": the form's file name without .json
using QuestionId = Id<struct QuestionTag>;      // "location": unique within its form
using OptionId = Id<struct OptionTag>;          // "streetlight": unique within its question
using SubmissionId = Id<struct SubmissionTag>;  // UUID v4, also the idempotency key
using CaseReference = Id<struct CaseTag>;       // "SC-7K3Q-M9PX-T", see reference.h
using KioskId = Id<struct KioskTag>;            // "kiosk-1", as registered at the backend
using HelpCallId = Id<struct HelpCallTag>;      // UUID v4

// Counts visits since the program started. Every command and result carries it, so that a late answer can
// never reach the next visitor.
enum class VisitId : std::uint64_t {};

}  // namespace lotsen
