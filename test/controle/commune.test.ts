import { controlerLecture, type ContexteDeControle, type Controle } from "../../src/controle";
import { phraserConstat } from "../../src/redaction";
import { lireTableaux, type ValeurDeCellule } from "../../src/tableau";
import { controler as controlerLaFeuille } from "../outils/controler";
import { feuilleDe } from "../outils/feuille";

/** Ce qu'une ligne de commune donne au bilan, et ce qu'elle a d'inexact. */

type Lignes = ValeurDeCellule[][];
type Dit = [code: string, gravite: string, adresse: string | undefined];

const TOUT: ContexteDeControle = { plh: true, avisCnsru: "rendu", accords: "tous", entrantes: [] };
const controler = (lignes: Lignes, contexte: ContexteDeControle = TOUT): Controle =>
  controlerLaFeuille(feuilleDe(lignes), contexte);
const dits = ({ constats }: Controle): Dit[] =>
  constats.map(({ code, gravite, adresse }) => [code, gravite, adresse]);

const MUTUALISATION = [
  "Commune",
  "LS manquants",
  "Écart",
  "Taux avant",
  "Objectif 2026-2028 avant mutualisation",
  "Objectif 2026-2028 après mutualisation",
];
const mutualisation = (
  taux: ValeurDeCellule,
  avant: ValeurDeCellule,
  apres: ValeurDeCellule
): Lignes => [MUTUALISATION, ["Alpha", 500, 5, taux, avant, apres]];

describe("le bilan d'une commune", () => {
  test.each([
    ["après mutualisation", 85, 83],
    ["abaissé", 125, null],
  ])("objectif %s : ses planchers", (mot, plancher, plancherLoi) => {
    const lignes: Lignes = [
      ["Commune", "LS manquants", "Écart", `Objectif 2026-2028 ${mot}`],
      ["Alpha", 500, 5, 165],
    ];
    expect(controler(lignes).communes).toEqual([
      {
        nom: "Alpha",
        ligne: 1,
        deficit: 500,
        ecart: 5,
        tauxAvant: 330_000,
        objectifAvant: 165,
        objectifAvantLu: null,
        objectifApres: 165,
        plancher,
        plancherLoi,
        exemptee: false,
      },
    ]);
  });

  test("objectif légal indéterminé : ce qui se lit reste dans le bilan", () => {
    const lignes: Lignes = [MUTUALISATION, ["Alpha", 500, 0, 0.33, 165, 90]];
    const [bilan] = controler(lignes).communes;
    expect(bilan).toMatchObject({
      deficit: 500,
      objectifAvant: null,
      objectifAvantLu: 165,
      objectifApres: 90,
      plancher: null,
    });
  });

  test("une nouvelle entrante n'a pas de plancher", () => {
    const { communes } = controler(mutualisation(0.15, 75, 75), { ...TOUT, entrantes: ["alpha"] });
    expect(communes).toMatchObject([{ objectifAvant: 75, plancher: null, plancherLoi: null }]);
  });
});

describe("les colonnes « avant »", () => {
  test.each<[string, Lignes, Dit[]]>([
    ["justes", mutualisation(0.33, 165, 165), []],
    ["taux faux", mutualisation(0.5, 165, 165), [["taux-avant-faux", "erreur", "D2"]]],
    [
      "taux illisible",
      mutualisation("à voir", 165, 165),
      [["donnee-illisible", "avertissement", "D2"]],
    ],
    ["taux vide : rien à comparer", mutualisation(null, 165, 165), []],
    ["objectif faux", mutualisation(0.33, 150, 165), [["objectif-avant-faux", "erreur", "E2"]]],
    [
      "objectif vide",
      mutualisation(0.33, null, 165),
      [["donnee-illisible", "avertissement", "E2"]],
    ],
    ["objectif en texte", mutualisation(0.33, "NC", 165), [["donnee-illisible", "erreur", "E2"]]],
  ])("%s", (_, lignes, attendus) => {
    expect(dits(controler(lignes))).toEqual(attendus);
  });

  test("une donnée illisible garde ce qui est écrit, et la raison", () => {
    const { constats } = controler(mutualisation("à voir", null, 165));
    expect(constats.map(({ valeurs }) => valeurs)).toEqual([
      { rubrique: "objectifAvant", affiche: "", refus: [{ code: "vide", argument: "objectif" }] },
      { rubrique: "tauxAvant", affiche: "à voir", refus: [] },
    ]);
  });

  test("l'article est celui du droit commun, ou des nouvelles entrantes", () => {
    const lignes = mutualisation(0.5, 150, 165);
    const articles = (contexte: ContexteDeControle): string[] =>
      controler(lignes, contexte)
        .constats.filter(({ code }) => /avant-faux/.test(code))
        .map(({ article }) => article);
    expect(articles(TOUT)).toEqual(["L. 302-8, VII", "L. 302-8, VII"]);
    expect(articles({ ...TOUT, entrantes: ["Alpha"] })).toEqual([
      "L. 302-8, VIII",
      "L. 302-8, VIII",
    ]);
  });

  test("sans logement manquant, le taux annoncé ne se juge pas", () => {
    const lignes: Lignes = [MUTUALISATION, ["Alpha", 0, -1, 0.5, 0, 0]];
    expect(dits(controler(lignes))).toEqual([["deficit-nul", "avertissement", "B2"]]);
  });
});

describe("sans aménagement", () => {
  const tableau = (titres: string[], ...objectifs: ValeurDeCellule[]): Lignes => [
    ["Contrat sans aménagement 2026-2028"],
    ["Commune", "LS manquants", "Écart", ...titres],
    ["Alpha", 500, 5, ...objectifs],
  ];
  const DEUX = ["Objectif légal", "Objectif retenu"];

  test.each<[string, Lignes, Dit[]]>([
    ["une seule colonne, juste", tableau(["Objectif"], 165), []],
    [
      "une seule colonne, fausse",
      tableau(["Objectif"], 160),
      [["objectif-avant-faux", "erreur", "D3"]],
    ],
    [
      "une seule colonne, vide",
      tableau(["Objectif"], null),
      [["donnee-illisible", "erreur", "D3"]],
    ],
    ["deux colonnes, justes", tableau(DEUX, 165, 165), []],
    [
      "retenu sous le légal",
      tableau(DEUX, 165, 164),
      [["objectif-different-du-legal", "erreur", "E3"]],
    ],
    [
      "retenu au-dessus : un rehaussement",
      tableau(DEUX, 165, 166),
      [["objectif-different-du-legal", "avertissement", "E3"]],
    ],
    ["retenu illisible", tableau(DEUX, 165, "NC"), [["donnee-illisible", "erreur", "E3"]]],
  ])("%s", (_, lignes, attendus) => {
    expect(dits(controler(lignes))).toEqual(attendus);
  });
});

describe("statut d'une commune", () => {
  const statut = (dit: ValeurDeCellule, avant: number | null, apres: number | null): Lignes => [
    [...MUTUALISATION, "Statut"],
    ["Alpha", 500, 5, 0.33, 165, 165, null],
    ["Bêta", 300, 5, 0.33, avant, apres, dit],
  ];

  test("carencée : une information, à la commune", () => {
    const { constats } = controler(statut("Carencée", 99, 99));
    expect(constats).toMatchObject([
      { code: "carencee", gravite: "information", commune: "Bêta", adresse: "A3" },
    ]);
  });

  test.each<[string, number | null, number | null, string[]]>([
    ["sans objectif", null, null, []],
    ["objectifs nuls", 0, 0, []],
    ["un objectif avant", 99, null, ["exemptee"]],
    ["un objectif après", null, 99, ["exemptee"]],
  ])("exemptée, %s", (_, avant, apres, codes) => {
    const { constats, communes, totaux } = controler(statut("Exemptée", avant, apres));
    expect(constats.map(({ code }) => code)).toEqual(codes);
    expect(communes[1]).toMatchObject({ nom: "Bêta", ligne: 2, exemptee: true, deficit: null });
    expect(totaux).toMatchObject({ deficit: 500, avantLegal: 165, apres: 165 });
  });

  test.each(["abaissé", "après mutualisation"])("nouvelle entrante, objectif %s", (mot) => {
    const lignes: Lignes = [
      ["Commune", "LS manquants", `Objectif 2026-2028 ${mot}`],
      ["Alpha", 500, 75],
    ];
    const codes = controler(lignes, { ...TOUT, entrantes: ["Alpha"] }).constats;
    expect(codes.map(({ code }) => code)).toEqual(["entrante-amenagee"]);
  });

  test("nouvelle entrante d'un contrat sans aménagement : rien à dire", () => {
    const lignes: Lignes = [
      ["Contrat sans aménagement 2026-2028"],
      ["Commune", "LS manquants", "Écart", "Objectif"],
      ["Alpha", 500, 5, 75],
    ];
    expect(dits(controler(lignes, { ...TOUT, entrantes: ["Alpha"] }))).toEqual([]);
  });
});

describe("une commune sans logement manquant", () => {
  const AVANT_APRES = [
    "Commune",
    "LS manquants",
    "Écart",
    "Objectif 2026-2028 avant mutualisation",
    "Objectif 2026-2028 après mutualisation",
  ];
  test.each<[string, ValeurDeCellule[], string]>([
    ["ne porte pas l'objectif d'une autre", ["Bêta", 0, -2, 0, 80], "erreur"],
    ["n'est pas sous son taux légal", ["Bêta", 0, 5, 0, 0], "erreur"],
    ["peut rester au tableau, sans objectif", ["Bêta", 0, -3, 0, 0], "avertissement"],
  ])("%s", (_, beta, gravite) => {
    const controle = controler([AVANT_APRES, ["Alpha", 500, 5, 165, 165], beta]);
    expect(dits(controle)).toContainEqual(["deficit-nul", gravite, "B3"]);
  });
});

test("la même commune, par son code INSEE, dans deux EPCI est un doublon", () => {
  const titres = [
    "EPCI",
    "INSEE",
    "Commune",
    "LS manquants",
    "Écart",
    "Objectif 2026-2028 avant mutualisation",
    "Objectif 2026-2028 après mutualisation",
  ];
  const lignes = [
    ["CC A", "60001", "Alpha", 500, 5, 165, 85],
    ["CC A", "60002", "Bêta", 300, 5, 99, 179],
    ["CC B", "60001", "Alpha", 500, 5, 165, 165],
  ];
  const { controles } = controlerLecture(lireTableaux(feuilleDe([titres, ...lignes])), TOUT);
  const retenus = controles.filter(({ retenu }) => retenu);
  expect(retenus.map(({ epci, verdict }) => [epci, verdict])).toEqual([
    ["CC A", expect.not.stringMatching("non conforme")],
    ["CC B", "non conforme"],
  ]);
  expect(retenus[1]?.constats).toContainEqual(
    expect.objectContaining({ code: "doublon", gravite: "erreur", adresse: "C4" })
  );
});

test("un taux annoncé exactement l'emporte sur le taux dont l'arrondi donne le même objectif", () => {
  const titres = [
    "Commune",
    "LS manquants",
    "Taux de rattrapage légal",
    "Objectif légal 2026-2028",
    "Objectif 2026-2028 abaissé",
  ];
  const controle = controler([titres, ["Alpha", 4, 0.5, 2, 1]]);
  expect(controle.communes[0]).toMatchObject({ tauxAvant: 500_000, plancher: 2 });
  expect(dits(controle)).toContainEqual(["sous-plancher-abaissant", "erreur", "E2"]);
});

describe("une nouvelle entrante, d'après ses nombres", () => {
  const titre = ["Contrat sans aménagement 2026-2028"];
  const sansReponse: ContexteDeControle = { plh: true, avisCnsru: "rendu", accords: "tous" };

  test("n'est pas présumée si un taux légal donne le même quotient : les erreurs sont dites", () => {
    const titres = [
      "Commune",
      "LS manquants",
      "Écart",
      "Taux de rattrapage légal",
      "Objectif légal",
      "Objectif retenu",
    ];
    const lu = controler([titre, titres, ["Alpha", 6, 1, 2 / 6, 2, 2]], sansReponse);
    const codes = dits(lu).map(([code]) => code);
    expect(codes).not.toContain("entrante-presumee");
    expect(codes).toEqual(expect.arrayContaining(["objectif-avant-faux", "taux-avant-faux"]));
  });

  test("déclarée, son objectif arrondi au plus proche est admis et dit", () => {
    const titres = [
      "Commune",
      "LS manquants",
      "Objectif légal",
      "Objectif retenu",
      "Nouvelle entrante",
    ];
    const lu = controler([titre, titres, ["Alpha", 301, 75, 75, "oui"]], sansReponse);
    expect(dits(lu)).toContainEqual(["objectif-avant-arrondi", "avertissement", "C3"]);
    expect(dits(lu).map(([code]) => code)).not.toContain("objectif-avant-faux");
  });
});

test("seul de sa ligne, un objectif retenu au-dessus du légal est un rehaussement, non une erreur", () => {
  const lignes: Lignes = [
    ["Contrat sans aménagement 2026-2028"],
    ["Commune", "LS manquants", "Écart", "Objectif retenu"],
    ["Alpha", 500, 5, 170],
  ];
  expect(dits(controler(lignes))).toContainEqual([
    "objectif-different-du-legal",
    "avertissement",
    "D3",
  ]);
  expect(dits(controler(lignes)).map(([code]) => code)).not.toContain("objectif-avant-faux");
});

test("hors des périodes d'aménagement, aucun plancher ne se juge", () => {
  const lignes: Lignes = [
    [
      "Commune",
      "LS manquants",
      "Écart",
      "Objectif 2020-2022 avant mutualisation",
      "Objectif 2020-2022 après mutualisation",
    ],
    ["Alpha", 500, 5, 250, 165],
    ["Bêta", 300, 5, 150, 235],
  ];
  const codes = dits(controler(lignes)).map(([code]) => code);
  expect(codes).toContain("periode-hors-bareme");
  expect(codes.filter((code) => code.startsWith("sous-plancher"))).toEqual([]);
});

test.each<[string, Lignes]>([
  [
    "sans aménagement",
    [
      ["Contrat sans aménagement 2026-2028"],
      ["Commune", "LS manquants", "Écart", "Objectif retenu"],
      ["Alpha", 0, -1, 50],
      ["Bêta", 500, 5, 165],
    ],
  ],
  [
    "abaissant",
    [
      ["Contrat abaissant 2026-2028"],
      ["Commune", "LS manquants", "Écart", "Objectif retenu"],
      ["Alpha", 0, -1, 50],
      ["Bêta", 500, 5, 165],
    ],
  ],
])("%s : sans logement manquant, ce n'est pas un rehaussement", (_, lignes) => {
  expect(dits(controler(lignes))).toEqual([["deficit-nul", "erreur", "B3"]]);
});

test("sous son taux de droit, une nouvelle entrante cite le VIII, et rien d'un aménagement qu'elle n'a pas", () => {
  const lignes: Lignes = [
    ["Contrat sans aménagement 2026-2028"],
    ["Commune", "LS manquants", "Objectif légal", "Objectif retenu", "Nouvelle entrante"],
    ["Alpha", 200, 30, 28, "oui"],
  ];
  const [constat] = controler(lignes).constats;
  expect(constat).toMatchObject({
    gravite: "erreur",
    code: "objectif-different-du-legal",
    article: "L. 302-8, VIII",
  });
  expect(constat && phraserConstat(constat).queFaire).toBe("Portez l’objectif à 30.");
});

describe("sans aménagement, une seule colonne d'objectifs : ce qu'elle a d'illisible se dit une fois", () => {
  test.each(["Objectif légal", "Objectif retenu"])("« %s »", (titre) => {
    for (const cellule of [null, "NC", 135.96]) {
      const lignes: Lignes = [
        ["Contrat sans aménagement 2026-2028"],
        ["Commune", "LS manquants", "Écart", titre],
        ["Alpha", 412, 5, cellule],
        ["Bêta", 300, 5, 99],
      ];
      const controle = controler(lignes);
      expect(dits(controle)).toEqual([["donnee-illisible", "erreur", "D3"]]);
      expect(controle.totaux).toMatchObject({ avantLegal: 235, apres: null });
    }
  });
});
