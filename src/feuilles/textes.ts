import { typographier } from "../redaction";
import type { Composition } from "./composer";
import { hauteurDuTexte } from "./lignes-de-texte";
import { LARGEUR } from "./page";
import { estFormule, type Contenu, type Style } from "./plan";

/** Corps des paragraphes, en points. Écrit comme leur hauteur, car la police par défaut change d'un poste à l'autre. */
const CORPS = 10;

export const TITRE: Style = { gras: true };
const LONG: Style = { taille: CORPS, renvoiALaLigne: true };
const NOTE: Style = { ...LONG, taille: 9 };
/** De quoi écrire deux lignes, en points ; l'agent agrandit. */
const BLANC_MINIMUM = 34;
const BLANC: Style = {
  taille: CORPS,
  renvoiALaLigne: true,
  italique: true,
  vertical: "haut",
  bordures: { haut: "fin", bas: "fin", gauche: "fin", droite: "fin" },
};

/** Un paragraphe sur toute la largeur, à la hauteur de son texte. */
export function paragraphe(page: Composition, contenu: Contenu, style: Style = {}): void {
  page.paragraphe(contenu, { ...LONG, ...style }, hauteurDe(contenu, style));
}

/** La place d'un paragraphe de la longueur de `modele`, à écrire plus tard. */
export function reserver(page: Composition, modele: Contenu): (contenu: Contenu) => void {
  return page.reserver(LONG, hauteurDe(modele));
}

function hauteurDe(contenu: Contenu, { taille = CORPS }: Style = {}): number {
  const dit = estFormule(contenu) ? contenu.valeurs[0]?.[0] : contenu;
  return hauteurDuTexte(typeof dit === "string" ? dit : "", LARGEUR, taille);
}

/** Une note sous un tableau, qui n'est pas de la trame. */
export function note(page: Composition, texte: string): void {
  paragraphe(page, typographier(texte), NOTE);
}

/** Un blanc de la trame, à remplir. */
export function blanc(page: Composition, texte: string): void {
  const contenu = typographier(texte);
  page.paragraphe(contenu, BLANC, Math.max(BLANC_MINIMUM, hauteurDe(contenu, BLANC)));
}
