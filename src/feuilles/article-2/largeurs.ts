import { hauteurDuTexte } from "../lignes-de-texte";
import { LARGEUR } from "../page";
import type { Matiere } from "../matiere";

/** Corps des tableaux, par défaut, en points. */
const CORPS = 11;

/** Au-delà, le tableau prend plus d'une page : ses titres se répètent, et les colonnes ajoutées à la trame y entrent. */
const LIGNES_PAR_PAGE = 12;

const LARGEUR_DES_NOMS = 190;
const COLONNES_DE_LA_TRAME = 6;
const COLONNES_AVEC_LES_AJOUTEES = {
  mutualisant: 8,
  abaissant: 10,
  "sans aménagement": 7,
  arrondissements: 5,
} as const;

/** Tout tient sur une page, et sous le tableau de la trame il y a la place d'un second. */
export function tientSurUnePage({ communes }: Matiere): boolean {
  const longs = communes.filter(({ nom }) => hauteurSiLong(nom, LARGEUR_DES_NOMS) !== null);
  return communes.length + longs.length <= LIGNES_PAR_PAGE;
}

/** La hauteur à donner à la ligne d'un nom trop long pour sa colonne ; sinon `null`. En points. */
export function hauteurSiLong(nom: string, largeur: number): number | null {
  const hauteur = hauteurDuTexte(nom, largeur, CORPS);
  return hauteur > hauteurDuTexte("", largeur, CORPS) ? hauteur : null;
}

/** Les noms ont plus de place que les nombres, qui se la partagent également ; en points. */
export function largeursDe(matiere: Matiere): number[] {
  const noms = largeurDesNoms(matiere);
  const nombres = colonnesDe(matiere) - 1;
  return [noms, ...Array<number>(nombres).fill(Math.floor((LARGEUR - noms) / nombres))];
}

export function largeurDesNoms(matiere: Matiere): number {
  return colonnesDe(matiere) > COLONNES_AVEC_LES_AJOUTEES.mutualisant ? 144 : LARGEUR_DES_NOMS;
}

function colonnesDe(matiere: Matiere): number {
  const { type } = matiere.controle;
  const deLaTrame = type === "mutualisant" || type === "abaissant";
  if (deLaTrame && tientSurUnePage(matiere)) return COLONNES_DE_LA_TRAME;
  const deLAvenant = matiere.etat?.precedente && !tientSurUnePage(matiere) ? 2 : 0;
  return COLONNES_AVEC_LES_AJOUTEES[type] + deLAvenant;
}
