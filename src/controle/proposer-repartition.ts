import {
  BORNE_BASSE,
  BORNE_HAUTE,
  quelleRepartition,
  sommer,
  tauxLegal,
  type Bareme,
  type Lecture,
  type Refus,
  type Tranche,
} from "../regles";
import type { LigneDeCommune } from "../tableau";
import type { BilanDeCommune, Controle } from "./bilan";
import type { Constat } from "./constat";
import { reperer, saisieDe } from "./donnees";

/** Des objectifs équilibrés, au plus près des capacités. Une proposition : la loi ne dit pas comment répartir. */
export interface Proposition {
  possible: true;
  /** La colonne « capacité » ; à défaut, les objectifs « après » que le tableau porte déjà. */
  capacites: "colonne" | "objectifs-apres";
  communes: CommuneProposee[];
  /** Sommes : objectifs légaux, objectifs après du tableau (`null` s'il en manque un), objectifs proposés. */
  totaux: { avant: number; apres: number | null; propose: number };
}

export interface CommuneProposee {
  bilan: BilanDeCommune;
  ligne: LigneDeCommune;
  /** Dans la lecture demandée. */
  plancher: number;
  propose: number;
}

/** Aucune répartition ne se calcule : ce qui l'empêche. */
export interface SansProposition {
  possible: false;
  /** Constats à corriger d'abord. */
  constats: Constat[];
  /** Ce que la règle refuse, si ce n'est aucun d'eux. */
  refus: readonly Refus[];
}

/** Ce qui rend inconnue une commune, son objectif légal ou sa place dans l'EPCI. */
const EMPECHENT: readonly Constat["code"][] = [
  "aucune-commune",
  "contrats-melanges",
  "correspondance-incertaine",
  "donnee-illisible",
  "doublon",
  "ecart-contraire",
  "ecart-nul",
  "entrante-amenagee",
  "periode-hors-bareme",
  "taux-avant-inconnu",
];

/**
 * Propose une répartition équilibrée des objectifs d'un EPCI qui mutualise, au plus près des capacités des communes : la règle de CMS.REPARTIR, sur un
 * tableau contrôlé. Les communes exemptées n'en sont pas.
 * @param lecture Plancher du guide (17 %) ou de la loi (la moitié de l'objectif légal), arbitrage 4.
 * Sources : L. 302-8, X, al. 2 et 3 ; guide, annexe 1.
 */
export function proposerRepartition(
  controle: Controle,
  lecture: Lecture
): Proposition | SansProposition {
  const { tableau, bareme } = controle;
  const lignes = new Map(tableau.communes.map((ligne) => [ligne.ligne, ligne]));
  const communes = controle.communes.flatMap((bilan) => {
    const ligne = lignes.get(bilan.ligne);
    return ligne && !bilan.exemptee ? [{ bilan, ligne }] : [];
  });
  const colonne = tableau.colonnes.capacite !== undefined;
  const constats = [
    ...controle.constats.filter(empeche),
    ...communes.flatMap(({ ligne }) => signalerCapacite(ligne)),
  ];
  if (constats.length > 0) return { possible: false, constats, refus: [] };

  const repartition = quelleRepartition(
    communes.map(({ bilan }) => bilan.deficit),
    communes.map(({ bilan }) => ecartDe(bilan, bareme)),
    communes.map(({ bilan, ligne }) =>
      colonne ? saisieDe(ligne.donnees.capacite) : (bilan.objectifApres ?? bilan.objectifAvant)
    ),
    null,
    lecture,
    bareme
  );
  if (!repartition.ok) return { possible: false, constats: [], refus: repartition.refus };
  const { objectifs } = repartition;
  return {
    possible: true,
    capacites: colonne ? "colonne" : "objectifs-apres",
    communes: communes.map(({ bilan, ligne }, rang) => ({
      bilan,
      ligne,
      plancher: (lecture === "loi" ? bilan.plancherLoi : bilan.plancher) ?? 0,
      propose: objectifs[rang] ?? 0,
    })),
    totaux: {
      avant: sommer(communes.map(({ bilan }) => bilan.objectifAvant ?? 0)),
      apres: controle.totaux.apres,
      propose: sommer(objectifs),
    },
  };
}

/** Un objectif « après » illisible n'empêche rien : il est à remplacer. */
function empeche(constat: Constat): boolean {
  if (constat.gravite !== "erreur" || !EMPECHENT.includes(constat.code)) return false;
  return constat.code !== "donnee-illisible" || constat.valeurs.rubrique !== "objectifApres";
}

/** Le contrôle n'a que faire des capacités ; une répartition, si. */
function signalerCapacite(ligne: LigneDeCommune): Constat[] {
  const { capacite } = ligne.donnees;
  if (capacite?.etat !== "illisible") return [];
  return [
    {
      ...reperer(ligne, "capacite"),
      gravite: "avertissement",
      code: "donnee-illisible",
      article: "guide",
      valeurs: { rubrique: "capacite", affiche: capacite.texte, refus: [] },
    },
  ];
}

/**
 * L'écart d'une commune. S'il n'est pas connu, son taux annoncé fait foi (arbitrage 12) : tout écart de la même tranche donne le même plancher et le
 * même objectif légal.
 */
function ecartDe({ ecart, deficit, tauxAvant }: BilanDeCommune, bareme: Bareme): number | null {
  if (ecart !== null || deficit === 0) return ecart;
  const tranches = Object.keys(ECARTS) as Tranche[];
  const tranche = tranches.find((candidate) => tauxLegal(candidate, bareme) === tauxAvant);
  return tranche ? ECARTS[tranche] : null;
}

/** Un écart de chaque tranche. */
const ECARTS: Readonly<Record<Tranche, number>> = {
  plusDe4: BORNE_HAUTE + 1,
  de2a4: BORNE_HAUTE,
  moinsDe2: BORNE_BASSE - 1,
};
