import fc from "fast-check";
import { combienDeManquants } from "../../src/regles/combien-de-manquants";

test.each([
  [900, 6000, 0.2, 300],
  [900, 6001, 0.2, 301],
  [900, 6000, 25, 600],
  [2000, 6000, 0.2, 0],
  [1200, 6000, 20, 0],
])(
  "%d logements sociaux pour %d résidences, taux légal %d : il en manque %d",
  (ls, rp, cible, valeur) => {
    expect(combienDeManquants(ls, rp, cible)).toEqual({
      ok: true,
      valeur,
      logementsSociaux: ls,
      residencesPrincipales: rp,
      cible: cible < 1 ? cible * 100 : cible,
    });
  }
);

test("le plus petit nombre qui, ajouté, atteint le taux légal (arbitrage 5)", () => {
  const parcs = fc
    .tuple(fc.nat(2_000_000), fc.nat(8_000_000))
    .filter(([ls, autres]) => ls + autres > 0);
  fc.assert(
    fc.property(parcs, fc.constantFrom(20, 25), ([ls, autres], cible) => {
      const manquants = combienDeManquants(ls, ls + autres, cible);
      const valeur = manquants.ok ? manquants.valeur : NaN;
      const atteint = (nombre: number): boolean => (ls + nombre) * 100 >= (ls + autres) * cible;
      expect([atteint(valeur), valeur > 0 && atteint(valeur - 1)]).toEqual([true, false]);
    })
  );
});

const INVERSES = { code: "inverses", logementsSociaux: 6000, residencesPrincipales: 900 };
const CIBLE_INCONNUE = { code: "cible-inconnue", recue: 30 };

test.each([
  [6000, 900, 20, [INVERSES]],
  [900, 6000, 30, [CIBLE_INCONNUE]],
  [6000, 900, 30, [INVERSES, CIBLE_INCONNUE]],
])("%d, %d et %d : toutes les raisons du refus", (ls, rp, cible, refus) => {
  expect(combienDeManquants(ls, rp, cible)).toEqual({ ok: false, refus });
});
