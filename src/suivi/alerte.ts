import type { Gravite } from "../controle";
import type { RubriqueDArticle3 } from "./colonnes";

/** Ce qu'il y a à dire d'un contrat que l'on suit. Le code est stable : il se cite, se compte et se teste. */
export type Alerte = {
  gravite: Gravite;
  commune?: string;
  /** Le nom de l'opération ; à défaut, son adresse ou sa référence cadastrale. */
  operation?: string;
  /** La cellule, sur la feuille d'article 3 ; celle d'« inventaire-nouveau » est du tableau contrôlé. */
  adresse?: string;
  /** L'article, ou « guide ». */
  article: string;
} & (
  | { code: "accession-a-qualifier"; valeurs: { pls: number; accession: number; maximum: number } }
  | { code: "annee-absente"; valeurs: { sociaux: number } }
  | { code: "commune-absente"; valeurs: { sociaux: number } }
  | { code: "commune-inconnue"; valeurs: { ecrite: string; sociaux: number } }
  | { code: "doublon"; valeurs: { par: "nom" | "cadastre"; premiere: string } }
  | { code: "finance-apres"; valeurs: { annee: number; fin: number } }
  | { code: "finance-avant"; valeurs: { annee: number; debut: number } }
  | { code: "inventaire-nouveau"; valeurs: Manquants }
  | { code: "liste-a-droite"; valeurs: Record<string, never> }
  | { code: "objectif-illisible"; valeurs: Record<string, never> }
  | { code: "objectif-non-couvert"; valeurs: Reste }
  | { code: "operation-abandonnee"; valeurs: { texte: string; sociaux: number } }
  | { code: "plai-insuffisant"; valeurs: { minimum: number; plai: number; manque: number } }
  | { code: "pls-excessif"; valeurs: { maximum: number; pls: number; enTrop: number } }
  | { code: "pls-indetermine"; valeurs: { pls: number } }
  | { code: "prevision-depassee"; valeurs: { annee: number } }
  | { code: "prevu-apres"; valeurs: { annee: number; fin: number } }
  | { code: "prevu-avant"; valeurs: { annee: number; debut: number } }
  | { code: "produits-differents"; valeurs: { produits: number; sociaux: number } }
  | { code: "rien-de-finance"; valeurs: Reste & { miParcours: string } }
  | { code: "sociaux-absents"; valeurs: Record<string, never> }
  | { code: "trop-de-sociaux"; valeurs: { sociaux: number; logements: number } }
  | { code: "typologie-absente"; valeurs: { sociaux: number } }
  | { code: "ulterieur-dans-la-periode"; valeurs: { annee: number; finance: boolean } }
  | { code: "valeur-illisible"; valeurs: { rubrique: RubriqueDArticle3; texte: string } }
);

interface Reste {
  objectif: number;
  finances: number;
  prevus: number;
  aTrouver: number;
}

interface Manquants {
  signature: number;
  aujourdhui: number;
  objectif: number;
}
