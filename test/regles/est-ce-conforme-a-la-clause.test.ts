import fc from "fast-check";
import {
  estCeConformeALaClause,
  type ClauseDeMixite,
} from "../../src/regles/est-ce-conforme-a-la-clause";
import type { Saisie } from "../../src/regles/resultat";

const juger = (
  logements: number,
  modestes: number,
  depassements: number,
  subventionnee: Saisie = null
): ClauseDeMixite => {
  const clause = estCeConformeALaClause(logements, modestes, depassements, subventionnee);
  if (!clause.ok) throw new Error(JSON.stringify(clause.refus));
  return clause;
};

const operations = fc
  .tuple(
    fc.integer({ min: 1, max: 100_000 }),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.double({ min: 0, max: 1, noNaN: true })
  )
  .map(([logements, a, b]) => {
    const modestes = Math.floor(logements * a);
    return { logements, modestes, depassements: Math.floor((logements - modestes) * b * b) };
  });

test("tenue quand 30 % au moins sont modestes et 10 % au plus dépassent, exactement", () => {
  fc.assert(
    fc.property(operations, ({ logements, modestes, depassements }) => {
      const assez = 10 * modestes >= 3 * logements;
      const peu = 10 * depassements <= logements;
      expect(juger(logements, modestes, depassements).etat).toBe(
        assez && peu ? "tenue" : "non-tenue"
      );
      expect(juger(logements, modestes, depassements, false).etat).toBe(
        !assez ? "non-tenue" : peu ? "tenue" : "a-confirmer"
      );
    })
  );
});

test("les modestes manquants et les dépassements de trop suffisent, et rien de moins", () => {
  fc.assert(
    fc.property(operations, ({ logements, modestes, depassements }) => {
      const { modestesManquants, depassementsDeTrop } = juger(logements, modestes, depassements);
      expect(10 * (modestes + modestesManquants)).toBeGreaterThanOrEqual(3 * logements);
      expect(10 * (depassements - depassementsDeTrop)).toBeLessThanOrEqual(logements);
      if (modestesManquants > 0) {
        expect(10 * (modestes + modestesManquants - 1)).toBeLessThan(3 * logements);
      }
      if (depassementsDeTrop > 0) {
        expect(10 * (depassements - depassementsDeTrop + 1)).toBeGreaterThan(logements);
      }
    })
  );
});

test("sans réponse, l'opération est subventionnée ; une cellule vide n'est pas une réponse", () => {
  for (const reponse of [null, "", 0, true, "Oui"]) {
    expect([reponse, juger(40, 12, 6, reponse).etat]).toEqual([reponse, "non-tenue"]);
  }
  for (const reponse of [false, "faux", "NON"]) {
    expect([reponse, juger(40, 12, 6, reponse).etat]).toEqual([reponse, "a-confirmer"]);
  }
});

test("toutes les raisons d'un refus sont dites ; sans logement, la clause est sans objet", () => {
  const clause = estCeConformeALaClause("NC", -1, 0.5, "peut-être");
  expect(clause.ok ? [] : clause.refus.map(({ code }) => code)).toEqual([
    "pas-un-nombre",
    "negatif",
    "pas-entier",
    "mot-inconnu",
  ]);
  expect(juger(0, 0, 0).etat).toBe("sans-objet");
  expect(juger(3, 2, 1).etat).toBe("non-tenue");
  const trop = estCeConformeALaClause(3, 2, 2, null);
  expect(trop.ok ? [] : trop.refus).toEqual([
    { code: "trop-de-menages", logements: 3, modestes: 2, depassements: 2 },
  ]);
});

test.each<[Parameters<typeof estCeConformeALaClause>, refus: object]>([
  [["NC", 12, 4, true], { code: "pas-un-nombre", argument: "logementsPlus" }],
  [[40, "NC", 4, true], { code: "pas-un-nombre", argument: "modestes" }],
  [[40, 12, "NC", true], { code: "pas-un-nombre", argument: "depassements" }],
  [[40, 12, 4, "NC"], { code: "mot-inconnu", argument: "subventionnee" }],
])("une seule saisie illisible suffit : %j", (saisies, refus) => {
  expect(estCeConformeALaClause(...saisies)).toMatchObject({ ok: false, refus: [refus] });
});

test("11 logements : 4 modestes au moins, 1 dépassement au plus", () => {
  expect(juger(11, 3, 3)).toEqual({
    ok: true,
    etat: "non-tenue",
    logements: 11,
    modestes: 3,
    depassements: 3,
    minimum: 4,
    maximum: 1,
    modestesManquants: 1,
    depassementsDeTrop: 2,
  });
  expect(juger(11, 4, 1).etat).toBe("tenue");
});
