import type { ValeurDeCellule } from "../tableau";

/** Un texte entre guillemets, un signe échappé, un blanc ou une condition ; ou la suite de chiffres qui tient la place du nombre. */
const MORCEAUX = /"([^"]*)"|\\(.)|[_*].|\[[^\]]*\]|([#0?][#0?,]*(?:\.([#0?]*))?)/g;
/** « # ##0 », comme on l'écrit en français : une espace entre deux chiffres sépare les milliers. */
const ESPACE_DES_MILLIERS = /([#0?])(?:\\ |"[ \u00a0\u202f]"|[ \u00a0\u202f])(?=[#0?])/g;

/**
 * Le texte qu'un tableur français afficherait d'une cellule, pour la citer : décimales, milliers, pour-cent et dates ; les formats scientifiques et de
 * fraction s'écrivent comme « Standard ».
 * @param format Code de format de nombre, en écriture internationale.
 */
export function texteAffiche(valeur: ValeurDeCellule, format: string): string {
  if (valeur === null) return "";
  if (typeof valeur === "string") return valeur;
  if (typeof valeur === "boolean") return valeur ? "VRAI" : "FAUX";
  if (typeof valeur !== "number") return valeur.erreur;
  const sections = couperEnSections(format);
  const negative = valeur < 0 && sections[1] ? sections[1] : undefined;
  return afficher(negative ? -valeur : valeur, negative ?? sections[0] ?? "");
}

/** Les points-virgules entre guillemets ne séparent rien. */
function couperEnSections(format: string): string[] {
  return format.match(/(?:"[^"]*"|\\.|[^;"])+/g) ?? [];
}

function afficher(nombre: number, section: string): string {
  const nu = section.replace(
    MORCEAUX,
    (...[, , , chiffres = ""]: (string | undefined)[]) => chiffres
  );
  const estUneDate = /[dmyhs]/i.test(nu) && !/general|standard/i.test(nu);
  if (estUneDate) return enDate(nombre);
  if (!/[#0?]/.test(nu) || /[/E]/.test(nu)) return enStandard(nombre);
  const valeur = nu.includes("%") ? Number(`${nombre}e2`) : nombre;
  return section
    .replace(ESPACE_DES_MILLIERS, "$1,")
    .replace(
      MORCEAUX,
      (_, texte?: string, signe?: string, chiffres?: string, decimales?: string) =>
        chiffres === undefined
          ? (texte ?? signe ?? "")
          : enChiffres(valeur, chiffres, decimales ?? "")
    );
}

function enChiffres(nombre: number, chiffres: string, decimales: string): string {
  return new Intl.NumberFormat("fr-FR", {
    useGrouping: chiffres.includes(","),
    minimumFractionDigits: decimales.replace(/[^0]/g, "").length,
    maximumFractionDigits: decimales.length,
  }).format(nombre);
}

/** Onze chiffres au plus, comme une cellule sans format. */
function enStandard(nombre: number): string {
  return String(Number(nombre.toPrecision(11))).replace(".", ",");
}

/** 45658 → « 01/01/2025 » : le jour 25 569 du tableur est le 1er janvier 1970. */
function enDate(nombre: number): string {
  const instant = new Date((nombre - 25_569) * 86_400_000);
  if (Number.isNaN(instant.getTime())) return enStandard(nombre);
  return instant.toISOString().slice(0, 10).split("-").reverse().join("/");
}
