import { BAREMES, PERIODES } from "../../src/regles/bareme";
import { quelInventaire } from "../../src/regles/quel-inventaire";

/** Numéros de série d'Excel : 1er janvier 2022 (guide) et 1er janvier 2025 (déduit). */
test.each([
  ["2023-2025", 44_562],
  ["2026-2028", 45_658],
] as const)("%s : l'inventaire du jour %i", (periode, valeur) => {
  expect(quelInventaire(BAREMES[periode])).toEqual({ ok: true, valeur });
});

test("un inventaire qui n'a pas été vérifié est refusé, avec sa période", () => {
  expect(quelInventaire(BAREMES["2020-2022"])).toEqual({
    ok: false,
    refus: [{ code: "inventaire-non-verifie", periode: "2020-2022" }],
  });
});

test("un inventaire est au 1er janvier, avant sa période", () => {
  for (const periode of PERIODES) {
    const { inventaire, debut } = BAREMES[periode];
    if (!inventaire) continue;
    expect(inventaire.date.slice(4)).toBe("-01-01");
    expect(Number(inventaire.date.slice(0, 4))).toBeLessThan(debut);
  }
});
