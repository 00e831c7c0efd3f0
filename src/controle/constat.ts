import type { Refus } from "../regles";
import type { Champ } from "../tableau";

export type Gravite = "erreur" | "avertissement" | "information";

type SansValeur = Record<string, never>;

/** Ce qu'il y a à dire d'un tableau. Le code est stable : il se cite, se compte et se teste. */
export type Constat = {
  gravite: Gravite;
  commune?: string;
  adresse?: string;
  /** L'article, ou « guide », ou « arithmétique du tableau ». */
  article: string;
} & (
  | { code: "aucune-commune"; valeurs: SansValeur }
  | { code: "deficit-nul"; valeurs: SansValeur }
  | { code: "donnee-illisible"; valeurs: { affiche: string; refus: readonly Refus[] } }
  | { code: "ecart-absent"; valeurs: { taux: number } }
  | { code: "ecart-egal-4"; valeurs: { legal: number; autre: number } }
  | { code: "nom-absent"; valeurs: SansValeur }
  | { code: "objectif-avant-arrondi"; valeurs: { lu: number; legal: number } }
  | { code: "objectif-avant-faux"; valeurs: { lu: number; legal: number } }
  | { code: "releve-au-dessus-du-legal"; valeurs: { apres: number; legal: number } }
  | { code: "somme-insuffisante"; valeurs: { avant: number; apres: number; manque: number } }
  | { code: "sous-plancher-abaissant"; valeurs: { apres: number; plancher: number; taux: number } }
  | { code: "sous-plancher-guide"; valeurs: PlanchersMutualisants }
  | { code: "sous-plancher-loi"; valeurs: PlanchersMutualisants }
  | { code: "taux-apres-incoherent"; valeurs: { lu: number; apres: number; deficit: number } }
  | { code: "taux-avant-faux"; valeurs: { lu: number; legal: number } }
  | { code: "taux-avant-inconnu"; valeurs: { lu: number } }
  | { code: "total-faux"; valeurs: { champ: Champ; affiche: number; somme: number } }
);

interface PlanchersMutualisants {
  apres: number;
  loi: number;
  guide: number;
  deficit: number;
  legal: number;
}
