import fc from "fast-check";
import { quelTauxDAtteinte } from "../../src/regles/quel-taux-d-atteinte";

test("les réalisés rapportés à l'objectif, avec l'un et l'autre", () => {
  expect(quelTauxDAtteinte(125, 100)).toEqual({
    ok: true,
    valeur: 0.8,
    objectif: 125,
    realises: 100,
  });
});

test("100 % sépare la commune qui a fait moins que son objectif de celle qui a fait plus", () => {
  const logements = fc.integer({ min: 1, max: 1_000_000 });
  fc.assert(
    fc.property(logements, logements, (objectif, realises) => {
      const taux = quelTauxDAtteinte(objectif, realises);
      expect(taux.ok && Math.sign(taux.valeur - 1)).toBe(Math.sign(realises - objectif));
    })
  );
});

test("un objectif sans arrondi se lit ; rien ne se rapporte à un objectif de 0", () => {
  expect(quelTauxDAtteinte(0.5, 0)).toMatchObject({ valeur: 0, objectif: 0.5 });
  expect(quelTauxDAtteinte(0, 10)).toMatchObject({
    refus: [{ code: "nul", argument: "objectif" }],
  });
});

test("une seule saisie illisible suffit ; sinon toutes les raisons sont dites, chacune avec son argument", () => {
  expect(quelTauxDAtteinte(10, -1)).toMatchObject({
    refus: [{ code: "negatif", argument: "realises" }],
  });
  expect(quelTauxDAtteinte(null, 1.5)).toMatchObject({
    refus: [
      { code: "nul", argument: "objectif" },
      { code: "pas-entier", argument: "realises" },
    ],
  });
  expect(quelTauxDAtteinte(1_000_001, -1)).toMatchObject({
    refus: [
      { code: "trop-grand", argument: "objectif", maximum: 1_000_000 },
      { code: "negatif", argument: "realises" },
    ],
  });
  expect(quelTauxDAtteinte("NC", 1_000_001)).toMatchObject({
    refus: [
      { code: "pas-un-nombre", argument: "objectif" },
      { code: "trop-grand", argument: "realises", maximum: 1_000_000 },
    ],
  });
});
