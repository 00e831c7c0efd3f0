import type { FeuilleXlsx } from "./classeur";
import { abime } from "./illisible";
import { LecteurDeLignes, type Contexte } from "./lire-lignes";
import { lireMiseEnPage, type PlagesReservees } from "./mise-en-page";
import { DERNIERE_COLONNE, lirePlage } from "./reperes";
import { arrondir } from "./unites";
import { lireValidations } from "./validations";
import { enfant, enfants, estVrai, type AuPassage, type ElementXml } from "./xml";

/** Ce que le classeur dit d'une feuille. */
export interface Fiche {
  nom: string;
  masquee: boolean;
  partie: string;
  reserves: PlagesReservees;
}

/** Lit une feuille de calcul. `lireXml` lit la partie de la feuille. */
export function lireFeuille(
  fiche: Fiche,
  contexte: Contexte,
  lireXml: (partie: string, auPassage: AuPassage) => ElementXml
): FeuilleXlsx {
  const lignes = new LecteurDeLignes(fiche.partie, contexte);
  const racine = lireXml(fiche.partie, {
    nom: "row",
    recevoir: (ligne) => lignes.lire(ligne),
  });
  const impression = lireMiseEnPage(racine, fiche.reserves);
  const validations = lireValidations(racine);
  return {
    nom: fiche.nom,
    masquee: fiche.masquee,
    cellules: lignes.cellules,
    fusions: lireFusions(racine, fiche.partie),
    hauteurs: hauteurs(lignes, enfant(racine, "sheetFormatPr")),
    lignesMasquees: lignes.masquees,
    ...lireColonnes(racine, contexte.chiffre, fiche.partie),
    ...lireVue(racine),
    ...(impression ? { impression } : {}),
    ...(validations.length > 0 ? { validations } : {}),
  };
}

function lireFusions(racine: ElementXml, partie: string): string[] {
  return enfants(enfant(racine, "mergeCells"), "mergeCell").map(({ attributs: { ref = "" } }) => {
    if (!lirePlage(ref)) throw abime(partie);
    return ref;
  });
}

/** Hauteurs choisies, et hauteurs calculées qui diffèrent de la hauteur par défaut. */
function hauteurs(lignes: LecteurDeLignes, format: ElementXml | undefined): Map<number, number> {
  const parDefaut = Number(format?.attributs.defaultRowHeight);
  const calculees = [...lignes.hauteursCalculees].filter(([, points]) => points !== parDefaut);
  return new Map([...calculees, ...lignes.hauteursChoisies]);
}

function lireColonnes(
  racine: ElementXml,
  chiffre: number,
  partie: string
): Pick<FeuilleXlsx, "largeurs" | "colonnesMasquees"> {
  const largeurs = new Map<number, number>();
  const colonnesMasquees = new Set<number>();
  let precedente = -1;
  for (const { attributs } of enfants(enfant(racine, "cols"), "col")) {
    const debut = Number(attributs.min) - 1;
    const fin = Number(attributs.max) - 1;
    // Dans l'ordre et sans chevauchement : sinon quelques Ko feraient des milliards d'affectations.
    if (!(debut > precedente && fin >= debut && fin <= DERNIERE_COLONNE)) throw abime(partie);
    precedente = fin;
    const choisie = estVrai(attributs.customWidth) && attributs.width !== undefined;
    for (let colonne = debut; colonne <= fin; colonne++) {
      if (choisie) largeurs.set(colonne, arrondir(Number(attributs.width) * chiffre, 2));
      if (estVrai(attributs.hidden)) colonnesMasquees.add(colonne);
    }
  }
  return { largeurs, colonnesMasquees };
}

function lireVue(
  racine: ElementXml
): Pick<FeuilleXlsx, "lignesFigees" | "colonnesFigees" | "quadrillage"> {
  const vue = enfant(enfant(racine, "sheetViews"), "sheetView");
  const volet = enfant(vue, "pane")?.attributs;
  const figee = volet?.state?.startsWith("frozen") ?? false;
  return {
    lignesFigees: figee ? Number(volet?.ySplit ?? 0) : 0,
    colonnesFigees: figee ? Number(volet?.xSplit ?? 0) : 0,
    quadrillage: vue?.attributs.showGridLines === undefined || estVrai(vue.attributs.showGridLines),
  };
}
