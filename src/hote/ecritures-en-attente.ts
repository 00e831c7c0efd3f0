/**
 * Écritures gardées jusqu'à la fin du lot. Une bordure arrive en trois affectations (trait,
 * épaisseur, couleur) et par côté : les appliquer une à une double le temps d'une écriture mise en forme.
 */
export class EcrituresEnAttente {
  private readonly parCle = new Map<object, () => void>();

  remplacer(cle: object, ecrire: () => void): void {
    this.parCle.set(cle, ecrire);
  }

  faire(): void {
    const aFaire = [...this.parCle.values()];
    this.parCle.clear();
    aFaire.forEach((ecrire) => ecrire());
  }
}
