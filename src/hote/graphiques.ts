/** Un graphique tel que le complément l'a demandé, sous les noms d'Office.js. Univer n'en dessine pas : il est retenu. */
export interface GraphiqueRetenu {
  genre: string;
  nom: string;
  titre: string;
  /** Place sur la feuille, « A1:C9 ». */
  plage: string;
  legende: string;
  series: SerieRetenue[];
  axes: { horizontal: AxeRetenu; vertical: AxeRetenu };
}

export interface SerieRetenue {
  nom: string;
  valeurs: string;
  abscisses: string;
  /** Ce qui change son allure, par nom d'Office.js. */
  allure: Record<string, unknown>;
}

export interface AxeRetenu {
  titre: string;
  format: string;
  minimum?: number;
  maximum?: number;
  pas?: number;
}

/** Les graphiques de chaque feuille, par numéro interne de feuille. */
export class GraphiquesRetenus {
  private readonly parFeuille = new Map<string, GraphiqueRetenu[]>();

  de(feuille: string): readonly GraphiqueRetenu[] {
    return this.parFeuille.get(feuille) ?? [];
  }

  ajouter(feuille: string, graphique: GraphiqueRetenu): void {
    this.parFeuille.set(feuille, [...this.de(feuille), graphique]);
  }

  retirer(feuille: string, graphique: GraphiqueRetenu): void {
    const restants = this.de(feuille).filter((autre) => autre !== graphique);
    this.parFeuille.set(feuille, restants);
  }

  /** La feuille n'est plus. */
  oublier(feuille: string): void {
    this.parFeuille.delete(feuille);
  }
}
