// SPDX-License-Identifier: MIT
#pragma once

#include <QDateTime>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/create/picture.h"
#include "core/write/editset.h"

/// The parts of the IODs that are made here (PS3.3 A.8 Secondary Capture, A.45.1 Encapsulated PDF). What the
/// data set has already is never replaced, but for the elements that follow from the content.
namespace core {

/// The SOP classes of what is made.
std::span<const std::string_view> createdClasses();

/// Keywords of elements that must have a value and were given an empty one.
std::vector<std::string> emptyRequired(const EditSet& given);

/// Everything but Pixel Data and what describes it.
void fillPicture(EditSet& set, const std::vector<Picture>& frames, const QDateTime& now);
/// All of an Encapsulated PDF.
void fillDocument(EditSet& set, const HeldBytes& document, const QDateTime& now);

/// The Image Pixel module in the transfer syntax, and Lossy Image Compression with its ratio where anything
/// was or is lost. Errors: InvalidArgument when the syntax cannot hold such pixels, CodecFailed.
Status setPixels(EditSet& set, const std::vector<Picture>& frames, std::string_view transferSyntax);

}  // namespace core
