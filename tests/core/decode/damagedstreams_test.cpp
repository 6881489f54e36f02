// SPDX-License-Identifier: MIT
// A stream that is cut short or damaged gives an error or its true picture: never rows that nobody wrote.
#include <malloc.h>

#include <QFile>

#include "tests/core/decode/frames.h"
#include "tests/support/encoders.h"
#include "tests/support/shared.h"
#include "tests/support/testmain.h"

using namespace core;
using tests::Picture;

class DamagedStreamsTest : public QObject {
  Q_OBJECT

  struct Sample {
    QByteArray name;
    Picture picture;
    std::string syntax;
    std::vector<std::uint8_t> stream;
  };

  static void add(std::vector<Sample>& samples, const char* name, const Picture& picture,
                  const char* syntax) {
    const auto file = tests::encodedByDcmtk(tests::nativeFile(picture), syntax);
    QVERIFY2(!file.empty(), name);
    samples.push_back({name, picture, syntax, tests::fragmentsOf(file).at(0)});
  }

  /// A file of the reference data, for what no encoder here makes; nothing where the data are absent.
  static void addForeign(std::vector<Sample>& samples, const char* name, const Picture& picture,
                         const char* syntax) {
    QFile file(tests::sharedFile(QStringLiteral("generated/codec/%1.dcm").arg(QLatin1String(name))));
    if (tests::sharedFolder().isEmpty() || !file.open(QIODevice::ReadOnly)) return;
    const QByteArray bytes = file.readAll();
    samples.push_back({name, picture, syntax, tests::fragmentsOf({bytes.begin(), bytes.end()}).at(0)});
  }

  /// One stored block of deflate (RFC 1951, 3.2.4) of a frame.
  static std::vector<std::uint8_t> stored(const Picture& picture) {
    const std::vector<std::uint8_t> bytes = picture.bytes();
    const auto low = static_cast<std::uint8_t>(bytes.size());
    const auto high = static_cast<std::uint8_t>(bytes.size() >> 8);
    std::vector<std::uint8_t> stream(5 + bytes.size(), 1);
    stream[1] = low;
    stream[2] = high;
    stream[3] = static_cast<std::uint8_t>(~low);
    stream[4] = static_cast<std::uint8_t>(~high);
    std::copy(bytes.begin(), bytes.end(), stream.begin() + 5);
    return stream;
  }

  static const std::vector<Sample>& samples() {
    static const std::vector<Sample> all = [] {
      const Picture grey = tests::patterned({41, 37, 1, 1, 16, 12, false, false, "MONOCHROME2", {}});
      const Picture deep = tests::patterned({41, 37, 1, 1, 16, 16, true, false, "MONOCHROME2", {}});
      const Picture bytes = tests::patterned({41, 37, 1, 1, 8, 8, false, false, "MONOCHROME2", {}});
      const Picture colour = tests::patterned({41, 38, 1, 3, 8, 8, false, false, "RGB", {}});
      std::vector<Sample> made;
      add(made, "rle 16", grey, "1.2.840.10008.1.2.5");
      add(made, "rle rgb", colour, "1.2.840.10008.1.2.5");
      add(made, "baseline", bytes, "1.2.840.10008.1.2.4.50");
      add(made, "baseline rgb", colour, "1.2.840.10008.1.2.4.50");
      add(made, "extended 12", grey, "1.2.840.10008.1.2.4.51");
      add(made, "lossless 8", bytes, "1.2.840.10008.1.2.4.70");
      add(made, "lossless 12", grey, "1.2.840.10008.1.2.4.70");
      add(made, "lossless 16", deep, "1.2.840.10008.1.2.4.57");
      add(made, "lossless rgb", colour, "1.2.840.10008.1.2.4.70");
      add(made, "jpeg-ls 16", deep, "1.2.840.10008.1.2.4.80");
      add(made, "jpeg-ls rgb", colour, "1.2.840.10008.1.2.4.80");
      add(made, "jpeg-ls near", bytes, "1.2.840.10008.1.2.4.81");
      made.push_back({"j2k 12", grey, "1.2.840.10008.1.2.4.90", tests::j2kCodestream(grey, 0)});
      made.push_back({"j2k rgb", colour, "1.2.840.10008.1.2.4.90",
                      tests::j2kCodestream(colour, 0, {.hasTransform = true})});
      made.push_back(
          {"j2k lossy", grey, "1.2.840.10008.1.2.4.91", tests::j2kCodestream(grey, 0, {.isLossy = true})});
      made.push_back({"deflated frame", grey, "1.2.840.10008.1.2.8.1", stored(grey)});
      const Picture foreign{96, 112, 1, 1, 8, 8, false, false, "MONOCHROME2", {}};
      const Picture foreign12{96, 112, 1, 1, 16, 12, false, false, "MONOCHROME2", {}};
      const Picture foreignRgb{96, 112, 1, 3, 8, 8, false, false, "RGB", {}};
      addForeign(made, "jpeg_progressive", foreign, "1.2.840.10008.1.2.4.55");
      addForeign(made, "jpeg_spectral", foreign, "1.2.840.10008.1.2.4.53");
      addForeign(made, "u8_htj2k_lossless", foreign, "1.2.840.10008.1.2.4.201");
      addForeign(made, "u16_12_htj2k_lossless", foreign12, "1.2.840.10008.1.2.4.201");
      addForeign(made, "rgb_htj2k_lossless", foreignRgb, "1.2.840.10008.1.2.4.201");
      addForeign(made, "u8_htj2k_lossy", foreign, "1.2.840.10008.1.2.4.203");
      return made;
    }();
    return all;
  }

  static Result<FramePtr> decoded(const Sample& sample, std::vector<std::uint8_t> stream) {
    return tests::frameOf(tests::fileOfFragments(sample.picture, sample.syntax, {std::move(stream)}));
  }

  /// Decodes with freshly allocated memory full of one byte or another: what shows it is not of the stream.
  static void isSameOverDirtyMemory(const Sample& sample, const std::vector<std::uint8_t>& stream) {
    mallopt(M_PERTURB, 0x5A);
    const auto first = decoded(sample, stream);
    mallopt(M_PERTURB, 0xA5);
    const auto second = decoded(sample, stream);
    mallopt(M_PERTURB, 0);
    QCOMPARE(first.ok(), second.ok());
    if (first) QCOMPARE(tests::difference(first, second), QString());
  }

  static void addSamples() {
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < samples().size(); ++i)
      QTest::newRow(samples()[i].name.constData()) << static_cast<int>(i);
  }

 private slots:
  void aStreamThatIsCutShortIsAnErrorOrWhole_data() { addSamples(); }
  void aStreamThatIsCutShortIsAnErrorOrWhole() {
    QFETCH(int, index);
    const Sample& sample = samples()[static_cast<std::size_t>(index)];
    const auto whole = decoded(sample, sample.stream);
    QVERIFY2(whole, whole ? "" : message(whole.error()).c_str());
    int refused = 0;
    const std::size_t size = sample.stream.size();
    for (std::size_t length = 2; length < size; length += std::max<std::size_t>(1, size / 150)) {
      const auto cut = decoded(
          sample, {sample.stream.begin(), sample.stream.begin() + static_cast<std::ptrdiff_t>(length)});
      refused += !cut;
      if (cut && length + 16 < size)
        QVERIFY2(tests::difference(cut, whole).isEmpty(), std::to_string(length).c_str());
    }
    QVERIFY(refused > 100);
    const auto half = decoded(
        sample, {sample.stream.begin(), sample.stream.begin() + static_cast<std::ptrdiff_t>(size / 2)});
    QVERIFY(!half);
    QVERIFY(half.error().code == ErrorCode::CodecFailed || half.error().code == ErrorCode::Truncated);
  }

  void aStreamOfZerosBehindItsHeaderIsNoStaleMemory_data() { addSamples(); }
  void aStreamOfZerosBehindItsHeaderIsNoStaleMemory() {
    QFETCH(int, index);
    const Sample& sample = samples()[static_cast<std::size_t>(index)];
    std::vector<std::uint8_t> stream = sample.stream;
    std::fill(stream.begin() + static_cast<std::ptrdiff_t>(stream.size() / 2), stream.end(), 0);
    isSameOverDirtyMemory(sample, stream);
  }

  void changedBytesNeverShowStaleMemory_data() { addSamples(); }
  void changedBytesNeverShowStaleMemory() {
    QFETCH(int, index);
    const Sample& sample = samples()[static_cast<std::size_t>(index)];
    std::uint32_t random = 99;
    for (int round = 0; round < 150; ++round) {
      std::vector<std::uint8_t> stream = sample.stream;
      for (int change = 0; change <= round % 4; ++change) {
        random = random * 1664525u + 1013904223u;
        // The first bytes hold the sizes and tables: they get every second change.
        const std::size_t span = change % 2 == 0 ? stream.size() : std::min<std::size_t>(stream.size(), 200);
        stream[random / 7 % span] = static_cast<std::uint8_t>(random >> 24);
      }
      isSameOverDirtyMemory(sample, stream);
    }
  }

  void aFragmentThatIsCutShortIsTruncated() {
    const Sample& sample = samples().front();
    auto file = tests::fileOfFragments(sample.picture, sample.syntax, {sample.stream});
    file.resize(file.size() - 8 - sample.stream.size() / 2);
    const auto frame = tests::frameOf(file);
    QVERIFY(!frame);
    QVERIFY(frame.error().code == ErrorCode::Truncated);
  }
};

DICOMAESTRO_TEST(DamagedStreamsTest)
#include "damagedstreams_test.moc"
