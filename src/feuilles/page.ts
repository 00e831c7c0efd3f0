import type { MiseEnPage, Style } from "./plan";

/** Largeur utile d'une feuille A4 en paysage, en points. */
export const LARGEUR = 720;

/** Gris des titres de tableau : lisible en noir et blanc, à l'écran comme à l'impression. */
const GRIS = "#EDEDED";

/** Formats, en écriture internationale ; `_m` laisse la largeur d'un « m » entre le contenu et la bordure. */
export const FORMAT_TEXTE = "_m@";
export const FORMAT_ENTIER = "#,##0_m";
export const FORMAT_TAUX = "0 %_m";
export const FORMAT_TAUX_PRECIS = "0.0 %_m";

/** Sous tout le tableau ; les titres et le total y ajoutent ce qui les distingue. */
export const TABLEAU: Style = {
  bordures: { gauche: "fin", droite: "fin", horizontales: "fin", verticales: "fin" },
};

export const TITRES_DE_COLONNES: Style = {
  gras: true,
  fond: GRIS,
  horizontal: "centre",
  vertical: "milieu",
  renvoiALaLigne: true,
  bordures: { haut: "moyen", bas: "moyen" },
};

export const LIGNE_DE_TOTAL: Style = {
  gras: true,
  bordures: { haut: "double", bas: "moyen" },
};

/** A4 paysage, une page de large, pied avec la page x/y. */
export function paysage(gauche: string, centre: string): MiseEnPage {
  return {
    orientation: "paysage",
    marges: { haut: 43, bas: 57, gauche: 43, droite: 43 },
    pagesEnLargeur: 1,
    piedDePage: { gauche: pourPied(gauche), centre: pourPied(centre), droite: "Page &P/&N" },
    sauts: [],
  };
}

/** Dans un pied de page, « & » annonce un code, et Excel n'accepte que 255 signes en tout. */
function pourPied(texte: string): string {
  return texte.slice(0, 100).replaceAll("&", "&&");
}
