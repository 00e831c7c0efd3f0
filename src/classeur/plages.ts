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
}
