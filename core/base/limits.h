// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>

/// Every cap on hostile input, in one place. Sizes are in bytes unless said otherwise; all are checked before
/// memory is asked for.
namespace core::limits {

inline constexpr int nesting = 64;                               ///< levels of sequences that are read
inline constexpr std::uint64_t inflatedDataSet = 2'000'000'000;  ///< a deflated data set, inflated
inline constexpr std::uint64_t deflateRatio = 200;               ///< inflated : deflated
inline constexpr std::uint64_t deflateSlack = 1 << 20;  ///< small inputs may pass the ratio up to this
inline constexpr std::uint64_t frameBytes = std::uint64_t{2} << 30;  ///< one decoded frame
inline constexpr std::uint64_t jpeg2000Tiles =
    16'384;  ///< of a codestream: each costs kilobytes before any is decoded
inline constexpr std::uint32_t framesPerObject = 1'000'000;
inline constexpr std::uint64_t elementsPerFile = 4'000'000;  ///< data elements, nested ones included
inline constexpr int zipEntries = 10'000;
inline constexpr std::uint64_t zipTotal = std::uint64_t{2} << 30;     ///< all entries of an archive, inflated
inline constexpr std::uint64_t zipRatio = 200;                        ///< an entry, inflated : deflated
inline constexpr std::uint64_t answerBytes = std::uint64_t{1} << 30;  ///< of an answer of the API
inline constexpr std::uint64_t answerFrameBytes = std::uint64_t{256} << 20;  ///< a decoded frame in it
inline constexpr std::uint64_t answerSamples =
    8'000'000'000;                         ///< decoded for it in all: 30,000 frames of 512²
inline constexpr int answerSeconds = 120;  ///< no further frame is begun for it
inline constexpr std::uint64_t picturePixels =
    33'000'000;  ///< of a PNG, JPEG or TIFF that becomes an instance: Qt decodes no picture past 128 MiB
inline constexpr std::uint64_t pictureBytes = std::uint64_t{512}
                                              << 20;    ///< all pictures of a request, decoded
inline constexpr int picturePages = 10'000;             ///< of a TIFF
inline constexpr std::uint64_t profileBytes = 4 << 20;  ///< the ICC profile of a picture
inline constexpr int contentsPerRequest = 1000;         ///< that become instances
inline constexpr std::uint64_t elementsPerRequest =
    5000;  ///< given for a new instance; PS3.6 has about as many
inline constexpr int filesPerOpen = 1'000'000;
inline constexpr int folderDepth = 64;

}  // namespace core::limits
