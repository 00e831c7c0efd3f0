import * as fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { ecrireXlsx, FichierIllisible, lireXlsx, type MotifIllisible } from "../../src/fichier";
import { LIMITES } from "../../src/fichier/limites";
import { Zip } from "../../src/fichier/zip";
import { classeurDe, feuilleDe, motifDuRefus, ole, partiesDe, zipDe } from "./fabriques";

function motif(octets: Uint8Array) {
  return motifDuRefus(lireXlsx(octets), "lu");
}

function motifDe(feuille: string, autres?: Record<string, string>) {
  return motif(zipDe(partiesDe(feuille, autres)));
}

const VIDE = "<worksheet><sheetData/></worksheet>";

test("le témoin est lu : les refus qui suivent tiennent à ce qu'on y change", async () => {
  expect(await motifDe(VIDE)).toBe("lu");
});

test.each<[string, Uint8Array, MotifIllisible]>([
  ["fichier vide", new Uint8Array(), { code: "vide" }],
  ["chiffré", ole("EncryptedPackage"), { code: "chiffre" }],
  [".xls", ole("Workbook"), { code: "xls-ancien" }],
  [".xls d'Excel 95", ole("Book"), { code: "xls-ancien" }],
  [".doc", ole("WordDocument"), { code: "pas-un-xlsx", format: "autre" }],
  [".csv", strToU8("Commune;Manquants\nA;500"), { code: "pas-un-xlsx", format: "autre" }],
  [
    ".ods",
    zipDe({ mimetype: "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<a/>" }),
    { code: "pas-un-xlsx", format: "ods" },
  ],
  [
    ".xlsb",
    zipDe({
      "_rels/.rels": '<R><Relationship Type="x/officeDocument" Target="xl/workbook.bin"/></R>',
    }),
    { code: "pas-un-xlsx", format: "xlsb" },
  ],
  [
    ".docx",
    zipDe({
      "_rels/.rels": '<R><Relationship Type="x/officeDocument" Target="word/document.xml"/></R>',
      "word/document.xml": "<document/>",
    }),
    { code: "pas-un-xlsx", format: "autre" },
  ],
  [".zip quelconque", zipDe({ "a.txt": "a" }), { code: "pas-un-xlsx", format: "autre" }],
  [
    "trop gros",
    new Uint8Array(LIMITES.fichier + 1),
    { code: "trop-gros", quoi: "fichier", limite: LIMITES.fichier },
  ],
])("%s", async (_, octets, attendu) => {
  expect(await motif(octets)).toEqual(attendu);
});

describe("XML", () => {
  const abime = { code: "abime", partie: "xl/worksheets/sheet1.xml" };

  test("une DTD est refusée, ses entités jamais développées", async () => {
    const dtd = `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>${VIDE}`;
    expect(await motifDe(dtd)).toEqual({ code: "suspect", partie: "xl/worksheets/sheet1.xml" });
  });

  test.each([
    ["entité inconnue", "<worksheet>&x;</worksheet>"],
    ["esperluette nue", "<worksheet>a & b</worksheet>"],
    ["élément non fermé", "<worksheet><sheetData>"],
    ["fermetures croisées", "<worksheet><a><b></a></b></worksheet>"],
    ["deux racines", "<worksheet/><worksheet/>"],
    ["attribut sans guillemets", "<worksheet a=1/>"],
    ["commentaire non fermé", "<worksheet/><!-- "],
    ["vide", ""],
    ["texte partagé absent", "<worksheet><row><c t='s'><v>9</v></c></row></worksheet>"],
    ["nombre illisible", "<worksheet><row><c><v>1,5</v></c></row></worksheet>"],
    ["adresse d'une autre ligne", "<worksheet><row r='1'><c r='A2'/></row></worksheet>"],
    ["ligne hors feuille", "<worksheet><row r='1048577'/></worksheet>"],
    [
      "formule partagée orpheline",
      "<worksheet><row><c><f t='shared' si='0'/></c></row></worksheet>",
    ],
    ["fusion illisible", "<worksheet><mergeCells><mergeCell ref='A'/></mergeCells></worksheet>"],
    [
      "colonnes qui se chevauchent",
      "<worksheet><cols><col min='1' max='9'/><col min='2' max='9'/></cols></worksheet>",
    ],
  ])("abîmé : %s", async (_, feuille) => {
    expect(await motifDe(feuille)).toEqual(abime);
  });

  test("trop d'éléments", async () => {
    const feuille = `<worksheet>${"<a/>".repeat(LIMITES.elements)}</worksheet>`;
    const attendu = { code: "trop-gros", quoi: "elements", limite: LIMITES.elements };
    expect(await motifDe(feuille)).toEqual(attendu);
  });

  test("une formule partagée ne peut pas se multiplier à l'infini", async () => {
    const modele = `<c><f t="shared" si="0">"${"a".repeat(8000)}"</f></c>`;
    const ligne = `<row>${'<c><f t="shared" si="0"/></c>'.repeat(16_000)}</row>`;
    const feuille = `<worksheet><row>${modele}</row>${ligne}</worksheet>`;
    const attendu = { code: "trop-gros", quoi: "formules", limite: LIMITES.formules };
    expect(await motifDe(feuille)).toEqual(attendu);
  });
});

describe("archive", () => {
  const petites = { ...LIMITES, contenuParEntree: 1000, contenuTotal: 1500, entrees: 3 };

  function refusDe(action: () => unknown): unknown {
    try {
      return action();
    } catch (erreur) {
      return erreur instanceof FichierIllisible ? erreur.motif : erreur;
    }
  }

  test("bombe : une entrée trop grosse une fois décompressée", () => {
    const zip = new Zip(zipDe({ a: "0".repeat(1001) }), petites);
    const attendu = { code: "trop-gros", quoi: "contenu", limite: 1000 };
    expect(refusDe(() => zip.texte("a"))).toEqual(attendu);
  });

  test("bombe : le total, même si chaque entrée est permise", () => {
    const zip = new Zip(zipDe({ a: "0".repeat(1000), b: "0".repeat(1000) }), petites);
    expect(zip.texte("a")).toHaveLength(1000);
    const attendu = { code: "trop-gros", quoi: "contenu", limite: 1500 };
    expect(refusDe(() => zip.texte("b"))).toEqual(attendu);
  });

  test("bombe : une taille annoncée plus petite que le contenu", () => {
    const octets = zipSync({ a: new Uint8Array(50_000_000) });
    ecrireTaille(octets, 500);
    const zip = new Zip(octets, petites);
    expect(refusDe(() => zip.texte("a"))).toEqual({ code: "abime", partie: "a" });
  });

  test("trop d'entrées", () => {
    const octets = zipDe({ a: "", b: "", c: "", d: "" });
    const attendu = { code: "trop-gros", quoi: "entrees", limite: 3 };
    expect(refusDe(() => new Zip(octets, petites))).toEqual(attendu);
  });

  test.each(["../a.xml", "/a.xml", "xl\\a.xml", "xl/../../a", "a\0b"])(
    "nom d'entrée refusé : %j",
    async (nom) => {
      expect(await motifDe(VIDE, { [nom]: "" })).toEqual({ code: "suspect", partie: nom });
    }
  );

  test("deux entrées du même nom, aux majuscules près", async () => {
    const octets = await motifDe(VIDE, { "XL/Workbook.xml": "<workbook/>" });
    expect(octets).toEqual({ code: "suspect", partie: "XL/Workbook.xml" });
  });

  test("une entrée chiffrée", () => {
    const octets = zipDe({ a: "abc" });
    const repertoire = new DataView(octets.buffer).getUint32(octets.length - 6, true);
    octets[repertoire + 8] = 1;
    expect(refusDe(() => new Zip(octets, petites).texte("a"))).toEqual({ code: "chiffre" });
  });

  test("un chiffre altéré se voit à la somme de contrôle", () => {
    const octets = zipSync({ a: strToU8("<v>500</v>") }, { level: 0 });
    octets[new TextDecoder("latin1").decode(octets).indexOf("500")] = "9".charCodeAt(0);
    const attendu = { code: "abime", partie: "a" };
    expect(refusDe(() => new Zip(octets, petites).texte("a"))).toEqual(attendu);
  });

  test("des tailles écrites sur 64 bits sont lues", () => {
    expect(new Zip(zip64("abc"), petites).texte("a")).toBe("abc");
  });

  /** Remplace, dans le répertoire d'une archive d'une entrée, la taille décompressée annoncée. */
  function ecrireTaille(octets: Uint8Array, taille: number): void {
    const vue = new DataView(octets.buffer);
    vue.setUint32(vue.getUint32(octets.length - 6, true) + 24, taille, true);
  }

  /** Archive d'une entrée « a » dont le répertoire porte les tailles et la position sur 64 bits. */
  function zip64(contenu: string): Uint8Array {
    const complement = new Uint8Array(24);
    const [taille] = [BigInt(contenu.length)];
    const champ = new DataView(complement.buffer);
    [taille, taille, 0n].forEach((valeur, rang) => champ.setBigUint64(8 * rang, valeur, true));
    const octets = zipSync({ a: [strToU8(contenu), { level: 0, extra: { 1: complement } }] });
    const vue = new DataView(octets.buffer);
    const repertoire = vue.getUint32(octets.length - 6, true);
    for (const position of [20, 24, 42]) vue.setUint32(repertoire + position, 0xffffffff, true);
    return octets;
  }
});

describe("octets quelconques : un classeur ou un FichierIllisible, jamais une autre erreur", () => {
  let temoin: Uint8Array;

  beforeAll(async () => {
    const cellules = [
      { ligne: 0, colonne: 0, valeur: "Aubrelle", style: { gras: true } },
      { ligne: 1, colonne: 0, valeur: 165, formule: "=CMS.OBJECTIF(A1:A2,5)", etendue: "A2:A3" },
    ];
    temoin = await ecrireXlsx(classeurDe(feuilleDe({ cellules })));
  });

  test("tronqué n'importe où : toujours refusé", async () => {
    for (let longueur = 0; longueur < temoin.length; longueur++) {
      expect(await motif(temoin.slice(0, longueur))).not.toBe("lu");
    }
  });

  test("octets altérés", async () => {
    const alteration = fc.tuple(fc.nat(), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(alteration, { minLength: 1, maxLength: 5 }), async (liste) => {
        const octets = temoin.slice();
        for (const [position, octet] of liste) octets[position % octets.length] = octet;
        await motif(octets);
      }),
      { numRuns: 1000 }
    );
  });

  test("XML altéré, archive intacte", async () => {
    const parties = partiesDe(
      `<worksheet><sheetViews><sheetView><pane state="frozen" ySplit="1"/></sheetView></sheetViews>
       <cols><col min="1" max="2" width="9" customWidth="1"/></cols><sheetData>
       <row r="1" ht="20"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><f t="shared" si="0" ref="B1:B2">A1</f><v>1</v></c></row>
       </sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells>
       <rowBreaks><brk id="3" man="1"/></rowBreaks></worksheet>`,
      {
        "xl/sharedStrings.xml": "<sst><si><t>a&amp;b</t></si></sst>",
        "xl/styles.xml":
          '<styleSheet><fonts><font><sz val="9"/><color theme="1" tint="0.5"/></font></fonts><cellXfs><xf/><xf fontId="0"/></cellXfs></styleSheet>',
      }
    );
    const morceau = fc.constantFrom("<", ">", "&", '"', "constructor", "__proto__", "-1", "", "/>");
    const atteinte = fc.tuple(
      fc.constantFrom(...Object.keys(parties)),
      fc.nat(),
      fc.nat(6),
      morceau
    );
    await fc.assert(
      fc.asyncProperty(atteinte, async ([partie, position, longueur, remplacement]) => {
        const xml = parties[partie] ?? "";
        const debut = position % (xml.length + 1);
        const altere = xml.slice(0, debut) + remplacement + xml.slice(debut + longueur);
        await motif(zipDe({ ...parties, [partie]: altere }));
      }),
      { numRuns: 1000 }
    );
  });
});
