// SPDX-License-Identifier: MIT
#pragma once

namespace app {

class MainWindow;

/// What the File menu does to make files: each opens its dialog over the window, editing its editor in the
/// metadata panel. Without a shown image nothing happens.
void exportPictures(MainWindow& window);
void exportAnonymised(MainWindow& window);
void editCopy(MainWindow& window);
void newDicom(MainWindow& window);

}  // namespace app
