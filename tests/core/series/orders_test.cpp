// SPDX-License-Identifier: MIT
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <set>

#include "core/open/scan.h"
#include "core/series/stack.h"
#include "tests/support/shared.h"
#include "tests/support/testmain.h"

/// Slice orders against the reference data: every row of series.json. Where positions repeat, the reference
/// has one order and we may have split: then each of our stacks must be in the order of the reference.
class OrdersTest : public QObject {
  Q_OBJECT

 private:
  static std::vector<core::Stack> stacksIn(const QString& folder) {
    std::vector<core::Instance> instances;
    core::scan({folder},
               {[&](std::vector<core::Instance> batch) {
                  instances.insert(instances.end(), batch.begin(), batch.end());
                },
                {},
                {}},
               false);
    std::vector<core::Stack> stacks;
    for (const core::Patient& patient : core::arrange(instances))
      for (const core::Study& study : patient.studies)
        for (const core::Series& series : study.series)
          stacks.insert(stacks.end(), series.stacks.begin(), series.stacks.end());
    return stacks;
  }

  static QStringList uidsOf(const core::Stack& stack) {
    QStringList uids;
    for (const core::Instance& instance : stack.instances)
      uids += QString::fromStdString(instance.sopInstanceUid);
    return uids;
  }

  /// What the row finds wrong with our stacks; "" when nothing.
  static QString verdict(const QJsonObject& row, const std::vector<core::Stack>& stacks) {
    QStringList wanted;
    for (const QJsonValue& uid : row[QLatin1String("order")].toArray()) wanted += uid.toString();
    qsizetype covered = 0;
    for (const core::Stack& stack : stacks) {
      const QStringList uids = uidsOf(stack);
      if (!wanted.contains(uids.first())) continue;
      QStringList expected;
      for (const QString& uid : wanted)
        if (uids.contains(uid)) expected += uid;
      if (uids != expected && row[QLatin1String("order_defined")].toBool()) return QStringLiteral("order");
      covered += expected.size();
      const double spacing = row[QLatin1String("spacing_mm")].toDouble();
      if (std::abs(stack.spacing.value_or(0) - spacing) > 0.001) return QStringLiteral("spacing");
      if (stack.isIrregular != row[QLatin1String("irregular")].toBool()) return QStringLiteral("irregular");
      const double shear = row[QLatin1String("shear_degrees")].toDouble();
      if (std::abs(stack.shearDegrees - shear) > 0.1) return QStringLiteral("shear");
    }
    return covered == wanted.size() ? QString() : QStringLiteral("absent");
  }

 private slots:
  void everyStackOfTheReferenceDataIsInOrder() {
    if (tests::sharedFolder().isEmpty()) QSKIP("reference data absent: ../shared");
    QFile file(tests::sharedFolder() + QStringLiteral("/data/expected/series.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject folders = QJsonDocument::fromJson(file.readAll()).object();
    int right = 0, all = 0;
    QStringList wrong;
    for (auto folder = folders.begin(); folder != folders.end(); ++folder) {
      const auto stacks = stacksIn(tests::sharedFile(folder.key()));
      for (const QJsonValue& row : folder.value().toArray()) {
        const QString word = verdict(row.toObject(), stacks);
        ++all;
        right += word.isEmpty() ? 1 : 0;
        if (!word.isEmpty()) wrong += folder.key() + QStringLiteral(": ") + word;
      }
    }
    std::printf("orders %d of %d\n", right, all);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QStringLiteral("; "))));
    QVERIFY(all > 0);
  }

  void anUndefinedOrderIsTheSameOnEveryRun() {
    if (tests::sharedFolder().isEmpty()) QSKIP("reference data absent: ../shared");
    const auto first = stacksIn(tests::sharedFile(QStringLiteral("cornerstone3D")));
    for (int run = 0; run < 5; ++run) {
      const auto again = stacksIn(tests::sharedFile(QStringLiteral("cornerstone3D")));
      QCOMPARE(again.size(), first.size());
      for (std::size_t i = 0; i < first.size(); ++i)
        for (std::size_t j = 0; j < first[i].instances.size(); ++j)
          QCOMPARE(again[i].instances[j].source.path, first[i].instances[j].source.path);
    }
  }
};

DICOMAESTRO_TEST(OrdersTest)
#include "orders_test.moc"
