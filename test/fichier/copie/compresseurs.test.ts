import { preparerCopie } from "../../../src/fichier";
import { motifDuRefus } from "../fabriques";
import {
  archiveTruquee,
  CHAMPS,
  copier,
  donnees,
  NATIF,
  natifXml,
  nombre,
  partiesStockees,
} from "./fabriques";

const FEUILLE = "xl/worksheets/sheet1.xml";
const PARTIES = partiesStockees(
  donnees(
    ...Array.from({ length: 200 }, (_, rang) => [
      nombre(`A${rang + 1}`, rang),
      `<c r="C${rang + 1}"><f>CMS.TENSION(A${rang + 1},B${rang + 1})</f><v>${rang}</v></c>`,
    ])
  )
);

/** Un navigateur d'avant 2023 : il a ces flux, et n'y connaît pas le format d'un zip. */
function ancien(): never {
  throw new TypeError("format inconnu");
}

describe.each(["du système", "de fflate"])("avec le compresseur %s", (lequel) => {
  beforeEach(() => {
    expect(typeof CompressionStream).toBe("function");
    if (lequel === "du système") return;
    jest.spyOn(globalThis, "CompressionStream").mockImplementation(ancien);
    jest.spyOn(globalThis, "DecompressionStream").mockImplementation(ancien);
  });
  afterEach(() => jest.restoreAllMocks());

  const refus = (champ: number, valeurDe: (avant: number) => number) => {
    const octets = archiveTruquee(PARTIES, (vue, places) => {
      const place = (places.get(FEUILLE) ?? 0) + champ;
      vue.setUint32(place, valeurDe(vue.getUint32(place, true)), true);
    });
    return motifDuRefus(preparerCopie(octets, NATIF), "copié");
  };

  test("la feuille est la même", async () => {
    const { parties } = await copier(PARTIES, NATIF);
    expect(parties[FEUILLE]).toContain(natifXml("CMS.TENSION(A200,B200)", false));
    expect(parties[FEUILLE]).not.toContain("CMS");
  });

  test.each<[string, number, (avant: number) => number]>([
    ["une taille annoncée trop petite", CHAMPS.taille, (avant) => avant - 1],
    ["une taille annoncée trop grande", CHAMPS.taille, (avant) => avant + 1],
    ["une somme fausse", CHAMPS.somme, (avant) => avant ^ 1],
    ["un contenu coupé", CHAMPS.tailleCompressee, (avant) => avant - 9],
  ])("%s : refusée", async (_, champ, valeurDe) => {
    expect(await refus(champ, valeurDe)).toEqual({ code: "abime", partie: FEUILLE });
  });
});
