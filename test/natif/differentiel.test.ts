import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { ecrireXlsx, lireXlsx, type CelluleXlsx } from "../../src/fichier";
import type { Saisie } from "../../src/regles";
import { plageDe } from "../../src/tableau";
import { feuilleDe } from "../fichier/fabriques";
import { DELAI_LIBREOFFICE_MS, convertir, testAvecLibreOffice } from "../outils/libreoffice";
import { ERREUR, ecarts, eprouver, issueDe, type Epreuve, type Issue } from "./epreuves";
import { eprouverFormules } from "./formules-composees";

/** Par fonction : assez pour que tous les cas des générateurs se croisent. */
const LIGNES = 5000;
const LIGNES_COMPOSEES = 1000;
/** Une formule par cellule se lit bien plus lentement qu'une formule pour toute une colonne. */
const LIGNES_UNE_A_UNE = 300;
const GRAINE = 3028;
const DELAI_IRONCALC_MS = 120_000;

/** LibreOffice enregistre quinze chiffres. */
const QUINZE_CHIFFRES = 1e-14;

const COLONNE_UNE_A_UNE = 10;
const COLONNE_EN_MATRICE = 12;

/** Valeur enregistrée sous chaque formule : celle qui reviendrait si LibreOffice ne recalculait pas. */
const PERIMEE = -271_828;

/** Chaque fonction seule, puis des formules entières, converties. */
async function toutEprouver(graine: number): Promise<Epreuve[]> {
  return [
    ...(await eprouver(LIGNES, graine)),
    ...(await eprouverFormules(LIGNES_COMPOSEES, graine)),
  ];
}

test("les épreuves de chaque fonction mêlent réponses et refus", async () => {
  const parFonction = new Map<string, Issue[]>();
  for (const { nom, attendus } of await eprouver(LIGNES, GRAINE)) {
    parFonction.set(nom, [...(parFonction.get(nom) ?? []), ...attendus]);
  }
  for (const [nom, attendus] of parFonction) {
    const refus = attendus.filter((attendu) => attendu === ERREUR).length / attendus.length;
    expect([nom, attendus.length >= LIGNES, refus > 0.1 && refus < 0.75]).toEqual([
      nom,
      true,
      true,
    ]);
  }
});

test("les formules composées ont chacune des réponses, et des refus", async () => {
  for (const { nom, attendus } of await eprouverFormules(LIGNES_COMPOSEES, GRAINE)) {
    const refus = attendus.filter((attendu) => attendu === ERREUR || attendu === "refus").length;
    const part = refus / attendus.length;
    expect([nom, part > 0.1 && part < 0.85, new Set(attendus).size > 3]).toEqual([nom, true, true]);
  }
});

test(
  "IronCalc calcule la formule native comme la fonction répond, refus compris",
  async () => {
    const epreuves = await toutEprouver(GRAINE);
    const lues = calculerAvecIronCalc(epreuves);
    expect(epreuves.flatMap((epreuve, rang) => ecarts(epreuve, lues[rang] ?? [], 0))).toEqual([]);
  },
  DELAI_IRONCALC_MS
);

testAvecLibreOffice(
  "LibreOffice la calcule de même, cellule par cellule et sur des colonnes entières",
  async () => {
    const epreuves = await toutEprouver(GRAINE + 1);
    const lues = await calculerAvecLibreOffice(epreuves);
    const toutes = lues.flatMap(({ uneAUne, enMatrice }) => [...uneAUne, ...enMatrice]);
    expect(toutes).not.toContain(PERIMEE);
    const trouves = epreuves.flatMap((epreuve, rang) => {
      const { uneAUne = [], enMatrice = [] } = lues[rang] ?? {};
      return [
        ...ecarts(debutDe(epreuve), uneAUne, QUINZE_CHIFFRES, estPlageAvecVrai(epreuve)),
        ...(epreuve.ligneParLigne ? [] : ecarts(epreuve, enMatrice, QUINZE_CHIFFRES, contientVrai)),
      ];
    });
    expect(trouves).toEqual([]);
  },
  DELAI_LIBREOFFICE_MS
);

/** Dans une plage, VRAI n'est pour LibreOffice que le nombre 1 : ces lignes ne se comparent pas. */
function contientVrai(ligne: readonly Saisie[]): boolean {
  return ligne.some((saisie) => typeof saisie === "boolean");
}

function estPlageAvecVrai({ nom }: Epreuve): (ligne: readonly Saisie[]) => boolean {
  return nom === "EQUILIBRE" ? contientVrai : () => false;
}

function debutDe(epreuve: Epreuve): Epreuve {
  return { ...epreuve, attendus: epreuve.attendus.slice(0, LIGNES_UNE_A_UNE) };
}

function calculerAvecIronCalc(epreuves: readonly Epreuve[]): Issue[][] {
  const series = epreuves.map(({ lignes, formule }) => ({
    // « &"" » rend le nombre avec tous ses chiffres, et une erreur telle quelle.
    formules: Array.from({ length: 20 }, (_, ligne) => `${formule(ligne)}&""`),
    lignes: lignes.map((ligne) => ligne.map(taper)),
  }));
  const textes = execFileSync(process.execPath, [join(__dirname, "../outils/ironcalc.mjs")], {
    input: JSON.stringify(series),
    encoding: "utf8",
    maxBuffer: 100_000_000,
  });
  return (JSON.parse(textes) as string[][]).map((serie) => serie.map(lireTexte));
}

/** Ce qu'on taperait dans une cellule pour y mettre cette saisie. */
function taper(saisie: Saisie): string {
  if (saisie === null) return "";
  if (typeof saisie === "string") return `="${saisie}"`;
  return typeof saisie === "object" ? saisie.erreur : String(saisie).toUpperCase();
}

function lireTexte(texte: string): Issue {
  if (texte.startsWith("#")) return ERREUR;
  if (texte === "TRUE" || texte === "FALSE") return issueDe(texte === "TRUE");
  return texte === "" || Number.isNaN(Number(texte)) ? texte : Number(texte);
}

interface Colonnes {
  uneAUne: Issue[];
  enMatrice: Issue[];
}

async function calculerAvecLibreOffice(epreuves: readonly Epreuve[]): Promise<Colonnes[]> {
  const feuilles = epreuves.map((epreuve, rang) =>
    feuilleDe({ nom: `Épreuve ${rang}`, cellules: cellulesDe(epreuve) })
  );
  const octets = await ecrireXlsx({ feuilles, noms: [], active: 0 });
  const relu = await lireXlsx(convertir(octets, "xlsx"));
  return relu.feuilles.map(({ cellules }) => {
    const lues: Colonnes = { uneAUne: [], enMatrice: [] };
    for (const { ligne, colonne, valeur } of cellules) {
      if (colonne === COLONNE_UNE_A_UNE) lues.uneAUne[ligne] = issueDe(valeur);
      if (colonne === COLONNE_EN_MATRICE) lues.enMatrice[ligne] = issueDe(valeur);
    }
    return lues;
  });
}

function cellulesDe({ lignes, formule }: Epreuve): CelluleXlsx[] {
  return [
    ...lignes.flatMap(saisir),
    ...lignes.slice(0, LIGNES_UNE_A_UNE).map((_, ligne) => ({
      ligne,
      colonne: COLONNE_UNE_A_UNE,
      valeur: PERIMEE,
      formule: formule(ligne),
    })),
    {
      ligne: 0,
      colonne: COLONNE_EN_MATRICE,
      valeur: PERIMEE,
      formule: formule(0, lignes.length - 1),
      etendue: plageDe(0, COLONNE_EN_MATRICE, lignes.length, 1),
    },
  ];
}

/** Un texte vide ne s'écrit que par une formule : LibreOffice lirait une cellule vide. */
function saisir(saisies: readonly Saisie[], ligne: number): CelluleXlsx[] {
  return saisies.flatMap((saisie, colonne): CelluleXlsx[] => {
    if (saisie === null) return [];
    const cellule = { ligne, colonne, valeur: saisie };
    return [saisie === "" ? { ...cellule, formule: '=""' } : cellule];
  });
}
