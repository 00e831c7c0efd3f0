import chargerHighs from "highs";
import {
  repartitionsOptimales,
  type Epci as EpciAResoudre,
  type Optimum,
} from "../../outils/repartition-optimale.cjs";
import { BAREMES, PERIODE_PAR_DEFAUT } from "../../src/regles/bareme";
import type { Lecture } from "../../src/regles/quelle-lecture";
import { quelleRepartition } from "../../src/regles/quelle-repartition";

/**
 * La répartition selon les capacités, comparée à un solveur de programmes en nombres entiers (HiGHS) sur mille EPCI tirés au hasard,
 * toujours les mêmes : le même optimum pour les deux critères, les mêmes impossibilités.
 */

/** EPCI résolus ensemble : le lancement d'une résolution coûte plus que la résolution. */
const PAR_RESOLUTION = 20;

type Ecart = 1 | 3 | 5;

interface Commune {
  deficit: number;
  ecart: Ecart;
  capacite: number;
}

interface Epci {
  communes: Commune[];
  /** `null` : la somme des objectifs légaux. */
  total: number | null;
  lecture: Lecture;
}

/** Taux en dix-millièmes, recopiés du guide (annexe 1) et de L. 302-8, VII et X, al. 2. */
const TAUX: Readonly<Record<Ecart, Record<"legal" | Lecture, number>>> = {
  5: { legal: 3300, guide: 1700, loi: 1650 },
  3: { legal: 5000, guide: 2500, loi: 2500 },
  1: { legal: 10_000, guide: 5000, loi: 5000 },
};

const plafond = (deficit: number, dixMilliemes: number): number =>
  Number((BigInt(deficit) * BigInt(dixMilliemes) + 9999n) / 10_000n);
const legalDe = ({ deficit, ecart }: Commune): number => plafond(deficit, TAUX[ecart].legal);
const plancherDe = ({ deficit, ecart }: Commune, lecture: Lecture): number =>
  plafond(deficit, TAUX[ecart][lecture]);
const sommer = (nombres: readonly number[]): number => nombres.reduce((s, n) => s + n, 0);

/** Générateur « mulberry32 » : les mêmes tirages à chaque exécution. */
function tirages(graine: number): (maximum: number) => number {
  let etat = graine;
  return (maximum) => {
    etat = (etat + 0x6d2b79f5) | 0;
    let t = Math.imul(etat ^ (etat >>> 15), 1 | etat);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * (maximum + 1));
  };
}

/** Ce que les capacités et le total ont de difficile ; les EPCI les prennent tour à tour. */
const DIFFICULTES = [
  "capacités sous le plancher",
  "capacités sous le légal",
  "peu de place au-delà du légal",
  "capacités quelconques",
  "total non contraignant",
  "total élevé",
  "total impossible",
] as const;

function tirerEpci(rang: number, tirer: (maximum: number) => number): Epci {
  const difficulte = DIFFICULTES[rang % DIFFICULTES.length];
  const lecture = tirer(2) === 0 ? "loi" : "guide";
  const taille = rang % 100 === 0 ? 40 : 1 + tirer(11);
  const communes = Array.from({ length: taille }, (): Commune => {
    const deficit = tirer(9) === 0 ? tirer(3) : 1 + tirer(600);
    const serree = difficulte === "peu de place au-delà du légal" && tirer(3) > 0;
    const ecart = serree ? 1 : (([1, 3, 5, 5] as const)[tirer(3)] ?? 5);
    const commune = { deficit, ecart, capacite: 0 };
    switch (difficulte) {
      case "capacités sous le plancher":
        return { ...commune, capacite: tirer(plancherDe(commune, lecture)) };
      case "capacités sous le légal":
        return { ...commune, capacite: tirer(legalDe(commune)) };
      case "total non contraignant":
        return { ...commune, capacite: legalDe(commune) + tirer(deficit) };
      default:
        return { ...commune, capacite: tirer(Math.ceil(deficit * 1.2)) };
    }
  });
  const legal = sommer(communes.map(legalDe));
  const manquants = sommer(communes.map(({ deficit }) => deficit));
  switch (difficulte) {
    case "total élevé":
      return { communes, total: legal + tirer(manquants - legal), lecture };
    case "total impossible":
      return tirer(1) === 0
        ? { communes, total: manquants + 1 + tirer(50), lecture }
        : { communes, total: Math.max(1, legal - 1 - tirer(50)), lecture };
    default:
      return { communes, total: tirer(3) === 0 ? legal : null, lecture };
  }
}

const MILLE = ((tirer) => Array.from({ length: 1000 }, (_, rang) => tirerEpci(rang, tirer)))(
  tirages(302)
);

/** Notre réponse, jugée sur les deux critères ; `null` si la répartition est impossible. */
function notreOptimum({ communes, total, lecture }: Epci): Optimum | null {
  const reponse = quelleRepartition(
    communes.map(({ deficit }) => deficit),
    communes.map(({ deficit, ecart }) => (deficit === 0 ? 0 : ecart)),
    communes.map(({ capacite }) => capacite),
    total,
    lecture,
    BAREMES[PERIODE_PAR_DEFAUT]
  );
  if (!reponse.ok) {
    expect(reponse.refus).toEqual([
      expect.objectContaining({ code: expect.stringMatching(/^total-/) as string }),
    ]);
    return null;
  }
  const { objectifs } = reponse;
  communes.forEach((commune, rang) => {
    expect(objectifs[rang]).toBeGreaterThanOrEqual(plancherDe(commune, lecture));
    expect(objectifs[rang]).toBeLessThanOrEqual(commune.deficit);
  });
  expect(sommer(objectifs)).toBeGreaterThanOrEqual(total ?? sommer(communes.map(legalDe)));
  return {
    cout: sommer(communes.map(({ capacite }, rang) => Math.abs((objectifs[rang] ?? 0) - capacite))),
    relevees: communes.filter((commune, rang) => (objectifs[rang] ?? 0) > legalDe(commune)).length,
  };
}

/** L'EPCI tel que le solveur le reçoit. */
function poser({ communes, total, lecture }: Epci): EpciAResoudre {
  return {
    communes: communes.map((commune) => ({
      plancher: plancherDe(commune, lecture),
      legal: legalDe(commune),
      manquants: commune.deficit,
      capacite: commune.capacite,
    })),
    total: total ?? sommer(communes.map(legalDe)),
  };
}

/** Vrai si les capacités, ramenées dans les bornes, n'atteignent pas le total : il y a un choix à faire. */
function estContraint({ communes, total }: EpciAResoudre): boolean {
  const depart = communes.map(({ capacite, plancher, manquants }) =>
    Math.min(Math.max(capacite, plancher), manquants)
  );
  return sommer(depart) < total;
}

test("mille EPCI : le même optimum que le solveur aux deux critères, les mêmes impossibilités", async () => {
  const solveur = await chargerHighs();
  const notres = MILLE.map(notreOptimum);
  const possibles = MILLE.filter((_, rang) => notres[rang] !== null);
  const impossibles = MILLE.filter((_, rang) => notres[rang] === null);

  for (const epci of impossibles) {
    expect(repartitionsOptimales(solveur, [poser(epci)])).toBeNull();
  }
  const attendus: (Optimum | null)[] = [];
  for (let debut = 0; debut < possibles.length; debut += PAR_RESOLUTION) {
    const groupe = possibles.slice(debut, debut + PAR_RESOLUTION);
    attendus.push(...(repartitionsOptimales(solveur, groupe.map(poser)) ?? []));
  }
  expect(notres.filter((optimum) => optimum !== null)).toEqual(attendus);

  // Les tirages valent par leur variété : des impossibilités, beaucoup de choix à faire, et des EPCI déjà au-dessus du total.
  expect(impossibles.length).toBeGreaterThan(50);
  const contraints = possibles.filter((epci) => estContraint(poser(epci))).length;
  expect(contraints).toBeGreaterThan(300);
  expect(possibles.length - contraints).toBeGreaterThan(200);
}, 120_000);
