import type { Grille } from "./grille";
import { RUBRIQUES, type Nature, type Rubrique } from "./rubriques";
import { lireNombreDe } from "./valeurs";

const ECHANTILLON = 40;
const VIDE = 0.93;
/** 2023-2025 est la 8e période : des 8 et des 9 la numérotent, et ne comptent pas les contrats. */
const PERIODE_DES_PREMIERS_CONTRATS = 8;
/** Assez pour écarter « Période n° », trop peu pour faire douter de « Rang de la période ». */
const NUMEROTE_LES_PERIODES = 0.8;
/** « NC » partout, ou des remarques sous un titre de nombres. */
const QUE_DES_TEXTES = 0.5;
const CHIFFREES: ReadonlySet<Nature> = new Set(["effectif", "points", "taux"]);
/**
 * « Taux SRU » est celui de la commune ou celui de la loi, « taux légal » celui de la loi ou du rattrapage : que des 20 et des 25, c'est celui de la loi.
 */
const QUE_DES_TAUX_CIBLES: Partial<Record<Rubrique, number>> = { tauxLs: 0.5, tauxAvant: 0.8 };

/** Ce que contient une colonne sous ses titres, pour confirmer ou contredire ce qu'ils annoncent. */
export interface Echantillon {
  textes: number;
  /** Nombres tels qu'affichés : 0,33 au format % vaut 33. */
  nombres: number[];
  /** Combien de ces nombres sont au format %. */
  pourcents: number;
}

export function echantillonner(grille: Grille, debut: number, fin: number, j: number): Echantillon {
  const echantillon: Echantillon = { textes: 0, nombres: [], pourcents: 0 };
  const lues = (): number => echantillon.textes + echantillon.nombres.length;
  for (let i = debut; i <= fin && lues() < ECHANTILLON; i++) {
    const lue = lireNombreDe(grille.cellule(i, j), "taux");
    if (lue.etat === "nombre") {
      if (lue.marque) echantillon.pourcents += 1;
      echantillon.nombres.push(lue.marque === "fraction" ? lue.nombre * 100 : lue.nombre);
    } else if (grille.titre(i, j) !== "") echantillon.textes += 1;
  }
  return echantillon;
}

/** De 0 à 1 : la part des nombres d'une colonne qui conviennent à une rubrique ; 1 si elle n'en porte pas. */
export function plausibilite(
  rubrique: Rubrique,
  { textes, nombres, pourcents }: Echantillon
): number {
  const total = nombres.length;
  // Entre deux colonnes du même titre, celle qui est remplie.
  if (total === 0 && textes === 0) return VIDE;
  if (total === 0 && CHIFFREES.has(RUBRIQUES[rubrique])) return QUE_DES_TEXTES;
  switch (RUBRIQUES[rubrique]) {
    case "texte":
      if (rubrique === "arrondissement") return 1;
      if (rubrique === "insee") return textes + total === 0 ? 1 : total / (textes + total);
      return textes + total === 0 ? 1 : textes / (textes + total);
    case "reponse":
      return 1;
    case "rang":
      return total > 0 && nombres.every((n) => n >= PERIODE_DES_PREMIERS_CONTRATS)
        ? NUMEROTE_LES_PERIODES
        : 1;
    case "effectif":
      return (
        (nombres.filter((n) => Number.isInteger(n) || n > 5).length / total) *
        (1 - pourcents / total)
      );
    case "points":
      return nombres.filter((n) => Math.abs(n) <= 30).length / total;
    case "taux":
      if (nombres.every((n) => convientAuTaux("tauxCible", n)))
        return QUE_DES_TAUX_CIBLES[rubrique] ?? 1;
      return nombres.filter((n) => convientAuTaux(rubrique, n)).length / total;
  }
}

function convientAuTaux(rubrique: Rubrique, n: number): boolean {
  if (rubrique === "tauxCible") return [20, 25, 0.2, 0.25].includes(Number(n.toPrecision(6)));
  if (rubrique === "tauxLs") return n >= 0 && n <= 60;
  if (rubrique === "tauxAvant") return (n >= 0.1 && n <= 1) || (n >= 10 && n <= 100);
  return n >= 0 && n <= 300;
}
