import fc from "fast-check";
import { BAREMES, PERIODE_PAR_DEFAUT, type Bareme } from "../../src/regles/bareme";
import { quelObjectif } from "../../src/regles/quel-objectif";
import { quelPlancher } from "../../src/regles/quel-plancher";
import type { TypeDeSituation } from "../../src/regles/quel-type-de-situation";
import type { Lecture } from "../../src/regles/quelle-lecture";
import type { Saisie } from "../../src/regles/resultat";

const BAREME = BAREMES[PERIODE_PAR_DEFAUT];

/** Taux de la loi et du guide, en dix-millièmes, recopiés de leurs sources : guide, annexe 1 ; L. 302-8, X, al. 2 pour la lecture « loi ». */
const TAUX: readonly [TypeDeSituation, ecart: number, dixMilliemes: bigint, Lecture][] = [
  ["legal", 5, 3300n, "guide"],
  ["legal", 3, 5000n, "guide"],
  ["legal", 1, 10000n, "guide"],
  ["abaissant", 5, 2500n, "guide"],
  ["abaissant", 3, 4000n, "guide"],
  ["abaissant", 1, 8000n, "guide"],
  ["mutualisant", 5, 1700n, "guide"],
  ["mutualisant", 3, 2500n, "guide"],
  ["mutualisant", 1, 5000n, "guide"],
  ["mutualisant", 5, 1650n, "loi"],
  ["entrante-1", 5, 1500n, "guide"],
  ["entrante-2", 5, 2500n, "guide"],
  ["entrante-cours", 5, 1000n, "guide"],
];

const plafond = (deficit: number, taux: bigint): number =>
  Number((BigInt(deficit) * taux + 9999n) / 10000n);

const valeur = (
  deficit: number,
  ecart: number,
  type: TypeDeSituation = "legal",
  bareme: Bareme = BAREME
): number => {
  const objectif = quelObjectif(deficit, ecart, type, null, "superieur", bareme);
  if (!objectif.ok) throw new Error(JSON.stringify(objectif.refus));
  return objectif.valeur;
};

const plancher = (
  deficit: number,
  ecart: number,
  type: TypeDeSituation,
  lecture: Lecture
): number => {
  const resultat = quelPlancher(deficit, ecart, type, lecture, BAREME);
  if (!resultat.ok) throw new Error(JSON.stringify(resultat.refus));
  return resultat.valeur;
};

describe("exact, comparé au calcul sur les entiers longs", () => {
  test.each(TAUX)(
    "%s, écart de %d : tous les déficits de 1 à 20 000",
    (type, ecart, taux, lecture) => {
      const faux: number[] = [];
      for (let deficit = 1; deficit <= 20_000; deficit++) {
        const attendu = plafond(deficit, taux);
        if (plancher(deficit, ecart, type, lecture) !== attendu) faux.push(deficit);
        if (lecture === "guide" && valeur(deficit, ecart, type) !== attendu) faux.push(deficit);
      }
      expect(faux).toEqual([]);
    }
  );
});

const deficits = fc.integer({ min: 1, max: 1_000_000 });
const ecarts = fc.double({ min: 0.26, max: 25, noNaN: true });

describe("propriétés", () => {
  test("le plancher d'un contrat ne dépasse jamais l'objectif légal", () => {
    fc.assert(
      fc.property(
        deficits,
        ecarts,
        fc.constantFrom<TypeDeSituation>("abaissant", "mutualisant"),
        fc.constantFrom<Lecture>("guide", "loi"),
        (deficit, ecart, type, lecture) =>
          plancher(deficit, ecart, type, lecture) <= valeur(deficit, ecart)
      )
    );
  });

  test("la lecture de la loi n'est jamais plus haute que celle du guide, et vaut la moitié de l'objectif légal", () => {
    fc.assert(
      fc.property(deficits, ecarts, (deficit, ecart) => {
        const loi = plancher(deficit, ecart, "mutualisant", "loi");
        expect(loi).toBeLessThanOrEqual(plancher(deficit, ecart, "mutualisant", "guide"));
        expect(loi).toBe(Math.ceil(valeur(deficit, ecart) / 2));
      })
    );
  });

  test("l'objectif croît avec le déficit, sans jamais le dépasser", () => {
    fc.assert(
      fc.property(
        deficits,
        ecarts,
        fc.constantFrom(...TAUX.map(([type]) => type)),
        (deficit, ecart, type) => {
          const objectif = valeur(deficit, ecart, type);
          expect(objectif).toBeLessThanOrEqual(deficit);
          if (deficit < 1_000_000) {
            expect(valeur(deficit + 1, ecart, type)).toBeGreaterThanOrEqual(objectif);
          }
        }
      )
    );
  });

  test("2 et 4 points atteints par soustraction valent 2 et 4 points, pour tous les taux au dixième", () => {
    for (let dixiemes = 41; dixiemes <= 250; dixiemes++) {
      const taux = dixiemes / 10;
      expect([taux, valeur(500, taux - (taux - 4))]).toEqual([taux, 250]);
      expect([taux, valeur(500, taux - (taux - 2))]).toEqual([taux, 250]);
      expect([taux, valeur(500, (taux / 100 - (taux - 4) / 100) * 100)]).toEqual([taux, 250]);
      expect([taux, valeur(500, (taux / 100 - (taux - 2) / 100) * 100)]).toEqual([taux, 250]);
    }
  });

  test("une nouvelle entrante a le même objectif quel que soit son écart", () => {
    fc.assert(
      fc.property(deficits, fc.anything(), (deficit, ecart) => {
        const saisie = ecart as number;
        const objectif = quelObjectif(deficit, saisie, "entrante-1", null, "superieur", BAREME);
        return objectif.ok && objectif.valeur === valeur(deficit, 5, "entrante-1");
      })
    );
  });

  test("un taux retenu entre le plancher et 100 % donne son plafond exact", () => {
    fc.assert(
      fc.property(deficits, fc.integer({ min: 2500, max: 10_000 }), (deficit, dixMilliemes) => {
        const taux = dixMilliemes / 10_000;
        const objectif = quelObjectif(deficit, 5, "abaissant", taux, "superieur", BAREME);
        expect(objectif.ok && objectif.valeur).toBe(plafond(deficit, BigInt(dixMilliemes)));
      })
    );
  });

  test("n'importe quelle saisie reçoit une réponse, jamais une exception", () => {
    const saisies = fc.oneof(
      fc.double(),
      fc.string(),
      fc.boolean(),
      fc.constant(null),
      fc.record({ erreur: fc.string() })
    );
    fc.assert(
      fc.property(saisies, saisies, saisies, (deficit, ecart, taux) => {
        const reponse = quelObjectif(deficit, ecart, "mutualisant", taux, "superieur", BAREME);
        if (reponse.ok) {
          expect(Number.isInteger(reponse.valeur) && reponse.valeur >= 0).toBe(true);
        } else {
          expect(reponse.refus.length).toBeGreaterThan(0);
        }
      })
    );
  });
});

describe("toutes les raisons d'un refus sont dites", () => {
  test("déficit négatif, écart en texte et taux supérieur à 1", () => {
    const reponse = quelObjectif(-5, "cinq", "abaissant", 33, "superieur", BAREME);
    expect(reponse.ok ? [] : reponse.refus.map(({ code }) => code)).toEqual([
      "negatif",
      "pas-un-nombre",
      "taux-superieur-a-1",
    ]);
  });
});

describe("au-delà de 100 %", () => {
  const objectif = (type: TypeDeSituation, taux: number) =>
    quelObjectif(100, 5, type, taux, "superieur", BAREME);

  test.each<TypeDeSituation>(["mutualisant", "rehausse"])("%s : admis jusqu'à 200 %%", (type) => {
    expect(objectif(type, 1.2)).toMatchObject({ ok: true, valeur: 120 });
    expect(objectif(type, 2)).toMatchObject({ ok: true, valeur: 200 });
    expect(objectif(type, 2.000001)).toMatchObject({
      refus: [{ code: "taux-superieur-a-1", maximum: 2 }],
    });
  });

  test.each<TypeDeSituation>(["legal", "abaissant", "entrante-1"])("%s : refusé", (type) => {
    expect(objectif(type, 1.000001)).toMatchObject({
      refus: [{ code: "taux-superieur-a-1", maximum: 1 }],
    });
  });
});

describe("d'où vient le taux", () => {
  test.each<[string, Parameters<typeof quelObjectif>, object]>([
    [
      "le droit commun",
      [500, 5, "legal", null, "superieur", BAREME],
      { valeur: 165, taux: 330_000, origine: "droit" },
    ],
    [
      "le droit commun, rappelé",
      [500, 5, "legal", 0.33, "superieur", BAREME],
      { valeur: 165, taux: 330_000, origine: "retenu" },
    ],
    [
      "le plancher, faute de taux retenu (arbitrage 8)",
      [500, 5, "abaissant", "", "superieur", BAREME],
      { valeur: 125, taux: 250_000, origine: "plancher" },
    ],
    [
      "le plancher mutualisant",
      [500, 5, "mutualisant", null, "superieur", BAREME],
      { valeur: 85, taux: 170_000, origine: "plancher" },
    ],
    [
      "le taux retenu",
      [500, 5, "abaissant", 0.3, "superieur", BAREME],
      { valeur: 150, taux: 300_000, origine: "retenu" },
    ],
    [
      "un taux retenu au plancher exactement",
      [500, 5, "abaissant", 0.25, "superieur", BAREME],
      { valeur: 125, taux: 250_000, origine: "retenu" },
    ],
    [
      "l'arrondi ne descend pas sous le plancher (arbitrage 3)",
      [301, 5, "abaissant", null, "au plus proche", BAREME],
      { valeur: 76, taux: 250_000, origine: "plancher", rameneAuPlancher: true },
    ],
    [
      "le droit commun n'a pas de plancher : l'arrondi choisi s'applique",
      [301, 5, "legal", null, "au plus proche", BAREME],
      { valeur: 99, taux: 330_000, origine: "droit" },
    ],
    [
      "aucun logement manquant : 0, quel que soit le taux retenu",
      [0, 0, "legal", 0.1, "superieur", BAREME],
      { valeur: 0, taux: 100_000, origine: "retenu" },
    ],
    [
      "rehaussé sans taux ni logement manquant",
      [0, 0, "rehausse", null, "superieur", BAREME],
      { valeur: 0, taux: 0, origine: "droit" },
    ],
  ])("%s", (_cas, saisies, attendu) => {
    const [deficit, ecart, type, , arrondi, bareme] = saisies;
    expect(quelObjectif(...saisies)).toEqual({
      ok: true,
      deficit,
      ecart,
      tranche: deficit === 0 ? null : "plusDe4",
      type,
      arrondi,
      rameneAuPlancher: false,
      bareme,
      ...attendu,
    });
  });

  test.each<[string, TypeDeSituation, Saisie, object]>([
    [
      "sous le plancher d'un contrat",
      "abaissant",
      0.249999,
      {
        code: "taux-sous-plancher",
        taux: 249_999,
        plancher: 250_000,
        type: "abaissant",
        article: "L. 302-8, IX, 1° à 3°",
      },
    ],
    [
      "un taux de 0 (cellule vide au bureau)",
      "mutualisant",
      0,
      {
        code: "taux-sous-plancher",
        taux: 0,
        plancher: 170_000,
        type: "mutualisant",
        article: "guide, annexe 1",
      },
    ],
    [
      "un taux choisi sans aménagement",
      "legal",
      0.3,
      { code: "taux-sans-objet", type: "legal", taux: 300_000 },
    ],
    [
      "un taux choisi pour une nouvelle entrante",
      "entrante-1",
      0.3,
      { code: "taux-sans-objet", type: "entrante-1", taux: 300_000 },
    ],
    ["rehaussé sans taux", "rehausse", null, { code: "taux-requis", tauxLegal: 330_000 }],
    ["négatif", "abaissant", -0.3, { code: "negatif", argument: "tauxRetenu", valeur: -0.3 }],
    ["illisible", "legal", "NC", { code: "pas-un-nombre", argument: "tauxRetenu", recu: "NC" }],
    [
      "en points",
      "abaissant",
      30,
      { code: "taux-superieur-a-1", argument: "tauxRetenu", valeur: 30, maximum: 1 },
    ],
  ])("refusé : %s", (_cas, type, taux, refus) => {
    const reponse = quelObjectif(500, 5, type, taux, "superieur", BAREME);
    expect(reponse).toEqual({ ok: false, refus: [refus] });
  });

  test.each([null, 0.3])("avec ou sans taux (%p), la situation refusée dit ses raisons", (taux) => {
    expect(quelObjectif(-5, 5, "abaissant", taux, "superieur", BAREME)).toEqual({
      ok: false,
      refus: [{ code: "negatif", argument: "deficit", valeur: -5 }],
    });
  });
});
