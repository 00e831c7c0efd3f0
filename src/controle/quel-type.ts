import { quelObjectif, type Bareme } from "../regles";
import type { LigneDeCommune, TableauTrouve, TypeDeTableau } from "../tableau";
import { nombreDe, reponseDe, saisieDe } from "./donnees";

/** Les modes de contrat que la colonne « type » nomme pour ces communes. */
export function typesEcrits(lignes: readonly LigneDeCommune[]): ReadonlySet<string> {
  return new Set(lignes.flatMap(({ donnees }) => reponseDe(donnees.typeDeContrat) ?? []));
}

/** Le type du contrat : celui que la colonne donne à toutes ces communes, celui du tableau, ou celui que ses objectifs supposent. */
export function quelType(
  { type, noms }: TableauTrouve,
  lignes: readonly LigneDeCommune[],
  bareme: Bareme
): { type: TypeDeTableau; deduit: boolean } {
  const [ecrit, autre] = typesEcrits(lignes);
  if (noms === "commune" && autre === undefined && estUnType(ecrit))
    return { type: ecrit, deduit: false };
  if (type) return { type: type.valeur, deduit: type.origine === "valeurs" };
  return { type: typeDesObjectifs(lignes, bareme), deduit: true };
}

function estUnType(mot: string | undefined): mot is TypeDeTableau {
  return mot === "mutualisant" || mot === "abaissant" || mot === "sans aménagement";
}

/** Abaissés ici et relevés là : une mutualisation ; abaissés seulement : un abaissement ; sinon, le droit commun. */
function typeDesObjectifs(lignes: readonly LigneDeCommune[], bareme: Bareme): TypeDeTableau {
  let abaissees = 0;
  let relevees = 0;
  for (const { donnees } of lignes) {
    const legal = quelObjectif(
      saisieDe(donnees.deficit),
      saisieDe(donnees.ecart),
      "legal",
      null,
      "superieur",
      bareme
    );
    const avant = legal.ok ? legal.valeur : nombreDe(donnees.objectifAvant);
    const apres = nombreDe(donnees.objectifApres);
    if (avant === null || apres === null) continue;
    if (apres < avant) abaissees += 1;
    if (apres > avant) relevees += 1;
  }
  if (abaissees === 0) return "sans aménagement";
  return relevees > 0 ? "mutualisant" : "abaissant";
}
