// SPDX-License-Identifier: MIT
#include "app/tags/tagmodel.h"

#include <QColor>

#include "app/tags/tagtext.h"

namespace app {

using core::DataSet;
using core::Element;

/// A row: an element, or an item of a sequence. "other" is the counterpart of its data set in the file that
/// it is compared with.
struct TagModel::Node {
  Node* parent = nullptr;
  int row = 0;
  const DataSet* dataSet = nullptr;  // that holds the element; of an item: the item
  const Element* element = nullptr;  // null for an item and for the root
  const DataSet* other = nullptr;
  std::vector<const DataSet*> roots;  // of the root only: meta and data set
  std::vector<const DataSet*> otherRoots;
  bool isFilled = false;
  std::vector<std::unique_ptr<Node>> children;

  bool isItem() const { return !element && parent; }
};

namespace {

/// Of items and their ends (PS3.5 7.5): where a damaged file has one among its elements it is none.
constexpr std::uint16_t delimiters = 0xFFFE;

constexpr QRgb markColor = 0xffe08a1e;  ///< read on the light ground and on the dark one

bool equal(const Element& a, const Element& b) {
  if (a.items.size() != b.items.size() || !std::ranges::equal(a.value, b.value)) return false;
  for (std::size_t i = 0; i < a.items.size(); ++i) {
    const auto& left = a.items[i].elements();
    const auto& right = b.items[i].elements();
    if (!std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [](const Element& x, const Element& y) { return x.tag == y.tag && equal(x, y); }))
      return false;
  }
  return true;
}

}  // namespace

TagModel::TagModel(QObject* parent) : QAbstractItemModel(parent), m_root(std::make_unique<Node>()) {}
TagModel::~TagModel() = default;

void TagModel::setFile(std::shared_ptr<const core::DicomFile> file) {
  if (file == m_file) return;
  beginResetModel();
  m_file = std::move(file);
  m_other.reset();
  m_root = std::make_unique<Node>();
  if (m_file) m_root->roots = {&m_file->meta(), &m_file->dataSet()};
  endResetModel();
}

void TagModel::setCompared(std::shared_ptr<const core::DicomFile> other) {
  if (other == m_other) return;
  m_root->otherRoots.clear();
  if (other) m_root->otherRoots = {&other->meta(), &other->dataSet()};
  compare(*m_root);
  // Only now: rows pointed into the one before.
  m_other = std::move(other);
  touch(*m_root, {}, {Qt::ForegroundRole});
}

void TagModel::setHidesPatient(bool hides) {
  if (hides == m_hidesPatient) return;
  m_hidesPatient = hides;
  touch(*m_root, {}, {});
}

/// Finds the counterparts of rows that are there already.
void TagModel::compare(Node& node) {
  for (const auto& child : node.children) {
    if (!node.parent) {
      child->other = nullptr;
      for (std::size_t i = 0; i < node.otherRoots.size(); ++i)
        if (child->dataSet == node.roots[i]) child->other = node.otherRoots[i];
    } else if (node.isItem()) {
      child->other = node.other;
    } else {
      child->other =
          node.other ? node.other->item(node.element->tag, static_cast<std::size_t>(child->row)) : nullptr;
    }
    compare(*child);
  }
}

void TagModel::touch(const Node& node, const QModelIndex& at, const QList<int>& roles) {
  if (node.children.empty()) return;
  const int last = static_cast<int>(node.children.size()) - 1;
  emit dataChanged(index(0, 0, at), index(last, Columns - 1, at), roles);
  for (const auto& child : node.children) touch(*child, index(child->row, 0, at), roles);
}

void TagModel::fill(Node& node) {
  if (node.isFilled) return;
  node.isFilled = true;
  const auto add = [&node](const DataSet& dataSet, const Element* element) {
    auto child = std::make_unique<Node>();
    child->parent = &node;
    child->row = static_cast<int>(node.children.size());
    child->dataSet = &dataSet;
    child->element = element;
    node.children.push_back(std::move(child));
  };
  const auto addAll = [&add](const DataSet& dataSet) {
    for (const Element& element : dataSet.elements())
      if (element.tag.group != delimiters) add(dataSet, &element);
  };
  for (const DataSet* root : node.roots) addAll(*root);
  if (node.isItem()) addAll(*node.dataSet);
  if (node.element)
    for (const DataSet& item : node.element->items) add(item, nullptr);
  compare(node);
}

bool TagModel::differs(const Node& node) const {
  if (!m_other || !node.element) return false;
  const Element* other = node.other ? node.other->find(node.element->tag) : nullptr;
  return !other || !equal(*other, *node.element);
}

/// What names somebody gives way to dots when the patient is hidden: in the search and the clipboard too.
QString TagModel::shownValue(const Node& node, std::size_t most) const {
  if (m_hidesPatient && namesSomebody(*node.element)) return QStringLiteral("•••");
  return valueText(*node.dataSet, *node.element, most);
}

TagModel::Node* TagModel::nodeOf(const QModelIndex& index) const {
  Node* node = index.isValid() ? static_cast<Node*>(index.internalPointer()) : m_root.get();
  fill(*node);
  return node;
}

QModelIndex TagModel::index(int row, int column, const QModelIndex& parent) const {
  if (column < 0 || column >= Columns || (parent.isValid() && parent.column() != 0)) return {};
  Node* node = nodeOf(parent);
  if (row < 0 || row >= static_cast<int>(node->children.size())) return {};
  return createIndex(row, column, node->children[static_cast<std::size_t>(row)].get());
}

QModelIndex TagModel::parent(const QModelIndex& index) const {
  if (!index.isValid()) return {};
  Node* parent = static_cast<Node*>(index.internalPointer())->parent;
  return parent && parent != m_root.get() ? createIndex(parent->row, 0, parent) : QModelIndex();
}

int TagModel::rowCount(const QModelIndex& parent) const {
  if (parent.isValid() && parent.column() != 0) return 0;
  return static_cast<int>(nodeOf(parent)->children.size());
}

QString TagModel::text(const Node& node, int column) const {
  if (node.isItem()) return column == TagColumn ? tr("Item %1").arg(node.row + 1) : QString();
  const Element& element = *node.element;
  switch (column) {
    case TagColumn:
      return tagText(element.tag);
    case NameColumn:
      return nameText(*node.dataSet, element.tag);
    case VrColumn:
      return QString::fromStdString(core::letters(element.vr));
    case LengthColumn:
      if (m_hidesPatient && namesSomebody(element)) return {};  // a length tells names apart
      if (element.length == core::undefinedLength)
        return tr("undefined", "a length that the file does not say");
      return QString::number(element.length);
    case ValueColumn:
      return shownValue(node, 200);
    default:
      return {};
  }
}

QVariant TagModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const Node& node = *static_cast<Node*>(index.internalPointer());
  if (role == Qt::DisplayRole) return text(node, index.column());
  if (role == Qt::ToolTipRole && index.column() == ValueColumn && node.element) return shownValue(node, 2000);
  if (role == Qt::ToolTipRole && index.column() == NameColumn && node.element)
    return keywordText(node.element->tag);
  if (role == Qt::ForegroundRole && differs(node)) return QColor(markColor);
  return {};
}

QVariant TagModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
  const QString titles[] = {tr("Tag"), tr("Name"), tr("VR"), tr("Length"), tr("Value")};
  return titles[section];
}

QString TagModel::path(const QModelIndex& index) const {
  if (!index.isValid()) return {};
  const Node& node = *static_cast<Node*>(index.internalPointer());
  const QString above = path(parent(index));
  if (node.isItem()) return above + QStringLiteral("[%1]").arg(node.row + 1);
  return above.isEmpty() ? tagText(node.element->tag) : above + QLatin1Char('.') + tagText(node.element->tag);
}

QString TagModel::value(const QModelIndex& index, std::size_t most) const {
  if (!index.isValid()) return {};
  const Node& node = *static_cast<Node*>(index.internalPointer());
  return node.element ? shownValue(node, most) : QString();
}

bool TagModel::matches(const QModelIndex& index, const QString& words) const {
  const Node& node = *static_cast<Node*>(index.internalPointer());
  if (!node.element) return false;
  for (const QString& part : {text(node, TagColumn), text(node, NameColumn), keywordText(node.element->tag),
                              text(node, ValueColumn)})
    if (part.contains(words, Qt::CaseInsensitive)) return true;
  // "00280010" and "0028 0010" find (0028,0010).
  const QString digits = QString(words).remove(QLatin1Char(' ')).remove(QLatin1Char(','));
  return digits.size() >= 4 &&
         text(node, TagColumn).remove(QLatin1Char(',')).contains(digits, Qt::CaseInsensitive);
}

}  // namespace app
