import { nommerRubrique } from "../redaction";
import { normaliserMot } from "../regles";
import {
  RUBRIQUES,
  estErreur,
  type FeuilleLue,
  type Rubrique,
  type ValeurDeCellule,
} from "../tableau";
import { QUESTIONS, type Question } from "./questions";
import { situerVersions, titreDesVersions, type TableDesVersions } from "./situer-versions";

/** Titres de la feuille, par lesquels elle se relit où qu'on l'ait déplacée. */
export const TITRES = {
  repere: "Repère",
  question: "Question",
  aide: "À savoir",
  article: "Article",
  classeur: "Tout le classeur",
  feuille: "Feuille",
  donnee: "Donnée",
  colonne: "Colonne",
} as const;

/** Repère des lignes qui désignent une colonne. */
export const REPERE_DES_COLONNES = "colonne";

/** Titres d'une colonne qui n'est pas celle d'un EPCI. */
const HORS_EPCI = [TITRES.question, TITRES.aide, TITRES.article].map(normaliserMot);
const NOTES = /^(notes?|remarques?|observations?|commentaires?)/;

/** Une question et sa ligne, comptée à partir de 0. */
export interface LigneDeQuestion {
  question: Question;
  ligne: number;
}

/** Où sont les choses sur la feuille ; lignes et colonnes comptées à partir de 0. */
export interface Structure {
  titres: number;
  repere: number;
  /** Colonnes de réponses, de gauche à droite ; « Tout le classeur » est `null`. */
  epcis: { epci: string | null; colonne: number }[];
  questions: LigneDeQuestion[];
  /** Lignes au repère inconnu. */
  inconnues: { repere: string; ligne: number }[];
  designations: Designations | null;
  versions: TableDesVersions | null;
}

/** La table des colonnes désignées à la main. */
export interface Designations {
  titres: number;
  feuille: number;
  donnee: number;
  colonne: number;
  /** Ses lignes, même vides. */
  lignes: number[];
}

/** Le contenu d'une feuille lue, par ligne et colonne de la feuille. */
export class Cases {
  readonly fin: number;
  readonly droite: number;

  constructor(private readonly feuille: FeuilleLue) {
    this.fin = feuille.ligne + feuille.cellules.length - 1;
    this.droite = feuille.colonne + (feuille.cellules[0]?.length ?? 0) - 1;
  }

  valeur(ligne: number, colonne: number): ValeurDeCellule {
    const rangee = this.feuille.cellules[ligne - this.feuille.ligne];
    const valeur = rangee?.[colonne - this.feuille.colonne]?.valeur ?? null;
    return typeof valeur === "string" && valeur.trim() === "" ? null : valeur;
  }

  estVide(ligne: number, colonne: number): boolean {
    return this.valeur(ligne, colonne) === null;
  }

  /** Ce qui y est écrit, pour le citer. */
  ecrit(ligne: number, colonne: number): string {
    const valeur = this.valeur(ligne, colonne);
    if (valeur === null) return "";
    if (typeof valeur === "boolean") return valeur ? "VRAI" : "FAUX";
    return estErreur(valeur) ? valeur.erreur : String(valeur).trim();
  }

  mot(ligne: number, colonne: number): string {
    return normaliserMot(this.ecrit(ligne, colonne));
  }

  /** Les colonnes de la feuille, de gauche à droite. */
  colonnes(depuis = this.feuille.colonne): number[] {
    return suite(depuis, this.droite);
  }

  lignes(depuis = this.feuille.ligne): number[] {
    return suite(depuis, this.fin);
  }

  /** Les lignes qui portent quelque chose. */
  lignesRemplies(): number[] {
    const colonnes = this.colonnes();
    return this.lignes().filter((ligne) => colonnes.some((c) => !this.estVide(ligne, c)));
  }
}

/** Retrouve la feuille par ses titres et ses repères ; `null` si elle n'a pas de ligne de titres. */
export function situer(cases: Cases): Structure | null {
  for (const titres of cases.lignes()) {
    if (titreDesVersions(cases, titres)) continue;
    const repere = cases
      .colonnes()
      .find((colonne) => cases.mot(titres, colonne) === normaliserMot(TITRES.repere));
    if (repere !== undefined) return decrire(cases, titres, repere);
  }
  return null;
}

function decrire(cases: Cases, titres: number, repere: number): Structure {
  const epcis = cases.colonnes(repere + 1).flatMap((colonne) => {
    const titre = cases.ecrit(titres, colonne);
    const mot = normaliserMot(titre);
    if (mot === "" || HORS_EPCI.includes(mot) || NOTES.test(mot)) return [];
    return { epci: mot === normaliserMot(TITRES.classeur) ? null : titre, colonne };
  });
  const designations = situerDesignations(cases, titres + 1, repere);
  const versions = situerVersions(cases, titres + 1, repere);
  const autres = new Set(
    [designations, versions].flatMap((table) => (table ? [table.titres, ...table.lignes] : []))
  );
  const questions: Structure["questions"] = [];
  const inconnues: Structure["inconnues"] = [];
  for (const ligne of cases.lignes(titres + 1)) {
    if (autres.has(ligne)) continue;
    const question = questionDe(cases, ligne, repere);
    if (question) questions.push({ question, ligne });
    else if (!cases.estVide(ligne, repere))
      inconnues.push({ repere: cases.ecrit(ligne, repere), ligne });
  }
  return { titres, repere, epcis, questions, inconnues, designations, versions };
}

/** La question d'une ligne : par son repère, sinon par son libellé. */
function questionDe(cases: Cases, ligne: number, repere: number): Question | undefined {
  const code = cases.mot(ligne, repere);
  if (code !== "") return QUESTIONS.find((question) => normaliserMot(question.repere) === code);
  const libelle = cases.mot(ligne, repere + 1);
  return QUESTIONS.find((question) => normaliserMot(question.libelle) === libelle);
}

function situerDesignations(cases: Cases, depuis: number, repere: number): Designations | null {
  for (const titres of cases.lignes(depuis)) {
    const colonneDe = (titre: string): number | undefined =>
      cases.colonnes(repere).find((j) => cases.mot(titres, j) === normaliserMot(titre));
    const feuille = colonneDe(TITRES.feuille);
    const donnee = colonneDe(TITRES.donnee);
    const colonne = colonneDe(TITRES.colonne);
    if (feuille === undefined || donnee === undefined || colonne === undefined) continue;
    const lignes = cases.lignes(titres + 1).filter((ligne, rang, toutes) => {
      if (cases.mot(ligne, repere) === REPERE_DES_COLONNES) return true;
      const jusquIci = toutes.slice(0, rang + 1);
      return jusquIci.every((l) => [feuille, donnee, colonne].some((j) => !cases.estVide(l, j)));
    });
    return { titres, feuille, donnee, colonne, lignes };
  }
  return null;
}

/** La donnée que nomme un mot : en clair, ou par son code. */
export function rubriqueDe(ecrit: string): Rubrique | undefined {
  const mot = normaliserMot(ecrit);
  return (Object.keys(RUBRIQUES) as Rubrique[]).find((rubrique) =>
    [nommerRubrique(rubrique), rubrique].map(normaliserMot).includes(mot)
  );
}

function suite(debut: number, fin: number): number[] {
  return Array.from({ length: Math.max(0, fin - debut + 1) }, (_, i) => debut + i);
}
