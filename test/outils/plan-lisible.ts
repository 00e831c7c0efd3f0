import { estFormule, type Contenu, type PlanDeFeuille } from "../../src/feuilles";
import { adresseDe, rectangleDe } from "../../src/tableau";

/** Un plan tel qu'on peut le relire : une cellule par ligne, puis l'impression, les choix proposés et les noms. */
export function planLisible(plan: PlanDeFeuille): string {
  const { impression, validations = [], noms = [] } = plan;
  return [
    `« ${plan.nom} », ${plan.largeurs.length} colonnes, ${plan.lignesFigees} ligne(s) figée(s)`,
    ...cellulesDe(plan),
    `pied : ${Object.values(impression.piedDePage).join(" | ")}`,
    `titres répétés : ${impression.lignesRepetees ?? "aucun"} ; sauts : ${impression.sauts.join(", ") || "aucun"}`,
    ...validations.map(({ plage, regle }) => `choix en ${plage} : ${JSON.stringify(regle)}`),
    ...noms.map(({ nom, plage }) => `nom ${nom} : ${plage}`),
  ].join("\n");
}

function cellulesDe({ blocs }: PlanDeFeuille): string[] {
  const cellules = blocs.flatMap(({ ancre, contenus }) => {
    const coin = rectangleDe(ancre);
    if (!coin) throw new Error(`Ancre illisible : ${ancre}`);
    return contenus.flatMap((ligne, i) =>
      ligne.flatMap((contenu, j) =>
        contenu === null ? [] : [{ ligne: coin.haut + i, colonne: coin.gauche + j, contenu }]
      )
    );
  });
  return cellules
    .sort((une, autre) => une.ligne - autre.ligne || une.colonne - autre.colonne)
    .map(({ ligne, colonne, contenu }) => `${adresseDe(ligne, colonne)}  ${dire(contenu)}`);
}

function dire(contenu: Contenu): string {
  if (!estFormule(contenu)) return JSON.stringify(contenu);
  const { formule, valeurs } = contenu;
  return `${formule}  →  ${valeurs.map((ligne) => ligne.map((v) => JSON.stringify(v)).join(" ; ")).join(" / ")}`;
}
