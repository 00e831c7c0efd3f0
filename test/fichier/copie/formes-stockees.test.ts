import {
  copier,
  donnees,
  NATIF,
  natifXml,
  nombre,
  partiesStockees,
  textesDe,
  VALEURS,
} from "./fabriques";

const FEUILLE = "xl/worksheets/sheet1.xml";

/** L'objectif natif de la ligne 1. */
const OBJECTIF = natifXml("CMS.OBJECTIF(A1,B1)");

/** Convertit les cellules de la ligne 1, et rend ce qu'elles deviennent. */
async function convertir(...cellules: string[]) {
  const entree = [nombre("A1", 500), nombre("B1", 5)];
  const { parties, changements, restes } = await copier(
    partiesStockees(donnees([...entree, ...cellules])),
    NATIF
  );
  const debut = parties[FEUILLE]?.split('<c r="B1"><v>5</v></c>')[1] ?? "";
  return { xml: debut.split("</row>")[0], changements, restes };
}

test.each([
  [
    "Excel, enregistré avec le complément",
    '<c r="C1" s="0" cm="1"><f t="array" ref="C1">_xldudf_CMS_OBJECTIF(A1,B1)</f><v>165</v></c>',
    `<c r="C1" s="0"><f>${OBJECTIF}</f><v>165</v></c>`,
  ],
  [
    "Excel, tapé sans le complément",
    '<c r="C1" t="e" cm="1"><f t="array" aca="1" ref="C1" ca="1">CMS.OBJECTIF(A1,B1)</f><v>#NAME?</v></c>',
    `<c r="C1"><f>${OBJECTIF}</f></c>`,
  ],
  [
    "Excel, liaison perdue",
    '<c r="C1" t="e"><f>[2]!_xldudf_CMS_OBJECTIF(A1,B1)</f><v>#NAME?</v></c>',
    `<c r="C1"><f>${OBJECTIF}</f></c>`,
  ],
  [
    "LibreOffice, en minuscules",
    '<c r="C1" t="e"><f aca="false">_xldudf_cms_objectif(A1,B1)</f><v>#NAME?</v></c>',
    `<c r="C1"><f aca="false">${OBJECTIF}</f></c>`,
  ],
  [
    "résultat en attente",
    '<c r="C1" t="e" vm="1" cm="1"><f t="array" ref="C1">_xldudf_CMS_OBJECTIF(A1,B1)</f><v>#VALUE!</v></c>',
    `<c r="C1"><f>${OBJECTIF}</f></c>`,
  ],
  [
    "un programme, sans résultat",
    '<c r="C1"><f>CMS.OBJECTIF(A1,B1)</f><v></v></c>',
    `<c r="C1"><f>${OBJECTIF}</f></c>`,
  ],
  [
    "préfixe, apostrophes, blancs et entités",
    "<x:c r='C1' t = 'str'><x:f >&quot;n &amp; p : &quot;&amp;_xldudf_CMS_OBJECTIF(A1,B1)</x:f><x:v>n</x:v></x:c>",
    `<x:c r='C1' t = 'str'><x:f >&quot;n &amp; p : &quot;&amp;${OBJECTIF}</x:f><x:v>n</x:v></x:c>`,
  ],
  [
    "section CDATA",
    "<c r='C1'><f><![CDATA[_xldudf_CMS_OBJECTIF(A1,B1)]]></f><v>165</v></c>",
    `<c r='C1'><f>${OBJECTIF}</f><v>165</v></c>`,
  ],
])("une cellule : %s", async (_, avant, apres) => {
  const { xml, changements, restes } = await convertir(avant);
  expect(xml).toBe(apres);
  expect(restes).toEqual([]);
  expect(changements).toEqual([
    {
      lieu: { genre: "cellule", feuille: "Feuil1", adresse: "C1" },
      devient: "formule",
      fonctions: ["OBJECTIF"],
      raisons: [],
    },
  ]);
});

test.each([
  ["sans appel", "<c r='C1'><f>A1*2</f><v>1000</v></c>"],
  ["un texte", '<c r="C1" t="str"><f>"CMS.OBJECTIF(1,2)"</f><v>CMS.OBJECTIF(1,2)</v></c>'],
  ["un nom de plage", '<c r="C1"><f>CMS.SEUIL*2</f><v>4</v></c>'],
  ["une table de données", '<c r="C1"><f t="dataTable" ref="C1:C2" r1="A1"/><v>4</v></c>'],
])("rien à convertir : %s", async (_, cellule) => {
  const avant = partiesStockees(donnees([cellule]));
  const { parties, changements, restes } = await copier(avant, NATIF);
  expect({ changements, restes }).toEqual({ changements: [], restes: [] });
  expect(parties).toEqual(avant);
});

const DE_GOOGLE = 'IFERROR(__xludf.DUMMYFUNCTION("IF(A1="""","""",CMS.OBJECTIF(A1,B1))"),';

test.each([
  [`<c r="C1"><f>${DE_GOOGLE}165)</f><v>165</v></c>`, nombre("C1", 165)],
  [`<c r="C1" t="str"><f>${DE_GOOGLE}"#NAME?")</f><v>#NAME?</v></c>`, "telle quelle"],
])(
  "la formule que Google Sheets garde en texte n'est pas passée sous silence : %s",
  async (avant, apres) => {
    const { xml, changements, restes } = await convertir(avant);
    expect(xml).toBe(apres === "telle quelle" ? avant : apres);
    const [dite] = apres === "telle quelle" ? restes : changements;
    expect(dite?.fonctions).toEqual(["OBJECTIF"]);
    expect(dite?.raisons[0]).toEqual({ code: "illisible" });
  }
);

describe("formules partagées", () => {
  const dependante = (adresse: string, valeur: number) =>
    `<c r="${adresse}"><f t="shared" si="0"/><v>${valeur}</v></c>`;
  const lignes = (modele: string) =>
    donnees(
      [`<c r="C1"><f t="shared" ref="C1:C3" si="0">${modele}</f><v>165</v></c>`],
      [dependante("C2", 83)],
      [dependante("C3", 40)]
    );
  const adresses = (changements: readonly { lieu: object }[]) =>
    changements.map(({ lieu }) => (lieu as { adresse?: string }).adresse);

  test("convertie dans sa première cellule, elle reste partagée", async () => {
    const avant = lignes("_xldudf_CMS_OBJECTIF(A1,B1)");
    const { parties, changements } = await copier(partiesStockees(avant), NATIF);
    const attendu = avant.replace("_xldudf_CMS_OBJECTIF(A1,B1)", OBJECTIF);
    expect(parties[FEUILLE]).toContain(attendu);
    expect(adresses(changements)).toEqual(["C1", "C2", "C3"]);
  });

  test("figée, chaque cellule garde sa valeur", async () => {
    const { parties, changements } = await copier(
      partiesStockees(lignes("_xldudf_CMS_NOTIFICATION(A1,B1)")),
      NATIF
    );
    expect(parties[FEUILLE]).toContain(
      donnees([nombre("C1", 165)], [nombre("C2", 83)], [nombre("C3", 40)])
    );
    expect(changements).toHaveLength(3);
  });

  test("sans résultat, une cellule garde sa formule, en son entier", async () => {
    const avant = lignes("A1*B1").replace("<v>83</v>", "");
    const { parties, restes } = await copier(partiesStockees(avant), VALEURS);
    expect(parties[FEUILLE]).toContain(
      donnees([nombre("C1", 165)], ['<c r="C2"><f>A2*B2</f></c>'], [nombre("C3", 40)])
    );
    expect(restes).toMatchObject([{ lieu: { adresse: "C2" }, raisons: [{ code: "sans-valeur" }] }]);
  });

  test("qui montrait le premier résultat d'une plage : chacune devient matricielle", async () => {
    const { parties, changements } = await copier(
      partiesStockees(lignes("_xldudf_CMS_TENSION(A1:A2,B1:B2)")),
      NATIF
    );
    expect(changements).toHaveLength(3);
    const seconde = natifXml("CMS.TENSION(A2:A3,B2:B3)", false);
    expect(parties[FEUILLE]).toContain(
      `<c r="C2"><f t="array" ref="C2">${seconde}</f><v>83</v></c>`
    );
  });
});

describe("formules de plusieurs cellules", () => {
  const etalee = (fonction: string, suite: string) =>
    donnees(
      [
        `<c r="C1" cm="1"><f t="array" ref="C1:C2">_xldudf_CMS_${fonction}(A1:A2,B1:B2)</f><v>165</v></c>`,
      ],
      [suite]
    );

  test("natives, elles restent étalées", async () => {
    const avant = etalee("TENSION", nombre("C2", 83));
    const { parties, changements } = await copier(partiesStockees(avant), NATIF);
    expect(parties[FEUILLE]).toMatch(/<c r="C1" cm="1"><f t="array" ref="C1:C2">IF\(.*<\/f><v>165/);
    expect(changements).toMatchObject([{ lieu: { adresse: "C1:C2" }, devient: "formule" }]);
  });

  test("figées, avec la raison", async () => {
    const avant = etalee("NOTIFICATION", '<c r="C2" t="str"><v>à notifier</v></c>');
    const { parties, changements } = await copier(partiesStockees(avant), NATIF);
    expect(parties[FEUILLE]).toContain(
      donnees([nombre("C1", 165)], ['<c r="C2" t="str"><v>à notifier</v></c>'])
    );
    expect(changements).toMatchObject([
      {
        lieu: { adresse: "C1:C2" },
        devient: "valeur",
        fonctions: ["NOTIFICATION"],
        raisons: [{ code: "valeurs-seulement", motif: "tableau" }],
      },
    ]);
  });

  test("une seule valeur morte suffit à les laisser", async () => {
    const avant = etalee("NOTIFICATION", '<c r="C2" t="e" vm="3"><v>#VALUE!</v></c>');
    const { parties, restes } = await copier(partiesStockees(avant), NATIF);
    expect(parties[FEUILLE]).toContain(avant);
    expect(restes).toMatchObject([
      { raisons: [{ code: "valeurs-seulement" }, { code: "valeur-morte", erreur: "#VALUE!" }] },
    ]);
  });
});

describe("une plage étalée qu'une formule cite (« C1# »)", () => {
  const ANCRE = "_xlfn.ANCHORARRAY";
  const feuille = (fonction: string) =>
    donnees(
      [
        `<c r="C1" cm="1"><f t="array" ref="C1:C2">_xldudf_CMS_${fonction}(A1:A2,B1:B2)</f><v>165</v></c>`,
        `<c r="D1" cm="1"><f t="array" ref="D1">SUM(${ANCRE}(C1))</f><v>248</v></c>`,
      ],
      [nombre("C2", 83)]
    );
  const autres = {
    feuilles: {
      "L'été": donnees([`<c r="A1"><f>MAX(${ANCRE}(Feuil1!$C$1),${ANCRE}(C1))</f><v>165</v></c>`]),
    },
    apres: `<definedNames><definedName name="Liste">${ANCRE}('Feuil1'!$C$1)</definedName></definedNames>`,
  };
  const SUITE = "xl/worksheets/sheet2.xml";

  test("figée, elle se cite par ses cellules, sur toute feuille et dans les noms", async () => {
    const { parties, changements } = await copier(
      partiesStockees(feuille("NOTIFICATION"), autres),
      NATIF
    );
    expect(parties[FEUILLE]).toContain('<f t="array" ref="D1">SUM($C$1:$C$2)</f><v>248</v>');
    expect(parties[SUITE]).toContain(`<f>MAX(Feuil1!$C$1:$C$2,${ANCRE}(C1))</f>`);
    expect(parties["xl/workbook.xml"]).toContain(">'Feuil1'!$C$1:$C$2</definedName>");
    expect(changements.map(({ lieu, devient }) => [lieu.genre, devient])).toEqual([
      ["nom", "formule"],
      ["cellule", "formule"],
      ["cellule", "valeur"],
      ["cellule", "formule"],
    ]);
  });

  test("dans une copie en valeurs, les noms aussi", async () => {
    const { parties } = await copier(partiesStockees(feuille("NOTIFICATION"), autres), VALEURS);
    expect(parties["xl/workbook.xml"]).toContain(">'Feuil1'!$C$1:$C$2</definedName>");
  });

  test("native, elle reste étalée et citée", async () => {
    const avant = partiesStockees(feuille("TENSION"), autres);
    const { parties } = await copier(avant, NATIF);
    expect(parties[FEUILLE]).toContain(`SUM(${ANCRE}(C1))`);
    expect(parties[SUITE]).toBe(avant[SUITE]);
  });

  test("d'une seule cellule et redevenue ordinaire, elle se cite par sa cellule", async () => {
    const { xml } = await convertir(
      '<c r="C1" cm="1"><f t="array" ref="C1">_xldudf_CMS_OBJECTIF(A1,B1)</f><v>165</v></c>',
      `<c r="D1" cm="1"><f t="array" ref="D1">_xldudf_CMS_PLAI_MIN(${ANCRE}(C1))</f><v>50</v></c>`
    );
    expect(xml).toContain(natifXml("CMS.PLAI.MIN($C$1)"));
  });
});

describe("figer une cellule", () => {
  const figee = async (cellule: string) => {
    const { parties, restes } = await copier(partiesStockees(donnees([cellule])), VALEURS);
    return { xml: parties[FEUILLE]?.split('<row r="1">')[1]?.split("</row>")[0], restes };
  };

  test.each([
    ['<c r="C1" s="3"><f>A1</f><v>0.1</v></c>', '<c r="C1" s="3"><v>0.1</v></c>'],
    [
      '<c r="C1" t="str" cm="1"><f t="array" ref="C1">_xldudf_CMS_EXPLIQUER(A1)</f><v> =A &amp; B </v></c>',
      '<c r="C1" t="inlineStr"><is><t xml:space="preserve"> =A &amp; B </t></is></c>',
    ],
    ['<c r="C1" t="b"><f>A1</f><v>1</v></c>', '<c r="C1" t="b"><v>1</v></c>'],
    ['<c r="C1" t="e"><f>CMS.OBJECTIF(A1)</f><v>#N/A</v></c>', '<c r="C1" t="e"><v>#N/A</v></c>'],
    [
      '<x:c r="C1" t="str"><x:f>A1</x:f><x:v/></x:c>',
      '<x:c r="C1" t="inlineStr"><x:is><x:t xml:space="preserve"></x:t></x:is></x:c>',
    ],
  ])("%s", async (avant, apres) => {
    expect(await figee(avant)).toEqual({ xml: apres, restes: [] });
  });

  test.each([
    ['<c r="C1"><f>CMS.OBJECTIF(A1)</f></c>', { code: "sans-valeur" }],
    // Un classeur écrit par un programme, jamais ouvert dans Excel : un résultat vide n'en est pas un.
    ['<c r="C1"><f>CMS.OBJECTIF(A1)</f><v/></c>', { code: "sans-valeur" }],
    ['<c r="C1" t="e"><f>CMS.OBJECTIF(A1)</f><v></v></c>', { code: "sans-valeur" }],
    [
      '<c r="C1" t="e"><f>CMS.OBJECTIF(A1)</f><v>#NAME?</v></c>',
      { code: "valeur-morte", erreur: "#NAME?" },
    ],
    [
      '<c r="C1" t="e"><f>CMS.OBJECTIF(A1)</f><v>#BUSY!</v></c>',
      { code: "valeur-morte", erreur: "#BUSY!" },
    ],
  ])("laissée telle quelle, et dite : %s", async (avant, raison) => {
    const { xml, restes } = await figee(avant);
    expect(xml).toBe(avant);
    expect(restes).toEqual([
      {
        lieu: { genre: "cellule", feuille: "Feuil1", adresse: "C1" },
        fonctions: ["OBJECTIF"],
        raisons: [raison],
      },
    ]);
  });
});

test.each([
  ['IFERROR(_xldudf_CMS_EXPLIQUER(A1,B1),"")', "reste"],
  ["_xldudf_CMS_EXPLIQUER(A1,B1)&amp;_xldudf_CMS_VERSION()", "figée"],
])(
  "à côté d'une cellule morte, un résultat qui a pu absorber une erreur ne se fige pas : %s",
  async (formule, sort) => {
    const morte = '<c r="C1" t="e"><f>CMS.OBJECTIF(A1,B1)</f><v>#NAME?</v></c>';
    const cellule = `<c r="D1" t="str"><f>${formule.replaceAll('"', "&quot;")}</f><v></v></c>`;
    const { changements, restes } = await convertir(morte, cellule);
    expect(changements).toHaveLength(sort === "reste" ? 1 : 2);
    expect(restes.map(({ raisons }) => raisons)).toEqual(
      sort === "reste"
        ? [[{ code: "valeurs-seulement", motif: "phrase" }, { code: "sans-valeur" }]]
        : []
    );
  }
);

test("une copie de copie ne change plus rien", async () => {
  const lignes = donnees(
    ['<c r="C1" t="e" cm="1"><f t="array" ref="C1">CMS.OBJECTIF(A1,B1)</f><v>#NAME?</v></c>'],
    ['<c r="C2"><f>_xldudf_CMS_NOTIFICATION(A2,B2)</f><v>4</v></c>'],
    ['<c r="C3"><f>_xldudf_CMS_NOTIFICATION(A3,B3)</f></c>'],
    ['<c r="C4"><f t="shared" ref="C4:C4" si="1">_xldudf_CMS_NOTIFICATION(A4,B4)</f></c>']
  );
  for (const demande of [NATIF, VALEURS]) {
    const une = await copier(partiesStockees(lignes), demande);
    const deux = await copier(une.octets, demande);
    expect(deux.octets).toEqual(une.octets);
    expect(deux.changements).toEqual([]);
    expect(deux.restes).toEqual(une.restes);
    expect(textesDe(deux.octets)).toEqual(une.parties);
  }
});
