// SPDX-License-Identifier: MIT
#include "core/parse/implicitvr.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctag.h>

namespace core {

Vr implicitVr(Tag tag) {
  if (tag.element == 0) return Vr::UL;
  if (tag.isPrivate()) return tag.element >= 0x10 && tag.element <= 0xff ? Vr::LO : Vr::UN;
  const DcmTag known(tag.group, tag.element);
  switch (known.getEVR()) {
    case EVR_ox:
    case EVR_lt:
      return Vr::OW;
    case EVR_xs:
      return Vr::US;
    default:
      break;
  }
  const std::string_view name = const_cast<DcmTag&>(known).getVRName();
  return name.size() == 2 && name[0] >= 'A' && name[0] <= 'Z' ? vrFrom(name[0], name[1]) : Vr::UN;
}

}  // namespace core
