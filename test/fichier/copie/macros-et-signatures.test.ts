import { strToU8, unzipSync, zipSync } from "fflate";
import { preparerCopie, type DemandeDeCopie } from "../../../src/fichier";
import { donnees, NATIF, nombre, partiesStockees, relationsXml, VALEURS } from "./fabriques";

const APPEL = donnees(["<c r='A1'><f>CMS.OBJECTIF(500,5)</f><v>165</v></c>"]);
const SANS_APPEL = donnees([nombre("A1", 500)]);

const MACROS = "application/vnd.ms-excel.sheet.macroEnabled.main+xml";
const PROJET = "application/vnd.ms-office.vbaProject";
const SIGNATURE = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature";
const VBA = "http://schemas.microsoft.com/office/2006/relationships";
const TYPE_DE_SIGNATURE = "application/vnd.openxmlformats-package.digital-signature";

/** Un classeur à macros, tel qu'Excel l'enregistre : ses macros sont signées, et lui aussi. */
function signe(feuille: string): Uint8Array {
  const parties = partiesStockees(feuille, {
    types: {
      "xl/workbook.xml": MACROS,
      "xl/vbaProject.bin": PROJET,
      "_xmlsignatures/origin.sigs": `${TYPE_DE_SIGNATURE}-origin`,
      "_xmlsignatures/sig1.xml": `${TYPE_DE_SIGNATURE}-xmlsignature+xml`,
      "_xmlsignatures/sig2.xml": `${TYPE_DE_SIGNATURE}-xmlsignature+xml`,
    },
    relations: { vbaProject: "vbaProject.bin" },
    duPaquet: { [`${SIGNATURE}/origin`]: "_xmlsignatures/origin.sigs" },
    parties: {
      "xl/_rels/vbaProject.bin.rels": relationsXml({
        [`${VBA}/vbaProjectSignature`]: "vbaProjectSignature.bin",
      }),
      "_xmlsignatures/_rels/origin.sigs.rels": relationsXml({
        [`${SIGNATURE}/signature#1`]: "sig1.xml",
        [`${SIGNATURE}/signature#2`]: "sig2.xml",
      }),
      "_xmlsignatures/_rels/sig1.xml.rels": relationsXml({
        [`${SIGNATURE}/certificate`]: "certificat.cer",
      }),
      "_xmlsignatures/sig1.xml": "<Signature/>",
      "_xmlsignatures/sig2.xml": "<Signature/>",
    },
  });
  const textes = Object.entries(parties).map(([nom, texte]) => [nom, strToU8(texte)] as const);
  return zipSync({
    ...Object.fromEntries(textes),
    "xl/vbaProject.bin": Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 255, 0xfe, 7),
    "xl/vbaProjectSignature.bin": Uint8Array.of(0xff, 0, 0x80),
    "_xmlsignatures/origin.sigs": new Uint8Array(),
    "_xmlsignatures/certificat.cer": Uint8Array.of(0x30, 0x82),
  });
}

async function copier(original: Uint8Array, demande: DemandeDeCopie) {
  const { rapport, ecrire } = await preparerCopie(original, demande);
  return { rapport, parties: unzipSync(ecrire()) };
}

const texte = (octets: Uint8Array | undefined) => new TextDecoder().decode(octets);

const COLLEGUE: DemandeDeCopie = {
  mode: "complement",
  complement: { id: "a-b", version: "1.0", origine: "EXCatalog", catalogue: "c" },
};

describe.each<[string, DemandeDeCopie]>([
  ["à formules ordinaires", NATIF],
  ["en valeurs", VALEURS],
  ["pour un collègue", COLLEGUE],
])("copie %s d'un classeur à macros, signé", (_, demande) => {
  test("les macros, leur signature et leur type de contenu n'y changent pas d'un octet", async () => {
    const original = signe(APPEL);
    const { parties } = await copier(original, demande);
    for (const [nom, octets] of Object.entries(unzipSync(original))) {
      if (/vbaProject/.test(nom)) expect([nom, parties[nom]]).toEqual([nom, octets]);
    }
    const types = texte(parties["[Content_Types].xml"]);
    expect(types).toContain(`<Override PartName="/xl/workbook.xml" ContentType="${MACROS}"/>`);
    expect(types).toContain(`<Override PartName="/xl/vbaProject.bin" ContentType="${PROJET}"/>`);
    expect(texte(parties["xl/_rels/workbook.xml.rels"])).toContain('Target="vbaProject.bin"');
  });

  test("la signature du classeur, qui ne vaut plus, part en entier, et c'est dit", async () => {
    const { rapport, parties } = await copier(signe(APPEL), demande);
    expect(rapport.signatureRetiree).toBe(true);
    expect(Object.keys(parties).filter((nom) => nom.includes("_xmlsignatures"))).toEqual([]);
    expect(texte(parties["[Content_Types].xml"])).not.toContain("digital-signature");
    expect(texte(parties["_rels/.rels"])).not.toContain("digital-signature");
  });
});

test("un classeur que la copie ne change pas garde sa signature", async () => {
  const original = signe(SANS_APPEL);
  const { rapport, parties } = await copier(original, NATIF);
  expect(rapport.signatureRetiree).toBe(false);
  expect(parties).toEqual(unzipSync(original));
});
