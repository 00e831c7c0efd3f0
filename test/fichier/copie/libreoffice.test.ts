import { lireXlsx } from "../../../src/fichier";
import { BAREMES, quelObjectif } from "../../../src/regles";
import { adresseDe } from "../../../src/tableau";
import { convertir, DELAI_LIBREOFFICE_MS, testAvecLibreOffice } from "../../outils/libreoffice";
import { zipDe } from "../fabriques";
import { copier, donnees, NATIF, nombre, partiesStockees, VALEURS } from "./fabriques";

const MANQUANTS = [500, 83, 1, 240, 77, 78, 1000, 333, 12];
const ECARTS = [5, 4, 2, 1.9, 4.1, 0.5, 10, 3, 4.000001];

/** L'objectif légal de la ligne `n`, selon les règles. */
function attendu(n: number): number {
  const objectif = quelObjectif(
    MANQUANTS[n - 1] ?? null,
    ECARTS[n - 1] ?? null,
    "legal",
    null,
    "superieur",
    BAREMES["2026-2028"]
  );
  if (!objectif.ok) throw new Error(JSON.stringify(objectif));
  return objectif.valeur;
}

type Etat = "vivante" | "morte";

/** Une cellule de chaque forme ; morte, elle porte « #NAME? ». */
function formes(etat: Etat): string[] {
  const cellule = (n: number, f: string, attributs = "") =>
    etat === "morte"
      ? `<c r="C${n}" t="e"${attributs}>${f}<v>#NAME?</v></c>`
      : `<c r="C${n}"${attributs}>${f}<v>${attendu(n)}</v></c>`;
  return [
    cellule(1, '<f t="array" ref="C1">_xldudf_CMS_OBJECTIF(A1,B1)</f>', ' cm="1"'),
    cellule(2, '<f t="array" aca="1" ref="C2" ca="1">CMS.OBJECTIF(A2,B2)</f>', ' cm="1"'),
    cellule(3, "<f>[2]!_xldudf_CMS_OBJECTIF(A3,B3)</f>"),
    cellule(4, '<f aca="false">_xldudf_cms_objectif(A4,B4)</f>'),
    cellule(5, '<f t="shared" ref="C5:C6" si="0">_xldudf_CMS_OBJECTIF(A5,B5)</f>'),
    cellule(6, '<f t="shared" si="0"/>'),
    cellule(7, '<f t="array" ref="C7:C8">_xldudf_CMS_OBJECTIF(A7:A8,B7:B8)</f>', ' cm="1"'),
    cellule(8, ""),
    cellule(9, "<f>IF(A9=&quot;&quot;,&quot;&quot;,_xldudf_CMS_OBJECTIF(A9,B9))</f>"),
  ];
}

/** Le classeur : en C les formules, en D une formule ordinaire qui en dépend et dont le résultat enregistré est faux si elles sont mortes. */
function classeur(etat: Etat): Record<string, string> {
  const lignes = formes(etat).map((formule, rang) => {
    const n = rang + 1;
    const garde = etat === "morte" ? 0 : attendu(n);
    return [
      nombre(`A${n}`, MANQUANTS[rang] ?? 0),
      nombre(`B${n}`, ECARTS[rang] ?? 0),
      formule,
      `<c r="D${n}"><f>IFERROR(C${n},0)</f><v>${garde}</v></c>`,
    ];
  });
  const [premiere = [], ...autres] = lignes;
  const nommee =
    etat === "morte"
      ? '<c r="E1" t="e"><f>Objectif</f><v>#NAME?</v></c>'
      : `<c r="E1"><f>Objectif</f><v>${attendu(1)}</v></c>`;
  return partiesStockees(donnees([...premiere, nommee], ...autres), {
    apres:
      '<definedNames><definedName name="Objectif">_xldudf_CMS_OBJECTIF(Feuil1!$A$1,Feuil1!$B$1)</definedName></definedNames>',
  });
}

/** Les valeurs que LibreOffice montre, par adresse. */
async function valeursDans(octets: Uint8Array, reglages?: "par défaut") {
  const { feuilles } = await lireXlsx(convertir(octets, "xlsx", reglages));
  return Object.fromEntries(
    (feuilles[0]?.cellules ?? []).map(({ ligne, colonne, valeur }) => [
      adresseDe(ligne, colonne),
      valeur,
    ])
  );
}

const ATTENDUES: Record<string, number> = { E1: attendu(1) };
for (const n of MANQUANTS.map((_, rang) => rang + 1)) {
  ATTENDUES[`C${n}`] = attendu(n);
  ATTENDUES[`D${n}`] = attendu(n);
}

testAvecLibreOffice(
  "le témoin : tel quel, LibreOffice montre des erreurs",
  async () => {
    const montrees = await valeursDans(zipDe(classeur("vivante")), "par défaut");
    expect(montrees.C1).toEqual({ erreur: "#NAME?" });
  },
  DELAI_LIBREOFFICE_MS
);

describe.each<Etat>(["vivante", "morte"])("chaque forme, %s", (etat) => {
  testAvecLibreOffice.each([undefined, "par défaut"] as const)(
    "convertie, LibreOffice montre ce que disent les règles (recalcul : %s)",
    async (reglages) => {
      const { octets, restes } = await copier(classeur(etat), NATIF);
      expect(restes).toEqual([]);
      expect(await valeursDans(octets, reglages)).toMatchObject(ATTENDUES);
    },
    2 * DELAI_LIBREOFFICE_MS
  );
});

testAvecLibreOffice(
  "figée, LibreOffice montre les mêmes nombres, sans formule",
  async () => {
    const { octets, changements } = await copier(classeur("vivante"), VALEURS);
    // Les neuf lignes de D, les huit formules de C (l'une remplit deux cellules), E1, et le nom.
    expect(changements).toHaveLength(9 + 8 + 1 + 1);
    const { feuilles } = await lireXlsx(octets);
    expect(feuilles[0]?.cellules.filter(({ formule }) => formule)).toEqual([]);
    expect(await valeursDans(octets, "par défaut")).toMatchObject(ATTENDUES);
  },
  DELAI_LIBREOFFICE_MS
);
