import fc from "fast-check";
import { controlerLecture, type ControleDuClasseur } from "../../src/controle";
import { EXEMPLES, planExemple } from "../../src/feuilles";
import { enoncerConstat, enoncerVerdict, phraserConstat } from "../../src/redaction";
import { lireTableaux, type ValeurDeCellule } from "../../src/tableau";
import { chargerDecoupage } from "../../src/territoire";
import { controler as controlerLaFeuille } from "../outils/controler";
import { feuilleDe, feuilleDuPlan } from "../outils/feuille";
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

describe("plusieurs tableaux ou plusieurs EPCI dans la plage", () => {
  const tableau = (epci: string, periode: string, apres: number): Valeurs => [
    [`EPCI : ${epci}`],
    ["Commune", "LS manquants", "Écart", `Objectifs ${periode} après mutualisation`],
    ["Alpha", 500, 5, 85],
    ["Bêta", 300, 5, apres],
    [],
  ];

  test("une ligne de verdict par EPCI, avec son nom et ses lignes, et celle qui dit ce qui a été lu", async () => {
    const lignes = await controler([
      ...tableau("CC du Val", "2026-2028", 179),
      ...tableau("CC des Brumes", "2026-2028", 178),
    ]);
    expect(lignes.map((ligne) => ligne.slice(0, 3))).toEqual([
      ["à confirmer", "CC du Val, 2 communes", "lignes 2 à 4"],
      ["non conforme", "CC des Brumes, 2 communes", "lignes 7 à 9"],
      ["erreur", "", "ligne 7, colonne 4 du tableau"],
      ["information", "", ""],
    ]);
    expect(lignes[3]?.[3]).toMatch(
      /porte sur les lignes 2 à 4 \(2026-2028\) et les lignes 7 à 9 \(2026-2028\)\./
    );
  });

  test("un tableau d'une période passée n'a pas de verdict, et c'est dit", async () => {
    const lignes = await controler([
      ...tableau("CC du Val", "2023-2025", 100),
      ...tableau("CC du Val", "2026-2028", 179),
    ]);
    expect(lignes.map((ligne) => ligne.slice(0, 3))).toEqual([
      ["à confirmer", "2 communes", "lignes 7 à 9"],
      ["information", "", ""],
    ]);
    expect(lignes[1]?.[3]).toMatch(/d’une période passée\s: les lignes 2 à 4 \(2023-2025\)\./);
  });

  test("un doublon cite l'autre ligne par son rang, jamais par une adresse", async () => {
    const valeurs = plaquette();
    (valeurs[2] as Valeurs[number])[0] = "Commune A";
    const doublon = (await controler(valeurs)).find(([, , , phrase]) => phrase?.includes("double"));
    expect(doublon?.[3]).toMatch(/déjà en ligne 2, colonne 1 du tableau/);
  });
});

describe("les mêmes constats que le contrôle des mêmes valeurs", () => {
  type Lignes = ValeurDeCellule[][];
  const effectif = fc.integer({ min: 1, max: 800 });
  const douteux = fc.constantFrom<ValeurDeCellule>("NC", "1 200", -5, { erreur: "#N/A" });
  const parfois = (valeur: fc.Arbitrary<ValeurDeCellule>): fc.Arbitrary<ValeurDeCellule> =>
    fc.oneof({ weight: 12, arbitrary: valeur }, { weight: 1, arbitrary: douteux });
  const COLONNES: Record<string, fc.Arbitrary<ValeurDeCellule>> = {
    "LS manquants": parfois(effectif),
    Écart: parfois(fc.constantFrom(5, 4, 3, 1, 0.05, -1)),
    "Taux de rattrapage avant": parfois(fc.constantFrom(0.33, 0.5, 1, "33 %")),
    "Objectifs avant": parfois(effectif),
    "Taux de rattrapage après": parfois(fc.constantFrom(0.17, 0.33, 0.5)),
    PLAI: parfois(effectif),
    PLS: parfois(effectif),
    Accord: fc.constantFrom("Oui", "Non", "en attente"),
    EPCI: fc.constantFrom("CC du Val", "CC des Brumes"),
  };
  const NECESSAIRES = ["LS manquants", "Écart"];
  const NOMS = ["Alpha", "Bêta", "Gamma", "Delta", "alpha", "=Epsilon"];

  /** Un tableau sans cellule vide ni 0 : une fonction ne les distingue pas. */
  const tableau = fc
    .record({
      epci: fc.constantFrom("EPCI : CC du Val", "EPCI : CC des Brumes", "Contrat"),
      periode: fc.constantFrom("2026-2028", "2023-2025", "2029-2031"),
      mode: fc.constantFrom("après mutualisation", "abaissés", "retenus"),
      titres: fc.shuffledSubarray(Object.keys(COLONNES).slice(2), { maxLength: 5 }),
      noms: fc.shuffledSubarray(NOMS, { minLength: 1, maxLength: 4 }),
      total: fc.option(effectif),
    })
    .chain(({ epci, periode, mode, titres, noms, total }) => {
      const colonnes = [...NECESSAIRES, ...titres];
      const ligne = fc.tuple(...colonnes.map((titre) => COLONNES[titre] ?? effectif), effectif);
      return fc
        .array(ligne, { minLength: noms.length, maxLength: noms.length })
        .map((donnees): Lignes => [
          [epci],
          ["Commune", ...colonnes, `Objectifs ${periode} ${mode}`],
          ...donnees.map((valeurs, i) => [noms[i] ?? "", ...valeurs]),
          ...(total === null ? [] : [["Total", ...colonnes.map(() => null), total]]),
        ]);
    });

  const empiler = (tableaux: readonly Lignes[]): Lignes =>
    tableaux.flatMap((lignes) => [...lignes, []]);
  const juxtaposer = (tableaux: readonly Lignes[]): Lignes =>
    Array.from({ length: Math.max(...tableaux.map(({ length }) => length)) }, (_, i) =>
      tableaux.flatMap((lignes) => {
        const largeur = Math.max(...lignes.map(({ length }) => length));
        return Array.from({ length: largeur + 1 }, (_, j) => lignes[i]?.[j] ?? null);
      })
    );
  const plage = fc
    .tuple(fc.array(tableau, { minLength: 1, maxLength: 3 }), fc.constantFrom(empiler, juxtaposer))
    .map(([tableaux, disposer]) => disposer(tableaux));

  const direct = async (lignes: Lignes): Promise<ControleDuClasseur> =>
    controlerLecture(lireTableaux(feuilleDe(lignes, "")), {}, await chargerDecoupage());

  /** Gravité, commune et titre ; le reste de la phrase peut citer des adresses. */
  const attendus = ({ controles, constats }: ControleDuClasseur): string[][] => {
    const retenus = controles.filter(({ retenu }) => retenu);
    return [
      ...retenus.map((controle) => [controle.verdict, enoncerVerdict(controle)]),
      ...[...retenus.flatMap((controle) => controle.constats), ...constats].map((constat) => [
        constat.gravite,
        constat.commune ?? "",
        phraserConstat(constat).titre,
      ]),
    ];
  };
  const VERDICTS = ["non conforme", "avertissements seulement", "à confirmer", "conforme"];
  const obtenus = (lignes: readonly string[][]): string[][] =>
    lignes.map(([quoi = "", commune = "", , phrase = ""]) =>
      VERDICTS.includes(quoi) ? [quoi, phrase] : [quoi, commune, phrase.split(". ")[0] ?? ""]
    );

  test("quels que soient les tableaux, leur nombre et leur disposition", async () => {
    await fc.assert(
      fc.asyncProperty(plage, async (lignes) => {
        const controle = await direct(lignes);
        fc.pre(controle.controles.length > 0);
        expect(obtenus(await controler(lignes)).sort()).toEqual(attendus(controle).sort());
      })
    );
  });

  test("une cellule vide ou nulle ne fait jamais taire une erreur, si l'écart reste positif", async () => {
    const trouee = fc
      .tuple(plage, fc.array(fc.tuple(fc.nat(), fc.nat(), fc.boolean()), { maxLength: 6 }))
      .map(([lignes, trous]) => {
        // Des manquants vides se lisent 0 quand l'écart est nul ou négatif : une commune qui a atteint son taux.
        const copie = lignes.map((ligne) => ligne.map((valeur) => (valeur === -1 ? 5 : valeur)));
        for (const [i, j, nulle] of trous) {
          const ligne = copie[i % copie.length] ?? [];
          const rang = j % Math.max(1, ligne.length);
          const valeur = ligne[rang];
          // Un total vide ou nul n'est pas lu.
          const total = ligne.includes("Total");
          if (rang > 0 && !total && typeof valeur === "number") ligne[rang] = nulle ? 0 : null;
        }
        return copie;
      });
    await fc.assert(
      fc.asyncProperty(trouee, async (lignes) => {
        const { controles } = await direct(lignes);
        const fautifs = controles.filter(
          ({ retenu, verdict }) => retenu && verdict === "non conforme"
        );
        const rendus = (await controler(lignes)).filter(([quoi]) => quoi === "non conforme");
        expect(rendus.length).toBeGreaterThanOrEqual(fautifs.length);
      })
    );
  });

  test("une commune hors de l'EPCI, par le découpage officiel", async () => {
    const [, constat] = await controler([
      ["EPCI : Grand Poitiers"],
      ["Commune", "LS manquants", "Écart", "Objectifs 2026-2028 abaissés"],
      ["Chauvigny", 500, 5, 165],
      ["Niort", 500, 5, 165],
    ]);
    expect(constat?.slice(0, 3)).toEqual([
      "avertissement",
      "Niort",
      "ligne 4, colonne 1 du tableau",
    ]);
    expect(constat?.[3]).toMatch(/^Niort hors de «\sCU du Grand Poitiers\s»/);
  });
});
