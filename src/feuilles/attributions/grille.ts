import { plageDe } from "../../tableau";
import { RESIDENCES_MAXIMUM, sommer } from "../../regles";
import { typographier } from "../../redaction";
import type { Feuillets } from "../feuillets";
import { CASE, FIXE, TITRES_DE_GRILLE } from "../grille";
import { hauteurDuTexte } from "../lignes-de-texte";
import { FORMAT_ENTIER } from "../page";
import type { Contenu, Style, Validation } from "../plan";

/** Toute la feuille tient dans ces dix colonnes : un nom, huit nombres, des observations ; en points. */
export const LARGEURS = [150, 60, 60, 60, 60, 60, 60, 60, 60, 90];

/** En points, comme le corps des titres de partie. */
const HAUTEUR_D_UNE_LIGNE = 20;
const CORPS_DES_TITRES = 11;

/** Une colonne d'un tableau à remplir. */
export interface Colonne {
  titre: string;
  /** Nombre de colonnes de la feuille qu'elle prend, fusionnées ; 1 si rien n'est dit. */
  etendue?: number;
  /** À remplir : encadrée de blanc. Les autres sont grisées. */
  saisie?: boolean;
  style?: Style;
}

/** Un effectif : à droite, jamais coupé. */
export const NOMBRE: Style = {
  format: `${FORMAT_ENTIER};-${FORMAT_ENTIER};${FORMAT_ENTIER};@_m`,
  horizontal: "droite",
};
/** Au centième : 24,96 % ne s'affiche pas comme l'objectif. Un mot s'aligne comme un nombre. */
export const PART: Style = {
  format: "0.00 %_m;-0.00 %_m;0.00 %_m;@_m",
  horizontal: "droite",
};

/** Où les lignes d'un tableau ont été écrites. */
export interface LignesEcrites {
  /** Numéro de la première, à partir de 1. */
  premiere: number;
  nombre: number;
}

/**
 * Un tableau à remplir. `noms` : le début de chaque ligne ; `null`, il est à écrire. `contenus` : les autres cellules d'une ligne, selon son
 * numéro, dans les colonnes de la feuille à partir de la deuxième. `suite` : hauteur, en points, de ce qui doit suivre la dernière sur sa page.
 */
export function poserLignes(
  feuillets: Feuillets,
  colonnes: readonly Colonne[],
  noms: readonly (string | null)[],
  contenus: (ligne: number) => Contenu[],
  suite = 0
): LignesEcrites {
  const { page } = feuillets;
  const hauteurs = hauteursDe(noms);
  const premiere = page.ligne;
  // Les traits une fois pour tout le tableau : chacun pèse autant qu'une plage sur le fil.
  page.styler(0, LARGEURS.length, noms.length, { ...CASE, vertical: "milieu" });
  for (const { debut, etendue, style } of formesDe(colonnes))
    page.styler(debut, etendue, noms.length, style);
  for (const { debut, etendue } of placer(colonnes))
    if (etendue > 1) page.fusionnerColonnes(debut, etendue, noms.length);
  page.blocs.push({
    ancre: page.cellule(0),
    contenus: noms.map((nom, rang) => [nom, ...contenus(premiere + rang)]),
  });
  page.dimensionner(noms.length, HAUTEUR_D_UNE_LIGNE);
  hauteurs.forEach((hauteur, rang) => {
    feuillets.garder(hauteur + (rang === noms.length - 1 ? suite : 0));
    feuillets.prendre(hauteur);
    if (hauteur !== HAUTEUR_D_UNE_LIGNE) page.dimensionner(1, hauteur);
    page.sauter();
  });
  return { premiere, nombre: noms.length };
}

/** Les titres d'un tableau. */
export function poserTitres(feuillets: Feuillets, colonnes: readonly Colonne[]): void {
  const { page } = feuillets;
  const ligne: Contenu[] = LARGEURS.map(() => null);
  const hauteur = hauteurDesTitres(colonnes);
  feuillets.prendre(hauteur);
  for (const { debut, etendue, titre } of placer(colonnes)) {
    ligne[debut] = typographier(titre);
    if (etendue > 1) page.fusionnerColonnes(debut, etendue, 1);
  }
  page.rangee(ligne, { ...TITRES_DE_GRILLE, taille: 8 }, hauteur);
}

/** Le titre d'une partie et ce qui l'explique, sur la même page que les lignes de ces noms. */
export function ouvrirPartie(
  feuillets: Feuillets,
  titre: string,
  explication: string,
  colonnes: readonly Colonne[],
  noms: readonly (string | null)[]
): void {
  const texte = typographier(explication);
  feuillets.garder(
    2 * CORPS_DES_TITRES +
      hauteurDuTexte(texte, sommer(LARGEURS), 9) +
      hauteurDesTitres(colonnes) +
      sommer(hauteursDe(noms))
  );
  feuillets.titre(titre, CORPS_DES_TITRES);
  feuillets.texte(texte);
}

function hauteursDe(noms: readonly (string | null)[]): number[] {
  const [largeur = 0] = LARGEURS;
  return noms.map((nom) => Math.max(HAUTEUR_D_UNE_LIGNE, hauteurDuTexte(nom ?? "", largeur, 9)));
}

function hauteurDesTitres(colonnes: readonly Colonne[]): number {
  const hauteurs = placer(colonnes).map(({ titre, debut, etendue }) => {
    // Le gras est plus large.
    const largeur = sommer(LARGEURS.slice(debut, debut + etendue)) * 0.92;
    return hauteurDuTexte(titre, largeur, 8);
  });
  return Math.max(...hauteurs) + 4;
}

/** Des nombres entiers de logements ou d'attributions. */
export function entiers(plage: string, titre: string, texte: string): Validation {
  return {
    plage,
    regle: { entier: { min: 0, max: RESIDENCES_MAXIMUM } },
    invite: { titre, texte: typographier(texte) },
    alerte: {
      titre: "Nombre inattendu",
      texte: typographier(
        "Cette case attend un nombre entier, positif ou nul. Autrement, la ligne ne sera pas calculée."
      ),
    },
  };
}

/** Une colonne d'un tableau écrit, entière ; comptée à partir de 0. */
export function colonneDe({ premiere, nombre }: LignesEcrites, colonne: number): string {
  return plageDe(premiere - 1, colonne, nombre, 1);
}

interface Placee extends Colonne {
  debut: number;
  etendue: number;
}

function placer(colonnes: readonly Colonne[]): Placee[] {
  let suivante = 0;
  return colonnes.map((colonne) => {
    const { etendue = 1 } = colonne;
    const debut = suivante;
    suivante += etendue;
    return { ...colonne, debut, etendue };
  });
}

/** Ce qui distingue les colonnes d'une case ordinaire ; des voisines de même forme se disent ensemble. */
function formesDe(
  colonnes: readonly Colonne[]
): { debut: number; etendue: number; style: Style }[] {
  const formes: { debut: number; etendue: number; style: Style }[] = [];
  for (const { debut, etendue, saisie, style: propre } of placer(colonnes)) {
    const style = saisie ? { ...propre } : { fond: FIXE.fond, ...propre };
    const derniere = formes.at(-1);
    if (derniere && JSON.stringify(derniere.style) === JSON.stringify(style))
      derniere.etendue += etendue;
    else formes.push({ debut, etendue, style });
  }
  return formes.filter(({ style }) => Object.keys(style).length > 0);
}
