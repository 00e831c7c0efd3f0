import fc from "fast-check";
import { combienDePlaiAuMoins } from "../../src/regles/combien-de-plai-au-moins";
import { combienDePlsAuPlus } from "../../src/regles/combien-de-pls-au-plus";
import { quelBilan } from "../../src/regles/quel-bilan";

/** Réalisés, PLAI et PLS qui tiennent ensemble. */
const faits = fc
  .tuple(fc.nat(3000), fc.nat(3000), fc.nat(3000))
  .map(([plai, pls, autres]) => ({ plai, pls, realises: plai + pls + autres }));
const objectifs = fc.integer({ min: 1, max: 5000 });
const plhs = fc.constantFrom<[tauxLs: number | null, plh: boolean | null]>(
  [null, null],
  [0.09, false],
  [0.09, true],
  [0.1, false]
);

test("ce qui manque est exactement ce qui ferait un bilan atteint", () => {
  fc.assert(
    fc.property(objectifs, faits, plhs, (objectif, { realises, plai, pls }, [tauxLs, plh]) => {
      const bilan = quelBilan(objectif, realises, plai, pls, tauxLs, plh);
      if (!bilan.ok) throw new Error(JSON.stringify(bilan.refus));
      const plaiMinimum = combienDePlaiAuMoins(realises);
      const plsMaximum = combienDePlsAuPlus(realises, tauxLs, plh);
      if (!plaiMinimum.ok || !plsMaximum.ok) throw new Error("parts illisibles");
      expect(bilan.manquants).toBe(Math.max(0, objectif - realises));
      expect(bilan.plaiManquants).toBe(Math.max(0, plaiMinimum.valeur - plai));
      expect(bilan.plsEnTrop).toBe(Math.max(0, pls - plsMaximum.valeur));
      expect(bilan.atteint).toBe(
        realises >= objectif && plai >= plaiMinimum.valeur && pls <= plsMaximum.valeur
      );
    })
  );
});

test("atteint en quantité, il reste atteint si l'on réalise des PLAI de plus", () => {
  fc.assert(
    fc.property(objectifs, faits, fc.nat(500), (objectif, { realises, plai, pls }, deplus) => {
      const avant = quelBilan(objectif, realises, plai, pls, null, null);
      const apres = quelBilan(objectif, realises + deplus, plai + deplus, pls, null, null);
      expect(apres.ok && (apres.atteint || (avant.ok && !avant.atteint))).toBe(true);
    })
  );
});

test("un objectif sans arrondi se comble à l'entier", () => {
  expect(quelBilan(99.33, 99, 30, 29, null, null)).toMatchObject({ manquants: 1, atteint: false });
  expect(quelBilan(99.33, 100, 30, 30, null, null)).toMatchObject({ manquants: 0, atteint: true });
});

test("toutes les raisons d'un refus sont dites, dans l'ordre des arguments", () => {
  const reponse = quelBilan(0, -1, 1.5, "dix", 0.09, null);
  expect(reponse.ok ? [] : reponse.refus.map(({ code }) => code)).toEqual([
    "nul",
    "negatif",
    "pas-entier",
    "pas-un-nombre",
    "plh-requis",
  ]);
});

test.each<[Parameters<typeof quelBilan>, refus: object]>([
  [["NC", 60, 18, 18, null, null], { code: "pas-un-nombre", argument: "objectif" }],
  [[60, -1, 18, 18, null, null], { code: "negatif", argument: "realises" }],
  [[60, 60, 1.5, 18, null, null], { code: "pas-entier", argument: "plai" }],
  [[60, 60, 18, true, null, null], { code: "pas-un-nombre", argument: "pls" }],
  [[60, 60, 18, 18, 0.09, null], { code: "plh-requis", tauxLs: 0.09 }],
])("une seule saisie illisible suffit : %j", (saisies, refus) => {
  expect(quelBilan(...saisies)).toMatchObject({ ok: false, refus: [refus] });
});

test("un manque ne se compense pas par un autre", () => {
  // 61 pour 60 : un logement manque, et un PLS est de trop (18 permis).
  expect(quelBilan(61, 60, 18, 19, null, null)).toMatchObject({
    atteint: false,
    manquants: 1,
    plaiManquants: 0,
    plsEnTrop: 1,
  });
  expect(quelBilan(61, 60, 17, 18, null, null)).toMatchObject({
    atteint: false,
    manquants: 1,
    plaiManquants: 1,
    plsEnTrop: 0,
  });
  expect(quelBilan(60, 60, 17, 19, null, null)).toMatchObject({
    atteint: false,
    manquants: 0,
    plaiManquants: 1,
    plsEnTrop: 1,
  });
});

test("PLAI et PLS comptent parmi les réalisés", () => {
  expect(quelBilan(100, 60, 30, 30, null, null)).toMatchObject({ ok: true });
  expect(quelBilan(100, 60, 31, 30, null, null)).toMatchObject({
    refus: [{ code: "plai-et-pls-en-trop", plai: 31, pls: 30, realises: 60 }],
  });
});

test.each<[string, Parameters<typeof quelBilan>, boolean]>([
  ["30 PLAI et 30 PLS pour un objectif de 100", [100, 120, 30, 30, null, null], true],
  ["un PLAI de moins", [100, 120, 29, 30, null, null], false],
  ["un PLS de plus", [100, 120, 30, 31, null, null], false],
  ["un plafond de 20 % de PLS", [100, 120, 30, 21, 0.09, false], false],
  ["un objectif sans arrondi : 29,8 PLAI demandés", [99.33, 120, 29, 29, null, null], false],
])("les parts rapportées à l'objectif : %s", (_cas, saisies, partsRespecteesSurObjectif) => {
  expect(quelBilan(...saisies)).toMatchObject({ ok: true, partsRespecteesSurObjectif });
});
