import { lettresDeColonne } from "../tableau";
import { NOMS_STOCKES } from "./fonctions-recentes";
import { DERNIERE_COLONNE, DERNIERE_LIGNE, numeroDeColonne } from "./reperes";

/**
 * Excel stocke une fonction de complément sous « _xldudf_CMS_TAUX_LS(», LibreOffice la récrit en minuscules, et une
 * liaison perdue ajoute « [2]! » devant. Aucun nom de fonction CMS ne porte de tiret bas : chacun y est donc un point.
 */
const CMS_STOCKE = /(?:\[\d+\]!)?_xldudf_(cms_[a-z0-9_]+)(?=\s*\()/gi;
const CMS_COURANT = /(?<![\w.])(CMS\.[A-Z0-9.]+)(?=\s*\()/gi;

const APPEL_PREFIXE = /_xlfn\.(?:_xlws\.)?([A-Z0-9.]+)(?=\s*\()/gi;
const APPEL = /(?<![\w.])([A-Z][A-Z0-9.]*)(?=\s*\()/gi;

/** Formule d'un fichier (sans « = ») → écriture internationale, « = » compris. */
export function depuisFichier(stockee: string): string {
  const courante = horsDe(TEXTES, stockee, (morceau) =>
    morceau
      .replace(CMS_STOCKE, (_, nom: string) => nom.toUpperCase().replaceAll("_", "."))
      .replace(APPEL_PREFIXE, (appel, nom: string) =>
        NOMS_STOCKES.has(nom.toUpperCase()) ? nom : appel
      )
  );
  return `=${courante}`;
}

/** Écriture internationale → formule d'un fichier, sans « = ». */
export function versFichier(formule: string): string {
  return horsDe(TEXTES, formule.replace(/^=/, ""), (morceau) =>
    morceau
      .replace(CMS_COURANT, (nom) => `_xldudf_${nom.toUpperCase().replaceAll(".", "_")}`)
      .replace(APPEL, (nom) => NOMS_STOCKES.get(nom.toUpperCase()) ?? nom)
  );
}

/** La formule appelle-t-elle une fonction du complément ? */
export function appelleCms(formule: string): boolean {
  let trouve = false;
  horsDe(TEXTES, formule, (morceau) => {
    trouve ||= morceau.search(CMS_COURANT) >= 0;
    return morceau;
  });
  return trouve;
}

/**
 * Formule partagée : celle de la première cellule, dont les références relatives suivent le déplacement.
 * @param stockee Formule telle que le fichier la porte, sans « = ».
 */
export function decaler(stockee: string, lignes: number, colonnes: number): string {
  const ligne = (repere: string) => decalerLigne(repere, lignes);
  const colonne = (repere: string) => decalerColonne(repere, colonnes);
  return horsDe(TEXTES_ET_CROCHETS, stockee, (morceau) =>
    morceau
      .replace(CELLULE, (_, c: string, l: string) => assembler("", colonne(c), ligne(l)))
      .replace(COLONNES, (_, a: string, b: string) => assembler(":", colonne(a), colonne(b)))
      .replace(LIGNES, (_, a: string, b: string) => assembler(":", ligne(a), ligne(b)))
  );
}

/** Textes entre guillemets et noms de feuilles entre apostrophes : rien n'y est une formule. */
const TEXTES = /("(?:[^"]|"")*"|'(?:[^']|'')*')/;
/** Avec, en plus, les crochets des tableaux structurés et des liens : « Ventes[A1] » n'est pas la cellule A1. */
const TEXTES_ET_CROCHETS = /("(?:[^"]|"")*"|'(?:[^']|'')*'|\[(?:[^[\]]|\[[^[\]]*\])*\])/;

const CELLULE = /(?<![\p{L}\p{N}_.$])(\$?[A-Z]{1,3})(\$?\d{1,7})(?![\p{L}\p{N}_.(!])/gu;
const COLONNES = /(?<![\p{L}\p{N}_.$])(\$?[A-Z]{1,3}):(\$?[A-Z]{1,3})(?![\p{L}\p{N}_.(!$])/gu;
const LIGNES = /(?<![\p{L}\p{N}_.$])(\$?\d{1,7}):(\$?\d{1,7})(?![\p{L}\p{N}_.(!])/gu;

function horsDe(motif: RegExp, formule: string, transformer: (morceau: string) => string): string {
  // `split` sur un groupe capturant rend en rang impair ce que le motif a reconnu.
  return formule
    .split(motif)
    .map((morceau, rang) => (rang % 2 === 1 ? morceau : transformer(morceau)))
    .join("");
}

function decalerLigne(repere: string, lignes: number): string | undefined {
  if (repere.startsWith("$")) return repere;
  const ligne = Number(repere) + lignes;
  return ligne >= 1 && ligne <= DERNIERE_LIGNE + 1 ? String(ligne) : undefined;
}

function decalerColonne(repere: string, colonnes: number): string | undefined {
  if (repere.startsWith("$")) return repere;
  const colonne = numeroDeColonne(repere) + colonnes;
  return colonne >= 0 && colonne <= DERNIERE_COLONNE ? lettresDeColonne(colonne) : undefined;
}

/** Une référence qui sort de la feuille n'en désigne plus aucune. */
function assembler(lien: string, debut: string | undefined, fin: string | undefined): string {
  return debut === undefined || fin === undefined ? "#REF!" : debut + lien + fin;
}
