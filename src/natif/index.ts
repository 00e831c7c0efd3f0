export { convertirFormule } from "./convertir-formule";
export type { FormuleConvertie } from "./convertir-formule";
export { FONCTIONS_NATIVES, VALEURS_SEULEMENT, formuleNative } from "./formule-native";
export type { FormuleNative, MotifDeValeur, RaisonDuRefus } from "./formule-native";
export { ranimerFormule } from "./ranimer-formule";
export type { AppelRestant } from "./remplacer-appels";
