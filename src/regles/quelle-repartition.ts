import { DEFICIT_MAXIMUM, TOTAL_MAXIMUM, type Bareme } from "./bareme";
import { lireEffectif } from "./lire-saisie";
import { partSuperieure, sommer } from "./nombre";
import { partagerAuProrata } from "./partager-au-prorata";
import { tauxLegal, tauxPlancher } from "./quel-taux-de-rattrapage";
import type { Lecture } from "./quelle-lecture";
import { quelleSituation } from "./quelle-situation";
import {
  estRefus,
  refuser,
  type LigneIllisible,
  type Refus,
  type Resultat,
  type Saisie,
} from "./resultat";

export interface Repartition {
  ok: true;
  /** Objectif proposé à chaque commune, en logements entiers, dans l'ordre du tableau. */
  objectifs: number[];
}

/** Une commune et ses bornes : 0 ≤ plancher ≤ légal ≤ manquants. */
interface Commune {
  plancher: number;
  legal: number;
  manquants: number;
  /** Logements que la commune pense pouvoir réaliser ; 0 si la cellule est vide. */
  capacite: number;
}

/**
 * Une répartition équilibrée des objectifs entre les communes d'un EPCI qui mutualise : chaque objectif est entier, au moins au
 * plancher mutualisant de la commune et au plus à son nombre de manquants ; leur somme atteint `total`, ou à défaut la somme des
 * objectifs légaux.
 *
 * Avec `capacites`, la somme des |objectif − capacité| est la plus petite possible ; parmi ces répartitions, le nombre de communes
 * portées au-dessus de leur objectif légal est le plus petit. Sans elles (`null`), les objectifs sont au prorata des manquants.
 *
 * `deficits`, `ecarts`, `capacites` : de même longueur, une commune par rang ; une commune sans manquant reçoit 0. `total` : entier,
 * de la somme des objectifs légaux à celle des manquants ; vide ou 0, la première. Une ligne illisible refuse tout, en la nommant.
 * Sources : L. 302-8, X, al. 2 (plancher) et al. 3 (somme) ; guide, annexe 1. La loi ne dit pas comment répartir : proposition.
 */
export function quelleRepartition(
  deficits: readonly Saisie[],
  ecarts: readonly Saisie[],
  capacites: readonly Saisie[] | null,
  total: Saisie,
  lecture: Lecture,
  bareme: Bareme
): Resultat<Repartition> {
  const communes: Commune[] = [];
  const illisibles: LigneIllisible[] = [];
  deficits.forEach((deficit, rang) => {
    const capacite = capacites?.[rang] ?? null;
    const commune = lireCommune(deficit, ecarts[rang] ?? null, capacite, lecture, bareme);
    if (estLue(commune)) communes.push(commune);
    else illisibles.push({ ligne: rang + 1, refus: commune });
  });
  if (deficits.length === 0) return refuser({ code: "vide", argument: "deficit" });
  const demande = lireEffectif(total, "total", TOTAL_MAXIMUM);
  const refus: Refus[] = estRefus(demande) ? [demande] : [];
  if (illisibles.length > 0) refus.unshift({ code: "lignes-illisibles", lignes: illisibles });
  const [premier, ...autres] = refus;
  if (premier) return refuser(premier, ...autres);

  const legal = sommer(communes.map((commune) => commune.legal));
  const aRepartir = Number(demande) || legal;
  const impossible = verifierTotal(aRepartir, legal, sommer(communes.map(manquantsDe)));
  if (impossible) return refuser(impossible);
  const repartir = capacites === null ? auProrataDesManquants : auPlusPresDesCapacites;
  return { ok: true, objectifs: repartir(communes, aRepartir) };
}

function lireCommune(
  deficit: Saisie,
  ecart: Saisie,
  capacite: Saisie,
  lecture: Lecture,
  bareme: Bareme
): Commune | readonly Refus[] {
  const situation = quelleSituation(deficit, ecart, "mutualisant", bareme);
  const lue = lireEffectif(capacite, "capacite", DEFICIT_MAXIMUM);
  if (!situation.ok) return estRefus(lue) ? [...situation.refus, lue] : situation.refus;
  if (estRefus(lue)) return [lue];
  const { deficit: manquants, tranche } = situation;
  const plancher = tauxPlancher(tranche, "mutualisant", lecture, bareme);
  return {
    plancher: partSuperieure(manquants, plancher),
    legal: tranche === null ? 0 : partSuperieure(manquants, tauxLegal(tranche, bareme)),
    manquants,
    capacite: lue,
  };
}

function estLue(commune: Commune | readonly Refus[]): commune is Commune {
  return "plancher" in commune;
}

/** Quelle contrainte ne peut pas tenir, et de combien ; `null` si le total se répartit : Σ planchers ≤ Σ légaux ≤ total ≤ Σ manquants. */
function verifierTotal(total: number, legal: number, manquants: number): Refus | null {
  if (manquants > TOTAL_MAXIMUM) {
    return { code: "trop-grand", argument: "deficit", valeur: manquants, maximum: TOTAL_MAXIMUM };
  }
  if (total < legal) return { code: "total-sous-le-legal", total, legal };
  if (total > manquants) return { code: "total-au-dela-des-manquants", total, manquants };
  return null;
}

/**
 * Le plus près des capacités. Le départ x⁰ est la capacité ramenée entre le plancher et les manquants ; pour tout x dans ces bornes,
 * |x − capacité| = |x⁰ − capacité| + |x − x⁰|. Si Σx⁰ ≥ total, x⁰ est donc le seul optimum. Sinon il manque D = total − Σx⁰, et
 * Σ|x − x⁰| ≥ Σ(x − x⁰) ≥ D : les optimums sont tous les x ≥ x⁰ dont la somme est le total, où que l'on ajoute ces D logements.
 *
 * Pour relever le moins de communes, on les ajoute là où cela n'en relève pas : d'abord jusqu'aux objectifs légaux, puis chez celles que
 * leur capacité relève déjà. S'il en faut encore, on relève celles qui ont le plus de place au-delà du légal : aucun groupe moins
 * nombreux n'en aurait autant. À chaque étape, au prorata de la place qui reste.
 */
function auPlusPresDesCapacites(communes: readonly Commune[], total: number): number[] {
  const places = communes.map((commune) => {
    const { capacite, plancher, manquants } = commune;
    return { commune, objectif: Math.min(Math.max(capacite, plancher), manquants) };
  });
  type Place = (typeof places)[number];
  let reste = Math.max(0, total - sommer(places.map(({ objectif }) => objectif)));

  const remplir = (groupe: readonly Place[], jusque: (commune: Commune) => number): void => {
    const libres = groupe.map(({ commune, objectif }) => jusque(commune) - objectif);
    const libre = sommer(libres);
    const parts = libre <= reste ? libres : partagerAuProrata(reste, libres);
    groupe.forEach((place, rang) => (place.objectif += parts[rang] ?? 0));
    reste = Math.max(0, reste - libre);
  };
  const relevees = places.filter(({ commune, objectif }) => objectif > commune.legal);
  const autres = places.filter(({ commune, objectif }) => objectif <= commune.legal);
  remplir(autres, (commune) => commune.legal);
  remplir(relevees, manquantsDe);
  remplir(lesPlusGrandes(autres, reste), manquantsDe);
  return places.map(({ objectif }) => objectif);
}

/** Le plus petit groupe de communes dont la place au-delà de leur objectif légal suffit au `reste`, dans l'ordre du tableau. */
function lesPlusGrandes<P extends { commune: Commune }>(places: readonly P[], reste: number): P[] {
  const audela = ({ commune }: P): number => commune.manquants - commune.legal;
  let couvert = 0;
  // Le tri est stable : à place égale, l'ordre du tableau décide.
  const groupe = new Set(
    [...places]
      .sort((a, b) => audela(b) - audela(a))
      .filter((place) => {
        const utile = couvert < reste;
        couvert += audela(place);
        return utile;
      })
  );
  return places.filter((place) => groupe.has(place));
}

/**
 * Au prorata des manquants : un même taux pour toutes, sauf les communes qu'il mettrait sous leur plancher, qui y restent. Les y fixer
 * baisse le taux des autres : on recommence tant qu'il en passe dessous, et aucune ne remonte. Le taux ne dépasse jamais 100 %.
 */
function auProrataDesManquants(communes: readonly Commune[], total: number): number[] {
  let libres = communes;
  let reste = total;
  let manquants = sommer(communes.map(manquantsDe));
  for (;;) {
    // Les deux membres restent des entiers : reste / manquants < plancher / manquants de la commune.
    const [part, ensemble] = [reste, manquants];
    const fixees = libres.filter((c) => part * c.manquants < c.plancher * ensemble);
    if (fixees.length === 0) break;
    libres = libres.filter((commune) => !fixees.includes(commune));
    reste -= sommer(fixees.map(({ plancher }) => plancher));
    manquants -= sommer(fixees.map(manquantsDe));
  }
  const parts = partagerAuProrata(reste, libres.map(manquantsDe));
  const objectifs = new Map(libres.map((commune, rang) => [commune, parts[rang]]));
  return communes.map((commune) => objectifs.get(commune) ?? commune.plancher);
}

function manquantsDe(commune: Commune): number {
  return commune.manquants;
}
