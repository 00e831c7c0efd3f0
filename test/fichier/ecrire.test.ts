import { strFromU8, unzipSync } from "fflate";
import { ecrireXlsx, type CelluleXlsx, type FeuilleXlsx } from "../../src/fichier";
import { classeurDe, feuilleDe } from "./fabriques";

/** Les parties du fichier écrit, en texte. */
async function parties(feuille: Partial<FeuilleXlsx>): Promise<(nom: string) => string> {
  const archive = unzipSync(await ecrireXlsx(classeurDe(feuilleDe(feuille))));
  return (nom) => strFromU8(archive[nom] ?? new Uint8Array());
}

async function celluleEcrite(contenu: Omit<CelluleXlsx, "ligne" | "colonne">): Promise<string> {
  const partie = await parties({ cellules: [{ ligne: 0, colonne: 0, ...contenu }] });
  return /<c .*<\/c>/.exec(partie("xl/worksheets/sheet1.xml"))?.[0] ?? "";
}

test("une formule CMS est stockée comme Excel le fait : nom préfixé, matrice dynamique", async () => {
  const cellule = { valeur: 165, formule: "=CMS.OBJECTIF(500,5)" };
  expect(await celluleEcrite(cellule)).toBe(
    '<c r="A1" s="0" t="n" cm="1"><f t="array" ref="A1">_xldudf_CMS_OBJECTIF(500,5)</f><v>165</v></c>'
  );
});

test("une formule qui s'étale porte sa plage et son dernier résultat", async () => {
  const cellule = { valeur: 1, formule: "=SEQUENCE(2)", etendue: "A1:A2" };
  expect(await celluleEcrite(cellule)).toBe(
    '<c r="A1" s="0" t="n" cm="1"><f t="array" ref="A1:A2">_xlfn.SEQUENCE(2)</f><v>1</v></c>'
  );
});

test("une formule ordinaire n'est pas une matrice", async () => {
  const cellule = { valeur: "a<b", formule: '=A2&AUTRE.CMS.OBJECTIF("CMS.OBJECTIF(")' };
  expect(await celluleEcrite(cellule)).toBe(
    '<c r="A1" s="0" t="str"><f>A2&amp;AUTRE.CMS.OBJECTIF(&quot;CMS.OBJECTIF(&quot;)</f><v>a&lt;b</v></c>'
  );
});

test("Excel recalcule tout à l'ouverture", async () => {
  const partie = await parties({});
  expect(partie("xl/workbook.xml")).toContain('fullCalcOnLoad="1"');
});

test("un texte qui ressemble à une formule le reste si l'on valide à nouveau la cellule", async () => {
  const valeurs = ["=1+1", "+1", "-1", "@a", "Aubrelle"];
  const cellules = valeurs.map((valeur, ligne) => ({ ligne, colonne: 0, valeur }));
  const partie = await parties({ cellules });
  const numeros = [...partie("xl/worksheets/sheet1.xml").matchAll(/ s="(\d)"/g)];
  const xfs = partie("xl/styles.xml").match(/<xf [^>]*quotePrefix[^>]*>/g) ?? [];
  const forces = numeros.map(([, numero]) => xfs[Number(numero)]?.includes('quotePrefix="1"'));
  expect(forces).toEqual([true, true, true, true, false]);
});

test("les lignes répétées nomment la feuille entre apostrophes", async () => {
  const partie = await parties({
    nom: "L'article 2",
    impression: {
      orientation: "paysage",
      marges: { haut: 36, bas: 36, gauche: 36, droite: 36 },
      pagesEnLargeur: 1,
      piedDePage: { gauche: "", centre: "", droite: "" },
      lignesRepetees: "12:12",
      sauts: [],
    },
  });
  expect(partie("xl/workbook.xml")).toContain(
    `<definedName name="_xlnm.Print_Titles" localSheetId="0">'L''article 2'!$12:$12</definedName>`
  );
});

test("les parties XML ne portent aucun caractère que XML interdit", async () => {
  const valeur = "\u0000\u0007\ud800\uffff";
  const partie = await parties({ nom: "a\u0001b", cellules: [{ ligne: 0, colonne: 0, valeur }] });
  expect(partie("xl/sharedStrings.xml")).toContain("_x0000__x0007__xD800__xFFFF_");
  expect(partie("xl/workbook.xml")).toContain('name="a_x0001_b"');
});
