// SPDX-License-Identifier: MIT
#pragma once

#include "core/export/exporter.h"
#include "core/series/stack.h"

namespace core {

/// Whether the names of exported files and folders may tell who the patient is.
enum class Naming { Neutral, Patient };
/// The images of a stack in files of their own, or all in one where the format can.
enum class Bundling { OneEach, Together };

struct ExportPlan {
  PictureFormat format = PictureFormat::Png;
  Bundling bundling = Bundling::OneEach;
  Naming naming = Naming::Neutral;
};

/// ".png" …
QString fileEnding(PictureFormat format);
/// By the ending of a file's name; nothing for any other.
std::optional<PictureFormat> formatOfName(const QString& name);

/// "0001" …, with as many digits as the count of them needs.
QString numberedName(std::size_t number, std::size_t count);

/// Images of a stack as files of one folder: 0001.png …, or a single file. Neutral names tell series number
/// and modality; patient ones begin with name and id. Characters that a file system or a shell takes ill are
/// replaced.
QString stackName(const Stack& stack, Naming naming);
std::vector<ImageKey> imagesOf(const Stack& stack);

/// The files of several stacks below a folder: numbered in the folder itself when there is but one stack,
/// else a folder a stack; together: a file a stack. In display order. Stacks without images are left out.
std::vector<ExportFile> planned(const std::vector<const Stack*>& stacks, const QString& folder,
                                const ExportPlan& plan);

}  // namespace core
