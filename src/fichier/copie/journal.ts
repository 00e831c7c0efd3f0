import { PlagesFigees } from "./plages-figees";
import type { Changement, Lieu, Raison, RapportDeCopie, Reste } from "./rapport";

/** Ce que devient chaque formule concernée, noté au fil de la copie. */
export class Journal implements Pick<RapportDeCopie, "changements" | "restes"> {
  readonly changements: Changement[] = [];
  readonly restes: Reste[] = [];
  readonly plagesFigees = new PlagesFigees();
  /** Des cellules changent-elles de formule ? La chaîne de calcul du classeur ne vaut alors plus rien. */
  cellulesChangees = false;
  /** Des formules natives sont-elles à calculer ? */
  formulesEcrites = false;
  /**
   * Une formule convertie n'avait pas de vrai résultat : ceux des formules qui en dépendent sont faux. Une erreur absorbée par SIERREUR ne
   * se voit plus : il faut les oublier tous.
   */
  resultatsFaux = false;

  convertir(lieu: Lieu, fonctions: readonly string[]): void {
    this.changements.push({ lieu, devient: "formule", fonctions, raisons: [] });
    this.formulesEcrites = true;
    if (lieu.genre === "cellule") this.cellulesChangees = true;
  }

  figer(lieu: Lieu, fonctions: readonly string[], raisons: readonly Raison[]): void {
    this.changements.push({ lieu, devient: "valeur", fonctions, raisons });
    this.cellulesChangees = true;
  }

  laisser(lieu: Lieu, fonctions: readonly string[], raisons: readonly Raison[]): void {
    this.restes.push({ lieu, fonctions, raisons });
  }
}
