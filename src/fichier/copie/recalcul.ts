import { enfant, type ElementXml } from "../xml";
import type { Paquet } from "./paquet";
import { prefixe } from "./retouches";

/** Retire la chaîne de calcul : fausse, elle ferait dire à Excel que le fichier est abîmé. Excel la refait. */
export function retirerChaineDeCalcul(paquet: Paquet, classeur: string): void {
  const chaine = paquet.relations(classeur).find(({ genre }) => genre === "calcChain");
  if (chaine) paquet.retirer(chaine.cible, classeur);
}

/** Demande à Excel de tout recalculer à l'ouverture. */
export function demanderLeRecalcul(paquet: Paquet, classeur: string): void {
  paquet.retoucher(classeur, (racine, retouches, xml) => {
    const reglages = enfant(racine, "calcPr");
    if (reglages) retouches.poserAttributs(reglages, { fullCalcOnLoad: "1" });
    else {
      const precedent = avantCalcPr(racine);
      const calcPr = `<${prefixe(xml, racine)}calcPr fullCalcOnLoad="1"/>`;
      if (precedent) retouches.insererApres(precedent, calcPr);
    }
  });
}

/** Le dernier des éléments que le format place avant `calcPr`. */
function avantCalcPr(classeur: ElementXml): ElementXml | undefined {
  return ["definedNames", "externalReferences", "functionGroups", "sheets"]
    .map((nom) => enfant(classeur, nom))
    .find(Boolean);
}
