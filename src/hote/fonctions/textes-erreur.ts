interface Place {
  feuille: string;
  ligne: number;
  colonne: number;
}

/** Le texte des erreurs rendues par nos fonctions, par cellule : Univer ne garde que le code. */
export class TextesDErreur {
  private readonly parCellule = new Map<string, string>();
  /** Cellules qu'une formule a mises en erreur, par cellule de la formule. */
  private readonly parFormule = new Map<string, string[]>();

  texte(place: Place): string | undefined {
    return this.parCellule.get(cle(place));
  }

  /** La formule de cette cellule va être recalculée : ses textes précédents ne valent plus. */
  oublier(formule: Place): void {
    for (const cellule of this.parFormule.get(cle(formule)) ?? []) this.parCellule.delete(cellule);
    this.parFormule.delete(cle(formule));
  }

  /** `ligne` et `colonne` : place dans le résultat étalé. */
  noter(formule: Place, texte: string, ligne = 0, colonne = 0): void {
    if (!texte) return;
    const cellule = cle({
      ...formule,
      ligne: formule.ligne + ligne,
      colonne: formule.colonne + colonne,
    });
    this.parCellule.set(cellule, texte);
    const deja = this.parFormule.get(cle(formule)) ?? [];
    this.parFormule.set(cle(formule), [...deja, cellule]);
  }
}

function cle({ feuille, ligne, colonne }: Place): string {
  return `${feuille}!${ligne}:${colonne}`;
}
