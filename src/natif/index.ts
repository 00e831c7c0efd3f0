export { FONCTIONS_NATIVES, VALEURS_SEULEMENT, formuleNative } from "./formule-native";
export type { FormuleNative, MotifDeValeur, RaisonDuRefus } from "./formule-native";
