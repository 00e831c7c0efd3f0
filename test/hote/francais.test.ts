import { enFrancais, enInternational } from "../../src/hote/langue/francais";
import { NOMS_INTERNATIONAUX } from "../../src/hote/langue/noms-francais";
import { afficher } from "../../src/hote/langue/formats";
import { lireNombre } from "../../src/hote/langue/nombres";

describe("les formules changent de langue sans changer de sens", () => {
  test.each([
    ["=SOMME(A1:A3;1,5)", "=SUM(A1:A3,1.5)"],
    ['=SI(A1>0,5;"oui; 1,5";"non")', '=IF(A1>0.5,"oui; 1,5","non")'],
    ["=CMS.OBJECTIF(500;3,3)", "=CMS.OBJECTIF(500,3.3)"],
    ["=CMS.PLANCHER(500;5)+PLANCHER(7,5;2)", "=CMS.PLANCHER(500,5)+FLOOR(7.5,2)"],
    ["=CMS.OBJECTIF(500;(0,25-0,21)*100)", "=CMS.OBJECTIF(500,(0.25-0.21)*100)"],
    [
      "='Étude; 1,5'!A1+$B$2*ARRONDI.SUP(NB.SI(A:A;\"x\");0)",
      "='Étude; 1,5'!A1+$B$2*ROUNDUP(COUNTIF(A:A,\"x\"),0)",
    ],
    ["=SOMME({1.2;3.4})", "=SUM({1,2;3,4})"],
    ["=SIERREUR(#VALEUR!;VRAI)", "=IFERROR(#VALUE!,TRUE)"],
    ["=Table1[[#This Row],[Écart; en points]]*2", "=Table1[[#This Row],[Écart; en points]]*2"],
    ["=-,5+1,5E-3", "=-.5+1.5E-3"],
  ])("%s ⇄ %s", (francais, international) => {
    expect(enInternational(francais)).toBe(international);
    expect(enFrancais(international)).toBe(francais);
  });

  test("un texte qui n'est pas une formule ne change pas", () => {
    expect(enInternational("1,5 ; 2")).toBe("1,5 ; 2");
  });

  test("chaque nom français connu revient à lui-même", () => {
    expect(NOMS_INTERNATIONAUX.size).toBeGreaterThan(120);
    for (const nom of NOMS_INTERNATIONAUX.keys()) {
      expect(enFrancais(enInternational(`=${nom}(1;2)`))).toBe(`=${nom}(1;2)`);
    }
  });
});

describe("les nombres se lisent et s'affichent à la française", () => {
  test.each([
    ["1250,5", 1250.5, undefined],
    ["1 250,5", 1250.5, undefined],
    ["33,3 %", 0.333, "0.00%"],
    ["20%", 0.2, "0%"],
    ["25/12/2025", 46016, "dd/mm/yyyy"],
  ])("%s", (texte, valeur, format) => {
    expect(lireNombre(texte)).toEqual({ valeur, ...(format && { format }) });
  });

  test.each(["Saint-Denis", "1,2,3", "", "12 rue", "12 34"])(
    "« %s » n'est pas un nombre",
    (texte) => {
      expect(lireNombre(texte)).toBeNull();
    }
  );

  test.each([
    [1250.5, "#,##0.00", "1\u202f250,50"],
    [0.333, "0.0 %", "33,3 %"],
    [0.1, "General", "0,1"],
    [true, "General", "VRAI"],
    ["#VALUE!", "General", "#VALEUR!"],
    [46016, "dd/mm/yyyy", "25/12/2025"],
  ])("%s en %s", (valeur, format, attendu) => {
    expect(afficher(valeur, format).replace(/\u00a0/g, " ")).toBe(attendu);
  });
});
