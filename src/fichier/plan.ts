import { estFormule, type Contenu, type PlanDeFeuille, type Style } from "../feuilles";
import { absolue, nomPourFormule, plageDe } from "../tableau";
import type { CelluleXlsx, FeuilleXlsx, NomDefini } from "./classeur";
import { lirePlage, type Plage } from "./reperes";

type Bordures = NonNullable<Style["bordures"]>;

/** Traduit un plan en feuille : chaque cellule y porte son style complet, bordures de la plage réparties. */
export function planVersFeuille(plan: PlanDeFeuille): FeuilleXlsx {
  const grille = new Grille();
  for (const { ancre, contenus } of plan.blocs) grille.remplir(plageValide(ancre), contenus);
  for (const { plage, style } of plan.styles) grille.styler(plageValide(plage), style);
  return {
    nom: plan.nom,
    masquee: false,
    cellules: grille.cellules(),
    fusions: plan.fusions.flatMap((plage) => lignesDe(plageValide(plage))),
    largeurs: new Map(plan.largeurs.map((points, colonne) => [colonne, points])),
    hauteurs: hauteursDe(plan),
    lignesMasquees: new Set(),
    colonnesMasquees: new Set(),
    lignesFigees: plan.lignesFigees,
    colonnesFigees: 0,
    quadrillage: plan.quadrillage,
    impression: plan.impression,
    ...(plan.validations ? { validations: plan.validations } : {}),
    ...(plan.graphiques ? { graphiques: plan.graphiques } : {}),
  };
}

/** Les plages nommées d'un plan, telles que le classeur les porte. */
export function nomsDuPlan({ nom: feuille, noms = [] }: PlanDeFeuille): NomDefini[] {
  return noms.map(({ nom, plage }) => ({
    nom,
    reference: `${nomPourFormule(feuille)}!${absolue(plage)}`,
  }));
}

/** Les lignes d'une plage, une adresse chacune. */
function lignesDe({ haut, bas, gauche, droite }: Plage): string[] {
  return Array.from({ length: bas - haut + 1 }, (_, i) =>
    plageDe(haut + i, gauche, 1, droite - gauche + 1)
  );
}

/** Hauteurs par ligne, à partir de 0. */
function hauteursDe({ styles }: PlanDeFeuille): Map<number, number> {
  const hauteurs = new Map<number, number>();
  for (const { plage, hauteur } of styles) {
    if (hauteur === undefined) continue;
    const { haut, bas } = plageValide(plage);
    for (let ligne = haut; ligne <= bas; ligne++) hauteurs.set(ligne, hauteur);
  }
  return hauteurs;
}

class Grille {
  private readonly parAdresse = new Map<string, CelluleXlsx>();

  cellules(): CelluleXlsx[] {
    return [...this.parAdresse.values()];
  }

  remplir({ haut, gauche }: Plage, contenus: Contenu[][]): void {
    contenus.forEach((ligne, i) =>
      ligne.forEach((contenu, j) => this.poser(haut + i, gauche + j, contenu))
    );
  }

  styler(plage: Plage, { bordures, ...reste }: Style): void {
    for (let ligne = plage.haut; ligne <= plage.bas; ligne++) {
      for (let colonne = plage.gauche; colonne <= plage.droite; colonne++) {
        const cellule = this.cellule(ligne, colonne);
        cellule.style = { ...cellule.style, ...reste };
        if (bordures) this.border(cellule, cotesDe(bordures, plage, cellule));
      }
    }
  }

  private poser(ligne: number, colonne: number, contenu: Contenu): void {
    if (contenu === null) return;
    if (!estFormule(contenu)) {
      this.cellule(ligne, colonne).valeur = contenu;
      return;
    }
    const { formule, valeurs } = contenu;
    valeurs.forEach((rangee, i) =>
      rangee.forEach((valeur, j) => this.poser(ligne + i, colonne + j, valeur))
    );
    const cellule = this.cellule(ligne, colonne);
    cellule.formule = formule;
    const largeur = valeurs[0]?.length ?? 0;
    if (valeurs.length * largeur > 1)
      cellule.etendue = plageDe(ligne, colonne, valeurs.length, largeur);
  }

  private cellule(ligne: number, colonne: number): CelluleXlsx {
    const connue = this.parAdresse.get(cle(ligne, colonne));
    if (connue) return connue;
    const neuve = { ligne, colonne, valeur: null };
    this.parAdresse.set(cle(ligne, colonne), neuve);
    return neuve;
  }

  /** Une bordure est commune à deux cellules : la dernière tracée l'emporte, comme dans Excel. */
  private border(cellule: CelluleXlsx, cotes: Bordures): void {
    cellule.style = { ...cellule.style, bordures: { ...cellule.style?.bordures, ...cotes } };
    for (const [cote, enFace, lignes, colonnes] of VOISINES) {
      const voisine = this.parAdresse.get(cle(cellule.ligne + lignes, cellule.colonne + colonnes));
      const trait = cotes[cote];
      if (!trait || !voisine?.style?.bordures?.[enFace]) continue;
      const bordures = { ...voisine.style.bordures, [enFace]: trait };
      voisine.style = { ...voisine.style, bordures };
    }
  }
}

/** Par côté : le côté d'en face chez la voisine, et où elle est. */
const VOISINES = [
  ["haut", "bas", -1, 0],
  ["bas", "haut", 1, 0],
  ["gauche", "droite", 0, -1],
  ["droite", "gauche", 0, 1],
] as const;

/** Les côtés d'une cellule d'après les bordures de sa plage : le contour au bord, sinon l'intérieur. */
function cotesDe(bordures: Bordures, plage: Plage, { ligne, colonne }: CelluleXlsx): Bordures {
  const { horizontales, verticales } = bordures;
  const cotes: Bordures = {
    haut: ligne === plage.haut ? bordures.haut : horizontales,
    bas: ligne === plage.bas ? bordures.bas : horizontales,
    gauche: colonne === plage.gauche ? bordures.gauche : verticales,
    droite: colonne === plage.droite ? bordures.droite : verticales,
  };
  return Object.fromEntries(Object.entries(cotes).filter(([, trait]) => trait !== undefined));
}

function cle(ligne: number, colonne: number): string {
  return `${ligne},${colonne}`;
}

function plageValide(adresse: string): Plage {
  const plage = lirePlage(adresse);
  if (!plage) throw new Error(`Plage inconnue dans un plan de feuille : ${adresse}`);
  return plage;
}
