import type { CelluleXlsx, FeuilleXlsx } from "../../src/fichier";
import type { Cellule, FeuilleLue } from "../../src/tableau";

const VIDE: Cellule = { valeur: null, texte: "", format: "General" };

/** Une feuille d'un fichier .xlsx, comme le volet l'aurait lue dans Excel. */
export function feuilleDuFichier(feuille: FeuilleXlsx): FeuilleLue {
  const { cellules, lignesMasquees, colonnesMasquees, fusions, nom } = feuille;
  const hauteur = 1 + Math.max(-1, ...cellules.map(({ ligne }) => ligne));
  const largeur = 1 + Math.max(-1, ...cellules.map(({ colonne }) => colonne));
  const grille = Array.from({ length: hauteur }, () => Array<Cellule>(largeur).fill(VIDE));
  for (const cellule of cellules) {
    const ligne = grille[cellule.ligne];
    if (ligne) ligne[cellule.colonne] = lue(cellule);
  }
  return { nom, ligne: 0, colonne: 0, cellules: grille, lignesMasquees, colonnesMasquees, fusions };
}

function lue({ valeur, formule, style }: CelluleXlsx): Cellule {
  const format = style?.format ?? "General";
  const texte =
    valeur === null
      ? ""
      : typeof valeur === "object"
        ? valeur.erreur
        : typeof valeur === "number"
          ? afficher(valeur, format)
          : String(valeur);
  return { valeur, texte, format, ...(formule === undefined ? {} : { formule }) };
}

/** Ce qu'Excel affiche des formats que portent ces classeurs : décimales fixes, pour-cent, général, date. */
function afficher(valeur: number, format: string): string {
  if (/[dy]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]/g, ""))) {
    return new Date(Date.UTC(1899, 11, 30) + valeur * 86_400_000).toLocaleDateString("fr-FR", {
      timeZone: "UTC",
    });
  }
  const decimales = /0(?:\.(0+))?/.exec(format);
  if (!decimales) return String(Number(valeur.toPrecision(10))).replace(".", ",");
  const pourcent = format.includes("%");
  const nombre = (valeur * (pourcent ? 100 : 1)).toFixed(decimales[1]?.length ?? 0);
  return nombre.replace(".", ",") + (pourcent ? " %" : "");
}
