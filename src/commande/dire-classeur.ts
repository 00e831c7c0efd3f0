import type { ClasseurXlsx } from "../fichier";
import {
  enUneLigne,
  phraserFeuilleTronquee,
  phraserFeuillesMasquees,
  phraserFichier,
  phraserSansValeur,
  type Message,
  type MotifDeFichier,
} from "../redaction";
import { adresseDe, plageDe, rectangleDe, type TableauTrouve } from "../tableau";
import type { Gravite } from "../controle";
import { COLONNES_LUES, LIGNES_LUES, deborde } from "./feuille-lue";
import type { ConstatDit } from "./rapport";

/** Formules citées quand aucune n'a de résultat. */
const CITEES = 3;

/** Pourquoi un fichier n'a pas été ouvert. */
export function direFichier(motif: MotifDeFichier): ConstatDit {
  return dire(`fichier-${motif}`, "erreur", { motif }, phraserFichier(motif));
}

/** Ce qui se dit d'un classeur avant d'apprécier ses tableaux : formules sans résultat, feuilles masquées ou trop grandes. */
export function direClasseur(
  classeur: ClasseurXlsx,
  tableaux: readonly TableauTrouve[]
): ConstatDit[] {
  return [
    ...direSansValeur(classeur, tableaux),
    ...direMasquees(classeur),
    ...direTronquees(classeur),
  ];
}

/** Erreur si rien n'est reconnu, avertissement si une donnée des communes manque ainsi ; ailleurs, information. */
function direSansValeur(
  { feuilles }: ClasseurXlsx,
  tableaux: readonly TableauTrouve[]
): ConstatDit[] {
  const cellules: { feuille: string; adresse: string }[] = [];
  let lues = false;
  for (const { nom, cellules: toutes } of feuilles)
    for (const { ligne, colonne, valeur, formule } of toutes) {
      if (formule === undefined || valeur !== null) continue;
      cellules.push({ feuille: nom, adresse: adresseDe(ligne, colonne) });
      lues ||= tableaux.some(
        (tableau) => tableau.feuille === nom && estUneDonnee(tableau, ligne, colonne)
      );
    }
  if (cellules.length === 0) return [];
  const gravite = tableaux.length === 0 ? "erreur" : lues ? "avertissement" : "information";
  const citees = cellules.slice(0, CITEES);
  const valeurs = { formules: cellules.length, cellules: citees };
  return [dire("sans-valeur", gravite, valeurs, phraserSansValeur(citees, cellules.length))];
}

function estUneDonnee(
  { plageDonnees, colonnes }: TableauTrouve,
  ligne: number,
  colonne: number
): boolean {
  const bornes = plageDonnees === null ? null : rectangleDe(plageDonnees);
  if (!bornes || ligne < bornes.haut || ligne > bornes.bas) return false;
  return Object.values(colonnes).some((lue) => lue.colonne === colonne);
}

function direMasquees({ feuilles }: ClasseurXlsx): ConstatDit[] {
  const noms = feuilles.filter(({ masquee }) => masquee).map(({ nom }) => nom);
  if (noms.length === 0) return [];
  return [
    dire("feuilles-masquees", "information", { feuilles: noms }, phraserFeuillesMasquees(noms)),
  ];
}

function direTronquees({ feuilles }: ClasseurXlsx): ConstatDit[] {
  const lue = plageDe(0, 0, LIGNES_LUES, COLONNES_LUES);
  return feuilles
    .filter(deborde)
    .map(({ nom: feuille }) =>
      dire(
        "feuille-tronquee",
        "information",
        { feuille, lue },
        phraserFeuilleTronquee(feuille, lue)
      )
    );
}

function dire(
  code: string,
  gravite: Gravite,
  valeurs: Record<string, unknown>,
  message: Message
): ConstatDit {
  const ecrit = enUneLigne(message);
  return { code, gravite, commune: null, cellule: null, valeurs, message: ecrit, article: null };
}
