import fc from "fast-check";
import { ranimerFormule } from "../../src/natif";

test.each([
  ["=_xldudf_CMS_OBJECTIF(A1,5)", "=CMS.OBJECTIF(A1,5)", ["OBJECTIF"]],
  ["=[2]!_xldudf_cms_part_sociale(A1,B1)", "=CMS.PART.SOCIALE(A1,B1)", ["PART.SOCIALE"]],
  [
    '=IF([1]Feuil1!A1>0,_xldudf_CMS_ECART (A1,"_xldudf_CMS_ECART(")+cms.objectif(1,2),0)',
    '=IF([1]Feuil1!A1>0,CMS.ECART (A1,"_xldudf_CMS_ECART(")+CMS.OBJECTIF(1,2),0)',
    ["ECART", "OBJECTIF"],
  ],
  ["='CMS.OBJECTIF'!A1+1", "='CMS.OBJECTIF'!A1+1", []],
  ["=SUM(A1:A2)", "=SUM(A1:A2)", []],
])("%s redevient %s", (stockee, formule, fonctions) => {
  expect(ranimerFormule(stockee)).toEqual({ formule, fonctions });
});

test("une formule ranimée ne change plus, et rien d'autre que ces noms ne change", () => {
  const morceau = fc.constantFrom(
    "_xldudf_CMS_TAUX_LS(",
    "CMS.TAUX.LS(",
    "A1",
    ",",
    ")",
    "+",
    '"',
    "'",
    "[a]",
    "1"
  );
  const nommer = (texte: string): string => texte.replaceAll("_xldudf_CMS_TAUX_LS", "CMS.TAUX.LS");
  fc.assert(
    fc.property(fc.array(morceau), (morceaux) => {
      const stockee = `=${morceaux.join("")}`;
      const { formule } = ranimerFormule(stockee);
      expect(ranimerFormule(formule).formule).toBe(formule);
      expect(nommer(formule)).toBe(nommer(stockee));
    })
  );
});
