// SPDX-License-Identifier: MIT
#include "app/share/editdocument.h"

#include "app/share/edittext.h"
#include "app/tags/tagtext.h"
#include "core/parse/tags.h"

namespace app {

using core::EditElement;
using core::EditSet;
using core::ErrorCode;
using core::Status;

namespace {

template <class Set>
Set* itemOf(Set& set, const EditStep& step) {
  auto* element = set.find(step.tag);
  if (!element || step.item < 0 || static_cast<std::size_t>(step.item) >= element->items.size())
    return nullptr;
  return &element->items[static_cast<std::size_t>(step.item)];
}

template <class Set>
Set* walk(Set& root, const EditPath& path, std::size_t steps) {
  Set* set = &root;
  for (std::size_t i = 0; i < steps && set; ++i) set = itemOf(*set, path[i]);
  return set;
}

EditSet* holderOf(EditSet& root, const EditPath& path) { return walk(root, path, path.size() - 1); }

Status refused(const char* why) { return {ErrorCode::InvalidArgument, why}; }

/// A private element needs somebody who has reserved its block (PS3.5 7.8.1).
bool lacksCreator(const EditSet& set, core::Tag tag) {
  return tag.isPrivate() && tag.element > 0xff &&
         set.text({tag.group, static_cast<std::uint16_t>(tag.element >> 8)}).empty();
}

/// Elements of a block without the name of who reserved it mean nothing.
bool isCreatorInUse(const EditSet& set, core::Tag tag) {
  if (!tag.isPrivate() || tag.element < 0x10 || tag.element > 0xff) return false;
  return std::ranges::any_of(set.elements(), [tag](const EditElement& element) {
    return element.tag.group == tag.group && element.tag.element >> 8 == tag.element;
  });
}

Status checkTag(const EditSet& set, core::Tag tag) {
  if (isFixed(tag)) return refused("belongs to the picture or the character set");
  if (tag.group <= 0x0003 || tag.element == 0 || tag.group == 0xFFFE || tag.group == 0xFFFF)
    return refused("has no place in a data set");
  if (tag.isPrivate() && (tag.group <= 0x0008 || tag.element < 0x10))
    return refused("is no place for a private element");
  if (set.has(tag)) return refused("is there already");
  if (lacksCreator(set, tag)) return refused("needs the private creator of its block first");
  return core::Done{};
}

}  // namespace

QString pathText(const EditPath& path) {
  QStringList parts;
  for (const EditStep& step : path)
    parts << tagText(step.tag) + (step.item < 0 ? QString() : QStringLiteral("[%1]").arg(step.item + 1));
  return parts.join(QLatin1Char('.'));
}

/// The whole data set before and after: a copy shares all the bytes.
class EditDocument::Change : public QUndoCommand {
 public:
  Change(EditDocument& document, const QString& text, EditSet after)
      : QUndoCommand(text), m_document(document), m_before(document.m_set), m_after(std::move(after)) {}
  void undo() override { put(m_before); }
  void redo() override { put(m_after); }

 private:
  void put(const EditSet& set) {
    m_document.m_set = set;
    emit m_document.changed();
  }
  EditDocument& m_document;
  EditSet m_before, m_after;
};

EditDocument::EditDocument(std::shared_ptr<const core::DicomFile> file, QObject* parent)
    : QObject(parent), m_file(std::move(file)), m_original(EditSet::of(*m_file)), m_set(m_original) {}

const EditSet* EditDocument::holder(const EditSet& root, const EditPath& path) {
  return path.empty() ? nullptr : walk(root, path, path.size() - 1);
}

const EditElement* EditDocument::element(const EditSet& root, const EditPath& path) {
  const EditSet* set = holder(root, path);
  return set ? set->find(path.back().tag) : nullptr;
}

bool EditDocument::equal(const EditElement& a, const EditElement& b) {
  const auto sameBytes = [](const core::HeldBytes& x, const core::HeldBytes& y) {
    return std::ranges::equal(x.view(), y.view());
  };
  const auto sameItems = [](const EditSet& x, const EditSet& y) {
    return std::ranges::equal(x.elements(), y.elements(), &EditDocument::equal);
  };
  return a.tag == b.tag && a.vr == b.vr && a.form == b.form && sameBytes(a.value, b.value) &&
         std::ranges::equal(a.items, b.items, sameItems) &&
         std::ranges::equal(a.fragments, b.fragments, sameBytes);
}

std::string EditDocument::characterSetAt(const EditPath& path) const {
  std::string inForce(m_set.text(core::tags::SpecificCharacterSet));
  for (std::size_t i = 1; i < path.size(); ++i)
    if (const EditSet* set = walk(m_set, path, i); set && set->has(core::tags::SpecificCharacterSet))
      inForce = set->text(core::tags::SpecificCharacterSet);
  return inForce;
}

Status EditDocument::apply(const QString& text, const std::function<Status(EditSet&)>& edit) {
  EditSet after = m_set;
  if (const Status done = edit(after); !done) return done;
  m_undo.push(new Change(*this, text, std::move(after)));
  return core::Done{};
}

Status EditDocument::setValue(const EditPath& path, const QString& text) {
  const EditElement* before = element(m_set, path);
  if (!before) return refused("is not there");
  if (isFixed(before->tag)) return refused("belongs to the picture or the character set");
  if (editText(*before, characterSetAt(path)) == text) return core::Done{};
  const core::Vr vr = before->vr;
  return apply(tr("change of %1").arg(pathText(path)), [&](EditSet& set) {
    return putEditText(
        set, [&](EditSet& root) { return holderOf(root, path); }, path.back().tag, vr, text,
        characterSetAt(path));
  });
}

Status EditDocument::add(const EditPath& parent, core::Tag tag, core::Vr vr, const QString& text) {
  const EditSet* set = walk(m_set, parent, parent.size());
  if (!set) return refused("is not there");
  if (const Status good = checkTag(*set, tag); !good) return good;
  EditPath path = parent;
  path.push_back({tag});
  return apply(tr("addition of %1").arg(pathText(path)), [&](EditSet& root) -> Status {
    const auto find = [&](EditSet& whole) { return holderOf(whole, path); };
    if (vr != core::Vr::SQ) return putEditText(root, find, tag, vr, text, characterSetAt(path));
    find(root)->setItems(tag, {});
    return core::Done{};
  });
}

Status EditDocument::addItem(const EditPath& sequence) {
  const EditElement* before = element(m_set, sequence);
  if (!before || before->vr != core::Vr::SQ) return refused("is no sequence");
  return apply(tr("new item in %1").arg(pathText(sequence)), [&](EditSet& root) -> Status {
    EditElement* found = holderOf(root, sequence)->find(sequence.back().tag);
    std::vector<EditSet> items = std::move(found->items);
    items.emplace_back();
    holderOf(root, sequence)->setItems(sequence.back().tag, std::move(items));
    return core::Done{};
  });
}

Status EditDocument::remove(const EditPath& path) {
  const EditElement* before = element(m_set, path);
  if (!before) return refused("is not there");
  if (isFixed(before->tag)) return refused("belongs to the picture or the character set");
  if (path.back().item < 0 && isCreatorInUse(*holder(m_set, path), path.back().tag))
    return refused("is the creator of private elements that are still there");
  return apply(tr("deletion of %1").arg(pathText(path)), [&](EditSet& root) -> Status {
    EditSet* set = holderOf(root, path);
    const int item = path.back().item;
    if (item < 0) return set->remove(path.back().tag), core::Done{};
    auto& items = set->find(path.back().tag)->items;
    if (static_cast<std::size_t>(item) >= items.size()) return refused("is not there");
    items.erase(items.begin() + item);
    return core::Done{};
  });
}

}  // namespace app
