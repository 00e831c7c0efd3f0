/**
 * Combien de cellules rend un morceau de formule, pour autant que son texte le dise : « 1x1 », « 40x1 », le nom d'une plage ou d'une
 * colonne de tableau (deux colonnes d'un même tableau ont la même taille), ou `TAILLE_INCONNUE`. Dans le doute, inconnue.
 */
import { parseStructRef } from "@borgar/fx/xlsx";
import type { Jeton } from "./jetons";
import type { Element, Groupe, Partie } from "./lire-formule";
import { UNE_CELLULE, tailleDePlage } from "./plages";

export const TAILLE_INCONNUE = "?";

/** Elles calculent cellule par cellule : des arguments d'une cellule donnent une cellule. */
const CELLULE_PAR_CELLULE: ReadonlySet<string> = new Set(
  `ABS CEILING CHOOSE CONCATENATE DATE DAY FALSE FIND FLOOR IF IFERROR IFNA INT ISBLANK ISERR ISERROR ISLOGICAL ISNA ISNUMBER ISTEXT
  LEFT LEN LOWER MID MOD MONTH NOT NOW PI POWER RIGHT ROUND ROUNDDOWN ROUNDUP SEARCH SQRT SUBSTITUTE TEXT TODAY TRIM TRUE
  UPPER VALUE YEAR`.split(/\s+/)
);

/** Elles rendent une cellule : par fonction, le rang des arguments où une plage ne compte que comme plage. */
const RESUMES: ReadonlyMap<string, (rang: number) => boolean> = new Map([
  ...`AND AVERAGE COLUMNS COUNT COUNTA MAX MEDIAN MIN OR PRODUCT ROWS SUM SUMPRODUCT`
    .split(" ")
    .map((nom) => [nom, () => true] as const),
  ...`HLOOKUP MATCH VLOOKUP`.split(" ").map((nom) => [nom, (rang: number) => rang === 1] as const),
  ...`AVERAGEIF COUNTIF SUMIF`
    .split(" ")
    .map((nom) => [nom, (rang: number) => rang !== 1] as const),
  ...`AVERAGEIFS SUMIFS`
    .split(" ")
    .map((nom) => [nom, (rang: number) => rang === 0 || rang % 2 === 1] as const),
  ["COUNTIFS", (rang: number) => rang % 2 === 0],
]);

const RESUMES_CMS: typeof RESUMES = new Map([["EQUILIBRE", () => true]]);

const OPERATEURS: ReadonlySet<string> = new Set("+ - * / ^ & = < > <= >= <> %".split(" "));

const ENTRE_OPERANDES: ReadonlySet<string> = new Set(
  [...OPERATEURS].filter((signe) => signe !== "%")
);

export function tailleDe({ elements }: Partie): string {
  let attendOperande = true;
  const tailles = new Set<string>();
  for (const element of elements) {
    if (element.genre === "jeton" && element.type === "operator") {
      if (!OPERATEURS.has(element.texte)) return TAILLE_INCONNUE;
      if (ENTRE_OPERANDES.has(element.texte)) attendOperande = true;
      continue;
    }
    // Deux références que seul un espace sépare : leur intersection.
    if (!attendOperande) return TAILLE_INCONNUE;
    attendOperande = false;
    tailles.add(tailleDElement(element));
  }
  return ensemble(tailles);
}

/** Une seule référence, ou une seule valeur : elle se passe telle quelle, sans calcul. */
export function estSimple({ elements }: Partie): boolean {
  return elements.length <= 1 && elements.every(({ genre }) => genre === "jeton");
}

function ensemble(tailles: Set<string>): string {
  tailles.delete(UNE_CELLULE);
  const [seule = UNE_CELLULE, ...autres] = tailles;
  return autres.length > 0 ? TAILLE_INCONNUE : seule;
}

function tailleDElement(element: Element): string {
  switch (element.genre) {
    case "jeton":
      return tailleDeJeton(element);
    case "appel":
      return tailleDAppel(element);
    case "matrice":
      return `${element.lignes}x${element.parties.length / element.lignes}`;
    case "parentheses":
      return element.parties[0] ? tailleDe(element.parties[0]) : TAILLE_INCONNUE;
  }
}

function tailleDeJeton({ type, texte }: Jeton): string {
  switch (type) {
    case "number":
    case "string":
    case "bool":
    case "error":
      return UNE_CELLULE;
    case "range":
    case "range_beam":
      return tailleDePlage(texte) ?? TAILLE_INCONNUE;
    case "range_named":
      return texte.toUpperCase();
    case "structured":
      return tailleDeColonne(texte);
    default:
      return TAILLE_INCONNUE;
  }
}

const UNE_LIGNE: ReadonlySet<string> = new Set([
  "#THIS ROW",
  "THIS ROW",
  "@",
  "#TOTALS",
  "TOTALS",
  "#HEADERS",
  "HEADERS",
]);

function tailleDeColonne(texte: string): string {
  const { table = "", columns = [], sections = [] } = parseStructRef(texte) ?? {};
  if (columns.length !== 1) return texte.toUpperCase();
  const [section, ...autres] = sections.map((nom) => nom.toUpperCase());
  if (section !== undefined && autres.length === 0 && UNE_LIGNE.has(section)) return UNE_CELLULE;
  return `${table}[${sections.join(",")}]`.toUpperCase();
}

export function tailleDAppel({ nom, cms, parties }: Groupe): string {
  const resume = cms === undefined ? RESUMES.get(nom) : RESUMES_CMS.get(cms);
  if (resume) {
    const sures = parties.every(
      (partie, rang) => (resume(rang) && estSimple(partie)) || tailleDe(partie) === UNE_CELLULE
    );
    return sures ? UNE_CELLULE : TAILLE_INCONNUE;
  }
  if (cms === undefined && !CELLULE_PAR_CELLULE.has(nom)) return TAILLE_INCONNUE;
  return ensemble(new Set(parties.map(tailleDe)));
}
