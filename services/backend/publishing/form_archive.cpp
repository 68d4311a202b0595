#include "services/backend/publishing/form_archive.h"

#include <climits>

namespace lotsen::publishing {

void FormArchive::add(PublishedForm form) {
  std::pair key(form.form.id, form.form.version);
  versions_.insert_or_assign(std::move(key), std::move(form));
}

const forms::Form* FormArchive::find(const FormId& id, int version) const {
  const auto found = versions_.find({id, version});
  return found == versions_.end() ? nullptr : &found->second.form;
}

std::vector<const PublishedForm*> FormArchive::latest() const {
  std::vector<const PublishedForm*> forms;
  for (const FormId& id : offered_) {
    const auto after = versions_.upper_bound({id, INT_MAX});
    if (after == versions_.begin()) continue;
    const PublishedForm& newest = std::prev(after)->second;
    if (newest.form.id == id) forms.push_back(&newest);
  }
  return forms;
}

}  // namespace lotsen::publishing
