// FormArchive: every published version of every form, in memory. Made at start, never changed afterwards, so
// any thread may read it.
#pragma once
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "services/forms/form.h"

namespace lotsen::publishing {

struct PublishedForm {
  forms::Form form;
  std::string digest;
  std::string source;  // JSON, canonical
};

class FormArchive {
 public:
  void add(PublishedForm form);
  void offer(const FormId& id) { offered_.insert(id); }  // has a file in the forms folder

  const forms::Form* find(const FormId& id, int version) const;
  std::vector<const PublishedForm*> latest() const;  // of the offered forms, by id

 private:
  std::map<std::pair<FormId, int>, PublishedForm> versions_;
  std::set<FormId> offered_;
};

}  // namespace lotsen::publishing
