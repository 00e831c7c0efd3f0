import fc from "fast-check";
import { quelleTension } from "../../src/regles/quelle-tension";
import type { Saisie } from "../../src/regles/resultat";

const codes = (demandes: Saisie, attributions: Saisie): string[] => {
  const resultat = quelleTension(demandes, attributions);
  return resultat.ok ? [] : resultat.refus.map(({ code }) => code);
};

test("autant de demandeurs par demande satisfaite qu'il en a été compté", () => {
  const ratios = fc.integer({ min: 0, max: 1000 });
  fc.assert(
    fc.property(ratios, fc.integer({ min: 1, max: 10_000 }), (ratio, attributions) => {
      const resultat = quelleTension(ratio * attributions, attributions);
      expect(resultat.ok && resultat.valeur).toBe(ratio);
    })
  );
});

test("aucune demande satisfaite, ou une cellule vide : pas de ratio", () => {
  expect(codes(10, 0)).toEqual(["nul"]);
  expect(codes(10, null)).toEqual(["nul"]);
  expect(codes(-1, 1.5)).toEqual(["negatif", "pas-entier"]);
});

test("une seule saisie illisible suffit, et elle est nommée", () => {
  expect(quelleTension("NC", 5)).toMatchObject({
    refus: [{ code: "pas-un-nombre", argument: "demandes" }],
  });
  expect(quelleTension(10, "NC")).toMatchObject({
    refus: [{ code: "pas-un-nombre", argument: "attributions" }],
  });
  expect(quelleTension(10, 0)).toEqual({
    ok: false,
    refus: [{ code: "nul", argument: "attributions" }],
  });
});
