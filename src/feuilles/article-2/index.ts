import type { Controle, EtatDuContrat } from "../../controle";
import type { TypeDeTableau } from "../../tableau";
import { Composition } from "../composer";
import { paysage } from "../page";
import { epciEtEtat } from "../pied";
import type { PlanDeFeuille } from "../plan";
import { abaissant } from "./abaissant";
import { arrondissements } from "./arrondissements";
import { comparer } from "./avenant";
import { pied } from "./commun";
import { rassembler, type Matiere } from "../matiere";
import type { Corps, CorpsDeVille } from "./corps";
import type { FormeDesFormules } from "../formes";
import { largeursDe, tientSurUnePage } from "./largeurs";
import { mutualisant } from "./mutualisant";
import { qualitatif } from "./qualitatif";
import { sansAmenagement } from "./sans-amenagement";

export type { FormeDesFormules } from "../formes";
export { objectifsQualitatifs, plaiDe, plsDe } from "./qualite";

interface Choix {
  /** « complement » si rien n'est dit. */
  forme?: FormeDesFormules;
  /** Le PLH est exécutoire, selon l'agent ; `null` ou absent : il n'a pas répondu. */
  plh?: boolean | null;
  /** La version que la feuille met par écrit ; `null` ou absent : un projet. */
  etat?: EtatDuContrat | null;
}

/** Ce qui change d'un type de contrat à l'autre : les objectifs quantitatifs. */
const QUANTITATIFS: Readonly<
  Record<TypeDeTableau, (page: Composition, matiere: Matiere) => Corps | CorpsDeVille>
> = {
  mutualisant,
  abaissant,
  "sans aménagement": sansAmenagement,
  arrondissements,
};

/** Au-delà, deux tableaux d'une ligne par commune ne tiennent pas sur la même page. */
const LIGNES_A_DEUX = 5;

/** « Article 2 – 2026-2028 ». */
export function nomArticle2(periode: string): string {
  return `Article 2 – ${periode}`;
}

/**
 * L'article 2 d'un contrat, au format de la trame officielle (guide DHUP, annexe 3) : les cellules renvoient au tableau source et se
 * recalculent avec lui, sauf en « valeurs ». Demande une commune non exemptée au moins.
 */
export function planArticle2(
  controle: Controle,
  nom: string,
  { forme = "complement", plh = null, etat = null }: Choix = {}
): PlanDeFeuille {
  const matiere = rassembler(controle, forme, plh, etat);
  const { periode } = controle.bareme;
  const largeurs = largeursDe(matiere);
  const page = new Composition(largeurs.length);
  const detaillees = tientSurUnePage(matiere);

  const corps = QUANTITATIFS[controle.type](page, matiere);
  const sauts = detaillees && matiere.communes.length > 1 ? [page.ligne] : [];
  comparer(page, matiere, corps.ecrit);
  // Le tableau de l'avenant et celui du détail ne tiennent pas ensemble : chacun sa page.
  const detaille = "detail" in corps && corps.detail.length > 0;
  if (etat?.precedente && detaille && sauts.length > 0 && matiere.communes.length > LIGNES_A_DEUX)
    sauts.push(page.ligne);
  qualitatif(page, matiere, corps);
  pied(page, controle, ceQuiEstAjoute(matiere));

  const { ecrit } = corps;
  return {
    nom,
    blocs: page.blocs,
    styles: page.styles,
    fusions: page.fusions,
    largeurs,
    lignesFigees: 0,
    quadrillage: false,
    impression: {
      ...paysage(epciEtEtat(matiere, etat), `Contrat de mixité sociale ${periode}, article 2`),
      // Les colonnes tiennent dans la page, et Excel ignore les sauts de page quand il ajuste.
      pagesEnLargeur: 0,
      lignesRepetees: detaillees || !ecrit ? undefined : `${ecrit.titres}:${ecrit.titres}`,
      sauts,
    },
  };
}

/** Ce que la feuille a de plus que la trame. */
function ceQuiEstAjoute(matiere: Matiere): string {
  const { controle, communes } = matiere;
  const deLaTrame = controle.type === "mutualisant" || controle.type === "abaissant";
  if (!deLaTrame || communes.length === 1) return "";
  return tientSurUnePage(matiere)
    ? "Le tableau de détail est ajouté à la trame. "
    : "Les colonnes qui suivent l'objectif retenu sont ajoutées à la trame. ";
}
