import { plageDe } from "../tableau";
import type { Bloc, Contenu, Forme, Scalaire, Style } from "./plan";

/**
 * Une feuille qui se compose de haut en bas : chaque ajout prend la place suivante. Les numéros de ligne sont ceux d'Excel, à partir
 * de 1.
 */
export class Composition {
  readonly blocs: Bloc[] = [];
  readonly styles: Forme[] = [];
  private readonly fusionnees: { debut: number; lignes: number }[] = [];
  private readonly partielles: string[] = [];
  private suivante = 1;

  /** `colonnes` : largeur de la feuille, sur laquelle les paragraphes s'étendent. */
  constructor(private readonly colonnes: number) {}

  /** La ligne que prendra le prochain ajout. */
  get ligne(): number {
    return this.suivante;
  }

  get fusions(): string[] {
    const entieres = this.fusionnees.map(({ debut, lignes }) =>
      plageDe(debut - 1, 0, lignes, this.colonnes)
    );
    return [...entieres, ...this.partielles];
  }

  sauter(lignes = 1): void {
    this.suivante += lignes;
  }

  /** Un paragraphe. Avec une `hauteur`, en points, ses cellules sont fusionnées sur toute la largeur. */
  paragraphe(contenu: Contenu, style: Style = {}, hauteur?: number): void {
    this.blocs.push({ ancre: this.cellule(0), contenus: [[contenu]] });
    if (hauteur !== undefined) this.fusionner();
    if (hauteur !== undefined || Object.keys(style).length > 0) {
      this.former(this.colonnes, style, hauteur);
    }
    this.sauter();
  }

  /** Garde la place d'un paragraphe, à écrire quand on sait où est ce dont il parle. */
  reserver(style: Style, hauteur: number): (contenu: Contenu) => void {
    const ancre = this.cellule(0);
    this.paragraphe(null, style, hauteur);
    return (contenu) => void this.blocs.push({ ancre, contenus: [[contenu]] });
  }

  /** Une ligne de cellules à partir de la colonne A. */
  rangee(contenus: Contenu[], style: Style, hauteur?: number): void {
    this.blocs.push({ ancre: this.cellule(0), contenus: [contenus] });
    this.former(contenus.length, style, hauteur);
    this.sauter();
  }

  /** Un contenu seul, sans avancer ; `colonne` comptée à partir de 0. */
  poser(colonne: number, contenu: Contenu): void {
    this.blocs.push({ ancre: this.cellule(colonne), contenus: [[contenu]] });
  }

  /** Des valeurs l'une sous l'autre, sans avancer. */
  ranger(colonne: number, valeurs: Scalaire[]): void {
    this.blocs.push({ ancre: this.cellule(colonne), contenus: valeurs.map((v) => [v]) });
  }

  styler(colonne: number, colonnes: number, lignes: number, style: Style): void {
    this.styles.push({ plage: this.plage(colonne, colonnes, lignes), style });
  }

  /** La forme et la hauteur, en points, de la prochaine ligne, sans avancer. */
  ligneHaute(colonnes: number, style: Style, hauteur: number): void {
    this.former(colonnes, style, hauteur);
  }

  /** La hauteur, en points, des prochaines lignes, sans avancer. */
  dimensionner(lignes: number, hauteur: number): void {
    this.styles.push({ plage: this.plage(0, this.colonnes, lignes), style: {}, hauteur });
  }

  /** Fusionne, ligne par ligne, des colonnes voisines des prochaines lignes, sans avancer. */
  fusionnerColonnes(colonne: number, colonnes: number, lignes: number): void {
    this.partielles.push(this.plage(colonne, colonnes, lignes));
  }

  /** Un style sous tous les autres : ceux déjà posés l'emportent sur lui. */
  fond(colonnes: number, lignes: number, style: Style): void {
    this.styles.unshift({ plage: this.plage(0, colonnes, lignes), style });
  }

  cellule(colonne: number): string {
    return plageDe(this.suivante - 1, colonne, 1, 1);
  }

  /** Une plage qui commence à la prochaine ligne. */
  plage(colonne: number, colonnes: number, lignes = 1): string {
    return plageDe(this.suivante - 1, colonne, lignes, colonnes);
  }

  private former(colonnes: number, style: Style, hauteur: number | undefined): void {
    const plage = this.plage(0, colonnes);
    this.styles.push(hauteur === undefined ? { plage, style } : { plage, style, hauteur });
  }

  /** Des paragraphes qui se suivent ne font qu'une plage à fusionner. */
  private fusionner(): void {
    const derniere = this.fusionnees.at(-1);
    if (derniere && derniere.debut + derniere.lignes === this.suivante) derniere.lignes += 1;
    else this.fusionnees.push({ debut: this.suivante, lignes: 1 });
  }
}
