// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "core/anonymise/descriptors.h"

namespace core::anonymise {

namespace {

// clang-format off
// Words of imaging in English, German, French and Polish as scanners' protocols write them. None that is first of
// all a surname or a forename; single letters are none.
constexpr auto words = std::to_array<std::string_view>({
    // anatomy
    "ABD", "ABDOMEN", "ABDOMINAL", "ADRENAL", "ANKLE", "AORTA", "AORTIC", "ARTERIES", "ARTERY", "ATRIUM",
    "AXILLA", "BILIARY", "BLADDER", "BODY", "BONE", "BOWEL", "BRACHIAL", "BRAIN", "BREAST", "CALCANEUS",
    "CARDIAC", "CAROTID", "CEREBRAL", "CERVICAL", "CERVIX", "CHEST", "CLAVICLE", "COCCYX", "COLON", "CORONARY",
    "CRANIUM", "ELBOW", "ESOPHAGUS", "FEMORAL", "FEMUR", "FETAL", "FETUS", "FIBULA", "FINGER", "FOOT", "FOREARM",
    "GALLBLADDER", "HAND", "HEART", "HEPATIC", "HIP", "HUMERUS", "ILIAC", "INTESTINE", "KIDNEY", "KNEE", "KOPF",
    "LARYNX", "LEG", "LIVER", "LUMBAR", "LUNG", "LUNGS", "MANDIBLE", "MEDIASTINUM", "MUSCLE", "NECK", "NERVE",
    "ORBIT", "ORBITS", "OVARY", "PANCREAS", "PARANASAL", "PATELLA", "PELVIC", "PELVIS", "PHARYNX", "PITUITARY",
    "PLACENTA", "PROSTATE", "PULMONARY", "RADIUS", "RENAL", "RIBS", "SACRUM", "SCAPULA", "SCHAEDEL", "SHOULDER",
    "SINUS", "SINUSES", "SKULL", "SPINE", "SPLEEN", "STERNUM", "STOMACH", "TESTIS", "THIGH", "THORACIC", "THORAX",
    "THYROID", "TIBIA", "TISSUE", "TOE", "TRACHEA", "ULNA", "UTERUS", "VALVE", "VASCULAR", "VEIN", "VENTRICLE",
    "WRIST",
    // planes, sides, positions
    "ANTERIOR", "AP", "AX", "AXIAL", "BILATERAL", "COR", "CORONAL", "DECUBITUS", "DISTAL", "DORSAL", "FFS",
    "FRONTAL", "HFS", "INFERIOR", "LAT", "LATERAL", "LEFT", "LONGITUDINAL", "LOWER", "MEDIAL", "OBL", "OBLIQUE",
    "PA", "POSTERIOR", "PRONE", "PROXIMAL", "RIGHT", "SAG", "SAGITTAL", "SUPERIOR", "SUPINE", "TRA", "TRANS",
    "TRANSVERSAL", "TRANSVERSE", "UPPER", "VENTRAL",
    // magnetic resonance
    "2D", "3D", "4D", "ADC", "ASL", "BLADE", "BOLD", "CISS", "DIFF", "DIFFUSION", "DIXON", "DTI", "DWI", "ECHO",
    "EPI", "FAT", "FATSAT", "FFE", "FIELDMAP", "FIESTA", "FISP", "FLAIR", "FLASH", "FMRI", "FSE", "FSPGR", "GRE",
    "HASTE", "INPHASE", "IR", "LAVA", "MPRAGE", "MP2RAGE", "MRA", "MRCP", "MRI", "MRS", "NAVIGATOR", "OPPOSED",
    "PERFUSION", "PHASE", "PROPELLER", "RESTING", "SAT", "SATURATION", "SE", "SPACE", "SPAIR", "SPGR", "SPIN",
    "SSFP", "STIR", "SWI", "T1", "T1W", "T2", "T2W", "TE", "TFE", "TI", "TIRM", "TOF", "TR", "TRUFI", "TSE",
    "VIBE", "VISTA", "WATER", "WEIGHTED",
    // computed tomography, X-ray, ultrasound, nuclear medicine
    "ACQUISITION", "ANGIO", "ANGIOGRAM", "ANGIOGRAPHY", "ARTERIAL", "ATTENUATION", "BOLUS", "CALCIUM", "CINE",
    "CONTRAST", "CORRECTED", "CT", "CTA", "CTAC", "DELAYED", "DOPPLER", "DOSE", "DYNAMIC", "ECG", "ENHANCED",
    "EXPIRATION", "FDG", "FLUORO", "FLUOROSCOPY", "FUSION", "GATED", "HELICAL", "HIGH", "HRCT", "INSPIRATION",
    "INVERSE", "KERNEL", "LOCALIZER", "LOW", "MAMMOGRAPHY", "MIP", "MPR", "NATIVE", "NON", "PET", "PLANAR",
    "PORTAL", "POST", "PRE", "RADIOGRAPH", "RECON", "RECONSTRUCTION", "RESOLUTION", "REST", "SCAN", "SCOUT",
    "SCREENING", "SEQUENCE", "SERIES", "SLICE", "SOFT", "SPECT", "SPIRAL", "STANDARD", "STATIC", "STRESS",
    "SUBTRACTION", "SURVIEW", "TOMO", "TOMOGRAPHY", "TOPOGRAM", "ULTRASOUND", "UNENHANCED", "VENOUS", "VIEW",
    "VOLUME", "VRT", "WHOLE", "WINDOW", "WITH", "WITHOUT", "XRAY",
    // protocols and results
    "AVERAGE", "B0", "BASELINE", "CALIBRATION", "DERIVED", "EXAM", "EXAMINATION", "FOLLOWUP", "GEOMETRY", "IMAGE",
    "IMAGES", "MAP", "MASK", "MEAN", "MODE", "MULTIPHASE", "NORMAL", "PHANTOM", "PLAN", "PLANNING", "PROTOCOL",
    "QUALITY", "ROUTINE", "SAVE", "SCREEN", "SEGMENTATION", "STUDY", "TEST", "THICK", "THIN", "TREATMENT",
    "VERIFICATION",
    // German, French, Polish
    "ABDOMINALE", "AXIALE", "BECKEN", "BRZUCH", "CERVEAU", "COEUR", "COUPE", "CRANE", "GLOWA", "HALS", "HWS",
    "KLATKA", "KNIE", "KOLANO", "KONTRAST", "KREGOSLUP", "LWS", "LEBER", "LUNGE", "MIEDNICA", "MOZG", "NATIV",
    "NERKI", "OHNE", "PLUCA", "POUMON", "RACHIS", "SANS", "SCHULTER", "SERCE", "WATROBA", "WIRBELSAEULE",
});
// clang-format on

constexpr auto sorted = [] {
  auto all = words;
  std::ranges::sort(all);
  return all;
}();
static_assert(std::ranges::adjacent_find(sorted) == sorted.end(), "a word stands twice");

}  // namespace

bool isImagingWord(std::string_view word) { return std::ranges::binary_search(sorted, word); }

}  // namespace core::anonymise
