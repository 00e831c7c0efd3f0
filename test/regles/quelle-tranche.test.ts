import { estALaBorneHaute, quelleTranche } from "../../src/regles/quelle-tranche";

test.each([
  [0.4, "moinsDe2"],
  [1.999, "moinsDe2"],
  [2, "de2a4"],
  [20.1 - 18.1, "de2a4"],
  [3.3, "de2a4"],
  [4, "de2a4"],
  [(0.25 - 0.21) * 100, "de2a4"],
  [4.004, "plusDe4"],
  [5.2, "plusDe4"],
])("un écart de %d point(s) : %s (arbitrage 2)", (ecart, tranche) => {
  expect(quelleTranche(ecart)).toBe(tranche);
});

test.each([
  [4, true],
  [(0.25 - 0.21) * 100, true],
  [3.999, false],
  [4.001, false],
])("%d : la borne où les annexes du guide se contredisent ? %s", (ecart, aLaBorne) => {
  expect(estALaBorneHaute(ecart)).toBe(aLaBorne);
});
