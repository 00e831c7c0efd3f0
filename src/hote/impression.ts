/** Mise en page d'une feuille, sous les noms et unités d'Office.js (marges en points). */
export interface Impression {
  orientation: "Portrait" | "Landscape";
  format: string;
  zoom: { scale?: number; horizontalFitToPages?: number; verticalFitToPages?: number };
  marges: {
    Top: number;
    Bottom: number;
    Left: number;
    Right: number;
    Header: number;
    Footer: number;
  };
  centree: { Horizontally: boolean; Vertically: boolean };
  quadrillage: boolean;
  entetes: boolean;
  noirEtBlanc: boolean;
  textes: Record<"Left" | "Center" | "Right", { Header: string; Footer: string }>;
  zone?: string;
  lignesRepetees?: string;
  colonnesRepetees?: string;
  /** Lignes (à partir de 0) avant lesquelles la page est coupée. */
  sauts: number[];
}

function parDefaut(): Impression {
  const vide = () => ({ Header: "", Footer: "" });
  return {
    orientation: "Portrait",
    format: "A4",
    zoom: { scale: 100 },
    marges: { Top: 54, Bottom: 54, Left: 50.4, Right: 50.4, Header: 21.6, Footer: 21.6 },
    centree: { Horizontally: false, Vertically: false },
    quadrillage: false,
    entetes: false,
    noirEtBlanc: false,
    textes: { Left: vide(), Center: vide(), Right: vide() },
    sauts: [],
  };
}

/** Mise en page de chaque feuille, avec les valeurs d'un Excel français neuf. */
export class ReglagesDImpression {
  private readonly parFeuille = new Map<string, Impression>();

  de(feuille: string): Impression {
    const connue = this.parFeuille.get(feuille);
    if (connue) return connue;
    const neuve = parDefaut();
    this.parFeuille.set(feuille, neuve);
    return neuve;
  }

  /** `undefined` si personne n'a touché à la mise en page de cette feuille. */
  reglee(feuille: string): Impression | undefined {
    return this.parFeuille.get(feuille);
  }
}
