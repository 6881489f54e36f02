// SPDX-License-Identifier: MIT
#include "core/write/metaheader.h"

#include "core/parse/tags.h"

namespace core {

std::string implementationVersionName() {
  std::string name = "DICOMAESTRO_" DICOMAESTRO_VERSION;
  std::erase(name, '.');
  return name.substr(0, 16);
}

EditSet metaHeader(std::string_view sopClass, std::string_view sopInstance, std::string_view transferSyntax) {
  EditSet meta;
  const auto put = [&meta](Tag tag, Vr vr, std::string_view text) {
    if (!text.empty()) meta.setBytes(tag, vr, HeldBytes(text));
  };
  meta.setBytes({0x0002, 0x0001}, Vr::OB, HeldBytes(std::vector<std::uint8_t>{0, 1}));
  put(tags::MediaStorageSOPClassUID, Vr::UI, sopClass);
  put({0x0002, 0x0003}, Vr::UI, sopInstance);
  put(tags::TransferSyntaxUID, Vr::UI, transferSyntax);
  put({0x0002, 0x0012}, Vr::UI, implementationClassUid);
  put({0x0002, 0x0013}, Vr::SH, implementationVersionName());
  return meta;
}

}  // namespace core
