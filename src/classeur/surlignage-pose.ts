import { sansSuivi } from "./sans-suivi";

/** Ce qui se surligne : ce qui est à corriger, et ce qui est à vérifier. */
export type Marque = "erreur" | "avertissement";

/** Les règles de mise en forme que le complément a posées sur une feuille, par leur identifiant. */
export type SurlignagePose = readonly string[];

/**
 * La formule d'une règle : toujours vraie, la même dans toutes les langues d'Excel, et sa propre étiquette. C'est à elle
 * qu'on reconnaît nos règles, dans un classeur rouvert comme chez un collègue.
 */
export function formuleDe(marque: Marque): string {
  return `="Complément CMS : ${marque}"<>""`;
}

const FORMULE = /^="Complément CMS : [^"]*"<>""$/;

function estLaNotre({ customOrNullObject: regle }: Excel.ConditionalFormat): boolean {
  if (regle.isNullObject) return false;
  return FORMULE.test(regle.rule.formula.normalize());
}

/** Toutes les règles de mise en forme conditionnelle d'une feuille. */
export function reglesDe(feuille: Excel.Worksheet): Excel.ConditionalFormatCollection {
  return sansSuivi(feuille.getRange()).conditionalFormats;
}

/** Met en attente la recherche de nos règles sur toute la feuille ; rend de quoi les lire, après le `sync`. */
export function demanderSurlignage(feuille: Excel.Worksheet): () => SurlignagePose {
  const regles = reglesDe(feuille);
  // « custom » échouerait dès qu'une règle d'une autre sorte est là.
  regles.load("items/id,items/customOrNullObject/rule/formula");
  return () => regles.items.filter(estLaNotre).map(({ id }) => id);
}
