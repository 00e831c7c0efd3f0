import { Composition } from "../composer";
import { enFeuille, ouvrir } from "../dossier/commun";
import type { Matiere } from "../matiere";
import type { PlanDeFeuille, Validation } from "../plan";
import { situerChacune } from "./chacune";
import { largeursDe } from "./largeurs";
import { ambitions, elaborer, organiser } from "./texte";
import { situer } from "./situation";

/** « Préambule 2026-2028 ». */
export function nomPreambule(periode: string): string {
  return `Préambule ${periode}`;
}

/** Le préambule de la trame : la situation, les ambitions, l'élaboration, les trois volets. */
export function planPreambule(matiere: Matiere, nom: string): PlanDeFeuille {
  const largeurs = largeursDe(matiere);
  const page = new Composition(largeurs.length);
  const validations: Validation[] = [];
  const seule = matiere.communes.length === 1 && matiere.controle.type !== "arrondissements";
  ouvrir(page, matiere, "Préambule : enjeux et ambitions du contrat de mixité sociale");
  const total = situer(page, matiere, seule, validations);
  ambitions(page, matiere, seule);
  elaborer(page, matiere, validations);
  organiser(page, matiere.controle.bareme);
  if (seule) return enFeuille(page, matiere, { nom, titre: "préambule", largeurs, validations });
  const saut = page.ligne;
  const { titres, deficits } = situerChacune(page, matiere, validations);
  total(deficits);
  return enFeuille(page, matiere, {
    nom,
    titre: "préambule",
    largeurs,
    repetees: [titres, titres],
    sauts: [saut],
    validations,
  });
}
