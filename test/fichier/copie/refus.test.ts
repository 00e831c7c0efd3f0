import * as fc from "fast-check";
import { FichierIllisible, preparerCopie } from "../../../src/fichier";
import { motifDuRefus, ole, zipDe } from "../fabriques";
import { archiveTruquee, CHAMPS, donnees, NATIF, partiesStockees, VALEURS } from "./fabriques";

function motif(octets: Uint8Array) {
  return motifDuRefus(
    preparerCopie(octets, NATIF).then(({ ecrire }) => ecrire()),
    "copié"
  );
}

const FEUILLE = "xl/worksheets/sheet1.xml";
const APPEL = donnees(["<c r='A1'><f>CMS.OBJECTIF(500,5)</f><v>165</v></c>"]);

const avec = (parties: Record<string, string>) =>
  motif(zipDe({ ...partiesStockees(APPEL), ...parties }));

test("le témoin est copié", async () => {
  expect(await avec({})).toBe("copié");
});

test("une entité externe n'est jamais lue", async () => {
  const dtd = `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><worksheet>${APPEL}</worksheet>`;
  expect(await avec({ [FEUILLE]: dtd })).toEqual({ code: "suspect", partie: FEUILLE });
});

test("un fichier chiffré", async () => {
  expect(await motif(ole("EncryptedPackage"))).toEqual({ code: "chiffre" });
});

test("un document Word", async () => {
  const octets = zipDe({
    "_rels/.rels": '<R><Relationship Type="x/officeDocument" Target="word/document.xml"/></R>',
    "word/document.xml": "<document/>",
  });
  expect(await motif(octets)).toEqual({ code: "pas-un-xlsx", format: "autre" });
});

const IMAGE = "xl/media/image1.png";

test("une bombe dans une feuille est refusée ; dans une image, elle est recopiée sans être ouverte", async () => {
  const limite = 100 * 1024 * 1024;
  const bombe = (partie: string) =>
    archiveTruquee({ ...partiesStockees(APPEL), [IMAGE]: "0" }, (vue, places) =>
      vue.setUint32((places.get(partie) ?? 0) + CHAMPS.taille, limite + 1, true)
    );
  expect(await motif(bombe(FEUILLE))).toEqual({ code: "trop-gros", quoi: "contenu", limite });
  expect(await motif(bombe(IMAGE))).toBe("copié");
});

test("des entrées qui se chevauchent ne gonflent pas la copie", async () => {
  // Du texte qui ne se compresse pas : l'image fait presque toute l'archive.
  const image = Array.from({ length: 20_000 }, (_, rang) => ((rang * 7919) % 9973) + 1e5).join("");
  const images = { "xl/1.bin": "a", "xl/2.bin": "b", [IMAGE]: image };
  const octets = archiveTruquee({ ...partiesStockees(APPEL), ...images }, (vue, places) => {
    const grosse = places.get(IMAGE) ?? 0;
    for (const nom of ["xl/1.bin", "xl/2.bin"]) {
      for (const champ of Object.values(CHAMPS)) {
        vue.setUint32((places.get(nom) ?? 0) + champ, vue.getUint32(grosse + champ, true), true);
      }
    }
  });
  expect(await motif(octets)).toMatchObject({ code: "abime" });
});

test("des éléments imbriqués par dizaines de milliers", async () => {
  const profonde = `<worksheet>${APPEL}${"<a>".repeat(50_000)}${"</a>".repeat(50_000)}</worksheet>`;
  expect(await avec({ [FEUILLE]: profonde })).toBe("copié");
});

test("XML altéré : une copie ou un FichierIllisible, jamais une autre erreur", async () => {
  const parties = partiesStockees(
    `${donnees(["<c r='A1' cm='1'><f t='shared' si='0' ref='A1:A2'>CMS.OBJECTIF(B1,5)</f><v>165</v></c>"], ["<c r='A2'><f t='shared' si='0'/></c>"])}<conditionalFormatting sqref="A1"><cfRule type="expression"><formula>CMS.TENSION(A1,B1)</formula></cfRule></conditionalFormatting>`,
    { apres: '<definedNames><definedName name="a">CMS.ECART(1,2)</definedName></definedNames>' }
  );
  const morceau = fc.constantFrom(
    "<",
    ">",
    "&",
    '"',
    "'",
    "CMS.",
    "#",
    "-1",
    "",
    "/>",
    "__proto__"
  );
  const atteinte = fc.tuple(fc.constantFrom(...Object.keys(parties)), fc.nat(), fc.nat(6), morceau);
  await fc.assert(
    fc.asyncProperty(atteinte, async ([partie, position, longueur, remplacement]) => {
      const xml = parties[partie] ?? "";
      const debut = position % (xml.length + 1);
      const altere = xml.slice(0, debut) + remplacement + xml.slice(debut + longueur);
      const octets = zipDe({ ...parties, [partie]: altere });
      await motif(octets);
      await preparerCopie(octets, VALEURS).catch((erreur: unknown) =>
        expect(erreur).toBeInstanceOf(FichierIllisible)
      );
    }),
    { numRuns: 100 }
  );
});
