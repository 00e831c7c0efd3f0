import { convertirFormule } from "../../src/natif";
import { eprouver } from "./epreuves";
import { raisonsDe } from "./raisons";

/** La formule convertie, d'une cellule qu'Excel a stockée comme matricielle. */
function convertir(formule: string): string {
  const { formule: convertie, restants } = convertirFormule(formule, true);
  expect(restants).toEqual([]);
  return convertie;
}

test("ce qui ne se convertit pas est nommé, à sa place, et la formule reste entière", () => {
  expect(raisonsDe("1+CMS.EXPLIQUER(B2,C2)&CMS.OBJECTIF(B2,C2)")).toEqual([
    [2, "EXPLIQUER", { code: "valeurs-seulement", motif: "phrase" }],
  ]);
  expect(raisonsDe("=CMS.VERSION()")).toEqual([
    [1, "VERSION", { code: "valeurs-seulement", motif: "phrase" }],
  ]);
  expect(raisonsDe("CMS.INVENTEE(B2)+[2]!_xldudf_CMS_OBJECTIF($B$2)")).toEqual([
    [0, "INVENTEE", { code: "fonction-inconnue" }],
    [17, "OBJECTIF", { code: "nombre-d-arguments", recus: 1, minimum: 2, maximum: 6 }],
  ]);
  expect(raisonsDe("MAP($B$2:B9,C2:C9,CMS.TENSION)")).toEqual([
    [18, "TENSION", { code: "sans-parentheses" }],
  ]);
  expect(raisonsDe("CMS.PLAI.MIN(CMS.BILAN(B2:B9))")).toMatchObject([
    [13, "BILAN", { code: "valeurs-seulement" }],
  ]);
});

test("un nom de plage qui ne fait que ressembler à une fonction n'arrête rien", () => {
  expect(convertir("CMS.SEUIL+CMS.OBJECTIF(B2,C2)")).toMatch(/^CMS\.SEUIL\+IF/);
});

test("une formule mal formée reste telle quelle, ses appels nommés", () => {
  const illisible = { code: "illisible" };
  for (const formule of ["CMS.OBJECTIF(B2,C2", "CMS.OBJECTIF(B2,{C2)}", 'CMS.OBJECTIF(B2,C2)&"a']) {
    expect(raisonsDe(formule)).toEqual([[0, "OBJECTIF", illisible]]);
  }
  expect(raisonsDe('"CMS.OBJECTIF(')).toEqual([]);
});

test("un argument tiré au sort n'est pas répété : il changerait d'une fois à l'autre", () => {
  expect(raisonsDe("CMS.OBJECTIF(1+RANDBETWEEN(1,9),C2)")).toEqual([
    [0, "OBJECTIF", { code: "argument-aleatoire", fonction: "RANDBETWEEN" }],
  ]);
  expect(raisonsDe("CMS.PERIODE(TODAY())+RAND()+CMS.PERIODE(_xlfn.RANDARRAY(1))")).toEqual([
    [28, "PERIODE", { code: "argument-aleatoire", fonction: "RANDARRAY" }],
  ]);
});

test("une fonction qui distingue les erreurs ne reçoit pas celles de la formule native", () => {
  for (const fonction of ["ERROR.TYPE", "IFNA", "ISERR", "ISNA"]) {
    expect(raisonsDe(`_xlfn.${fonction}(1+CMS.OBJECTIF(B2,C2),0)`)).toMatchObject([
      [expect.any(Number), "OBJECTIF", { code: "erreurs-distinguees", fonction }],
    ]);
  }
  expect(convertir("IFERROR(CMS.OBJECTIF(B2,C2),IFNA(D2,0))")).toContain(",IFNA(D2,0))");
});

test("au-delà de ce qu'Excel admet, tous les appels restent", () => {
  const appel = "CMS.TENSION(B2,C2)";
  expect(raisonsDe(`${appel}&"${"x".repeat(8100)}"`)).toMatchObject([
    [0, "TENSION", { code: "trop-longue" }],
  ]);
  expect(raisonsDe(`${appel}&"${"x".repeat(9000)}"`)).toMatchObject([
    [0, "TENSION", { code: "trop-longue" }],
  ]);
  expect(raisonsDe(`${appel}${"+A1".repeat(2500)}`)).toMatchObject([
    [0, "TENSION", { code: "trop-lourde" }],
  ]);
  expect(raisonsDe(`${"INT(".repeat(60)}${appel}${")".repeat(60)}`)).toMatchObject([
    [240, "TENSION", { code: "trop-imbriquee" }],
  ]);
});

test("aucune formule native n'ajoute plus de niveaux que la limite n'en compte", async () => {
  for (const { nom, formule } of await eprouver(1, 1)) {
    const sansTextes = formule(0).replace(/"(?:[^"]|"")*"/g, "");
    let niveau = 0;
    const niveaux = [...sansTextes].map(
      (signe) => (niveau += signe === "(" ? 1 : signe === ")" ? -1 : 0)
    );
    // Une limite de 64, et 48 niveaux autour : 16 pour la formule native et la comparaison des tailles.
    expect([nom, Math.max(...niveaux) <= 15]).toEqual([nom, true]);
  }
});
