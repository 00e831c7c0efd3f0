import { Composition } from "../composer";
import { enFeuille, ouvrir } from "../dossier/commun";
import type { Matiere } from "../matiere";
import type { PlanDeFeuille } from "../plan";
import { FICHE, dresserLaFiche } from "./fiche";
import { TABLEAU_DES_COMMUNES, dresserLeTableau } from "./tableau";

/** « Portrait 2026-2028 ». */
export function nomPortrait(periode: string): string {
  return `Portrait ${periode}`;
}

/** La présentation de la commune de la trame : une fiche, ou un tableau de plusieurs communes. */
export function planPortrait(matiere: Matiere, nom: string): PlanDeFeuille {
  const seule = matiere.communes.length === 1;
  const largeurs = seule ? FICHE : TABLEAU_DES_COMMUNES;
  const page = new Composition(largeurs.length);
  ouvrir(page, matiere, seule ? "Présentation de la commune" : titreDe(matiere));
  const { titres, figeeJusqua, validations } = seule
    ? dresserLaFiche(page, matiere)
    : dresserLeTableau(page, matiere);
  return enFeuille(page, matiere, {
    nom,
    titre: "portrait",
    largeurs,
    repetees: [titres, figeeJusqua],
    figeeJusqua,
    validations,
  });
}

function titreDe({ controle }: Matiere): string {
  return controle.type === "arrondissements"
    ? "Présentation des arrondissements"
    : "Présentation des communes";
}
