/** Au-delà de tant de lignes vides, une plage de plus pèse moins sur le fil que les lignes qu'elle évite. */
export const LIGNES_VIDES = 8;

/** « A4:F9 ». */
export interface Rectangle {
  gauche: string;
  haut: number;
  droite: string;
  bas: number;
}

/**
 * Les plages d'une feuille, par adresse. Chaque objet d'Office.js pèse environ 200 octets sur le fil : une même adresse
 * donne le même objet, et aucun n'est suivi au-delà du prochain `sync`.
 */
export class Plages {
  private readonly parAdresse = new Map<string, Excel.Range>();

  constructor(private readonly feuille: Excel.Worksheet) {}

  de(adresse: string): Excel.Range {
    const connue = this.parAdresse.get(adresse);
    if (connue) return connue;
    const plage = this.feuille.getRange(adresse);
    plage.untrack();
    this.parAdresse.set(adresse, plage);
    return plage;
  }

  /** Une forme par ligne. Une plage connue à peine plus haute convient aussi : les lignes en plus restent telles quelles. */
  formerLignes(adresse: string, formes: Excel.SettableRowProperties[]): void {
    const connue = this.quiProlonge(adresse);
    const vides = Array.from({ length: connue?.enPlus ?? 0 }, () => ({}));
    this.de(connue?.adresse ?? adresse).setRowProperties([...formes, ...vides]);
  }

  /** Une plage connue qui part du même coin, dans les mêmes colonnes, à peine plus haute. */
  private quiProlonge(adresse: string): { adresse: string; enPlus: number } | undefined {
    const demandee = lireRectangle(adresse);
    if (!demandee) return undefined;
    return [...this.parAdresse.keys()]
      .map((connue) => ({ adresse: connue, enPlus: lignesEnPlus(demandee, connue) }))
      .find(({ enPlus }) => enPlus >= 0 && enPlus <= LIGNES_VIDES);
  }
}

/** Lignes que la plage connue a en plus ; `NaN` si elle ne part pas du même coin dans les mêmes colonnes. */
function lignesEnPlus({ gauche, haut, droite, bas }: Rectangle, connue: string): number {
  const autre = lireRectangle(connue);
  const memeDepart = autre?.gauche === gauche && autre.droite === droite && autre.haut === haut;
  return memeDepart ? autre.bas - bas : NaN;
}

/** `null` si l'adresse est celle d'une seule cellule. */
export function lireRectangle(adresse: string): Rectangle | null {
  const lue = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(adresse);
  if (!lue) return null;
  const [, gauche = "", haut, droite = "", bas] = lue;
  return { gauche, haut: Number(haut), droite, bas: Number(bas) };
}
