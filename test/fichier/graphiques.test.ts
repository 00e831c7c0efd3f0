import { strFromU8, unzipSync } from "fflate";
import type { Graphique } from "../../src/feuilles";
import { ecrireXlsx, lireXlsx, type FeuilleXlsx } from "../../src/fichier";
import { lireXml } from "../../src/fichier/xml";
import { DELAI_LIBREOFFICE_MS, convertir, testAvecLibreOffice } from "../outils/libreoffice";
import { classeurDe, feuilleDe } from "./fabriques";

const COURBES: Graphique = {
  genre: "courbes",
  titre: 'Taux <20 %> & "cible"',
  plage: "B5:D9",
  amorce: "A1:C1",
  series: [
    { nom: "Taux", abscisses: "A1:C1", valeurs: "A2:C2" },
    { nom: "Cible & co", abscisses: "A1:C1", valeurs: "A3:C3" },
  ],
  axes: {
    horizontal: { titre: "", format: "0", minimum: 2014, maximum: 2016 },
    vertical: { titre: "Taux", format: "0 %", minimum: 0 },
  },
};

const BARRES: Graphique = {
  ...COURBES,
  genre: "barres empilées",
  titre: "Modes",
  plage: "E5:G9",
  axes: { horizontal: { titre: "" }, vertical: { titre: "" } },
};

const FEUILLE: Partial<FeuilleXlsx> = {
  nom: "L'été",
  cellules: [
    [2014, 2015, 2016],
    [0.1, 0.12, 0.15],
    [0.2, 0.2, 0.2],
  ].flatMap((valeurs, ligne) => valeurs.map((valeur, colonne) => ({ ligne, colonne, valeur }))),
};

async function partiesDe(...feuilles: Partial<FeuilleXlsx>[]): Promise<Map<string, string>> {
  const octets = await ecrireXlsx(classeurDe(...feuilles.map((feuille) => feuilleDe(feuille))));
  return new Map(Object.entries(unzipSync(octets)).map(([nom, o]) => [nom, strFromU8(o)]));
}

/** Toutes les valeurs d'un attribut, dans l'ordre. */
const attributs = (xml = "", motif: RegExp): string[] =>
  [...xml.matchAll(motif)].map(([, v = ""]) => v);

test("chaque graphique est une partie bien formée, reliée à sa feuille par un dessin", async () => {
  const parties = await partiesDe({ nom: "Avant" }, { ...FEUILLE, graphiques: [COURBES, BARRES] });
  for (const [nom, xml] of parties) expect(() => lireXml(xml, nom, 10_000)).not.toThrow();

  expect(parties.get("xl/worksheets/sheet1.xml")).not.toContain("<drawing");
  expect(parties.get("xl/worksheets/sheet2.xml")).toMatch(/<drawing r:id="rId1"\/><\/worksheet>$/);
  const cibles = (nom: string) => attributs(parties.get(nom), / Target="([^"]+)"/g);
  expect(cibles("xl/worksheets/_rels/sheet2.xml.rels")).toEqual(["../drawings/drawing2.xml"]);
  expect(cibles("xl/drawings/_rels/drawing2.xml.rels")).toEqual([
    "../charts/chart1.xml",
    "../charts/chart2.xml",
  ]);
  const types = parties.get("[Content_Types].xml") ?? "";
  const annoncees = attributs(types, /PartName="\/([^"]+)"/g);
  const xl = [...parties.keys()].filter((nom) => /^xl\/[^_]*\.xml$/.test(nom));
  expect(annoncees.sort()).toEqual(xl.sort());
  expect(types).toContain(
    'chart2.xml" ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"'
  );
});

test("un graphique couvre ses cellules et lit ses plages sur sa feuille", async () => {
  const parties = await partiesDe({ ...FEUILLE, graphiques: [COURBES] });
  const dessin = parties.get("xl/drawings/drawing1.xml") ?? "";
  const coins = ["col", "row"].map((axe) =>
    attributs(dessin, new RegExp(`<xdr:${axe}>(\\d+)<`, "g"))
  );
  expect(coins).toEqual([
    ["1", "4"],
    ["4", "9"],
  ]);
  const graphique = parties.get("xl/charts/chart1.xml") ?? "";
  expect(attributs(graphique, /<c:f>([^<]+)</g)).toEqual([
    "'L''été'!$A$1:$C$1",
    "'L''été'!$A$2:$C$2",
    "'L''été'!$A$1:$C$1",
    "'L''été'!$A$3:$C$3",
  ]);
  expect(attributs(graphique, /<c:tx><c:v>([^<]+)</g)).toEqual(["Taux", "Cible &amp; co"]);
  expect(attributs(graphique, /<a:prstDash val="(\w+)"/g)).toEqual(["solid", "dash"]);
  expect(graphique).toContain('<c:max val="2016"/><c:min val="2014"/>');
  expect(graphique).toContain('formatCode="0 %"');
});

test("sans graphique, l'archive n'a ni dessin ni relation de feuille", async () => {
  const noms = [...(await partiesDe(FEUILLE)).keys()];
  expect(noms.filter((nom) => /drawing|chart|sheet\d+\.xml\.rels/.test(nom))).toEqual([]);
});

test("un fichier qui porte des graphiques se relit sans eux", async () => {
  const octets = await ecrireXlsx(classeurDe(feuilleDe({ ...FEUILLE, graphiques: [COURBES] })));
  const [feuille] = (await lireXlsx(octets)).feuilles;
  expect(feuille).not.toHaveProperty("graphiques");
  expect(feuille?.cellules).toHaveLength(9);
});

testAvecLibreOffice(
  "LibreOffice reconnaît les deux graphiques, leurs séries et leurs titres",
  async () => {
    const octets = await ecrireXlsx(
      classeurDe(feuilleDe({ ...FEUILLE, graphiques: [COURBES, BARRES] }))
    );
    const relu = unzipSync(new Uint8Array(convertir(octets, "xlsx")));
    const graphiques = Object.keys(relu)
      .filter((nom) => /^xl\/charts\/chart\d+\.xml$/.test(nom))
      .map((nom) => strFromU8(relu[nom] ?? new Uint8Array()));
    expect(graphiques).toHaveLength(2);
    const courbes = graphiques.find((xml) => xml.includes("<c:scatterChart>"));
    const barres = graphiques.find((xml) => xml.includes('<c:grouping val="stacked"/>'));
    for (const xml of [courbes, barres]) {
      expect(attributs(xml, /<c:ser>(<c:idx)/g)).toHaveLength(2);
      expect(xml).toMatch(/\$A\$3:\$C\$3/);
      expect(xml).toContain("<c:v>0.15</c:v>");
    }
    expect(courbes).toContain("Taux &lt;20 %&gt; &amp;");
  },
  DELAI_LIBREOFFICE_MS
);
