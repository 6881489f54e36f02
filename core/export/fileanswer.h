// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <atomic>
#include <chrono>
#include <memory>
#include <stop_token>
#include <string_view>

#include "core/base/limits.h"
#include "core/base/workers.h"
#include "core/export/imageoptions.h"
#include "core/text/readanswer.h"

/// The answer of the read route (api contract, section 4), texts and pictures, as the server and the command
/// line print it.
namespace core {

struct AnswerOptions {
  ReadOptions texts{};
  ImageOptions images{};
  std::uint64_t mostBytes = limits::answerBytes;  ///< of the answer
  std::uint64_t mostFrameBytes = limits::answerFrameBytes;
  std::uint64_t mostSamples = limits::answerSamples;  ///< decoded for it in all
  std::chrono::milliseconds longest = std::chrono::seconds(limits::answerSeconds);
  std::stop_token stop{};  ///< asked before every frame and every file of an archive
};

/// What the files of one answer share: the options, the threads, and what may still be decoded.
class AnswerJob {
 public:
  AnswerJob(const AnswerOptions& options, Workers& workers)
      : m_options(options),
        m_workers(workers),
        m_samplesLeft(options.mostSamples),
        m_end(std::chrono::steady_clock::now() + options.longest) {}

  const AnswerOptions& options() const { return m_options; }
  Workers& workers() const { return m_workers; }
  /// Errors: TooLarge.
  Status claimSamples(std::uint64_t samples);
  Status checkSize(std::uint64_t bytes) const;
  /// Errors: Cancelled; TooLarge, when the time is over.
  Status checkGoesOn() const;

 private:
  const AnswerOptions& m_options;
  Workers& m_workers;
  std::atomic<std::uint64_t> m_samplesLeft;
  std::chrono::steady_clock::time_point m_end;
};

/// A file that the API reads: with preamble and "DICM" (PS3.10 7.1). Errors: those of DicomFile::parse().
Result<std::shared_ptr<const DicomFile>> openPart10(BufferPtr bytes);

/// Appends the object of one file: texts, then "ImageFormat" and "Images" unless no pictures are wanted,
/// there are no pixels, or the format is the DICOM JSON Model. name, unless empty, stands first as
/// "FileName". After an error, out is as it was. Errors: FrameOutOfRange (of the request), TooLarge, and why
/// the pixels cannot be shown.
Status appendFileObject(QByteArray& out, std::string_view name, const std::shared_ptr<const DicomFile>& file,
                        AnswerJob& job);

/// The whole answer for one file: the object, or an array of one object of the DICOM JSON Model.
Result<QByteArray> fileAnswer(const std::shared_ptr<const DicomFile>& file, const AnswerOptions& options,
                              Workers& workers);

}  // namespace core
