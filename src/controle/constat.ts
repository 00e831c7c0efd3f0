import type { Refus } from "../regles";
import type { Moyen, Rubrique, TypeDeTableau } from "../tableau";

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
  | { code: "accord-refuse"; valeurs: Releve }
  | { code: "accord-vide"; valeurs: Releve & { ecrit: string } }
  | { code: "aucune-commune"; valeurs: SansValeur }
  | { code: "avis-defavorable"; valeurs: SansValeur }
  | { code: "avis-non-rendu"; valeurs: SansValeur }
  | { code: "avis-vide"; valeurs: { ecrit: string } }
  | { code: "carencee"; valeurs: SansValeur }
  | { code: "commune-non-signee"; valeurs: Signee }
  | { code: "commune-signee-absente"; valeurs: Signee & { objectif: number } }
  | { code: "communes-absentes"; valeurs: SansValeur }
  | { code: "contrats-melanges"; valeurs: { epci: string | null } }
  | { code: "correspondance-incertaine"; valeurs: Correspondance }
  | { code: "deficit-nul"; valeurs: { objectif: number; ecart: number } }
  | { code: "deficit-signe"; valeurs: DeficitSigne }
  | { code: "donnee-calculee"; valeurs: { rubrique: Rubrique; moyen: Moyen; nombre: number } }
  | {
      code: "donnee-illisible";
      valeurs: { rubrique: Rubrique; affiche: string; refus: readonly Refus[] };
    }
  | { code: "doublon"; valeurs: { premiere: string; insee: string | null } }
  | { code: "duree-depassee"; valeurs: { rang: number; permises: number; derogation: boolean } }
  | { code: "duree-derogation-possible"; valeurs: { rang: number; permises: number } }
  | { code: "ecart-absent"; valeurs: { nombre: number } }
  | { code: "ecart-contraire"; valeurs: { ecart: number; selonLesTaux: number } }
  | { code: "ecart-egal-4"; valeurs: { legal: number; autre: number } }
  | { code: "ecart-nul"; valeurs: { ecart: number; deficit: number } }
  | { code: "ecart-proche-d-une-borne"; valeurs: { ecart: number; affiche: string; taux: number } }
  | { code: "entrante-amenagee"; valeurs: { type: "abaissant" | "mutualisant" } }
  | { code: "entrante-presumee"; valeurs: { taux: number } }
  | { code: "ept-mutualisant"; valeurs: { epci: string } }
  | { code: "exemptee"; valeurs: SansValeur }
  | { code: "hors-contrat"; valeurs: { communes: readonly string[] } }
  | { code: "hors-epci"; valeurs: HorsEpci }
  | { code: "inventaire-a-recaler"; valeurs: { lu: number; reference: number; periode: string } }
  | { code: "lignes-masquees"; valeurs: { lignes: readonly number[]; colonnes: readonly string[] } }
  | { code: "nom-absent"; valeurs: SansValeur }
  | { code: "nom-formule"; valeurs: { nom: string } }
  | { code: "nombre-en-texte"; valeurs: Conversions }
  | { code: "objectif-apres-absent"; valeurs: SansValeur }
  | { code: "objectif-au-dessus-des-manquants"; valeurs: { apres: number; deficit: number } }
  | { code: "objectif-avant-arrondi"; valeurs: { lu: number; legal: number } }
  | { code: "objectif-avant-faux"; valeurs: { lu: number; legal: number } }
  | { code: "objectif-different-du-legal"; valeurs: { apres: number; legal: number } }
  | { code: "objectif-signe"; valeurs: ObjectifDuTableau }
  | { code: "periode-absente"; valeurs: { periode: string } }
  | { code: "periode-hors-bareme"; valeurs: { affiche: string; refus: readonly Refus[] } }
  | { code: "plai-et-pls-excessifs"; valeurs: { plai: number; pls: number; enTaux: boolean } }
  | { code: "plai-insuffisant"; valeurs: Part }
  | { code: "plh-absent"; valeurs: SansValeur }
  | { code: "plh-vide"; valeurs: { ecrit: string } }
  | { code: "pls-excessif"; valeurs: Part }
  | { code: "plusieurs-tableaux"; valeurs: { lus: readonly Place[]; ecartes: readonly Place[] } }
  | { code: "priorite-contraire"; valeurs: { taux: number; seuil: number; prioritaire: boolean } }
  | { code: "releve-au-dessus-du-legal"; valeurs: { apres: number; legal: number } }
  | { code: "signataires-absents"; valeurs: SansValeur }
  | { code: "somme-arrondissements"; valeurs: { somme: number; objectif: number } }
  | { code: "somme-insuffisante"; valeurs: { avant: number; apres: number; manque: number } }
  | { code: "sous-plancher-abaissant"; valeurs: { apres: number; plancher: number; taux: number } }
  | { code: "sous-plancher-guide"; valeurs: PlanchersMutualisants }
  | { code: "sous-plancher-loi"; valeurs: PlanchersMutualisants }
  | { code: "taux-apres-incoherent"; valeurs: { lu: number; apres: number; deficit: number } }
  | { code: "taux-avant-faux"; valeurs: { lu: number; legal: number } }
  | { code: "taux-avant-inconnu"; valeurs: { lu: number } }
  | { code: "total-faux"; valeurs: TotalFaux }
  | { code: "type-deduit"; valeurs: { type: string } }
  | { code: "type-signe"; valeurs: Signee & { lu: TypeDeTableau; signe: TypeDeTableau } }
  | { code: "unite-convertie"; valeurs: Conversions }
);

interface PlanchersMutualisants {
  apres: number;
  loi: number;
  guide: number;
  deficit: number;
  legal: number;
}

/** Une commune relevée : son objectif légal, et celui que le contrat lui donne. */
interface Releve {
  avant: number;
  apres: number;
}

/** Une colonne où des cellules ont été converties. */
interface Conversions {
  rubrique: Rubrique;
  moyen: Moyen;
  nombre: number;
  /** La première : ce qui était écrit, et ce qui en a été lu. */
  ecrit: string;
  lu: number | string | null;
}

/** La version signée dont il s'agit. */
interface Signee {
  /** « 2026-06-30 ». */
  signeLe: string;
  /** 0 : le contrat ; n : son avenant n. */
  avenant: number;
}

/** L'objectif que porte le tableau, et celui qui est signé. */
interface ObjectifDuTableau extends Signee {
  lu: number;
  signe: number;
  /** Faux pour une répartition indicative, par arrondissement. */
  opposable: boolean;
}

/** Les manquants à la signature, et ceux du tableau. */
interface DeficitSigne {
  signe: number;
  lu: number;
  /** Signé. */
  objectif: number;
  /** Année de l'inventaire que cite le tableau. */
  inventaire: number | null;
  opposable: boolean;
}

interface Correspondance {
  rubrique: Rubrique;
  titre: string;
  rivales: readonly string[];
}

/** Une commune que le découpage rattache ailleurs. */
interface HorsEpci {
  /** L'intercommunalité du tableau, par son nom officiel. */
  epci: string;
  /** Faux : devinée par les autres communes. */
  nomme: boolean;
  /** La sienne ; plusieurs pour des homonymes. */
  reels: readonly string[];
  /** Année du découpage. */
  millesime: number;
}

/** PLAI ou PLS d'une commune : lu, et permis, dans la même unité. */
interface Part {
  lu: number;
  limite: number;
  /** En millionièmes. */
  taux: number;
  /** Vrai si la colonne porte un taux, en fraction ; faux pour des logements. */
  enTaux: boolean;
}

interface Place {
  feuille: string;
  plage: string;
  periode: string | null;
}

interface TotalFaux {
  rubrique: Rubrique;
  affiche: number;
  somme: number;
  /** Communes que la formule n'additionne pas ; vide si le total est tapé à la main, ou si elle les couvre toutes. */
  oubliees: readonly string[];
  formule: boolean;
}
