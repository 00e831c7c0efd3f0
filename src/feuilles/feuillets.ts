import { sommer } from "../regles";
import { Composition } from "./composer";
import { hauteurDuTexte } from "./lignes-de-texte";
import { LIGNE_DE_TOTAL, TABLEAU, TITRES_DE_COLONNES, paysage } from "./page";
import type { PlanDeFeuille, Scalaire, Style } from "./plan";

/** Corps des tableaux et des textes, en points. */
const PETIT = 9;
/** Un titre ne reste pas seul au bas d'une page : il lui faut cette place au-dessous, en points. */
const SUITE_D_UN_TITRE = 100;

/** Un tableau coupé par une page se referme au bas de celle-ci. */
const CADRE: Style = { bordures: { ...TABLEAU.bordures, bas: "moyen" } };

/** Une colonne d'un tableau imprimé. */
export interface Colonne<L> {
  titre: string;
  /** Nombre de colonnes de la feuille qu'elle prend, fusionnées ; 1 si rien n'est dit. */
  etendue?: number;
  style?: Style;
  valeur: (ligne: L, rang: number) => Scalaire;
  /** Sur la ligne de total, si le tableau en a une. */
  total?: Scalaire;
}

/** Une colonne et sa place sur la feuille. */
interface Placee<L> extends Colonne<L> {
  debut: number;
  etendue: number;
  largeur: number;
}

/**
 * Une feuille à imprimer qui se compose de haut en bas et se coupe d'elle-même en pages : toutes ses lignes ont une hauteur écrite, et un tableau qui
 * passe d'une page à l'autre y reprend ses titres.
 */
export class Feuillets {
  /** Lignes avant lesquelles la page est coupée. */
  readonly sauts: number[] = [];
  readonly page: Composition;
  private prise = 0;

  /**
   * `largeurs` : celles des colonnes de la feuille. `utile` : hauteur d'une page sans ses marges, ni les lignes qui se répètent à partir de la
   * deuxième. Tout en points.
   */
  constructor(
    private readonly largeurs: readonly number[],
    private readonly utile: number
  ) {
    this.page = new Composition(largeurs.length);
  }

  /**
   * La feuille composée. `entete` : lignes du haut, répétées à chaque page. `gauche`, `centre` : le pied de page, dont la droite porte le numéro.
   */
  enPlan(nom: string, entete: number, gauche: string, centre: string): PlanDeFeuille {
    return {
      nom,
      blocs: this.page.blocs,
      styles: this.page.styles,
      fusions: this.page.fusions,
      largeurs: [...this.largeurs],
      lignesFigees: 0,
      quadrillage: false,
      impression: {
        ...paysage(gauche, centre),
        // Excel ignore les sauts de page quand il ajuste ; les colonnes tiennent dans la page.
        pagesEnLargeur: 0,
        lignesRepetees: `1:${entete}`,
        sauts: this.sauts,
      },
    };
  }

  /** Un texte sur toute la largeur. */
  texte(texte: string, style: Style = {}): void {
    const entiere = sommer(this.largeurs);
    const hauteur = hauteurDuTexte(texte, entiere, style.taille ?? PETIT);
    this.prendre(hauteur);
    this.page.paragraphe(
      texte,
      { taille: PETIT, vertical: "milieu", renvoiALaLigne: true, ...style },
      hauteur
    );
  }

  /** Le titre d'une partie, avec l'espace qui le précède. */
  titre(texte: string, taille: number): void {
    const hauteur = taille * 2;
    if (this.prise + hauteur + SUITE_D_UN_TITRE > this.utile) this.couper();
    this.prise += hauteur;
    this.page.paragraphe(texte, { gras: true, taille, vertical: "bas" }, hauteur);
  }

  /** Passe à une nouvelle page si celle-ci n'a plus cette place, en points. */
  garder(hauteur: number): void {
    if (this.prise + hauteur > this.utile) this.couper();
  }

  /** La place, en points, de lignes que l'appelant écrit lui-même sur `page`, sans les séparer. */
  prendre(hauteur: number): void {
    this.garder(hauteur);
    this.prise += hauteur;
  }

  /** Passe à une nouvelle page. */
  couper(): void {
    if (this.prise === 0) return;
    this.sauts.push(this.page.ligne);
    this.prise = 0;
  }

  /** Des renseignements, un par ligne : son nom, puis ce qu'il est. `etendue` : colonnes de la feuille que prend le nom. */
  renseigner(lignes: readonly (readonly [nom: string, valeur: string])[], etendue: number): void {
    this.ecrireCorps(
      this.placer<readonly [string, string]>([
        { titre: "", etendue, style: { gras: true }, valeur: ([nom]) => nom },
        { titre: "", etendue: this.largeurs.length - etendue, valeur: ([, valeur]) => valeur },
      ]),
      lignes
    );
  }

  /** Un tableau, ses titres répétés en haut de chaque page ; avec une ligne de total si une colonne en a un. */
  tableau<L>(demandees: readonly Colonne<L>[], lignes: readonly L[]): void {
    const colonnes = this.placer(demandees);
    const totaux = demandees.some(({ total }) => total !== undefined);
    const titres = hauteurDe(colonnes, ({ titre }) => titre) + 4;
    const hauteurs = lignes.map((ligne, rang) => hauteurDe(colonnes, (c) => c.valeur(ligne, rang)));
    let debut = 0;
    do {
      if (this.prise + titres + (hauteurs[debut] ?? 0) > this.utile) this.couper();
      this.prise += titres;
      let fin = debut;
      let corps = 0;
      // Le total ne passe pas seul à la page suivante.
      const reserve = (rang: number): number => (totaux && rang === lignes.length - 1 ? 20 : 0);
      for (; fin < lignes.length; fin++) {
        const suite = corps + (hauteurs[fin] ?? 0);
        if (fin > debut && this.prise + suite + reserve(fin) > this.utile) break;
        corps = suite;
      }
      const reste = lignes.slice(debut, fin);
      const dernier = fin >= lignes.length;
      this.page.fond(this.largeurs.length, reste.length + (totaux && dernier ? 2 : 1), CADRE);
      this.ecrireTitres(colonnes, titres);
      this.ecrireCorps(colonnes, reste, debut);
      debut = fin;
      if (!dernier) this.couper();
    } while (debut < lignes.length);
    if (totaux) this.ecrireTotal(colonnes);
  }

  private ecrireTitres<L>(colonnes: readonly Placee<L>[], hauteur: number): void {
    this.fusionner(colonnes, 1);
    this.page.rangee(
      this.etaler(colonnes, ({ titre }) => titre),
      { ...TITRES_DE_COLONNES, taille: PETIT },
      hauteur
    );
  }

  /** `premiere` : rang de la première de ces lignes dans le tableau entier. */
  private ecrireCorps<L>(colonnes: readonly Placee<L>[], lignes: readonly L[], premiere = 0): void {
    if (lignes.length === 0) return;
    const nombre = lignes.length;
    const { page } = this;
    this.fusionner(colonnes, nombre);
    page.styler(0, this.largeurs.length, nombre, {
      taille: PETIT,
      vertical: "milieu",
      renvoiALaLigne: true,
    });
    for (const { debut, etendue, style } of colonnes)
      if (style) page.styler(debut, etendue, nombre, style);
    const contenus = lignes.map((ligne, rang) =>
      this.etaler(colonnes, (colonne) => colonne.valeur(ligne, premiere + rang))
    );
    page.blocs.push({ ancre: page.cellule(0), contenus });
    // Des lignes voisines de même hauteur se disent d'un coup.
    let suite = 0;
    lignes.forEach((ligne, rang) => {
      const hauteur = hauteurDe(colonnes, (c) => c.valeur(ligne, premiere + rang));
      const voisine = lignes[rang + 1];
      this.prise += hauteur;
      suite += 1;
      const memeHauteur =
        voisine !== undefined &&
        hauteurDe(colonnes, (c) => c.valeur(voisine, premiere + rang + 1)) === hauteur;
      if (memeHauteur) return;
      page.dimensionner(suite, hauteur);
      page.sauter(suite);
      suite = 0;
    });
  }

  private ecrireTotal<L>(colonnes: readonly Placee<L>[]): void {
    for (const { debut, etendue, style } of colonnes)
      if (style) this.page.styler(debut, etendue, 1, style);
    this.fusionner(colonnes, 1);
    this.prise += 18;
    this.page.rangee(
      this.etaler(colonnes, ({ total }) => total ?? null),
      { ...LIGNE_DE_TOTAL, taille: PETIT, vertical: "milieu" },
      18
    );
  }

  /** Une valeur par colonne de la feuille : celle d'une colonne étendue est dans la première. */
  private etaler<L>(
    colonnes: readonly Placee<L>[],
    valeur: (colonne: Placee<L>) => Scalaire
  ): Scalaire[] {
    const ligne: Scalaire[] = this.largeurs.map(() => null);
    for (const colonne of colonnes) ligne[colonne.debut] = valeur(colonne);
    return ligne;
  }

  private fusionner<L>(colonnes: readonly Placee<L>[], lignes: number): void {
    for (const { debut, etendue } of colonnes)
      if (etendue > 1) this.page.fusionnerColonnes(debut, etendue, lignes);
  }

  private placer<L>(colonnes: readonly Colonne<L>[]): Placee<L>[] {
    let suivante = 0;
    return colonnes.map((colonne) => {
      const { etendue = 1 } = colonne;
      const debut = suivante;
      suivante += etendue;
      const largeur = sommer(this.largeurs.slice(debut, suivante));
      return { ...colonne, debut, etendue, largeur };
    });
  }
}

/** La hauteur que demande la plus longue des cellules d'une ligne. */
function hauteurDe<L>(
  colonnes: readonly Placee<L>[],
  valeur: (colonne: Placee<L>) => Scalaire
): number {
  return Math.max(
    ...colonnes.map((colonne) => {
      const contenu = valeur(colonne);
      return hauteurDuTexte(typeof contenu === "string" ? contenu : "", colonne.largeur, PETIT);
    })
  );
}
