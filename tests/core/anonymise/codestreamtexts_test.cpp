// SPDX-License-Identifier: MIT
#include "core/anonymise/codestreamtexts.h"

#include "core/anonymise/anonymise.h"
#include "core/parse/tags.h"
#include "tests/core/anonymise/comparepictures.h"
#include "tests/support/dicombuilder.h"
#include "tests/support/encoders.h"
#include "tests/support/testmain.h"

using namespace core;
using namespace core::anonymise;
using tests::Picture;

namespace {

using Bytes = std::vector<std::uint8_t>;

Bytes bytesOf(std::string_view text) { return {text.begin(), text.end()}; }

/// A marker segment of JPEG and JPEG 2000.
Bytes segment(std::uint8_t marker, std::string_view content) {
  Bytes made{0xFF, marker, static_cast<std::uint8_t>((content.size() + 2) >> 8),
             static_cast<std::uint8_t>(content.size() + 2)};
  for (const char c : content) made.push_back(static_cast<std::uint8_t>(c));
  return made;
}

Bytes with(Bytes stream, std::size_t at, const Bytes& inserted) {
  stream.insert(stream.begin() + static_cast<std::ptrdiff_t>(at), inserted.begin(), inserted.end());
  return stream;
}

bool holds(const Bytes& bytes, std::string_view text) {
  return asText(bytes).find(text) != std::string_view::npos;
}

}  // namespace

class CodestreamTextsTest : public QObject {
  Q_OBJECT

  static Picture shape() {
    Picture picture;
    // Smooth, so that it shrinks: DCMTK's JPEG-LS encoder writes past its buffer where it does not.
    picture.rows = 64;
    picture.columns = 64;
    picture.frames = 2;
    picture.bitsAllocated = picture.bitsStored = 8;
    picture.cells.resize(picture.cellsPerFrame() * 2);
    for (std::size_t i = 0; i < picture.cells.size(); ++i)
      picture.cells[i] = static_cast<std::uint32_t>(i / 16 % 200);
    return picture;
  }

  using FilePtr = std::shared_ptr<const DicomFile>;
  static FilePtr fileOf(const Bytes& bytes) {
    return std::make_shared<const DicomFile>(*DicomFile::parse(tests::bufferOf(bytes)));
  }

  /// The second frame with texts at a place behind its start, cut into two fragments.
  static FilePtr planted(std::string_view syntax, std::size_t at, const Bytes& texts) {
    const Picture picture = shape();
    const bool isJpeg2000 = syntax == "1.2.840.10008.1.2.4.90";
    const Bytes clean =
        isJpeg2000 ? tests::j2kFile(picture) : tests::encodedByDcmtk(tests::nativeFile(picture), syntax);
    auto fragments = tests::fragmentsOf(clean);
    Bytes frame = with(fragments[1], at, texts);
    if (frame.size() % 2 != 0) frame.push_back(0);
    const auto cut = frame.begin() + static_cast<std::ptrdiff_t>((at + 10) / 2 * 2);
    return fileOf(
        tests::fileOfFragments(picture, syntax, {fragments[0], {frame.begin(), cut}, {cut, frame.end()}}));
  }

 private slots:
  void namesInACodestreamAreGoneAndThePictureIsTheSame_data() {
    QTest::addColumn<QByteArray>("syntax");
    QTest::addColumn<qulonglong>("at");
    QTest::addColumn<QByteArray>("texts");
    const auto row = [](const char* name, const char* syntax, std::size_t at, const Bytes& texts) {
      QTest::newRow(name) << QByteArray(syntax) << qulonglong(at)
                          << QByteArray(reinterpret_cast<const char*>(texts.data()), std::ssize(texts));
    };
    constexpr std::string_view comment = "name Kowalska^Zofia";
    const Bytes jpeg = segment(0xFE, comment), app = segment(0xE1, "Exif Kowalska^Zofia");
    row("JPEG baseline, comment", "1.2.840.10008.1.2.4.50", 2, jpeg);
    row("JPEG baseline, application data", "1.2.840.10008.1.2.4.50", 2, app);
    row("JPEG lossless, comment", "1.2.840.10008.1.2.4.70", 2, jpeg);
    row("JPEG-LS, comment", "1.2.840.10008.1.2.4.80", 2, jpeg);
    row("JPEG-LS, application data", "1.2.840.10008.1.2.4.80", 2, app);
    // behind SOC and SIZ
    row("JPEG 2000, comment", "1.2.840.10008.1.2.4.90", 2 + 2 + 38 + 3 * 1,
        segment(0x64, "\1\1Kowalska^Zofia"));
  }
  void namesInACodestreamAreGoneAndThePictureIsTheSame() {
    QFETCH(QByteArray, syntax);
    QFETCH(qulonglong, at);
    QFETCH(QByteArray, texts);
    const FilePtr before = planted(syntax.toStdString(), at, Bytes(texts.begin(), texts.end()));
    QVERIFY(asText(before->bytes()->view()).find("^Zofia") != std::string_view::npos);
    const auto made = anonymised(before, {}, *Secret::of(QByteArray(32, 'x')));
    QVERIFY(made);
    QVERIFY(!holds(made->bytes, "owalska") && !holds(made->bytes, "Zofia"));
    const FilePtr after = fileOf(made->bytes);
    const std::string what = tests::difference(before, after, [](auto...) { return false; });
    QVERIFY2(what.empty(), what.c_str());
    QVERIFY(FrameReader::open(after) && (*FrameReader::open(after))->frame(1));
    QVERIFY(after->transferSyntax() == before->transferSyntax());
  }

  void whatStandsBehindTheEndIsGone() {
    for (const char* syntax :
         {"1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.80", "1.2.840.10008.1.2.4.90"}) {
      const bool isJpeg2000 = std::string_view(syntax).ends_with("90");
      Bytes stream =
          tests::fragmentsOf(isJpeg2000 ? tests::j2kFile(shape())
                                        : tests::encodedByDcmtk(tests::nativeFile(shape()), syntax))[0];
      while (stream.back() == 0) stream.pop_back();
      blankTexts(stream);
      const Bytes clean = stream;
      stream.insert(stream.end(), {'Z', 'o', 'f', 'i', 'a'});
      QVERIFY(blankTexts(stream));
      QVERIFY(std::equal(clean.begin(), clean.end(), stream.begin()));
      QVERIFY(!holds(stream, "Zofia"));
    }
  }

  void aMillionPicturesInAFragmentAreWalkedToTheLast() {
    Bytes stream;
    for (int i = 0; i < 1'000'000; ++i) stream.insert(stream.end(), {0xFF, 0xD8, 0xFF, 0xD9});
    const Bytes last = with({0xFF, 0xD8, 0xFF, 0xD9}, 2, segment(0xFE, "Zofia"));
    stream.insert(stream.end(), last.begin(), last.end());
    QVERIFY(blankTexts(stream));
    QVERIFY(!holds(stream, "Zofia"));
  }

  void aMillionBoxesInBoxesAreNoDanger() {
    Bytes stream;
    constexpr std::uint32_t boxes = 1'000'000;
    for (std::uint32_t i = 0; i < boxes; ++i) {
      const std::uint32_t left = (boxes - i) * 16 - 8;
      const auto byte = [left](int shift) { return static_cast<std::uint8_t>(left >> shift); };
      stream.insert(stream.end(), {0, 0, 0, 8, 'j', 'P', ' ', ' ', byte(24), byte(16), byte(8), byte(0)});
      for (const char c : std::string_view("jp2c")) stream.push_back(static_cast<std::uint8_t>(c));
    }
    QVERIFY(!blankTexts(stream));
  }

  void whatColoursNeedStays() {
    Bytes stream{0xFF, 0xD8};
    const std::string jfif("JFIF\0\1\1\0\0\1\0\1\0\0", 14);
    for (const Bytes& part : {segment(0xE0, jfif), segment(0xEE, std::string("Adobe\0\x64\0\0\0\0\1", 12)),
                              segment(0xE8, std::string("mrfx\2", 5)), segment(0xE2, "ICC_PROFILE Zofia")})
      stream.insert(stream.end(), part.begin(), part.end());
    stream.insert(stream.end(), {0xFF, 0xD9});
    QVERIFY(blankTexts(stream));
    QVERIFY(holds(stream, jfif));
    QVERIFY(holds(stream, std::string("Adobe\0\x64\0\0\0\0\1", 12)));
    QVERIFY(holds(stream, std::string("mrfx\2", 5)));
    QVERIFY(!holds(stream, "ICC") && !holds(stream, "Zofia"));
  }

  void boxesOfXmlAroundJpeg2000AreBlank() {
    Bytes boxes = bytesOf(std::string_view("\0\0\0\x0CjP  \r\n\x87\n", 12));
    const Bytes xml = bytesOf(std::string_view("\0\0\0\x12xml <p>Zofia", 16));
    boxes.insert(boxes.end(), xml.begin(), xml.end());
    boxes.insert(boxes.end(), {' ', ' '});
    QVERIFY(blankTexts(boxes));
    QVERIFY(!holds(boxes, "Zofia"));
    QVERIFY(holds(boxes, "xml "));
  }

  /// No walk leaves the bytes, whatever they say of their lengths.
  void brokenStreamsAreLeftOrBlankedButNeverReadPast() {
    const Bytes jpeg =
        tests::fragmentsOf(tests::encodedByDcmtk(tests::nativeFile(shape()), "1.2.840.10008.1.2.4.50"))[0];
    const Bytes jpeg2000 = tests::fragmentsOf(tests::j2kFile(shape()))[0];
    std::uint32_t random = 1;
    for (const Bytes& whole : {jpeg, jpeg2000})
      for (int round = 0; round < 2'000; ++round) {
        Bytes stream = whole;
        for (int i = 0; i < 3; ++i) {
          random = random * 1'664'525 + 1'013'904'223;
          stream[random % stream.size()] = static_cast<std::uint8_t>(random >> 24);
        }
        stream.resize(2 + random % (stream.size() - 2));
        const std::size_t size = stream.size();
        blankTexts(stream);
        QCOMPARE(stream.size(), size);
      }
  }
};

DICOMAESTRO_TEST(CodestreamTextsTest)
#include "codestreamtexts_test.moc"
