import { plageDe } from "../tableau";
import type { Bloc, Contenu, PlanDeFeuille, Style } from "./plan";

/**
 * Une feuille qui se compose de haut en bas : chaque ajout prend la place suivante. Les numéros de ligne sont ceux d'Excel, à partir
 * de 1.
 */
export class Composition {
  readonly blocs: Bloc[] = [];
  readonly styles: PlanDeFeuille["styles"] = [];
  readonly fusions: string[] = [];
  readonly hauteurs: PlanDeFeuille["hauteurs"] = [];
  private suivante = 1;

  /** `colonnes` : largeur de la feuille, sur laquelle les paragraphes s'étendent. */
  constructor(private readonly colonnes: number) {}

  /** La ligne que prendra le prochain ajout. */
  get ligne(): number {
    return this.suivante;
  }

  sauter(lignes = 1): void {
    this.suivante += lignes;
  }

  /** Un paragraphe sur toute la largeur ; `hauteur` en points s'il prend plus d'une ligne. */
  paragraphe(contenu: Contenu, style: Style = {}, hauteur?: number): void {
    const plage = this.plage(0, this.colonnes);
    this.blocs.push({ ancre: this.cellule(0), contenus: [[contenu]] });
    if (hauteur !== undefined) {
      this.fusions.push(plage);
      this.hauteurs.push({ ligne: this.suivante, points: hauteur });
      this.styles.push({ plage, style: { vertical: "haut", renvoiALaLigne: true, ...style } });
    } else if (Object.keys(style).length > 0) {
      this.styles.push({ plage, style });
    }
    this.sauter();
  }

  /** Une ligne de cellules à partir de la colonne A. */
  rangee(contenus: Contenu[], style: Style, hauteur?: number): void {
    this.blocs.push({ ancre: this.cellule(0), contenus: [contenus] });
    this.styles.push({ plage: this.plage(0, contenus.length), style });
    if (hauteur !== undefined) this.hauteurs.push({ ligne: this.suivante, points: hauteur });
    this.sauter();
  }

  /** Un contenu seul, sans avancer ; `colonne` comptée à partir de 0, `decalage` en lignes. */
  poser(colonne: number, contenu: Contenu, decalage = 0): void {
    this.blocs.push({ ancre: this.cellule(colonne, decalage), contenus: [[contenu]] });
  }

  styler(colonne: number, colonnes: number, lignes: number, style: Style): void {
    this.styles.push({ plage: this.plage(colonne, colonnes, lignes), style });
  }

  cellule(colonne: number, decalage = 0): string {
    return plageDe(this.suivante - 1 + decalage, colonne, 1, 1);
  }

  /** Une plage qui commence à la prochaine ligne. */
  plage(colonne: number, colonnes: number, lignes = 1): string {
    return plageDe(this.suivante - 1, colonne, lignes, colonnes);
  }
}
