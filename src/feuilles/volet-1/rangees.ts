import { typographier } from "../../redaction";
import { plageDe } from "../../tableau";
import type { Composition } from "../composer";
import type { FormeDesFormules } from "../formes";
import { TITRES_DE_COLONNES } from "../page";
import type { Contenu, Forme, Scalaire, Style } from "../plan";
import { ecrireCase, type Case } from "./calculs";
import { ANNEES_D_UNE_PERIODE, type Trame } from "./trame";

/** Corps des tableaux et des notes, en points. */
const PETIT = 9;
const NOTE = 8;
const LIGNE = 14;

/** La dernière section d'un format à quatre : celle des textes, le libellé compris. */
const TEXTE = ";_m@_m";

const CADRE: Style = {
  taille: PETIT,
  vertical: "milieu",
  bordures: {
    haut: "fin",
    bas: "fin",
    gauche: "fin",
    droite: "fin",
    horizontales: "fin",
    verticales: "fin",
  },
};

/** Une rangée écrite : ses cases se relisent par leur rang. */
export interface Rangee {
  plage: string;
  cellule: (rang: number) => string;
  valeurs: Scalaire[];
}

/** Les rangées des repères : un libellé en A, puis une case par année, par période, ou deux moitiés de page. */
export class Rangees {
  private dernier: Formatees | undefined;

  constructor(
    readonly page: Composition,
    readonly trame: Trame,
    readonly forme: FormeDesFormules
  ) {}

  get colonnes(): number {
    return this.trame.largeurs.length;
  }

  titre(texte: string): void {
    this.page.paragraphe(texte, { gras: true, taille: 11, vertical: "bas" }, 20);
  }

  /** Sous un tableau : d'où viennent ses nombres, ce qu'ils veulent dire. */
  note(texte: string, lignes = 1): void {
    const style: Style = { taille: NOTE, italique: true, renvoiALaLigne: true };
    this.page.paragraphe(typographier(texte), style, 2 + 11 * lignes);
  }

  /** Des titres de colonnes ; `contenus` à partir de la colonne B. */
  entete(libelle: string, contenus: Contenu[]): void {
    this.page.rangee([libelle, ...contenus], { ...TITRES_DE_COLONNES, taille: PETIT }, LIGNE);
  }

  /** Le cadre des prochaines rangées : leurs bordures se disent d'un coup. */
  cadrer(lignes: number, horizontal: "droite" | "centre"): void {
    this.page.styler(0, this.colonnes, lignes, CADRE);
    this.page.styler(1, this.colonnes - 1, lignes, { horizontal });
    this.page.dimensionner(lignes, LIGNE);
  }

  /** Une case par année. `format` : trois sections, positive, négative et nulle. */
  annees(libelle: string, cases: readonly Case[], format: string, style: Style = {}): Rangee {
    if (Object.keys(style).length > 0) this.page.styler(0, this.colonnes, 1, style);
    return this.ecrire(libelle, cases, 1, format);
  }

  /** Une case par période, comme par année, sur ses trois colonnes. */
  periodes(libelle: string, cases: readonly Case[], format: string): Rangee {
    return this.ecrire(libelle, cases, ANNEES_D_UNE_PERIODE, format);
  }

  /** Les titres des périodes, au-dessus de `lignes` rangées de périodes. */
  titresDesPeriodes(libelle: string, lignes: number): void {
    const { periodes } = this.trame;
    periodes.forEach((_, rang) => {
      const colonne = 1 + rang * ANNEES_D_UNE_PERIODE;
      this.page.fusionnerColonnes(colonne, ANNEES_D_UNE_PERIODE, lignes + 1);
    });
    this.entete(libelle, periodes.flatMap(etaler));
  }

  /** Place d'un graphique à gauche et d'un autre à droite, sur `lignes` lignes. */
  deuxGraphiques(lignes: number): [gauche: string, droite: string] {
    const { page, colonnes } = this;
    const { gauche } = this.trame;
    const plages: [string, string] = [
      page.plage(0, gauche, lignes),
      page.plage(gauche, colonnes - gauche, lignes),
    ];
    page.dimensionner(lignes, LIGNE);
    page.sauter(lignes);
    return plages;
  }

  private ecrire(libelle: string, cases: readonly Case[], pas: number, format: string): Rangee {
    const { page } = this;
    const { ligne } = page;
    const creux = Array.from({ length: pas - 1 }, () => null);
    const contenus = cases.flatMap((c) => [ecrireCase(this.forme, c), ...creux]);
    this.formater(format);
    page.blocs.push({
      ancre: page.cellule(0),
      contenus: [[typographier(libelle), ...contenus]],
    });
    page.sauter();
    return {
      plage: plageDe(ligne - 1, 1, 1, cases.length * pas),
      cellule: (rang) => plageDe(ligne - 1, 1 + rang * pas, 1, 1),
      valeurs: cases.map(({ valeur }) => valeur),
    };
  }

  /** Des rangées voisines de même format se disent d'un coup. */
  private formater(format: string): void {
    const { page, dernier } = this;
    const suit = dernier?.format === format && dernier.debut + dernier.lignes === page.ligne;
    const { debut, lignes, forme } =
      dernier && suit ? { ...dernier, lignes: dernier.lignes + 1 } : this.nouveauFormat(format);
    forme.plage = plageDe(debut - 1, 0, lignes, this.colonnes);
    this.dernier = { format, debut, lignes, forme };
  }

  private nouveauFormat(format: string): Formatees {
    const forme: Forme = { plage: "", style: { format: `${format}${TEXTE}` } };
    this.page.styles.push(forme);
    return { format, debut: this.page.ligne, lignes: 1, forme };
  }
}

/** Des rangées voisines, et la forme qu'elles partagent. */
interface Formatees {
  format: string;
  debut: number;
  lignes: number;
  forme: Forme;
}

function etaler(contenu: Contenu): Contenu[] {
  return [contenu, ...Array.from({ length: ANNEES_D_UNE_PERIODE - 1 }, () => null)];
}
