// SPDX-License-Identifier: MIT
#include "app/share/editmodel.h"

#include <QColor>
#include <QFont>

#include "app/share/editreason.h"
#include "app/share/edittext.h"
#include "app/tags/tagtext.h"
#include "core/dictionary/dictionary.h"

namespace app {

using core::EditElement;
using core::EditSet;

/// An element, or an item of a sequence; the root is neither.
struct EditModel::Node {
  Node* parent = nullptr;
  int row = 0;
  EditPath path;
  const EditElement* element =
      nullptr;                    // of the data set, of a deleted one in the original; null for an item
  const EditSet* item = nullptr;  // as it is now; null when deleted
  const EditSet* itemBefore = nullptr;
  const EditElement* before = nullptr;
  State state = State::Same;
  bool isFilled = false;
  std::vector<std::unique_ptr<Node>> children;
};

namespace {

constexpr qsizetype longestShown = 200;

QString nameOf(const EditElement& element, const EditSet* set) {
  const core::Tag tag = element.tag;
  if (!tag.isPrivate()) {
    const core::DictionaryEntry* entry = core::findAny(tag);
    return entry ? QString::fromUtf8(entry->name.data(), static_cast<qsizetype>(entry->name.size()))
                 : QString();
  }
  if (tag.element <= 0xff) return EditModel::tr("Private Creator");
  const auto creator =
      set ? set->text({tag.group, static_cast<std::uint16_t>(tag.element >> 8)}) : std::string_view();
  const core::PrivateEntry* entry = core::findPrivate(creator, tag);
  return entry ? QString::fromUtf8(entry->name.data(), static_cast<qsizetype>(entry->name.size()))
               : EditModel::tr("Private element");
}

}  // namespace

EditModel::EditModel(EditDocument& document, QObject* parent)
    : QAbstractItemModel(parent), m_document(document) {
  rebuild();
  connect(&m_document, &EditDocument::changed, this, &EditModel::rebuild);
}

EditModel::~EditModel() = default;

void EditModel::rebuild() {
  beginResetModel();
  m_root = std::make_unique<Node>();
  m_root->item = &m_document.set();
  m_root->itemBefore = &m_document.original();
  endResetModel();
}

void EditModel::fillElements(Node& node, const EditSet* now, const EditSet* before) const {
  static const std::vector<EditElement> none;
  const auto& current = now ? now->elements() : none;
  const auto& old = before ? before->elements() : none;
  auto a = current.begin();
  auto b = old.begin();
  while (a != current.end() || b != old.end()) {
    const bool isOld = a == current.end() || (b != old.end() && b->tag < a->tag);
    const bool isBoth = !isOld && b != old.end() && b->tag == a->tag;
    auto child = std::make_unique<Node>();
    child->parent = &node;
    child->row = static_cast<int>(node.children.size());
    child->path = node.path;
    child->path.push_back({isOld ? b->tag : a->tag});
    child->element = isOld ? &*b : &*a;
    child->before = isOld || isBoth ? &*b : nullptr;
    child->state = isOld                         ? State::Deleted
                   : !isBoth                     ? State::Added
                   : EditDocument::equal(*a, *b) ? State::Same
                                                 : State::Changed;
    node.children.push_back(std::move(child));
    if (isOld || isBoth) ++b;
    if (!isOld) ++a;
  }
}

void EditModel::fill(Node& node) const {
  if (std::exchange(node.isFilled, true)) return;
  if (!node.element) return fillElements(node, node.item, node.itemBefore);
  const auto& items = node.element->items;
  for (std::size_t i = 0; i < items.size(); ++i) {
    auto child = std::make_unique<Node>();
    child->parent = &node;
    child->row = static_cast<int>(i);
    child->path = node.path;
    child->path.back().item = static_cast<int>(i);
    const bool isDeleted = node.state == State::Deleted;
    child->item = isDeleted ? nullptr : &items[i];
    const bool hasBefore = node.before && i < node.before->items.size();
    child->itemBefore = hasBefore ? &node.before->items[i] : nullptr;
    child->state = isDeleted ? State::Deleted : hasBefore ? State::Same : State::Added;
    node.children.push_back(std::move(child));
  }
}

EditModel::Node* EditModel::nodeOf(const QModelIndex& index) const {
  return index.isValid() ? static_cast<Node*>(index.internalPointer()) : m_root.get();
}

EditPath EditModel::path(const QModelIndex& index) const { return nodeOf(index)->path; }
EditModel::State EditModel::state(const QModelIndex& index) const { return nodeOf(index)->state; }
bool EditModel::isItem(const QModelIndex& index) const { return index.isValid() && !nodeOf(index)->element; }
core::Vr EditModel::vr(const QModelIndex& index) const {
  const Node* node = nodeOf(index);
  return node->element ? node->element->vr : core::Vr::None;
}

QModelIndex EditModel::find(const EditPath& path) const {
  QModelIndex at;
  for (const EditStep& step : path) {
    QModelIndex next;
    for (int row = 0; row < rowCount(at) && !next.isValid(); ++row)
      if (nodeOf(index(row, 0, at))->path.back().tag == step.tag) next = index(row, 0, at);
    if (!next.isValid()) return {};
    at = step.item < 0 ? next : index(step.item, 0, next);
  }
  return at;
}

int EditModel::rowCount(const QModelIndex& parent) const {
  if (parent.column() > 0) return 0;
  Node* node = nodeOf(parent);
  fill(*node);
  return static_cast<int>(node->children.size());
}

QModelIndex EditModel::index(int row, int column, const QModelIndex& parent) const {
  if (row < 0 || column < 0 || column >= Columns || row >= rowCount(parent)) return {};
  return createIndex(row, column, nodeOf(parent)->children[static_cast<std::size_t>(row)].get());
}

QModelIndex EditModel::parent(const QModelIndex& child) const {
  Node* node = child.isValid() ? nodeOf(child)->parent : nullptr;
  return node && node->parent ? createIndex(node->row, 0, node) : QModelIndex();
}

QString EditModel::valueText(const Node& node, bool whole) const {
  const EditElement& element = *node.element;
  if (element.vr == core::Vr::SQ) return tr("%n item(s)", nullptr, static_cast<int>(element.items.size()));
  if (element.form == EditElement::Form::Fragments || !isTextEditable(element.vr)) {
    std::size_t bytes = element.value.size();
    for (const core::HeldBytes& fragment : element.fragments) bytes += fragment.size();
    return tr("%n byte(s)", nullptr, static_cast<int>(bytes));
  }
  const QString text = editText(element, m_document.characterSetAt(node.path));
  return whole || text.size() <= longestShown ? text : text.left(longestShown) + QStringLiteral("…");
}

QString EditModel::text(const Node& node, int column) const {
  if (!node.element) return column == TagColumn ? tr("Item %1").arg(node.path.back().item + 1) : QString();
  switch (column) {
    case TagColumn:
      return tagText(node.element->tag);
    case NameColumn:
      return nameOf(*node.element, node.parent->item ? node.parent->item : node.parent->itemBefore);
    case VrColumn:
      return QString::fromStdString(core::letters(node.element->vr));
    default:
      return valueText(node, false);
  }
}

QVariant EditModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const Node& node = *nodeOf(index);
  if (role == Qt::DisplayRole) return text(node, index.column());
  if (role == Qt::EditRole && node.element) return valueText(node, true);
  if (role == Qt::ForegroundRole && node.state == State::Changed) return QColor(0xe0, 0x8a, 0x1e);
  if (role == Qt::ForegroundRole && node.state == State::Added) return QColor(0x3f, 0xa3, 0x5c);
  if (role == Qt::ForegroundRole && node.state == State::Deleted) return QColor(0xd0, 0x55, 0x55);
  if (role == Qt::FontRole && node.state != State::Same) {
    QFont font;
    font.setBold(node.state != State::Deleted);
    font.setStrikeOut(node.state == State::Deleted);
    return font;
  }
  if (role == Qt::ToolTipRole && node.element && isFixed(node.element->tag))
    return tr("Belongs to the picture or the character set: not edited by hand");
  return {};
}

bool EditModel::setData(const QModelIndex& index, const QVariant& value, int role) {
  if (role != Qt::EditRole || !index.isValid()) return false;
  const core::Status done = m_document.setValue(path(index), value.toString());
  emit refused(done ? QString() : pathText(path(index)) + QLatin1Char(' ') + editReason(done.error().detail));
  return done.ok();
}

Qt::ItemFlags EditModel::flags(const QModelIndex& index) const {
  if (!index.isValid()) return Qt::NoItemFlags;
  const Node& node = *nodeOf(index);
  const bool isEditable = node.element && node.state != State::Deleted && index.column() == ValueColumn &&
                          node.element->form == EditElement::Form::Bytes &&
                          isTextEditable(node.element->vr) && !isFixed(node.element->tag);
  return Qt::ItemIsSelectable | Qt::ItemIsEnabled | (isEditable ? Qt::ItemIsEditable : Qt::NoItemFlags);
}

QVariant EditModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
  const QString titles[] = {tr("Tag"), tr("Name"), tr("VR"), tr("Value")};
  return titles[section];
}

bool EditModel::matches(const QModelIndex& index, const QString& words) const {
  const Node& node = *nodeOf(index);
  QString all;
  for (int column = 0; column < Columns; ++column) all += text(node, column) + QLatin1Char(' ');
  if (node.element) all += keywordText(node.element->tag);
  for (const QString& word : words.split(QLatin1Char(' '), Qt::SkipEmptyParts))
    if (!all.contains(word, Qt::CaseInsensitive)) return false;
  return true;
}

}  // namespace app
