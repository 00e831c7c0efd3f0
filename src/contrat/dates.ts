import { anneeDuJour, premierJanvier } from "../regles";
import { normaliserTitre, type ValeurDeCellule } from "../tableau";

const MOIS = [
  "janvier",
  "fevrier",
  "mars",
  "avril",
  "mai",
  "juin",
  "juillet",
  "aout",
  "septembre",
  "octobre",
  "novembre",
  "decembre",
];
const JOURS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** Bornes de ce qui peut être une date de signature : en deçà d'un numéro de série, un nombre est une année ou un effectif. */
const PREMIERE_ANNEE = 2002;
const DERNIERE_ANNEE = 2100;

const CHIFFREE = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;
const INVERSEE = /^(\d{4})-(\d{2})-(\d{2})$/;
const EN_LETTRES = /^(?:le )?(\d{1,2})(?:er)? ([a-z]+) (\d{4})$/;

/**
 * La date d'une cellule, « 2026-06-30 » : une vraie date d'Excel, ou un texte (« 30/06/2026 », « 30 juin 2026 », « 2026-06-30 »).
 * @returns `undefined` si elle ne se lit pas, n'existe pas (31/06), ou sort de 2002 à 2100.
 */
export function lireDate(valeur: ValeurDeCellule): string | undefined {
  if (typeof valeur === "number") return dateDuJour(Math.floor(valeur));
  if (typeof valeur !== "string") return undefined;
  const texte = normaliserTitre(valeur);
  const [, jour, mois, annee] = CHIFFREE.exec(texte) ?? [];
  if (annee !== undefined) return composer(annee, mois, jour);
  const [, annee2, mois2, jour2] = INVERSEE.exec(texte) ?? [];
  if (annee2 !== undefined) return composer(annee2, mois2, jour2);
  const [, jour3, nom = "", annee3] = EN_LETTRES.exec(texte) ?? [];
  return annee3 === undefined ? undefined : composer(annee3, String(MOIS.indexOf(nom) + 1), jour3);
}

function composer(
  annee: string | undefined,
  mois: string | undefined,
  jour: string | undefined
): string | undefined {
  const [a, m, j] = [Number(annee), Number(mois), Number(jour)];
  if (a < PREMIERE_ANNEE || a > DERNIERE_ANNEE) return undefined;
  if (j < 1 || j > joursDuMois(a, m)) return undefined;
  return [String(a), ...[m, j].map((nombre) => String(nombre).padStart(2, "0"))].join("-");
}

/** 0 pour un mois qui n'existe pas. */
function joursDuMois(annee: number, mois: number): number {
  const bissextile = premierJanvier(annee + 1) - premierJanvier(annee) === 366;
  return mois === 2 && bissextile ? 29 : (JOURS[mois - 1] ?? 0);
}

function dateDuJour(serie: number): string | undefined {
  if (serie < premierJanvier(PREMIERE_ANNEE) || serie >= premierJanvier(DERNIERE_ANNEE + 1))
    return undefined;
  const annee = anneeDuJour(serie);
  let jour = serie - premierJanvier(annee) + 1;
  let mois = 1;
  while (jour > joursDuMois(annee, mois)) jour -= joursDuMois(annee, mois++);
  return composer(String(annee), String(mois), String(jour));
}

/** L'année d'un inventaire : 2025, ou une date du 1er janvier 2025 ; `undefined` si elle ne se lit pas. */
export function lireAnnee(valeur: ValeurDeCellule): number | undefined {
  const annee = typeof valeur === "string" ? Number(valeur.trim() || NaN) : valeur;
  if (typeof annee === "number" && Number.isInteger(annee))
    if (annee >= PREMIERE_ANNEE && annee <= DERNIERE_ANNEE) return annee;
  const date = lireDate(valeur);
  return date?.endsWith("-01-01") ? Number(date.slice(0, 4)) : undefined;
}
