import { adresseDe } from "../../tableau";
import { decaler } from "../formule";
import { abime } from "../illisible";
import { lireCellule, lirePlage, type Plage } from "../reperes";
import { enfant, enfants, type ElementXml } from "../xml";

/** Une formule d'une feuille, et la cellule qui la porte. */
export interface FormuleDeCellule {
  c: ElementXml;
  f: ElementXml;
  v: ElementXml | undefined;
  ligne: number;
  colonne: number;
  /** La plage que la formule remplit, au-delà de sa cellule. */
  etendue: Plage | undefined;
  /** Le texte du fichier, sans « = » ; celui d'une formule partagée suit la cellule. Vide pour une table de données. */
  texte: string;
  /** La formule partagée dont elle fait partie. */
  partagee: FormulePartagee | undefined;
}

export interface FormulePartagee {
  ligne: number;
  colonne: number;
  texte: string;
}

/** Lit, ligne après ligne, les formules d'une feuille. */
export class LecteurDeFormules {
  private readonly partagees = new Map<string, FormulePartagee>();
  private ligne = -1;

  /** @param partie Nom de l'entrée de l'archive, pour dire où est un défaut. */
  constructor(private readonly partie: string) {}

  /** Les cellules d'une ligne ; celles qui n'ont pas de formule passent par `sansFormule`. */
  lire(
    ligne: ElementXml,
    sansFormule: (c: ElementXml, ligne: number, colonne: number) => void
  ): FormuleDeCellule[] {
    const { r } = ligne.attributs;
    this.ligne = r === undefined ? this.ligne + 1 : Number(r) - 1;
    let colonne = -1;
    return enfants(ligne, "c").flatMap((c) => {
      colonne = this.colonne(c.attributs.r, colonne + 1);
      const f = enfant(c, "f");
      if (f) return [this.formule(c, f, colonne)];
      sansFormule(c, this.ligne, colonne);
      return [];
    });
  }

  /** L'adresse est facultative : sans elle, la cellule suit la précédente. */
  private colonne(adresse: string | undefined, suivante: number): number {
    if (adresse === undefined) return suivante;
    const cellule = lireCellule(adresse);
    if (cellule?.ligne !== this.ligne) throw abime(this.partie);
    return cellule.colonne;
  }

  private formule(c: ElementXml, f: ElementXml, colonne: number): FormuleDeCellule {
    const { ligne } = this;
    const { t, ref = "" } = f.attributs;
    const partagee = this.partagee(f, colonne);
    const remplie = t === "array" || t === "dataTable" ? lirePlage(ref) : undefined;
    const seule = remplie?.haut === remplie?.bas && remplie?.gauche === remplie?.droite;
    const texte = partagee
      ? decaler(partagee.texte, ligne - partagee.ligne, colonne - partagee.colonne)
      : f.texte;
    const etendue = seule ? undefined : remplie;
    return { c, f, v: resultat(c), ligne, colonne, etendue, texte, partagee };
  }

  /** Une formule partagée n'est écrite que dans sa première cellule. */
  private partagee(f: ElementXml, colonne: number): FormulePartagee | undefined {
    const { t, si } = f.attributs;
    if (t !== "shared" || si === undefined) return undefined;
    if (f.texte !== "") this.partagees.set(si, { ligne: this.ligne, colonne, texte: f.texte });
    const modele = this.partagees.get(si);
    if (!modele) throw abime(this.partie);
    return modele;
  }
}

/** Un programme qui ne calcule pas écrit un résultat vide : seul un texte peut l'être. */
function resultat(c: ElementXml): ElementXml | undefined {
  const v = enfant(c, "v");
  return v?.texte.trim() === "" && c.attributs.t !== "str" ? undefined : v;
}

/** « C5 », ou « C5:C9 » pour une formule qui remplit plusieurs cellules. */
export function adresseDeFormule({ ligne, colonne, etendue }: FormuleDeCellule): string {
  if (!etendue) return adresseDe(ligne, colonne);
  const { haut, gauche, bas, droite } = etendue;
  return `${adresseDe(haut, gauche)}:${adresseDe(bas, droite)}`;
}
