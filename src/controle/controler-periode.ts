import { BAREMES, PERIODE_PAR_DEFAUT, estRefus, quellePeriode, type Bareme } from "../regles";
import type { TableauTrouve, TypeDeTableau } from "../tableau";
import type { Constat } from "./constat";
import type { ContexteDeControle } from "./contexte";

/** La période d'un tableau : la sienne, ou celle que donne l'agent. */
export function periodeLue(
  { periode }: TableauTrouve,
  contexte: ContexteDeControle
): string | null {
  return periode?.valeur ?? contexte.periode ?? null;
}

/** Le barème qui s'applique ; à défaut de période couverte, le dernier, et c'est dit. */
export function controlerPeriode(
  tableau: TableauTrouve,
  contexte: ContexteDeControle,
  constats: Constat[]
): Bareme {
  const periode = periodeLue(tableau, contexte);
  const lue = quellePeriode(periode);
  const adresse = tableau.periode?.adresse ?? undefined;
  if (estRefus(lue)) {
    constats.push({
      gravite: "erreur",
      code: "periode-hors-bareme",
      adresse,
      article: "L. 302-8, I",
      valeurs: { affiche: periode ?? "", refus: [lue] },
    });
    return BAREMES[PERIODE_PAR_DEFAUT];
  }
  if (periode === null) {
    constats.push({
      gravite: "information",
      code: "periode-absente",
      article: "L. 302-8, I",
      valeurs: { periode: lue.periode },
    });
  }
  return lue;
}

/** Abaissement et mutualisation n'existent que dans les périodes où la loi les a prévus. */
export function controlerTypeDeLaPeriode(
  tableau: TableauTrouve,
  type: TypeDeTableau,
  bareme: Bareme,
  constats: Constat[]
): void {
  if (bareme.amenagements || (type !== "abaissant" && type !== "mutualisant")) return;
  constats.push({
    gravite: "erreur",
    code: "periode-hors-bareme",
    adresse: tableau.periode?.adresse ?? undefined,
    article: "L. 302-8, I",
    valeurs: {
      affiche: bareme.periode,
      refus: [{ code: "type-hors-periode", type, periode: bareme.periode }],
    },
  });
}

/** L'inventaire que citent les titres est celui de la période ; provisoire, il est permis avant signature, et à recaler. */
export function controlerInventaire(
  { inventaire }: TableauTrouve,
  bareme: Bareme,
  constats: Constat[]
): void {
  if (!inventaire || !bareme.inventaire) return;
  const reference = Number(bareme.inventaire.date.slice(0, 4));
  if (inventaire.valeur === reference) return;
  constats.push({
    gravite: "avertissement",
    code: "inventaire-a-recaler",
    adresse: inventaire.adresse ?? undefined,
    article: "L. 302-8, I ; guide",
    valeurs: { lu: inventaire.valeur, reference, periode: bareme.periode },
  });
}
