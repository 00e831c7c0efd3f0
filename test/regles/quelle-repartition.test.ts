import fc from "fast-check";
import { BAREMES, PERIODE_PAR_DEFAUT } from "../../src/regles/bareme";
import { quelObjectif } from "../../src/regles/quel-objectif";
import { quelPlancher } from "../../src/regles/quel-plancher";
import type { Lecture } from "../../src/regles/quelle-lecture";
import { quelleRepartition } from "../../src/regles/quelle-repartition";
import type { Refus, Saisie } from "../../src/regles/resultat";

const BAREME = BAREMES[PERIODE_PAR_DEFAUT];

interface Epci {
  deficits: number[];
  ecarts: number[];
  capacites: number[] | null;
  total: number;
  lecture: Lecture;
}

const repartir = (
  deficits: Saisie[],
  ecarts: Saisie[],
  capacites: Saisie[] | null,
  total: Saisie = null,
  lecture: Lecture = "guide"
): number[] => {
  const reponse = quelleRepartition(deficits, ecarts, capacites, total, lecture, BAREME);
  if (!reponse.ok) throw new Error(JSON.stringify(reponse.refus));
  return reponse.objectifs;
};

const refus = (...saisies: Parameters<typeof repartir>): readonly Refus[] => {
  const [deficits, ecarts, capacites, total = null, lecture = "guide"] = saisies;
  const reponse = quelleRepartition(deficits, ecarts, capacites, total, lecture, BAREME);
  return reponse.ok ? [] : reponse.refus;
};

const legal = (deficit: number, ecart: number): number => {
  const objectif = quelObjectif(deficit, ecart, "legal", null, "superieur", BAREME);
  if (!objectif.ok) throw new Error(JSON.stringify(objectif.refus));
  return objectif.valeur;
};

const plancher = (deficit: number, ecart: number, lecture: Lecture): number => {
  const resultat = quelPlancher(deficit, ecart, "mutualisant", lecture, BAREME);
  if (!resultat.ok) throw new Error(JSON.stringify(resultat.refus));
  return resultat.valeur;
};

const sommer = (nombres: readonly number[]): number => nombres.reduce((s, n) => s + n, 0);

describe("avec des capacités", () => {
  test("un total déjà couvert par les capacités ne les change pas", () => {
    expect(repartir([500, 300], [5, 5], [85, 200])).toEqual([85, 200]);
  });

  test("une capacité hors des bornes est ramenée au plancher ou aux manquants", () => {
    expect(repartir([500, 300], [5, 5], [10, 900])).toEqual([85, 300]);
    expect(repartir([500, 300], [5, 5], [10, 900], null, "loi")).toEqual([83, 300]);
  });

  test("ce qui manque va d'abord aux communes sous leur objectif légal, au prorata de ce qui les en sépare", () => {
    // Planchers 85, 85, 51 ; légaux 165, 165, 99 ; capacités 85 + 125 + 180 = 390 pour 429 : 39 à partager entre 80 et 40.
    expect(repartir([500, 500, 300], [5, 5, 5], [85, 125, 180])).toEqual([111, 138, 180]);
  });

  test("puis aux communes que leur capacité relève déjà", () => {
    // Légaux 165 + 99 = 264 ; total 340 : 135 à trouver, 80 jusqu'au légal de la première, et 55 à la seconde, déjà relevée (120 pour 99).
    expect(repartir([500, 300], [5, 5], [85, 120], 340)).toEqual([165, 175]);
  });

  test("enfin à la commune qui a le plus de place, seule si elle suffit", () => {
    // Légaux 33, 165, 99 ; total 400 : 103 à trouver ; places au-delà du légal 67, 335, 201.
    expect(repartir([100, 500, 300], [5, 5, 5], [33, 165, 99], 400)).toEqual([33, 268, 99]);
    // 600 : 303 à trouver, la place de la deuxième suffit encore (335) ; 650 : 353, il en faut deux (335 + 201).
    expect(repartir([100, 500, 300], [5, 5, 5], [33, 165, 99], 600)).toEqual([33, 468, 99]);
    expect(sommer(repartir([100, 500, 300], [5, 5, 5], [33, 165, 99], 650))).toBe(650);
    expect(repartir([100, 500, 300], [5, 5, 5], [33, 165, 99], 650)[0]).toBe(33);
    // 632 : 335 à trouver, exactement la place de la deuxième.
    expect(repartir([100, 500, 300], [5, 5, 5], [33, 165, 99], 632)).toEqual([33, 500, 99]);
  });

  test("à place égale, l'ordre du tableau décide", () => {
    expect(repartir([300, 300], [5, 5], [99, 99], 250)).toEqual([151, 99]);
  });

  test("une commune sans manquant reçoit 0, une cellule vide aussi", () => {
    expect(repartir([500, 0, null], [5, 0, -2], [200, 30, null])).toEqual([200, 0, 0]);
  });

  test("une capacité vide compte pour 0", () => {
    expect(repartir([500, 300], [5, 5], [null, ""])).toEqual(repartir([500, 300], [5, 5], [0, 0]));
  });
});

describe("sans capacités, au prorata des manquants", () => {
  test("un même taux pour toutes", () => {
    expect(repartir([500, 300], [5, 5], null)).toEqual([165, 99]);
    expect(repartir([500, 300], [5, 5], null, 304)).toEqual([190, 114]);
  });

  test("une commune que ce taux mettrait sous son plancher y reste, et baisse le taux des autres", () => {
    // Légaux 330 et 100, total 430 ; 430 / 1 100 = 39,1 % mettrait la seconde à 39, sous son plancher de 50 : 380 pour la première.
    expect(repartir([1000, 100], [5, 1], null)).toEqual([380, 50]);
  });

  test("les fixer ne baisse que le taux des autres : fixées, elles ne comptent plus dans l'ensemble", () => {
    // Cent communes d'un seul manquant (plancher et légal de 1) ; la dernière garde ses 33 %.
    const petites = Array.from({ length: 100 }, () => 1);
    const ecarts = Array.from({ length: 101 }, () => 5);
    expect(repartir([...petites, 100], ecarts, null)).toEqual([...petites, 33]);
  });

  test("au plus fort reste, puis dans l'ordre du tableau", () => {
    // Trois fois 34 sur 102 pour un total de 103.
    expect(repartir([100, 100, 100], [5, 5, 5], null, 103)).toEqual([35, 34, 34]);
  });
});

describe("refus", () => {
  test("un total sous la somme des objectifs légaux, avec les deux nombres", () => {
    expect(refus([500, 300], [5, 5], null, 263)).toEqual([
      { code: "total-sous-le-legal", total: 263, legal: 264 },
    ]);
    expect(repartir([500, 300], [5, 5], null, 264)).toEqual([165, 99]);
  });

  test("un total au-delà de la somme des manquants, avec les deux nombres", () => {
    expect(refus([500, 300], [5, 5], [0, 0], 801)).toEqual([
      { code: "total-au-dela-des-manquants", total: 801, manquants: 800 },
    ]);
    expect(repartir([500, 300], [5, 5], [0, 0], 800)).toEqual([500, 300]);
    expect(refus([0], [0], null, 1)).toEqual([
      { code: "total-au-dela-des-manquants", total: 1, manquants: 0 },
    ]);
  });

  test("les lignes illisibles, toutes, avec leur numéro et leurs raisons, puis le total", () => {
    const [lignes, total] = refus(
      [500, "NC", 300, 0],
      [5, 5, 0.05, 3],
      [10, -1, 2.5, 0],
      "beaucoup"
    );
    expect(lignes).toEqual({
      code: "lignes-illisibles",
      lignes: [
        {
          ligne: 2,
          refus: [
            { code: "pas-un-nombre", argument: "deficit", recu: "NC" },
            { code: "negatif", argument: "capacite", valeur: -1 },
          ],
        },
        {
          ligne: 3,
          refus: [
            { code: "ecart-en-fraction", deficit: 300, ecart: 0.05 },
            { code: "pas-entier", argument: "capacite", valeur: 2.5 },
          ],
        },
        { ligne: 4, refus: [{ code: "deficit-nul", ecart: 3 }] },
      ],
    });
    expect(total).toEqual({ code: "pas-un-nombre", argument: "total", recu: "beaucoup" });
  });

  test("une capacité illisible suffit à refuser sa ligne", () => {
    expect(refus([500, 300], [5, 5], [10, "NC"])).toEqual([
      {
        code: "lignes-illisibles",
        lignes: [
          { ligne: 2, refus: [{ code: "pas-un-nombre", argument: "capacite", recu: "NC" }] },
        ],
      },
    ]);
  });

  test("une période sans contrat mutualisant, ligne par ligne", () => {
    expect(quelleRepartition([500], [5], null, null, "guide", BAREMES["2020-2022"])).toMatchObject({
      refus: [
        {
          code: "lignes-illisibles",
          lignes: [
            {
              ligne: 1,
              refus: [{ code: "type-hors-periode", type: "mutualisant", periode: "2020-2022" }],
            },
          ],
        },
      ],
    });
  });

  test("un tableau vide, ou des manquants trop nombreux pour un calcul exact", () => {
    expect(refus([], [], null)).toEqual([{ code: "vide", argument: "deficit" }]);
    const millions = Array.from({ length: 1001 }, () => 1_000_000);
    const ecarts = millions.map(() => 5);
    expect(repartir(millions.slice(1), ecarts.slice(1), null)).toHaveLength(1000);
    expect(refus(millions, ecarts, null)).toEqual([
      { code: "trop-grand", argument: "deficit", valeur: 1_001_000_000, maximum: 1_000_000_000 },
    ]);
  });
});

/** Un EPCI qui a une répartition : le total, s'il est donné, va de la somme des objectifs légaux à celle des manquants. */
const epcis = (avecCapacites: boolean): fc.Arbitrary<Epci> =>
  fc
    .record({
      communes: fc.array(
        fc.record({
          deficit: fc.oneof(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 20_000 })),
          ecart: fc.constantFrom(1, 3, 4, 5, 12.5),
          part: fc.double({ min: 0, max: 1.2, noNaN: true }),
        }),
        { minLength: 1, maxLength: 40 }
      ),
      place: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
      lecture: fc.constantFrom<Lecture>("guide", "loi"),
    })
    .map(({ communes, place, lecture }) => {
      const legaux = sommer(communes.map(({ deficit, ecart }) => legal(deficit, ecart)));
      const manquants = sommer(communes.map(({ deficit }) => deficit));
      return {
        deficits: communes.map(({ deficit }) => deficit),
        ecarts: communes.map(({ ecart }) => ecart),
        capacites: avecCapacites
          ? communes.map(({ deficit, part }) => Math.round(deficit * part))
          : null,
        total: legaux + Math.floor((manquants - legaux) * (place ?? 0)),
        lecture,
      };
    });

const resoudre = ({ deficits, ecarts, capacites, total, lecture }: Epci): number[] =>
  repartir(deficits, ecarts, capacites, total, lecture);

const cout = (epci: Epci, objectifs: readonly number[]): number =>
  sommer(objectifs.map((objectif, rang) => Math.abs(objectif - (epci.capacites?.[rang] ?? 0))));

const relevees = ({ deficits, ecarts }: Epci, objectifs: readonly number[]): number =>
  objectifs.filter((objectif, rang) => objectif > legal(deficits[rang] ?? 0, ecarts[rang] ?? 0))
    .length;

const retourner = (epci: Epci): Epci => ({
  ...epci,
  deficits: [...epci.deficits].reverse(),
  ecarts: [...epci.ecarts].reverse(),
  capacites: epci.capacites && [...epci.capacites].reverse(),
});

describe("propriétés", () => {
  const tous = fc.boolean().chain(epcis);

  test("des entiers, entre le plancher et les manquants ; leur somme atteint le total, et ne le dépasse que par les capacités", () => {
    fc.assert(
      fc.property(tous, (epci) => {
        const objectifs = resoudre(epci);
        objectifs.forEach((objectif, rang) => {
          const deficit = epci.deficits[rang] ?? 0;
          expect(Number.isInteger(objectif)).toBe(true);
          expect(objectif).toBeLessThanOrEqual(deficit);
          expect(objectif).toBeGreaterThanOrEqual(
            plancher(deficit, epci.ecarts[rang] ?? 0, epci.lecture)
          );
        });
        const depart = epci.deficits.map((deficit, rang) =>
          Math.min(
            Math.max(
              epci.capacites?.[rang] ?? 0,
              plancher(deficit, epci.ecarts[rang] ?? 0, epci.lecture)
            ),
            deficit
          )
        );
        expect(sommer(objectifs)).toBe(Math.max(epci.total, sommer(depart)));
      })
    );
  });

  test("l'ordre des lignes ne change ni le coût, ni le nombre de communes relevées", () => {
    fc.assert(
      fc.property(epcis(true), (epci) => {
        const [droit, inverse] = [resoudre(epci), resoudre(retourner(epci)).reverse()];
        expect(cout(epci, inverse)).toBe(cout(epci, droit));
        expect(relevees(epci, inverse)).toBe(relevees(epci, droit));
      })
    );
  });

  test("sans égalité de place, l'ordre des lignes ne déplace qu'un logement d'arrondi par commune", () => {
    fc.assert(
      fc.property(tous, (epci) => {
        const places = epci.deficits.map((d, rang) => d - legal(d, epci.ecarts[rang] ?? 0));
        fc.pre(epci.capacites === null || new Set(places).size === places.length);
        const inverse = resoudre(retourner(epci)).reverse();
        resoudre(epci).forEach((objectif, rang) =>
          expect(Math.abs(objectif - (inverse[rang] ?? NaN))).toBeLessThanOrEqual(1)
        );
      })
    );
  });

  test("un total plus haut ne coûte jamais moins", () => {
    fc.assert(
      fc.property(epcis(true), fc.integer({ min: 1, max: 500 }), (epci, plus) => {
        const total = Math.min(epci.total + plus, sommer(epci.deficits));
        const hausse = { ...epci, total };
        expect(cout(epci, resoudre(hausse))).toBeGreaterThanOrEqual(cout(epci, resoudre(epci)));
      })
    );
  });

  test("le prorata est celui que donnent les entiers longs, taux unique et plus forts restes", () => {
    fc.assert(
      fc.property(epcis(false), (epci) => {
        expect(resoudre(epci)).toEqual(prorataExact(epci));
      })
    );
  });

  test("n'importe quelles saisies reçoivent une réponse, jamais une exception", () => {
    const saisies = fc.array(
      fc.oneof(
        fc.integer({ min: -5, max: 500 }),
        fc.double(),
        fc.string(),
        fc.boolean(),
        fc.constant(null),
        fc.record({ erreur: fc.string() })
      ),
      { maxLength: 5 }
    );
    fc.assert(
      fc.property(saisies, saisies, fc.option(saisies), (deficits, ecarts, capacites) => {
        const reponse = quelleRepartition(deficits, ecarts, capacites, null, "loi", BAREME);
        if (reponse.ok) expect(reponse.objectifs).toHaveLength(deficits.length);
        else expect(reponse.refus.length).toBeGreaterThan(0);
      })
    );
  });
});

/** Par les points de rupture : les communes au plancher sont celles dont le rapport plancher / manquants est le plus haut. */
function prorataExact({ deficits, ecarts, total, lecture }: Epci): number[] {
  const communes = deficits.map((deficit, rang) => ({
    rang,
    deficit: BigInt(deficit),
    plancher: BigInt(plancher(deficit, ecarts[rang] ?? 0, lecture)),
  }));
  const parRapport = [...communes].sort((a, b) =>
    Number(b.plancher * a.deficit - a.plancher * b.deficit)
  );
  let reste = BigInt(total);
  let ensemble = communes.reduce((somme, { deficit }) => somme + deficit, 0n);
  const auPlancher = new Set<number>();
  for (const { rang, deficit, plancher } of parRapport) {
    if (reste * deficit >= plancher * ensemble) break;
    auPlancher.add(rang);
    reste -= plancher;
    ensemble -= deficit;
  }
  const parts = communes.map(({ rang, deficit, plancher }) =>
    auPlancher.has(rang)
      ? { rang, part: plancher, fraction: 0n }
      : { rang, part: (reste * deficit) / ensemble, fraction: (reste * deficit) % ensemble }
  );
  const aServir = total - Number(parts.reduce((somme, { part }) => somme + part, 0n));
  const servies = new Set(
    [...parts]
      .sort((a, b) => Number(b.fraction - a.fraction) || a.rang - b.rang)
      .slice(0, aServir)
      .map(({ rang }) => rang)
  );
  return parts.map(({ rang, part }) => Number(part) + (servies.has(rang) ? 1 : 0));
}
