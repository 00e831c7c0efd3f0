import { anneeDuJour } from "../regles";
import { ditVide, estErreur, lireNombreDe, normaliserTitre, sensDuFormat } from "../tableau";
import type { Cellule } from "../tableau";
import type { Produit } from "./colonnes";

/** Une valeur, `null` si la cellule est vide, ou illisible : elle n'est jamais devinée. */
export type Lue<T> = { lisible: true; valeur: T | null } | { lisible: false };

const ILLISIBLE = { lisible: false } as const;
const VIDE = { lisible: true, valeur: null } as const;

/** Ce que la cellule montre, pour la citer. */
export function texteDe(cellule: Cellule | undefined): string {
  const valeur = cellule?.valeur ?? null;
  if (estErreur(valeur)) return valeur.erreur;
  return (cellule?.texte || String(valeur ?? "")).trim();
}

/** Un texte ; `null` s'il est vide, ou un simple tiret. Une erreur de cellule n'en est pas un. */
export function lireTexte(cellule: Cellule | undefined): string | null {
  const texte = estErreur(cellule?.valeur ?? null) ? "" : texteDe(cellule);
  return ditVide(texte) ? null : texte;
}

/** Un nombre de logements, entier et positif ou nul ; « 100 % » est une part. */
export function lireEffectif(cellule: Cellule | undefined): Lue<number> {
  if (typeof cellule?.valeur === "number" && sensDuFormat(cellule.format) !== "nombre")
    return ILLISIBLE;
  const lue = lireNombreDe(cellule, "effectif");
  if (lue.etat === "vide") return VIDE;
  if (lue.etat !== "nombre" || !Number.isInteger(lue.nombre) || lue.nombre < 0) return ILLISIBLE;
  return { lisible: true, valeur: lue.nombre };
}

/** Les années qu'une opération peut citer. */
const PREMIERE = 2000;
const DERNIERE = 2099;
const MOIS =
  "janv(?:ier)?|fevr(?:ier)?|mars|avr(?:il)?|mai|juin|juil(?:let)?|aout|sept(?:embre)?|oct(?:obre)?|nov(?:embre)?|dec(?:embre)?";
const MOMENT = `fin|debut|mi|courant|en|t[1-4]|s[12]|[1-4](?:er|e|eme)? ?(?:trimestre|semestre|trim|sem)|(?:\\d{1,2}(?:er)? )?(?:${MOIS})`;
/** « 2027 », « fin 2027 », « T2 2027 », « déc. 2027 », « 30/06/2027 » : une seule année, et rien qui en fasse douter. « 2026-2028 » en cite deux. */
const ANNEE_ECRITE = new RegExp(
  `^(?:(?:${MOMENT})[ .-]+){0,3}(?:(?:\\d{1,2}[ /.-])?(?:0?[1-9]|1[0-2])[ /.-])?(20\\d\\d)$`
);
const LONGUEUR_D_UNE_ANNEE = 40;

/** Une année : le nombre, celle d'une date, ou un texte qui n'en cite qu'une. « 2026 ou 2027 » est illisible. */
export function lireAnnee(cellule: Cellule | undefined): Lue<number> {
  const valeur = cellule?.valeur ?? null;
  if (typeof valeur === "number") {
    const annee = sensDuFormat(cellule?.format ?? "") === "date" ? anneeDuJour(valeur) : valeur;
    const plausible = Number.isInteger(annee) && annee >= PREMIERE && annee <= DERNIERE;
    return plausible ? { lisible: true, valeur: annee } : ILLISIBLE;
  }
  if (valeur === null) return VIDE;
  if (typeof valeur !== "string" || valeur.length > LONGUEUR_D_UNE_ANNEE) return ILLISIBLE;
  if (ditVide(valeur)) return VIDE;
  const annee = ANNEE_ECRITE.exec(normaliserTitre(valeur))?.[1];
  return annee === undefined ? ILLISIBLE : { lisible: true, valeur: Number(annee) };
}

const PRODUITS_ECRITS: Readonly<Record<string, Produit>> = {
  plai: "plai",
  plus: "plus",
  pls: "pls",
  psla: "accession",
  brs: "accession",
};
const PART = /(\d{1,6}) ?(plai|plus|pls|psla|brs)\b|\b(plai|plus|pls|psla|brs) ?[:=] ?(\d{1,6})/g;

/** La typologie en un texte : « 12 PLAI, 20 PLUS et 5 PLS ». Illisible s'il reste autre chose que ces nombres. */
export function lireTypologie(cellule: Cellule | undefined): Lue<Partial<Record<Produit, number>>> {
  const ecrit = lireTexte(cellule);
  if (ecrit === null) return estErreur(cellule?.valeur ?? null) ? ILLISIBLE : VIDE;
  const mots = normaliserTitre(ecrit.slice(0, 200));
  const nombres: Partial<Record<Produit, number>> = {};
  for (const [, avant, nom, nomme, apres] of mots.matchAll(PART)) {
    const produit = PRODUITS_ECRITS[nom ?? nomme ?? ""];
    if (produit) nombres[produit] = (nombres[produit] ?? 0) + Number(avant ?? apres);
  }
  const reste = mots.replace(PART, " ").replace(/\b(et|logements?|lgts?)\b|[\s,;+/&.-]/g, "");
  if (reste !== "" || Object.keys(nombres).length === 0) return ILLISIBLE;
  return { lisible: true, valeur: nombres };
}
