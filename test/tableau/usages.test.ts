import {
  lireTableaux,
  type Rubrique,
  type TableauTrouve,
  type ValeurDeCellule,
} from "../../src/tableau";
import { feuilleDe } from "../outils/feuille";

/** Des façons de tenir un tableau, chacune avec les mêmes deux communes. */

type Ligne = ValeurDeCellule[];

const TITRES: Ligne = [
  "Commune",
  "Manquants",
  "Écart (pts)",
  "Objectif légal",
  "Objectif mutualisé",
];
const ALPHA: Ligne = ["Alpha", 500, 5, 165, 85];
const BETA: Ligne = ["Bêta", 300, 5, 99, 179];
const GAMMA: Ligne = ["Gamma", 200, 5, 66, 40];
const DELTA: Ligne = ["Delta", 100, 5, 33, 59];
const SOMME: Ligne = [800, null, 264, 264];
const AUTRE_SOMME: Ligne = [300, null, 99, 99];

const tous = (lignes: Ligne[], fusions?: string[]): TableauTrouve[] =>
  lireTableaux({ ...feuilleDe(lignes), fusions }).tableaux;
const noms = ({ communes }: TableauTrouve): string[] => communes.map(({ nom }) => nom);
const epcis = ({ communes }: TableauTrouve): (string | null)[] => communes.map(({ epci }) => epci);

describe("totaux", () => {
  test.each(["EPCI", "Agglo", "La communauté", "Σ", "CC du Val", "Global", "ST"])(
    "« %s » sous les communes est leur total, même faux",
    (nom) => {
      const [tableau] = tous([TITRES, ALPHA, BETA, [nom, 800, null, 264, 265]]);
      expect(tableau && noms(tableau)).toEqual(["Alpha", "Bêta"]);
      expect(tableau?.total?.nom ?? tableau?.sousTotaux[0]?.nom).toBe(nom);
    }
  );

  test("« St Rémy » et « Margès » sont des communes", () => {
    const [tableau] = tous([TITRES, ["St Rémy", 500, 5, 165, 85], ["Margès", 300, 5, 99, 179]]);
    expect(tableau && noms(tableau)).toEqual(["St Rémy", "Margès"]);
  });

  test("un total qui nomme l'intercommunalité la donne aux communes qu'il additionne", () => {
    const [tableau] = tous([
      TITRES,
      ALPHA,
      BETA,
      ["Total CC du Val", ...SOMME],
      GAMMA,
      DELTA,
      ["Total CA du Mont", ...AUTRE_SOMME],
      ["Total général", 1100, null, 363, 363],
    ]);
    expect(tableau && epcis(tableau)).toEqual([
      "CC du Val",
      "CC du Val",
      "CA du Mont",
      "CA du Mont",
    ]);
    expect(tableau?.total?.nom).toBe("Total général");
  });

  test.each([
    ["CC du Val", "CA du Mont"],
    ["Secteur Nord", "Secteur Sud"],
  ])("« %s » et ses nombres, puis ses communes : un total en tête", (un, deux) => {
    const [tableau] = tous([
      TITRES,
      [un, ...SOMME],
      ALPHA,
      BETA,
      [deux, ...AUTRE_SOMME],
      GAMMA,
      DELTA,
      ["Total", 1100, null, 363, 363],
    ]);
    expect(tableau && noms(tableau)).toEqual(["Alpha", "Bêta", "Gamma", "Delta"]);
    expect(tableau?.sousTotaux.map(({ nom, portee }) => [nom, portee])).toEqual([
      [un, [0, 1]],
      [deux, [2, 3]],
    ]);
    expect(tableau?.communes.map(({ section }) => section)).toEqual([un, un, deux, deux]);
  });
});

describe("titres", () => {
  test("« Avant » et « Après » au-dessus de deux cadres qui répètent les communes : un seul tableau", () => {
    const [tableau, autre] = tous(
      [
        ["Avant mutualisation", null, null, null, null, "Après mutualisation"],
        ["Commune", "Manquants", "Taux", "Objectif", null, "Commune", "Taux", "Objectif"],
        ["Alpha", 500, 0.33, 165, null, "Alpha", 0.17, 85],
        ["Bêta", 300, 0.33, 99, null, "Bêta", 0.5967, 179],
      ],
      ["A1:D1", "F1:H1"]
    );
    expect(autre).toBeUndefined();
    expect(tableau?.communes[1]?.donnees).toMatchObject({
      deficit: { valeur: 300 },
      objectifAvant: { valeur: 99 },
      objectifApres: { valeur: 179 },
    });
  });

  test("un sous-titre « légal » ne dit rien du type de contrat", () => {
    const [tableau] = tous(
      [
        ["Commune", "LLS", null, "Objectifs"],
        [null, "existants", "manquants", "légal", "retenu"],
        ["Alpha", 1500, 500, 165, 85],
        ["Bêta", 900, 300, 99, 179],
      ],
      ["A1:A2", "B1:C1", "D1:E1"]
    );
    expect(tableau?.type).toMatchObject({ valeur: "mutualisant", origine: "valeurs" });
  });

  test("« Taux légal (%) » de 20 ou 25 est le taux à atteindre", () => {
    const [tableau] = tous([
      [
        "Commune",
        "Taux LS (%)",
        "Taux légal (%)",
        "Manquants",
        "Objectif légal",
        "Objectif retenu",
      ],
      ["Alpha", 14.1, 20, 205, 68, 68],
    ]);
    expect(tableau?.communes[0]?.donnees.ecart?.valeur).toBe(5.9);
  });

  test.each([
    ["Mutualisation 2026-2028, CA du Val", "2026-2028"],
    ["Suivi des CMS – 2026-2028", "2026-2028"],
    ["Triennal 2026/2028.", "2026-2028"],
    ["Du 01-01-2026 au 31-12-2028", null],
  ])("la période de « %s »", (texte, periode) => {
    const [tableau] = tous([[texte], TITRES, ALPHA, BETA]);
    expect(tableau?.periode?.valeur ?? null).toBe(periode);
  });
});

describe("écarts écrits en négatif", () => {
  const lire = (taux: number[]): unknown =>
    tous([
      [
        "Commune",
        "Taux LS",
        "Taux cible",
        "Écart",
        "Manquants",
        "Objectif légal",
        "Objectif retenu",
      ],
      ...taux.map((taux, k): Ligne => [`C${k}`, taux, 20, -5 - k, 500, 165, 165]),
    ])[0]?.communes.map(({ donnees }) => donnees.ecart?.valeur);

  test("que les deux taux confirment partout : le signe est retourné", () => {
    expect(lire([15, 14])).toEqual([5, 6]);
  });

  test("sinon, rien n'est deviné", () => {
    expect(lire([15, 26])).toEqual([-5, -6]);
  });
});

describe("colonnes qui se ressemblent", () => {
  const lettre = (tableau: TableauTrouve | undefined, rubrique: Rubrique): string | undefined =>
    tableau?.colonnes[rubrique]?.adresse.replace(/\d/g, "");

  test("un échéancier annuel et son total : le total", () => {
    const [tableau] = tous(
      [
        ["Commune", "Manquants", "Objectif légal", "Objectif mutualisé"],
        [null, null, null, "2026", "2027", "2028", "Total"],
        ["Alpha", 500, 165, 20, 30, 35, 85],
        ["Bêta", 300, 99, 50, 60, 69, 179],
      ],
      ["D1:G1"]
    );
    expect(lettre(tableau, "objectifApres")).toBe("G");
  });

  test("« PLAI minimum » s'efface devant « PLAI prévus » ; seul, il compte", () => {
    const titres = ["Commune", "Manquants", "Objectif retenu", "PLAI minimum (30 %)"];
    const [deux] = tous([
      [...titres, "PLAI prévus"],
      ["Alpha", 500, 165, 50, 60],
    ]);
    const [un] = tous([titres, ["Alpha", 500, 165, 50]]);
    expect([lettre(deux, "plai"), lettre(un, "plai")]).toEqual(["E", "D"]);
  });

  test("des remarques sous un titre de nombres ne valent pas des nombres", () => {
    const [tableau] = tous([
      ["Commune", "Manquants", "Engagements de la commune", "Objectif retenu"],
      ["Alpha", 500, "deux opérations en cours", 165],
      ["Bêta", 300, "foncier à trouver", 99],
    ]);
    expect(lettre(tableau, "objectifApres")).toBe("D");
  });
});

describe("plusieurs périodes l'une sous l'autre", () => {
  const periodes = (tableaux: TableauTrouve[]): unknown[] =>
    tableaux.map((tableau) => [
      tableau.periode?.valeur,
      noms(tableau),
      tableau.plageDonnees,
      tableau.total?.nom ?? null,
    ]);

  test("par une colonne « Période »", () => {
    const ligne = (periode: string, [nom = null, ...nombres]: Ligne): Ligne => [
      nom,
      periode,
      ...nombres,
    ];
    const [nom = null, ...titres] = TITRES;
    const tableaux = tous([
      [nom, "Période", ...titres],
      ligne("2023-2025", ALPHA),
      ligne("2023-2025", BETA),
      ligne("2026-2028", ALPHA),
      ligne("2026-2028", BETA),
    ]);
    expect(periodes(tableaux)).toEqual([
      ["2023-2025", ["Alpha", "Bêta"], "A2:F3", null],
      ["2026-2028", ["Alpha", "Bêta"], "A4:F5", null],
    ]);
  });

  test("par des intertitres, chacune avec son total", () => {
    const tableaux = tous([
      TITRES,
      ["Période 2023-2025"],
      ALPHA,
      BETA,
      ["Total 2023-2025", ...SOMME],
      ["Période 2026-2028"],
      ALPHA,
      BETA,
      ["Total 2026-2028", ...SOMME],
    ]);
    expect(periodes(tableaux)).toEqual([
      ["2023-2025", ["Alpha", "Bêta"], "A3:E4", "Total 2023-2025"],
      ["2026-2028", ["Alpha", "Bêta"], "A7:E8", "Total 2026-2028"],
    ]);
  });
});

describe("réponses", () => {
  const accord = (ecrit: ValeurDeCellule): unknown =>
    tous([
      ["Commune", "Manquants", "Objectif retenu", "Délib. favorable (O/N)"],
      ["Alpha", 500, 165, ecrit],
    ])[0]?.communes[0]?.donnees.accord;

  test.each([
    "O",
    "Favorable (CM du 3 mars)",
    "Accord donné le 12",
    "Approuvé",
    "À l'unanimité",
    "Exécutoire depuis 2022",
  ])("« %s » : oui", (ecrit) => expect(accord(ecrit)).toMatchObject({ valeur: "oui" }));
  test.each(["N", "Refus du conseil", "Défavorable", "Contre", "Accord refusé", "Pas d'accord"])(
    "« %s » : non",
    (ecrit) => expect(accord(ecrit)).toMatchObject({ valeur: "non" })
  );
  test.each([
    "en attente",
    "favorable sous réserve",
    "s.o.",
    "CM du 12 mars",
    "non connu",
    "à confirmer",
  ])("« %s » : pas encore une réponse", (ecrit) =>
    expect(accord(ecrit)).toMatchObject({ etat: "illisible" })
  );
});

describe("ce qui n'est pas l'article 2", () => {
  test("une synthèse par intercommunalité, sans commune", () => {
    expect(
      tous([
        TITRES,
        ["CC du Val", ...SOMME],
        ["CA du Mont", ...AUTRE_SOMME],
        ["Total", 1100, null, 363, 363],
      ])
    ).toEqual([]);
  });

  const BILAN: Ligne[] = [
    [
      "Commune",
      "LLS manquants 01/01/2019",
      "Obj. 2020-2022",
      "Réalisé 2020-2022",
      "Taux de réalisation",
    ],
    ["Alpha", 1010, 505, 322, 0.64],
    ["Bêta", 344, 172, 180, 1.05],
  ];

  test("un bilan triennal : un seul objectif en face du réalisé de la même période", () => {
    expect(tous(BILAN)).toEqual([]);
  });

  test("le réalisé d'une période passée à côté des objectifs de la suivante n'empêche rien", () => {
    const [tableau] = tous([
      ["Commune", "Réalisé 2023-2025", "LLS manquants", "Objectif 2026-2028"],
      ["Alpha", 120, 500, 165],
    ]);
    expect(tableau && noms(tableau)).toEqual(["Alpha"]);
  });

  test.each([
    ["Objectif 2023-2025", "Réalisation 2023-2025", "Taux d’atteinte"],
    ["Objectif 2023-2025", "Réalisé", "Taux de réalisation"],
    ["Bilan 2023-2025", "LLS réalisés", "Atteinte"],
  ])(
    "« %s | %s | %s » : un réalisé sans période est de celle que cite le titre d'avant",
    (...bilan) => {
      const [tableau] = tous([
        ["Commune", ...bilan, "LLS manquants", "Objectif 2026-2028"],
        ["Alpha", 150, 100, 0.67, 500, 165],
      ]);
      expect(tableau?.colonnes.objectifApres?.titre).toBe("Objectif 2026-2028");
    }
  );

  test("un réalisé sans période après l'objectif de la dernière en est le bilan", () => {
    const lignes: Ligne[] = [
      ["Commune", "Objectif 2020-2022", "LLS manquants", "Objectif 2023-2025", "Réalisé"],
      ["Alpha", 150, 500, 165, 120],
    ];
    expect(tous(lignes)).toEqual([]);
  });

  test("des signatures sous le tableau ne sont pas des communes", () => {
    const [tableau] = tous([
      TITRES,
      ALPHA,
      [],
      ["dont PLAI :", 25],
      [],
      ["Le maire,", "Le préfet,", null, "Le président,"],
      ["M. Durand", "Mme Petit", null, "M. Faure"],
    ]);
    expect(tableau && noms(tableau)).toEqual(["Alpha"]);
  });
});

describe("agrégats qui ne sont pas des sommes", () => {
  const TOTAL: Ligne = ["Total", ...SOMME];

  test.each([
    "Moyenne par commune",
    "Médiane",
    "Rappel 2023-2025",
    "Total 2023-2025",
    "Total période précédente",
    "Pour mémoire 2023-2025",
    "(pour info : 2023-2025)",
    "dont communes à plus de 4 points",
    "→ dont PLAI",
    "- dont PLS",
    "Évolution",
    "Total communes relevées",
    "Total (communes à moins de 2 points)",
    "Maximum",
    "Réalisé 2023-2025",
    "Période 2023-2025",
    "2023-2025",
  ])("« %s » sous le total n'en est pas un, ni une commune", (nom) => {
    const feuille = feuilleDe([
      ["Mutualisation 2026-2028"],
      TITRES,
      ALPHA,
      BETA,
      TOTAL,
      [nom, 400, null, 132, 132],
    ]);
    // Comme « =D3+D4 » : une addition de quelques communes, qui a l'air d'un total.
    const cellule = feuille.cellules[5]?.[3];
    if (cellule) cellule.formule = "=D3+D4";
    const [tableau] = lireTableaux(feuille).tableaux;
    expect(tableau && noms(tableau)).toEqual(["Alpha", "Bêta"]);
    expect(tableau?.total?.nom).toBe("Total");
    expect(tableau?.sousTotaux).toEqual([]);
  });

  test.each(["Moyenmoutier", "Maximilienville", "Rappelle", "Dontilly"])(
    "« %s » est une commune",
    (nom) => {
      const [tableau] = tous([TITRES, ALPHA, [nom, 300, 5, 99, 179]]);
      expect(tableau && noms(tableau)).toEqual(["Alpha", nom]);
    }
  );

  test("le sous-total d'un groupe de communes relevées reste vérifiable", () => {
    const [tableau] = tous([
      TITRES,
      ALPHA,
      ["Total communes abaissées", 500, null, 165, 85],
      BETA,
      ["Total communes relevées", 300, null, 99, 179],
      ["Total général", ...SOMME],
    ]);
    expect(tableau?.sousTotaux.map(({ portee }) => portee)).toEqual([[0], [1]]);
  });
});

describe("colonne d'intercommunalité qui ne se nomme pas", () => {
  const territoires = (titre: string, alpha: string, beta: string): TableauTrouve[] =>
    tous([
      [titre, ...TITRES],
      [alpha, ...ALPHA],
      [beta, ...BETA],
    ]);

  test.each(["Territoire", "Nom", "Structure porteuse"])(
    "« %s », qui n'écrit que des intercommunalités",
    (titre) => {
      const [tableau] = territoires(titre, "CC du Val", "CA du Mont");
      expect(tableau && epcis(tableau)).toEqual(["CC du Val", "CA du Mont"]);
      expect(tableau && noms(tableau)).toEqual(["Alpha", "Bêta"]);
    }
  );

  test("« Territoire », qui range les communes par secteur, n'en est pas une", () => {
    const [tableau] = territoires("Territoire", "Secteur nord", "Secteur sud");
    expect(tableau && epcis(tableau)).toEqual([null, null]);
    expect(tableau && noms(tableau)).toEqual(["Alpha", "Bêta"]);
  });
});

describe("nombre de manquants sous un autre nom", () => {
  test.each(["BESOIN", "Besoins", "Besoin en LLS", "Nb de besoins en logements sociaux"])(
    "« %s »",
    (titre) => {
      const [tableau] = tous([["Nom", titre, ...TITRES.slice(2)], ALPHA, BETA]);
      expect(tableau?.colonnes.deficit?.titre).toBe(titre);
    }
  );

  test("devant la colonne des manquants, un besoin s'efface", () => {
    const [tableau] = tous([
      ["Commune", "Besoin", ...TITRES.slice(1)],
      ["Alpha", 40, ...ALPHA.slice(1)],
      ["Bêta", 30, ...BETA.slice(1)],
    ]);
    expect(tableau?.colonnes.deficit?.titre).toBe("Manquants");
  });

  test.each(["Taux de droit", "Taux L. 302-8", "Taux L. 302-8 VII du CCH"])(
    "« %s » est le taux légal de rattrapage",
    (titre) => {
      const [tableau] = tous([
        [...TITRES, titre],
        [...ALPHA, 0.33],
        [...BETA, 0.33],
      ]);
      expect(tableau?.colonnes.tauxAvant?.titre).toBe(titre);
    }
  );
});
