// SPDX-License-Identifier: MIT
// A sample of the reference data through the read route: texts and pictures as they must be.
#include <QCryptographicHash>
#include <map>

#include "tests/server/read/posting.h"
#include "tests/support/shared.h"
#include "tests/support/testmain.h"

using namespace server;
using tests::Posting;

class ReferenceAnswersTest : public QObject {
  Q_OBJECT

  struct Picture {
    int frame = 1;
    QString tolerance;
  };

  core::Workers m_workers{1};

  QJsonObject answered(const QString& path, const QList<Picture>& pictures) {
    QByteArrayList frames;
    for (const Picture& picture : pictures) frames << QByteArray::number(picture.frame);
    const Posting posting =
        Posting().file("a.dcm", tests::contentOf(tests::sharedFile(path))).field("frames", frames.join(','));
    return tests::objectOf(readFile(posting.request(), m_workers));
  }

  static QString expectedFolder() { return tests::sharedFolder() + QStringLiteral("/data/expected/"); }

  /// Path → its pictures; every fifth file.
  static std::map<QString, QList<Picture>> sample() {
    std::map<QString, QList<Picture>> all;
    const QByteArray table = tests::contentOf(expectedFolder() + QStringLiteral("display/INDEX.tsv"));
    for (const QByteArray& line : table.split('\n').mid(1)) {
      const QList<QByteArray> cells = line.split('\t');
      if (cells.size() >= 7)
        all[QString::fromUtf8(cells[0])] << Picture{cells[1].toInt(), QString::fromUtf8(cells[5])};
    }
    int at = 0;
    std::erase_if(all, [&at](const auto&) { return at++ % 5 != 0; });
    return all;
  }

  static QString pictureComplaint(const QImage& ours, const QImage& theirs, const QString& tolerance) {
    if (ours.size() != theirs.size()) return QStringLiteral("another size");
    double sum = 0;
    int most = 0;
    for (int y = 0; y < ours.height(); ++y)
      for (int x = 0; x < ours.width(); ++x) {
        const QRgb a = ours.pixel(x, y);
        const QRgb b = theirs.pixel(x, y);
        for (const int d : {qRed(a) - qRed(b), qGreen(a) - qGreen(b), qBlue(a) - qBlue(b)}) {
          sum += std::abs(d);
          most = std::max(most, std::abs(d));
        }
      }
    const double mean = sum / (3.0 * ours.width() * ours.height());
    const bool isMet = tolerance == QLatin1String("1")            ? most <= 1
                       : tolerance == QLatin1String("mean2max12") ? mean <= 2 && most <= 12
                       : tolerance == QLatin1String("mean2")      ? mean <= 2
                                                                  : mean <= 3;
    return isMet ? QString() : QStringLiteral("mean %1 most %2").arg(mean).arg(most);
  }

  static bool isText(const QJsonValue& expected, const QString& text) {
    if (expected.isString()) return expected.toString() == text;
    const QByteArray hash = QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex();
    return expected[QStringLiteral("sha256")].toString().toLatin1() == hash;
  }

  /// The keywords whose text differs.
  static QStringList textDifferences(const QString& path, QJsonObject ours) {
    QJsonObject theirs =
        QJsonDocument::fromJson(
            tests::contentOf(expectedFolder() + QStringLiteral("metadata/%1.json").arg(path)))
            .object();
    QStringList wrong;
    if (theirs.isEmpty() || theirs.contains(QStringLiteral("error"))) return wrong;
    for (const QJsonValue& keyword : theirs.take(QStringLiteral("_unchecked")).toArray()) {
      theirs.remove(keyword.toString());
      ours.remove(keyword.toString());
    }
    ours.remove(QStringLiteral("Images"));
    ours.remove(QStringLiteral("ImageFormat"));
    for (const QString& keyword : (theirs.keys() + ours.keys()))
      if (!ours.contains(keyword) || !isText(theirs[keyword], ours[keyword].toString())) wrong << keyword;
    wrong.removeDuplicates();
    return wrong;
  }

  static QByteArray explained() {
    return tests::contentOf(tests::sourceFolder() + QStringLiteral("/tests/exact/EXPLAINED.md"));
  }

 private slots:
  void textsAndPicturesAreThoseOfTheReference() {
    if (tests::sharedFolder().isEmpty()) QSKIP("reference data absent: ../shared");
    const auto files = sample();
    QVERIFY(files.size() > 50);
    const QByteArray argued = explained();
    for (const auto& [path, pictures] : files) {
      if (argued.contains(path.toUtf8())) continue;
      const QJsonObject answer = answered(path, pictures);
      if (tests::contentOf(tests::sharedFile(path)).mid(128, 4) != "DICM") continue;
      const QJsonArray images = answer[QStringLiteral("Images")].toArray();
      QVERIFY2(images.size() == pictures.size(), qPrintable(path));
      for (int i = 0; i < images.size(); ++i) {
        const QImage reference(expectedFolder() +
                               QStringLiteral("display/%1.f%2.png").arg(path).arg(pictures[i].frame));
        const QString wrong = pictureComplaint(tests::imageOf(images[i]), reference, pictures[i].tolerance);
        QVERIFY2(wrong.isEmpty(), qPrintable(path + QLatin1Char(' ') + wrong));
      }
      const QStringList wrong = textDifferences(path, answer);
      QVERIFY2(wrong.isEmpty(), qPrintable(path + QLatin1Char(' ') + wrong.join(QLatin1Char(' '))));
    }
  }
};

DICOMAESTRO_TEST(ReferenceAnswersTest)
#include "referenceanswers_test.moc"
