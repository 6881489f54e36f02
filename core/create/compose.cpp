// SPDX-License-Identifier: MIT
#include "core/create/compose.h"

#include "core/create/elementkey.h"
#include "core/create/iods.h"
#include "core/encode/encoders.h"
#include "core/parse/tags.h"
#include "core/write/encodetext.h"
#include "core/write/uids.h"
#include "core/write/writer.h"
#include "core/write/zipwriter.h"

namespace core {

namespace {

/// One instance to be: a document, or the frames of a picture.
struct Work {
  std::optional<HeldBytes> document;
  std::vector<Picture> frames;
};

class Composer {
 public:
  Composer(const CreateRequest& request, const CreateContext& context)
      : m_request(request), m_context(context) {
    if (!m_context.makeUid) m_context.makeUid = randomUid;
  }

  CreateOutcome run() {
    std::vector<Work> works = gather();
    if (m_errors.empty()) checkRequest(works);
    if (!m_errors.empty()) return m_errors;
    const auto isDocument = [](const Work& work) { return work.document.has_value(); };
    m_isMixed = std::ranges::any_of(works, isDocument) && !std::ranges::all_of(works, isDocument);
    const std::string series = uidOr(tags::SeriesInstanceUID);
    const std::string study = uidOr(tags::StudyInstanceUID);
    std::vector<CreatedInstance> made;
    for (Work& work : works) {
      auto instance = compose(std::exchange(work, {}), study, series, made.size());
      if (!instance) {
        fail(instance.error().code == ErrorCode::InvalidArgument ? "transfer_syntax" : "content",
             detailOf(instance.error()));
        return m_errors;
      }
      made.push_back(*std::move(instance));
    }
    return made;
  }

 private:
  static std::string detailOf(const Error& error) {
    return error.detail.empty() ? message(error) : error.detail;
  }

  static std::string sentence(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text + ".";
  }

  void fail(std::string_view field, const std::string& detail) {
    if (m_errors.size() < mostFieldErrors)
      m_errors.push_back({std::string(field), sentence(detail), {}, detail});
  }

  /// Says which content it is, where there are several.
  void failContent(std::size_t index, const std::string& detail) {
    std::string place;
    if (m_request.contents.size() > 1) place.append("[").append(std::to_string(index)).append("]: ");
    if (m_errors.size() < mostFieldErrors)
      m_errors.push_back({"content", place + sentence(detail), index, detail});
  }

  /// Reads every content; all that are wrong are named.
  std::vector<Work> gather() {
    std::vector<Work> works;
    std::uint64_t total = 0;
    for (std::size_t i = 0; i < m_request.contents.size() && total <= m_request.mostBytes; ++i) {
      const HeldBytes& content = m_request.contents[i];
      if (contentKind(content.view()) == ContentKind::Pdf) {
        works.push_back({content, {}});
        continue;
      }
      auto pictures = readPictures(content.view());
      if (!pictures) {
        failContent(i, detailOf(pictures.error()));
        continue;
      }
      if (m_request.colour == Colour::Grey)
        for (Picture& picture : *pictures) picture = greyed(std::move(picture));
      for (const Picture& picture : *pictures) total += picture.cells.size();
      add(works, *std::move(pictures));
    }
    if (total > m_request.mostBytes) fail("content", "the pictures are too large together");
    if (works.empty() && m_errors.empty()) fail("content", "this field is required");
    return works;
  }

  void add(std::vector<Work>& works, std::vector<Picture> pictures) {
    const bool joins = m_request.arrange == Arrange::MultiFrame && !works.empty() && !works.back().document;
    if (!joins) works.emplace_back();
    for (Picture& picture : pictures) works.back().frames.push_back(std::move(picture));
  }

  void checkRequest(const std::vector<Work>& works) {
    for (const Work& work : works)
      if (!areAlike(work.frames)) fail("content", "the frames of one instance must have one size and kind");
    const SyntaxEncoder* encoder = findEncoder(m_request.transferSyntax);
    if (!encoder) return fail("transfer_syntax", "not a syntax that is written");
    const bool hasDocument =
        std::any_of(works.begin(), works.end(), [](const Work& work) { return work.document.has_value(); });
    if (hasDocument && encoder->encode)
      fail("transfer_syntax", "a PDF cannot be written in a syntax that compresses pixels");
    if (works.size() > 1 && m_request.tags.has(tags::SOPInstanceUID))
      fail("tags", "SOPInstanceUID: Several instances cannot have the same UID");
    for (const std::string& keyword : emptyRequired(m_request.tags))
      fail("tags", keyword + ": This element may not be empty");
  }

  static bool areAlike(const std::vector<Picture>& frames) {
    return std::all_of(frames.begin(), frames.end(), [&frames](const Picture& frame) {
      const PixelFormat& first = frames.front().format;
      return frame.format.rows == first.rows && frame.format.columns == first.columns &&
             frame.format.samples == first.samples && frame.format.bitsAllocated == first.bitsAllocated;
    });
  }

  /// The UID that the request or the parent gives, else a new one.
  std::string uidOr(Tag tag) const {
    if (m_request.tags.has(tag)) return std::string(m_request.tags.text(tag));
    if (m_request.inherited && m_request.inherited->has(tag))
      return std::string(m_request.inherited->text(tag));
    return m_context.makeUid();
  }

  /// The pixels are released when it is made: a series is in memory once.
  Result<CreatedInstance> compose(Work work, const std::string& study, const std::string& series,
                                  std::size_t index) const {
    EditSet set = m_request.inherited.value_or(EditSet());
    for (const EditElement& element : m_request.tags.elements()) set.set(element);
    const auto put = [&set](Tag tag, std::string_view text) { set.setBytes(tag, Vr::UI, HeldBytes(text)); };
    const std::string instance = uidOr(tags::SOPInstanceUID);
    put(tags::SOPInstanceUID, instance);
    put(tags::StudyInstanceUID, study);
    put(tags::SeriesInstanceUID, series);
    numberInstance(set, index);
    // Of a series there is one (PS3.3 C.7.3.1): what a document alone would have is not its pictures'.
    if (m_isMixed && !set.has(tags::Modality)) set.setBytes(tags::Modality, Vr::CS, HeldBytes("OT"));
    if (work.document) {
      fillDocument(set, *work.document, m_context.now);
    } else {
      fillPicture(set, work.frames, m_context.now);
      if (Status pixels = setPixels(set, work.frames, m_request.transferSyntax); !pixels)
        return pixels.error();
      work = {};
    }
    declareCharacterSet(set);
    auto file = writeFile(set, {m_request.transferSyntax});
    if (!file) return file.error();
    return CreatedInstance{instance, *std::move(file)};
  }

  /// Counted on from the request's own number.
  static void numberInstance(EditSet& set, std::size_t index) {
    const auto first = parseInteger(set.text(tags::InstanceNumber)).value_or(1);
    const std::string number = std::to_string(first + static_cast<std::int64_t>(index));
    set.setBytes(tags::InstanceNumber, Vr::IS, HeldBytes(std::string_view(number)));
  }

  /// ASCII needs no declaration; everything else is UTF-8.
  static void declareCharacterSet(EditSet& set) {
    bool isPlain = true;
    set.remove(tags::SpecificCharacterSet);
    set.forEach([&isPlain](EditElement& element) {
      isPlain = isPlain && (!hasCharacterSet(element.vr) || isAscii(asText(element.value.view())));
    });
    if (!isPlain) set.setBytes(tags::SpecificCharacterSet, Vr::CS, HeldBytes(utf8CharacterSet));
  }

  const CreateRequest& m_request;
  CreateContext m_context;
  FieldErrors m_errors;
  bool m_isMixed = false;  ///< pictures and documents in one series
};

}  // namespace

CreateOutcome createInstances(const CreateRequest& request, const CreateContext& context) {
  return Composer(request, context).run();
}

Result<std::vector<std::uint8_t>> zipOf(std::vector<CreatedInstance> instances) {
  std::size_t total = 0;
  for (const CreatedInstance& instance : instances) total += instance.file.size() + 256;
  ZipWriter zip(total);
  for (std::size_t i = 0; i < instances.size(); ++i) {
    std::string number = std::to_string(i + 1);
    number.insert(0, 4 - std::min<std::size_t>(number.size(), 4), '0');
    const std::vector<std::uint8_t> file = std::move(instances[i].file);
    if (Status added = zip.add(number.append(".dcm"), file); !added) return added.error();
  }
  return zip.finish();
}

Result<EditSet> inheritedFrom(const DicomFile& parent) {
  EditSet set = EditSet::of(parent);
  set.removeIf([](const EditElement& element) {
    return !isInherited(element.tag) && element.tag != tags::SpecificCharacterSet;
  });
  if (!isValidUid(set.text(tags::StudyInstanceUID)))
    return {ErrorCode::InvalidArgument, "the parent has no valid Study Instance UID"};
  if (!toUtf8(set)) return {ErrorCode::InvalidArgument, "texts of the parent are not in its character set"};
  set.remove(tags::SpecificCharacterSet);
  return set;
}

}  // namespace core
