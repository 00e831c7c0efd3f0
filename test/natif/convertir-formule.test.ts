import { convertirFormule, formuleNative } from "../../src/natif";
import { raisonsDe } from "./raisons";

function native(nom: string, ...arguments_: string[]): string {
  const traduite = formuleNative(nom, arguments_);
  if (!traduite.ok) throw new Error(JSON.stringify(traduite.raison));
  return traduite.formule;
}

/** La formule convertie, d'une cellule qu'Excel a stockée comme matricielle. */
function convertir(formule: string): string {
  const { formule: convertie, restants } = convertirFormule(formule, true);
  expect(restants).toEqual([]);
  return convertie;
}

test("un appel est remplacé à sa place, et rien d'autre ne change", () => {
  const objectif = native("OBJECTIF", "B2", "C2");
  expect(convertir("=CMS.OBJECTIF(B2,C2)")).toBe(`=${objectif}`);
  expect(convertir("=  2^-CMS.OBJECTIF(B2,C2)%&\n'CMS.X(1)'!A1 & \"CMS.OBJECTIF(1)\"")).toBe(
    `=  2^-${objectif}%&\n'CMS.X(1)'!A1 & "CMS.OBJECTIF(1)"`
  );
  expect(convertir('IF(A2="","",CMS.OBJECTIF( B2 ,C2)+SUM(D2:D9))')).toBe(
    `IF(A2="","",${objectif}+SUM(D2:D9))`
  );
  expect(convertir("SUM(D2:D9)*Tab[Taux (%)]")).toBe("SUM(D2:D9)*Tab[Taux (%)]");
});

test("les fonctions converties se comptent, dans l'ordre du texte", () => {
  const formule = "CMS.PLAI.MIN(CMS.OBJECTIF(B2,C2))+_xldudf_CMS_TAUX_LS(D2,E2)";
  expect(convertirFormule(formule, true)).toMatchObject({
    convertis: ["PLAI.MIN", "OBJECTIF", "TAUX.LS"],
    restants: [],
    matricielle: false,
  });
  expect(convertirFormule("SUM(A1:A9)", true)).toEqual({
    formule: "SUM(A1:A9)",
    convertis: [],
    restants: [],
    matricielle: true,
  });
});

test("chaque forme stockée du nom est reconnue, liaison perdue et minuscules comprises", () => {
  const attendue = `1+${native("PART.SOCIALE", "B2", "C2")}`;
  for (const nom of [
    "CMS.PART.SOCIALE",
    "cms.part.sociale",
    "_xldudf_CMS_PART_SOCIALE",
    "_xldudf_cms_part_sociale",
    "[2]!_xldudf_CMS_PART_SOCIALE",
    "[12]!_xldudf_cms_part_sociale ",
    "_xlfn.CMS.PART.SOCIALE",
    "_xludf.CMS.PART.SOCIALE",
    "CMS.PART.SOCIALE \n",
  ]) {
    expect(convertir(`1+${nom}(B2,C2)`)).toBe(attendue);
  }
});

test("des formules recopiées gardent chacune leurs références", () => {
  for (const reference of ["B2", "$B$9", "'Feuil 2'!B7", "Feuil3!A1", "XFD1048576"]) {
    const convertie = convertir(`CMS.TENSION(${reference},C2)`);
    expect(convertie).toContain(`(${reference}<-(0.0000005))`);
    // Un signe d'usage privé dans un texte n'y devient pas une référence.
    expect(convertir(`CMS.TENSION(${reference},C2)&"\uE000"`)).toMatch(/&"\uE000"$/);
  }
  expect(raisonsDe("CMS.TENSION(B2:B9,C2:C8)")).toEqual([
    [0, "TENSION", { code: "plages-inegales" }],
  ]);
  expect(convertirFormule("CMS.TENSION(B2:B9,C2:C9)", true).convertis).toEqual(["TENSION"]);
});

test("la chaîne du déficit à l'objectif se convertit en une formule", () => {
  const chaine = "CMS.OBJECTIF(CMS.MANQUANTS(B2,C2,20%),CMS.ECART(20%,CMS.TAUX.LS(B2,C2)))";
  expect(convertir(chaine).length).toBeLessThan(8192);
});

test.each([
  ["CMS.OBJECTIF(B2,C2)", false],
  ["IF(A2>0,CMS.OBJECTIF(Feuil2!$B$2,C2+1),SUM(D2:D9))", false],
  ["CMS.OBJECTIF(VLOOKUP(A2,T!A:D,3,FALSE),Tab[[#This Row],[Écart]])", false],
  ["[2]!_xldudf_CMS_OBJECTIF(B2,C2)", false],
  ["CMS.EQUILIBRE(B2:B9,C2:C9)", false],
  ["CMS.EQUILIBRE(Tab[Avant],apres)", false],
  ["CMS.EQUILIBRE(B2:B9*1,C2:C9)", true],
  ["CMS.OBJECTIF(B2:B9,C2:C9)", true],
  ["CMS.OBJECTIF(B:B,C:C)", true],
  ["CMS.OBJECTIF(B2,C2)*D2:D9", true],
  ["CMS.OBJECTIF(B2,C2)+SUM(D2:D9*2)", true],
  ["CMS.OBJECTIF(B2#,C2)", true],
  ["CMS.OBJECTIF(B2:B9 A5:Z5,C2)", true],
  ["CMS.OBJECTIF({100;200},3)", true],
  ["CMS.OBJECTIF(deficit,3)", true],
  ["CMS.OBJECTIF(Tab[Déficit],Tab[Écart])", true],
  ["CMS.OBJECTIF(INDEX(B:B,2),3)", true],
  ["CMS.OBJECTIF(Feuil1:Feuil3!B2,3)", true],
  ["@CMS.OBJECTIF(B2,C2)", true],
])("%s reste-t-elle matricielle ? %s", (formule, attendu) => {
  expect(convertirFormule(formule, true)).toMatchObject({ restants: [], matricielle: attendu });
});

test("une formule ordinaire ne devient matricielle que si elle n'est qu'un appel", () => {
  const matricielle = { code: "forme-matricielle" };
  expect(convertirFormule("CMS.OBJECTIF(B2,C2)*D2:D9", false)).toMatchObject({
    restants: [],
    matricielle: false,
  });
  expect(convertirFormule("=CMS.OBJECTIF(B2:B9,CMS.ECART(25,C2:C9))", false)).toMatchObject({
    restants: [],
    matricielle: true,
  });
  expect(raisonsDe("CMS.OBJECTIF(B2:B9,C2:C9)+D2:D9", false)).toEqual([
    [0, "OBJECTIF", matricielle],
  ]);
  expect(raisonsDe("CMS.OBJECTIF(B2:B9*1,C2:C9)", false)).toEqual([[0, "OBJECTIF", matricielle]]);
});

test("deux tailles que le texte ne dit pas se comparent dans la formule", () => {
  expect(convertir("CMS.TENSION(demandes,attributions)")).toContain(
    "SUMPRODUCT(ISERROR(demandes)+1)"
  );
  expect(convertir("CMS.TENSION(Tab[Demandes],Tab[Attributions])")).not.toContain("SUMPRODUCT");
  // L'intersection de deux plages de même taille n'a pas cette taille.
  expect(convertir("CMS.TENSION(B2:C9 C2:D9,E2:F9)")).toContain("SUMPRODUCT");
  expect(convertir("CMS.TENSION(demandes,C2)")).not.toContain("SUMPRODUCT");
  expect(convertir("CMS.TENSION(B2:B9*2,C2:C9)")).not.toContain("SUMPRODUCT");
  expect(raisonsDe("CMS.TENSION(B2:B9*2,(C2:C8))")).toMatchObject([
    [0, "TENSION", { code: "plages-inegales" }],
  ]);
});

test("une plage que la formule native ne lit pas donne encore son nombre de résultats", () => {
  expect(convertir('CMS.OBJECTIF(B2,C2:C9,"entrante-1")')).toContain("ISERROR(C2:C9)*0");
});

// LibreOffice prend pour logique un littéral, ou un nombre changé de signe, éprouvé juste après une valeur logique.
test.each(["5", "-5", "5E2", "5%", "(5)", "-C2", "(25-C2)", "C2*1+D2", "(-(C2))"])(
  "%s ne peut être qu'un nombre : il n'est pas éprouvé comme valeur logique",
  (argument) => {
    expect(convertir(`CMS.OBJECTIF(B2,${argument})`).match(/ISLOGICAL\(/g)).toHaveLength(1);
  }
);

test.each(["+C2", "C2>1", "-C2&D2", "IF(C2>1,TRUE,2)", '"a"', "Nom", "(C2)", "-C2=D2"])(
  "%s peut être un texte ou une valeur logique : il est éprouvé",
  (argument) => {
    expect(convertir(`CMS.OBJECTIF(B2,${argument})`).match(/ISLOGICAL\(/g)).toHaveLength(2);
  }
);

test("un appel intérieur qui rend un nombre n'est pas éprouvé comme un texte ; une réponse logique, si", () => {
  expect(convertir("CMS.PLAI.MIN(CMS.OBJECTIF(B2,C2))")).not.toContain("ISLOGICAL((");
  expect(convertir("CMS.PLAI.MIN(CMS.DEROGATION(B2,C2))")).toContain("ISLOGICAL((");
});
