import { EXEMPLES, planExemple } from "../../src/feuilles";
import { enoncerConstat, enoncerVerdict } from "../../src/redaction";
import type { ValeurDeCellule } from "../../src/tableau";
import { controler as controlerLaFeuille } from "../outils/controler";
import { feuilleDuPlan } from "../outils/feuille";
import { chargerSansExcel } from "../outils/fonctions";

/** CMS.CONTROLE : une promesse de lignes « gravité | commune | cellule | phrase », la première étant le verdict. */

type Valeurs = (ValeurDeCellule | object)[][];

const controler = async (valeurs: Valeurs): Promise<string[][]> => {
  const { CONTROLE } = await chargerSansExcel();
  if (!CONTROLE) throw new Error("CONTROLE");
  return (await CONTROLE(valeurs)) as string[][];
};

const TITRES = [
  "Commune",
  "LS manquants",
  "Écart",
  "Taux de rattrapage avant mutualisation",
  "Objectifs 2023-2025 avant mutualisation",
  "Taux de rattrapage après mutualisation",
  "Objectifs 2023-2025 après mutualisation",
];

/** Les communes A et B de la plaquette : 264 avant, 264 après. */
const plaquette = (): Valeurs => [
  TITRES,
  ["Commune A", 500, 5, 0.33, 165, 0.17, 85],
  ["Commune B", 300, 5, 0.33, 99, 179 / 300, 179],
  ["Total", 800, null, null, 264, null, 264],
];

const avec = (ligne: number, colonne: number, valeur: ValeurDeCellule | object): Valeurs => {
  const valeurs = plaquette();
  (valeurs[ligne] as Valeurs[number])[colonne] = valeur;
  return valeurs;
};

/** L'Excel de bureau transmet une cellule vide comme 0. */
const commeAuBureau = (valeurs: Valeurs): Valeurs =>
  valeurs.map((ligne) => ligne.map((valeur) => valeur ?? 0));

test("un tableau sans défaut : la seule ligne de verdict, avec ce qui a été lu et les conditions à confirmer", async () => {
  const [verdict, ...constats] = await controler(plaquette());
  expect(constats).toEqual([]);
  expect(verdict?.slice(0, 3)).toEqual(["à confirmer", "2 communes", "lignes 1 à 4"]);
  expect(verdict?.[3]).toMatch(
    /264 avant, 264 après.*PLH.*commission nationale.*Commune B accepte/
  );
});

describe("les mêmes constats que le volet", () => {
  test.each(EXEMPLES.map(({ cle }) => cle))("exemple « %s »", async (cle) => {
    const feuille = feuilleDuPlan(planExemple(cle));
    const duVolet = controlerLaFeuille(feuille);
    const valeurs = feuille.cellules.map((ligne) => ligne.map(({ valeur }) => valeur));
    const [verdict, ...constats] = await controler(valeurs);
    expect([verdict?.[0], verdict?.[3]]).toEqual([duVolet.verdict, enoncerVerdict(duVolet)]);
    expect(constats.map(([gravite, commune, , phrase]) => [gravite, commune, phrase])).toEqual(
      duVolet.constats.map((constat) => [
        constat.gravite,
        constat.commune ?? "",
        enoncerConstat(constat),
      ])
    );
    expect(await controler(commeAuBureau(valeurs))).toEqual([verdict, ...constats]);
  });
});

test("les constats les plus graves d'abord, chacun avec sa commune et sa place", async () => {
  const valeurs = avec(1, 6, 84);
  (valeurs[2] as Valeurs[number])[4] = 90;
  const [verdict, ...constats] = await controler(valeurs);
  expect(verdict?.[0]).toBe("non conforme");
  expect(constats.map((constat) => constat.slice(0, 3))).toEqual([
    ["erreur", "", "ligne 4, colonne 7 du tableau"],
    ["erreur", "Commune B", "ligne 3, colonne 5 du tableau"],
    ["erreur", "", "ligne 4, colonne 5 du tableau"],
    ["erreur", "", "ligne 4, colonne 7 du tableau"],
    ["avertissement", "Commune A", "ligne 2, colonne 7 du tableau"],
  ]);
});

describe("cellules vides, 0 et erreurs", () => {
  test.each([
    ["manquants", 1, 2],
    ["écart", 2, 3],
    ["objectif après", 6, 7],
  ])("%s : vide ou 0, la même erreur, jamais devinée", async (_nom, colonne, montree) => {
    const vide = await controler(avec(1, colonne, null));
    expect(vide[0]?.[0]).toBe("non conforme");
    expect(vide.slice(1)).toContainEqual([
      "erreur",
      "Commune A",
      `ligne 2, colonne ${montree} du tableau`,
      expect.anything(),
    ]);
    expect(await controler(avec(1, colonne, 0))).toEqual(vide);
    expect(await controler(avec(1, colonne, ""))).toEqual(vide);
  });

  test("une ligne sans aucun nombre n'est pas une commune", async () => {
    const valeurs = plaquette();
    valeurs.splice(1, 0, ["Secteur nord", 0, 0, 0, 0, 0, 0], [null, "", 0, null, 0, 0, 0]);
    const [verdict, ...constats] = await controler(valeurs);
    expect(verdict?.slice(0, 3)).toEqual(["à confirmer", "2 communes", "lignes 1 à 6"]);
    expect(constats).toEqual([]);
  });

  test.each([
    ["erreur de fonction personnalisée", { code: "#N/A" }],
    ["erreur en type de données", { type: "Error", basicType: "Error", basicValue: "#N/A" }],
  ])("%s : un constat, et non un refus de tout contrôler", async (_nom, erreur) => {
    const [verdict, premier] = await controler(avec(1, 1, erreur));
    expect(verdict?.[3]).toContain("Bilan impossible à conclure");
    expect(premier?.[3]).toMatch(/Commune A.*donnée illisible.*#N\/A/);
  });
});

test("sans les formats, un taux après est admis à un demi-point, pas au-delà", async () => {
  expect(await controler(avec(2, 5, 0.6))).toHaveLength(1);
  expect((await controler(avec(2, 5, 0.61)))[1]?.[0]).toBe("avertissement");
});

test("sans tableau reconnu : une ligne « illisible » qui nomme toutes les colonnes manquantes", async () => {
  const lignes = await controler([["Bonjour", "LS manquants"]]);
  expect(lignes).toHaveLength(1);
  expect(lignes[0]?.[0]).toBe("illisible");
  expect(lignes[0]?.[3]).toMatch(/«\sNom de la commune\s» et «\sObjectifs après ou retenus\s»/);
});

test("les noms de colonnes que la phrase propose sont eux-mêmes reconnus", async () => {
  const [verdict] = await controler([
    ["Nom de la commune", "Logements sociaux manquants", "Objectifs après ou retenus"],
  ]);
  expect(verdict?.[0]).toBe("non conforme");
  expect(verdict?.[1]).toBe("0 commune");
});
