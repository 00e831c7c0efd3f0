import fc from "fast-check";
import {
  BAREMES,
  PERIODES,
  PERIODE_PAR_DEFAUT,
  quelObjectif,
  quelPlancher,
  type Bareme,
  type Lecture,
  type TypeDeSituation,
} from "../../src/regles";

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

describe("barème", () => {
  test("les périodes se suivent sans trou ni chevauchement, par tranches de trois ans comptées de 2002", () => {
    let debut = BAREMES[PERIODES[0]].debut;
    for (const periode of PERIODES) {
      const bareme = BAREMES[periode];
      expect(bareme.periode).toBe(`${bareme.debut}-${bareme.fin}`);
      expect(bareme.debut).toBe(debut);
      expect(bareme.fin).toBe(debut + 2);
      expect((bareme.debut - 2002) % 3).toBe(0);
      debut += 3;
    }
  });

  test("sans période, la dernière couverte s'applique", () => {
    expect(PERIODE_PAR_DEFAUT).toBe(PERIODES.at(-1));
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
