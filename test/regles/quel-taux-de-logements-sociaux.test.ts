import { quelTauxDeLogementsSociaux } from "../../src/regles/quel-taux-de-logements-sociaux";

test.each([
  [900, 6000, 0.15],
  [0, 6000, 0],
  [6000, 6000, 1],
  [10_000_000, 10_000_000, 1],
])("%d logements sociaux pour %d résidences principales : %d", (ls, rp, valeur) => {
  expect(quelTauxDeLogementsSociaux(ls, rp)).toEqual({
    ok: true,
    valeur,
    logementsSociaux: ls,
    residencesPrincipales: rp,
  });
});

test.each([
  [6000, 900, [{ code: "inverses", logementsSociaux: 6000, residencesPrincipales: 900 }]],
  [0, 0, [{ code: "sans-residence" }]],
  [900, null, [{ code: "sans-residence" }]],
  [900.5, 6000, [{ code: "pas-entier", argument: "logementsSociaux", valeur: 900.5 }]],
  [900, "NC", [{ code: "pas-un-nombre", argument: "residencesPrincipales", recu: "NC" }]],
  [
    -1,
    10_000_001,
    [
      { code: "negatif", argument: "logementsSociaux", valeur: -1 },
      {
        code: "trop-grand",
        argument: "residencesPrincipales",
        valeur: 10_000_001,
        maximum: 10_000_000,
      },
    ],
  ],
])("%p logements sociaux pour %p résidences : refusé", (ls, rp, refus) => {
  expect(quelTauxDeLogementsSociaux(ls, rp)).toEqual({ ok: false, refus });
});
