// SPDX-License-Identifier: MIT
#include "core/anonymise/dummydocument.h"

#include <algorithm>
#include <cstdio>
#include <iterator>

namespace core::anonymise {

namespace {

/// One page of A4 with one line (ISO 32000-1 7.5); the offsets of its table are counted, not written down.
std::string pdf() {
  constexpr std::string_view line = "BT /F1 18 Tf 72 720 Td (The document was removed: anonymized.) Tj ET";
  const std::string objects[] = {
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
      "/Resources << /Font << /F1 5 0 R >> >> >>",
      "<< /Length " + std::to_string(line.size()) + " >>\nstream\n" + std::string(line) + "\nendstream",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  };
  std::string file = "%PDF-1.4\n";
  std::string table = "0000000000 65535 f \n";
  int number = 0;
  for (const std::string& object : objects) {
    char entry[24];
    std::snprintf(entry, sizeof entry, "%010zu 00000 n \n", file.size());
    table += entry;
    file += std::to_string(++number) + " 0 obj\n" + object + "\nendobj\n";
  }
  const std::string count = std::to_string(number + 1);
  const std::string start = std::to_string(file.size());
  return file + "xref\n0 " + count + "\n" + table + "trailer\n<< /Size " + count +
         " /Root 1 0 R >>\nstartxref\n" + start + "\n%%EOF\n";
}

/// What CDA Release 2 requires of a document, each part masked.
std::string clinicalDocument() {
  return R"(<?xml version="1.0" encoding="UTF-8"?>
<ClinicalDocument xmlns="urn:hl7-org:v3">
<typeId root="2.16.840.1.113883.1.3" extension="POCD_HD000040"/>
<id nullFlavor="MSK"/>
<code nullFlavor="MSK"/>
<effectiveTime nullFlavor="MSK"/>
<confidentialityCode nullFlavor="MSK"/>
<recordTarget><patientRole><id nullFlavor="MSK"/></patientRole></recordTarget>
<author><time nullFlavor="MSK"/><assignedAuthor><id nullFlavor="MSK"/></assignedAuthor></author>
<custodian><assignedCustodian><representedCustodianOrganization><id nullFlavor="MSK"/></representedCustodianOrganization></assignedCustodian></custodian>
<component><nonXMLBody><text>The document was removed: anonymized.</text></nonXMLBody></component>
</ClinicalDocument>
)";
}

/// Binary STL: 80 bytes of header, a count, one triangle without an extent.
std::string triangle() {
  std::string bytes(80 + 4 + 50, '\0');
  bytes[80] = 1;
  return bytes;
}

std::string pointObject() { return "# removed: anonymized\nv 0 0 0\np 1\n"; }
std::string material() { return "# removed: anonymized\nnewmtl removed\n"; }

struct Kind {
  std::string_view mimeType;
  std::string (*document)();
};
constexpr Kind kinds[] = {
    {"application/pdf", pdf}, {"text/xml", clinicalDocument}, {"application/xml", clinicalDocument},
    {"model/stl", triangle},  {"application/sla", triangle},  {"model/obj", pointObject},
    {"model/mtl", material},
};

}  // namespace

std::string dummyDocument(std::string_view mimeType) {
  const auto kind = std::ranges::find(kinds, mimeType, &Kind::mimeType);
  return kind == std::end(kinds) ? std::string(16, '\0') : kind->document();
}

}  // namespace core::anonymise
