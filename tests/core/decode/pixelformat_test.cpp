// SPDX-License-Identifier: MIT
#include "tests/core/decode/frames.h"
#include "tests/support/testmain.h"

using namespace core;
using tests::DicomBuilder;

class PixelFormatTest : public QObject {
  Q_OBJECT

  static Result<PixelFormat> formatOf(const DicomBuilder& builder) {
    return PixelFormat::of(builder.parsed().dataSet());
  }
  static ErrorCode refusal(const DicomBuilder& builder) {
    const auto format = formatOf(builder);
    return format ? ErrorCode::Cancelled : format.error().code;
  }
  /// An image without one of its attributes, or with another value.
  static DicomBuilder with(Tag tag, std::optional<std::uint16_t> value) {
    DicomBuilder builder;
    builder.identity().text(tags::PhotometricInterpretation, Vr::CS, "MONOCHROME2");
    const std::pair<Tag, std::uint16_t> all[] = {
        {tags::SamplesPerPixel, 1},    {tags::Rows, 4},        {tags::Columns, 4},
        {tags::BitsAllocated, 16},     {tags::BitsStored, 12}, {tags::HighBit, 11},
        {tags::PixelRepresentation, 1}};
    for (const auto& [name, usual] : all) {
      if (name != tag) builder.us(name, {usual});
      if (name == tag && value) builder.us(name, {*value});
    }
    return builder.words(tags::PixelData, std::vector<std::uint16_t>(16));
  }

 private slots:
  void readsAnOrdinaryImage() {
    const auto format = formatOf(with({}, {}));
    QVERIFY(format);
    QCOMPARE(format->rows, 4u);
    QCOMPARE(format->frames, 1u);
    QCOMPARE(int(format->bitsStored), 12);
    QCOMPARE(int(format->highBit), 11);
    QVERIFY(format->isSigned);
    QVERIFY(format->sampleType() == SampleType::S16);
  }

  void refusesBitsThatNoCellHas() {
    for (const std::uint16_t bits : {0, 7, 12, 24, 64})
      QVERIFY2(refusal(with(tags::BitsAllocated, bits)) == ErrorCode::UnsupportedPixelFormat,
               std::to_string(bits).c_str());
    QVERIFY(refusal(with(tags::BitsStored, 17)) == ErrorCode::UnsupportedPixelFormat);
    QVERIFY(refusal(with(tags::BitsStored, 0)) == ErrorCode::UnsupportedPixelFormat);
  }

  void refusesSamplesThatContradictThePhotometricInterpretation() {
    for (const std::uint16_t samples : {0, 2, 3, 4})
      QVERIFY(refusal(with(tags::SamplesPerPixel, samples)) == ErrorCode::UnsupportedPixelFormat);
    QVERIFY(refusal(DicomBuilder().identity().image(4, 4, 8, 8, 0, "RGB", 1)) ==
            ErrorCode::UnsupportedPixelFormat);
    for (const char* retired : {"ARGB", "CMYK", "HSV", ""})
      QVERIFY(refusal(DicomBuilder().identity().image(4, 4, 8, 8, 0, retired, 4)) ==
              ErrorCode::UnsupportedPixelFormat);
  }

  void refusesAnImageWithoutSize() {
    QVERIFY(refusal(with(tags::Rows, 0)) == ErrorCode::NoPixelData);
    QVERIFY(refusal(with(tags::Columns, {})) == ErrorCode::NoPixelData);
  }

  void refusesFramesAndSizesBeyondTheLimits() {
    QVERIFY(refusal(DicomBuilder().identity().text(tags::NumberOfFrames, Vr::IS, "2000000000").image(4, 4)) ==
            ErrorCode::TooLarge);
    QVERIFY(refusal(DicomBuilder().identity().image(65535, 65535)) == ErrorCode::TooLarge);
  }

  void takesWhatTheStandardLeavesOneReadingFor() {
    QVERIFY(!formatOf(with(tags::PixelRepresentation, {}))->isSigned);
    QCOMPARE(int(formatOf(with(tags::BitsStored, {}))->bitsStored), 16);
    QCOMPARE(int(formatOf(with(tags::HighBit, {}))->highBit), 11);
    QCOMPARE(int(formatOf(with(tags::HighBit, 3))->highBit), 11);
    QCOMPARE(int(formatOf(with(tags::HighBit, 99))->highBit), 11);
    QCOMPARE(int(formatOf(with(tags::HighBit, 15))->highBit), 15);
    QCOMPARE(int(formatOf(with(tags::SamplesPerPixel, {}))->samples), 1);
  }

  void colourIsNeverSigned() {
    QVERIFY(!formatOf(DicomBuilder().identity().image(4, 4, 8, 8, 1, "RGB", 3))->isSigned);
  }

  void readsFloatAndDoublePixels() {
    DicomBuilder builder;
    builder.identity().text(tags::PhotometricInterpretation, Vr::CS, "MONOCHROME2");
    builder.us(tags::SamplesPerPixel, {1}).us(tags::Rows, {1}).us(tags::Columns, {2});
    DicomBuilder single = builder;
    single.us(tags::BitsAllocated, {32})
        .bytes(tags::FloatPixelData, Vr::OF, {0, 0, 0x80, 0x3f, 0, 0, 0, 0xc0});
    const auto frame = tests::frameOf(single.file());
    QVERIFY(frame);
    QVERIFY((*frame)->type == SampleType::F32);
    QCOMPARE((*frame)->samplesAs<float>()[0], 1.0f);
    QCOMPARE((*frame)->samplesAs<float>()[1], -2.0f);
    DicomBuilder twice = builder;
    twice.us(tags::BitsAllocated, {64});
    twice.bytes(tags::DoubleFloatPixelData, Vr::OD,
                {0, 0, 0, 0, 0, 0, 0xf0, 0x3f, 0, 0, 0, 0, 0, 0, 0, 0xc0});
    const auto second = tests::frameOf(twice.file());
    QVERIFY(second);
    QVERIFY((*second)->type == SampleType::F64);
    QCOMPARE((*second)->samplesAs<double>()[1], -2.0);
  }
};

DICOMAESTRO_TEST(PixelFormatTest)
#include "pixelformat_test.moc"
