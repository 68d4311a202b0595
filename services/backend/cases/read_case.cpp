#include "services/backend/cases/read_case.h"

#include <algorithm>

#include "services/core/reference.h"
#include "services/sealing/signing.h"

namespace lotsen::cases {
namespace {

// Of an unknown case: as long as a real one, and no code has it.
constexpr std::string_view kNoHash = "0000000000000000000000000000000000000000000000000000000000000000";

bool code_fits(const std::optional<store::CaseRow>& row, const CaseReference& reference,
               const Secret& typed) {
  const std::optional<Secret> code = parse_access_code(typed.view());
  // Hashed and compared in every case, so that the time taken tells nothing either.
  const std::string hash = sealing::access_code_hash(reference, code.value_or(Secret("0000-0000")));
  const bool equal =
      sealing::equal_in_constant_time(hash, row ? std::string_view(row->access_code_hash) : kNoHash);
  return equal && row.has_value() && code.has_value();
}

}  // namespace

std::optional<Locked> ReadCase::locked(const std::string& reference, const std::string& peer) {
  const SteadyMs now = clock_.steady_ms();
  const auto wait = std::max(by_reference_.locked_for_ms(reference, now), by_peer_.locked_for_ms(peer, now));
  if (!wait) return std::nullopt;
  return Locked{static_cast<int>((*wait + 999) / 1000)};
}

CaseView ReadCase::view_of(store::CaseRow row) const {
  CaseView view;
  if (const forms::Form* form = forms_.find(row.form, row.form_version)) {
    view.title = form->title.in(row.language);
    view.department = form->department.in(row.language);
  }
  view.row = std::move(row);
  return view;
}

Result<CaseAnswer> ReadCase::run(store::Store& store, const CaseQuestion& question) {
  const std::optional<CaseReference> reference = parse_case_reference(question.reference);
  const std::string counted = reference ? reference->value : std::string();
  if (const auto wait = locked(counted, question.peer)) return *wait;
  Result<std::optional<store::CaseRow>> row;
  if (reference) row = store.find_case(*reference);
  if (!row) return tl::unexpected(row.error());
  if (code_fits(*row, reference.value_or(CaseReference{}), question.code)) return view_of(std::move(**row));
  if (reference) by_reference_.wrong(counted, clock_.steady_ms());
  by_peer_.wrong(question.peer, clock_.steady_ms());
  return NoSuchCase{};
}

}  // namespace lotsen::cases
