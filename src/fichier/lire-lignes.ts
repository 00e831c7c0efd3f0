import { adresseDe, type ValeurDeCellule } from "../tableau";
import type { CelluleXlsx } from "./classeur";
import { appelleCms, decaler, depuisFichier } from "./formule";
import { abime } from "./illisible";
import type { StylesLus } from "./lire-styles";
import { DERNIERE_COLONNE, DERNIERE_LIGNE, lirePlage } from "./reperes";
import { depuisTexteXml } from "./texte-xml";
import { enfant, enfants, estVrai, type ElementXml } from "./xml";

/** Ce qu'une feuille partage avec les autres du classeur. */
export interface Contexte extends StylesLus {
  textes: readonly string[];
  /** Compte les cellules et les formules de tout le classeur, et lève l'erreur si c'en est trop. */
  compter: (caracteresDeFormule: number) => void;
}

interface Position {
  ligne: number;
  colonne: number;
}

/** Lit les lignes d'une feuille l'une après l'autre. */
export class LecteurDeLignes {
  readonly cellules: CelluleXlsx[] = [];
  readonly hauteursChoisies = new Map<number, number>();
  /** Hauteurs qu'Excel avait calculées d'après le contenu. */
  readonly hauteursCalculees = new Map<number, number>();
  readonly masquees = new Set<number>();
  private readonly partagees = new Map<string, Position & { formule: string }>();
  private ligne = -1;

  constructor(
    private readonly partie: string,
    private readonly contexte: Contexte
  ) {}

  lire(element: ElementXml): void {
    const { r, ht, customHeight, hidden } = element.attributs;
    this.ligne = r === undefined ? this.ligne + 1 : Number(r) - 1;
    if (!estEntier(this.ligne, DERNIERE_LIGNE)) throw abime(this.partie);
    const hauteurs = estVrai(customHeight) ? this.hauteursChoisies : this.hauteursCalculees;
    if (ht !== undefined) hauteurs.set(this.ligne, Number(ht));
    if (estVrai(hidden)) this.masquees.add(this.ligne);

    let colonne = -1;
    for (const cellule of enfants(element, "c")) {
      colonne = this.colonne(cellule.attributs.r, colonne + 1);
      this.lireCellule(cellule, { ligne: this.ligne, colonne });
    }
  }

  /** L'adresse est facultative : sans elle, la cellule suit la précédente. */
  private colonne(adresse: string | undefined, suivante: number): number {
    const plage = adresse === undefined ? undefined : lirePlage(adresse);
    const colonne = adresse === undefined ? suivante : plage?.gauche;
    if (!estEntier(colonne, DERNIERE_COLONNE) || (plage && plage.haut !== this.ligne)) {
      throw abime(this.partie);
    }
    return colonne;
  }

  private lireCellule(element: ElementXml, position: Position): void {
    const valeur = this.lireValeur(element);
    const formule = this.lireFormule(element, position);
    const style = this.contexte.styles[Number(element.attributs.s ?? 0)];
    if (valeur === null && !formule && !style) return;
    this.contexte.compter(formule?.formule.length ?? 0);
    this.cellules.push({ ...position, valeur, ...formule, ...(style ? { style } : {}) });
  }

  private lireValeur(element: ElementXml): ValeurDeCellule {
    const type = element.attributs.t;
    if (type === "inlineStr") return texteRiche(enfant(element, "is"));
    const brut = enfant(element, "v")?.texte;
    if (brut === undefined) return null;
    if (type === "str") return depuisTexteXml(brut);
    // Un programme qui ne calcule pas écrit un résultat vide : ce n'est pas 0.
    if (brut.trim() === "") return null;
    if (type === "e") return { erreur: brut };
    if (type === "b") return estVrai(brut);
    if (type === "s") return this.texte(Number(brut));
    return this.nombre(type === "d" ? jourDe(brut) : Number(brut));
  }

  private texte(rang: number): string {
    const texte = this.contexte.textes[rang];
    if (texte === undefined) throw abime(this.partie);
    return texte;
  }

  private nombre(nombre: number): number {
    if (!Number.isFinite(nombre)) throw abime(this.partie);
    return nombre;
  }

  private lireFormule(
    element: ElementXml,
    position: Position
  ): { formule: string; etendue?: string } | undefined {
    const f = enfant(element, "f");
    const stockee = f && this.formuleStockee(f, position);
    if (!stockee) return undefined;
    const formule = depuisFichier(stockee);
    const etendue = f.attributs.t === "array" ? f.attributs.ref : undefined;
    if (etendue !== undefined && !lirePlage(etendue)) throw abime(this.partie);
    // Toute formule CMS est stockée en matrice : sur sa seule cellule, cela ne dit rien de plus.
    const seule = etendue === adresseDe(position.ligne, position.colonne);
    if (etendue === undefined || (seule && appelleCms(formule))) return { formule };
    return { formule, etendue };
  }

  /** Une formule partagée n'est écrite que dans sa première cellule. */
  private formuleStockee(f: ElementXml, position: Position): string | undefined {
    const { t, si } = f.attributs;
    if (t !== "shared" || si === undefined) return depuisTexteXml(f.texte);
    if (f.texte !== "") {
      this.partagees.set(si, { ...position, formule: depuisTexteXml(f.texte) });
    }
    const modele = this.partagees.get(si);
    if (!modele) throw abime(this.partie);
    const { formule, ligne, colonne } = modele;
    return decaler(formule, position.ligne - ligne, position.colonne - colonne);
  }
}

/** Texte d'un `si` ou d'un `is`, mise en forme interne et guide phonétique exclus. */
export function texteRiche(element: ElementXml | undefined): string {
  const fragments = enfants(element, "r").flatMap((fragment) => enfants(fragment, "t"));
  const morceaux = [...enfants(element, "t"), ...fragments];
  return depuisTexteXml(morceaux.map(({ texte }) => texte).join(""));
}

function estEntier(nombre: number | undefined, maximum: number): nombre is number {
  return Number.isInteger(nombre) && Number(nombre) >= 0 && Number(nombre) <= maximum;
}

/** Date ISO (variante « Strict » du format) → numéro de jour d'Excel. */
function jourDe(iso: string): number {
  const MS_PAR_JOUR = 86_400_000;
  const PREMIER_JANVIER_1970 = 25_569;
  const instant = iso.includes("T") ? iso.replace(/Z?$/, "Z") : iso;
  return Date.parse(instant) / MS_PAR_JOUR + PREMIER_JANVIER_1970;
}
