import fc from "fast-check";
import { quellePartDesAttributions } from "../../src/regles/quelle-part-des-attributions";

/** Circulaire du 18/12/2023 et guide, annexe 7. */
const OBJECTIFS = [
  ["q1-hors-qpv", 25n],
  ["q234-qpv", 50n],
  ["prioritaires", 25n],
] as const;

const comptes = fc
  .tuple(fc.integer({ min: 0, max: 10_000_000 }), fc.integer({ min: 0, max: 10_000_000 }))
  .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);

test.each(OBJECTIFS)(
  "%s : le plus petit nombre d'attributions de plus qui atteint %s %, à total constant",
  (objectif, pourcent) => {
    fc.assert(
      fc.property(comptes, ([partie, total]) => {
        const constat = quellePartDesAttributions(objectif, partie, total);
        if (!constat.ok) throw new Error(JSON.stringify(constat.refus));
        const atteint = (nombre: number): boolean =>
          BigInt(nombre) * 100n >= BigInt(total) * pourcent;
        expect(atteint(partie + constat.manquantes)).toBe(true);
        expect(constat.manquantes === 0 || !atteint(partie + constat.manquantes - 1)).toBe(true);
        expect(constat.part === null).toBe(total === 0);
      })
    );
  }
);

test("une partie plus grande que son total nomme les deux", () => {
  const constat = quellePartDesAttributions("q234-qpv", 61, 60);
  expect(constat.ok ? null : constat.refus).toEqual([
    { code: "partie-superieure", partie: "q234Qpv", tout: "qpv", valeurs: [61, 60] },
  ]);
});

test("toutes les raisons sont dites", () => {
  const constat = quellePartDesAttributions("prioritaires", -1, "NC");
  expect(constat.ok ? null : constat.refus).toEqual([
    { code: "negatif", argument: "prioritaires", valeur: -1 },
    { code: "pas-un-nombre", argument: "totalAttributions", recu: "NC" },
  ]);
});

test.each([
  [null, 10, { part: 0 }],
  ["NC", 10, { refus: [{ code: "pas-un-nombre", argument: "q1HorsQpv" }] }],
  [10, "NC", { refus: [{ code: "pas-un-nombre", argument: "horsQpv" }] }],
])(
  "%p sur %p : une seule saisie illisible suffit, une partie vide vaut 0",
  (partie, total, attendu) => {
    expect(quellePartDesAttributions("q1-hors-qpv", partie, total)).toMatchObject(attendu);
  }
);

test("sans attribution, l'objectif est sans objet et rien ne manque", () => {
  expect(quellePartDesAttributions("q234-qpv", 0, 0)).toMatchObject({ part: null, manquantes: 0 });
  expect(quellePartDesAttributions("q234-qpv", 30, 120)).toMatchObject({
    part: 0.25,
    manquantes: 30,
  });
});
