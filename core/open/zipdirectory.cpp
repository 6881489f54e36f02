// SPDX-License-Identifier: MIT
#include "core/open/zipdirectory.h"

#include <QStringDecoder>

#include "core/base/limits.h"

namespace core {

namespace {

constexpr std::uint32_t localSignature = 0x04034b50;
constexpr std::uint32_t recordSignature = 0x02014b50;
constexpr std::uint32_t endSignature = 0x06054b50;
constexpr std::uint32_t end64Signature = 0x06064b50;
constexpr std::uint32_t locator64Signature = 0x07064b50;
constexpr std::size_t endSize = 22;
constexpr std::size_t maxComment = 65535;
constexpr std::uint32_t in64 = 0xFFFFFFFF;  ///< the number stands in the zip64 field

constexpr std::uint16_t flagEncrypted = 1 << 0 | 1 << 6 | 1 << 13;
constexpr std::uint16_t flagUtf8 = 1 << 11;
constexpr std::uint16_t methodStored = 0, methodDeflate = 8, methodBzip2 = 12, methodAes = 99;
constexpr std::uint16_t fieldZip64 = 0x0001;
constexpr std::uint32_t unixTypeMask = 0170000, unixLink = 0120000;

constexpr char16_t codePage437[] =
    u"ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀"
    u"αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0";
static_assert(std::size(codePage437) == 129);

std::uint64_t u64(ByteReader& reader) {
  const std::uint64_t low = reader.u32();
  return low | std::uint64_t{reader.u32()} << 32;
}

std::optional<std::size_t> endRecord(ByteView archive) {
  if (archive.size() < endSize) return std::nullopt;
  const std::size_t last = archive.size() - endSize;
  const std::size_t first = last > maxComment ? last - maxComment : 0;
  for (std::size_t at = last + 1; at-- > first;)
    if (load32(archive.data() + at, ByteOrder::Little) == endSignature &&
        load16(archive.data() + at + 20, ByteOrder::Little) <= archive.size() - at - endSize)
      return at;
  return std::nullopt;
}

/// The zip64 end record that the locator in front of the end record points to.
std::optional<ZipDirectory> directory64(ByteView archive, std::size_t end) {
  constexpr std::size_t locatorSize = 20;
  if (end < locatorSize) return std::nullopt;
  ByteReader locator(archive);
  locator.seek(end - locatorSize);
  if (locator.u32() != locator64Signature) return std::nullopt;
  locator.u32();
  const std::uint64_t place = u64(locator);
  if (place >= archive.size()) return std::nullopt;
  ByteReader reader(archive);
  reader.seek(place);
  if (reader.u32() != end64Signature) return std::nullopt;
  reader.take(20);
  u64(reader);
  ZipDirectory directory;
  directory.entries = u64(reader);
  u64(reader);
  directory.start = u64(reader);
  return reader.failed() ? std::nullopt : std::optional(directory);
}

void applyZip64(ByteView extra, ZipEntry& entry) {
  ByteReader fields(extra);
  while (fields.remaining() >= 4) {
    const std::uint16_t id = fields.u16();
    const ByteView body = fields.takeUpTo(fields.u16());
    if (id != fieldZip64) continue;
    ByteReader reader(body);
    for (std::uint64_t* number : {&entry.size, &entry.compressed, &entry.header})
      if (*number == in64) *number = u64(reader);
    return;
  }
}

bool leavesItsFolder(const QString& name) {
  const bool hasDrive = name.size() >= 2 && name[1] == QLatin1Char(':') && name[0].isLetter();
  if (name.startsWith(QLatin1Char('/')) || hasDrive || name.contains(QChar(0))) return true;
  return name.split(QLatin1Char('/')).contains(QStringLiteral(".."));
}

std::optional<Error> judged(const ZipEntry& entry, std::uint16_t flags, bool isLink) {
  const auto unsafe = [](const char* why) { return Error{ErrorCode::ZipUnsafe, why}; };
  if ((flags & flagEncrypted) != 0 || entry.method == methodAes) return unsafe("the entry is encrypted");
  if (leavesItsFolder(entry.name)) return unsafe("the entry's name leads out of the archive");
  if (isLink) return unsafe("the entry is a symbolic link");
  if (entry.name.endsWith(QLatin1String(".zip"), Qt::CaseInsensitive))
    return unsafe("an archive inside the archive");
  if (entry.method != methodStored && entry.method != methodDeflate && entry.method != methodBzip2)
    return Error{ErrorCode::ZipInvalid,
                 "compression method " + std::to_string(entry.method) + " is not supported"};
  const std::uint64_t most = limits::deflateSlack + limits::zipRatio * entry.compressed;
  if (entry.method != methodStored && (entry.compressed > limits::zipTotal || entry.size > most))
    return unsafe("the entry expands past the limit");
  return std::nullopt;
}

}  // namespace

QString zipName(ByteView raw, bool isUtf8) {
  QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
  const QString text = decoder(QByteArrayView(raw.data(), static_cast<qsizetype>(raw.size())));
  if (isUtf8 || !decoder.hasError()) return text;
  QString name;
  for (const std::uint8_t byte : raw) name += QChar(byte < 128 ? char16_t{byte} : codePage437[byte - 128]);
  return name;
}

Result<ZipDirectory> findZipDirectory(ByteView archive) {
  const auto end = endRecord(archive);
  if (!end) return {ErrorCode::ZipInvalid, "no central directory: the archive is cut short or no zip"};
  if (auto found = directory64(archive, *end)) return *found;
  ByteReader reader(archive);
  reader.seek(*end + 4);
  if (reader.u32() != 0) return {ErrorCode::ZipInvalid, "a part of a split archive"};
  reader.u16();
  ZipDirectory directory;
  directory.entries = reader.u16();
  const std::uint64_t size = reader.u32();
  const std::uint64_t start = reader.u32();
  if (start + size > *end) return {ErrorCode::ZipInvalid, "the central directory is out of bounds"};
  directory.shift = *end - size - start;
  directory.start = start + directory.shift;
  return directory;
}

Result<ZipEntry> readZipRecord(ByteView archive, std::uint64_t& position, std::uint64_t shift) {
  if (position >= archive.size()) return {ErrorCode::ZipInvalid, "the central directory is cut short"};
  ByteReader reader(archive);
  reader.seek(position);
  if (reader.u32() != recordSignature) return {ErrorCode::ZipInvalid, "the central directory is damaged"};
  ZipEntry entry;
  entry.record = position;
  const std::uint16_t madeBy = reader.u16();
  reader.u16();
  const std::uint16_t flags = reader.u16();
  entry.method = reader.u16();
  reader.u32();
  entry.crc = reader.u32();
  entry.compressed = reader.u32();
  entry.size = reader.u32();
  const std::uint16_t nameSize = reader.u16();
  const std::uint16_t extraSize = reader.u16();
  const std::uint16_t commentSize = reader.u16();
  reader.u32();
  const std::uint32_t attributes = reader.u32();
  entry.header = reader.u32();
  const ByteView name = reader.take(nameSize);
  const ByteView extra = reader.take(extraSize);
  reader.take(commentSize);
  if (reader.failed()) return {ErrorCode::ZipInvalid, "the central directory is cut short"};
  position = reader.position();
  applyZip64(extra, entry);
  entry.header += shift;
  entry.name = zipName(name, (flags & flagUtf8) != 0);
  entry.name.replace(QLatin1Char('\\'), QLatin1Char('/'));
  entry.isFolder = entry.name.endsWith(QLatin1Char('/'));
  const bool isLink = madeBy >> 8 == 3 && (attributes >> 16 & unixTypeMask) == unixLink;
  entry.refusal = judged(entry, flags, isLink);
  return entry;
}

Result<ByteView> zipEntryData(ByteView archive, const ZipEntry& entry) {
  constexpr std::size_t lengthsAt = 26;
  if (entry.header >= archive.size()) return {ErrorCode::ZipInvalid, "the entry is out of bounds"};
  ByteReader reader(archive);
  reader.seek(entry.header);
  if (reader.u32() != localSignature) return {ErrorCode::ZipInvalid, "the entry has no header"};
  reader.take(lengthsAt - 4);
  const std::uint32_t nameAndExtra = std::uint32_t{reader.u16()} + reader.u16();
  reader.take(nameAndExtra);
  if (reader.failed() || entry.compressed > reader.remaining())
    return {ErrorCode::ZipInvalid, "the entry is cut short"};
  return reader.take(entry.compressed);
}

}  // namespace core
