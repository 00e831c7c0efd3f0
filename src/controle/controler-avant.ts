import { enMillioniemes, estRefus, lireDeficit, partAuPlusProche } from "../regles";
import type { LigneDeCommune, Rubrique } from "../tableau";
import { nombreDe, objectifEcrit, reperer, type Cadre } from "./donnees";
import { articleDe, donne, illisible, type ObjectifLegal } from "./objectif-legal";

/** Le taux « avant » annoncé est celui que donne l'écart, ou le taux de droit d'une nouvelle entrante. */
export function controlerTauxAvant(
  ligne: LigneDeCommune,
  legal: ObjectifLegal,
  { constats, bareme }: Cadre
): void {
  const { tauxAvant, objectifAvant } = ligne.donnees;
  if (tauxAvant?.etat === "illisible") {
    illisible(ligne, "tauxAvant", [], { constats }, "avertissement");
    return;
  }
  const lu = nombreDe(tauxAvant);
  if (lu === null || legal.deficit === 0) return;
  if (donne(legal.deficit, legal.taux, lu, nombreDe(objectifAvant))) return;
  constats.push({
    ...reperer(ligne, "tauxAvant"),
    gravite: "erreur",
    code: "taux-avant-faux",
    article: articleDe(legal, bareme),
    valeurs: { lu, legal: legal.taux },
  });
}

export interface ObjectifAvant {
  /** Celui qui entre dans la somme de référence. */
  reference: number;
  lu: number | null;
}

/**
 * L'objectif qui entre dans la somme de référence : le légal recalculé, même si la colonne affiche moins. Un objectif lu qui vaut l'arrondi au plus
 * proche est admis tel quel, avec un avertissement : aucun texte ne fixe l'arrondi.
 * @param rubrique La colonne qui le porte : celle d'« avant », ou la seule d'un contrat sans aménagement.
 */
export function controlerObjectifAvant(
  ligne: LigneDeCommune,
  legal: ObjectifLegal | null,
  rubrique: Rubrique,
  cadre: Cadre
): ObjectifAvant {
  const reference = legal?.valeur ?? 0;
  const donnee = ligne.donnees[rubrique];
  if (!donnee) return { reference, lu: null };
  const saisie = objectifEcrit(ligne, rubrique);
  if (legal && typeof saisie === "number" && estSansArrondi(saisie, legal)) {
    cadre.constats.push({
      ...reperer(ligne, rubrique),
      gravite: "avertissement",
      code: "objectif-avant-arrondi",
      article: articleDe(legal, cadre.bareme),
      valeurs: { lu: saisie, legal: legal.valeur },
    });
    return { reference, lu: saisie };
  }
  const lu = saisie === null ? null : lireDeficit(saisie, "objectif");
  if (lu === null || estRefus(lu)) {
    const refus = lu ?? ({ code: "vide", argument: "objectif" } as const);
    illisible(ligne, rubrique, [refus], cadre, lu === null ? "avertissement" : "erreur");
    return { reference, lu: null };
  }
  if (!legal || lu === legal.valeur) return { reference, lu };
  const arrondi = lu === partAuPlusProche(legal.deficit, legal.taux);
  cadre.constats.push({
    ...reperer(ligne, rubrique),
    gravite: arrondi ? "avertissement" : "erreur",
    code: arrondi ? "objectif-avant-arrondi" : "objectif-avant-faux",
    article: articleDe(legal, cadre.bareme),
    valeurs: { lu, legal: legal.valeur },
  });
  return { reference: arrondi ? lu : reference, lu };
}

/** Le produit tel quel, que la cellule affiche arrondi : un objectif se compte en logements entiers, la somme de référence prend l'entier supérieur. */
function estSansArrondi(lu: number, { deficit, taux }: ObjectifLegal): boolean {
  return !Number.isInteger(lu) && enMillioniemes(lu) === deficit * taux;
}
