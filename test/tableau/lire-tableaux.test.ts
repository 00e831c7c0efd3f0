import { planExemple } from "../../src/feuilles";
import {
  lireTableaux,
  type FeuilleLue,
  type OptionsDeLecture,
  type Rubrique,
  type TableauTrouve,
  type ValeurDeCellule,
} from "../../src/tableau";
import { feuilleDe, feuilleDuPlan } from "../outils/feuille";

type Ligne = ValeurDeCellule[];

const TITRES: Ligne = ["Commune", "LLS manquants", "Objectif légal", "Objectif retenu"];
const A: Ligne = ["Alpha", 500, 165, 125];
const B: Ligne = ["Bêta", 300, 99, 75];

const tous = (feuille: FeuilleLue | Ligne[], options?: OptionsDeLecture): TableauTrouve[] =>
  lireTableaux(Array.isArray(feuille) ? feuilleDe(feuille) : feuille, options).tableaux;

function seul(feuille: FeuilleLue | Ligne[], options?: OptionsDeLecture): TableauTrouve {
  const [tableau, ...autres] = tous(feuille, options);
  if (!tableau || autres.length > 0)
    throw new Error(`${autres.length + (tableau ? 1 : 0)} tableaux`);
  return tableau;
}

const noms = ({ communes }: TableauTrouve): string[] => communes.map(({ nom }) => nom);

/** Les valeurs d'une rubrique, commune par commune. */
const valeurs = ({ communes }: TableauTrouve, rubrique: Rubrique): unknown[] =>
  communes.map(({ donnees }) => donnees[rubrique]?.valeur);

const etats = ({ communes }: TableauTrouve, rubrique: Rubrique): unknown[] =>
  communes.map(({ donnees }) => donnees[rubrique]?.etat);

/** Rubrique → lettre de sa colonne. */
const colonnes = ({ colonnes }: TableauTrouve): Record<string, string> =>
  Object.fromEntries(
    Object.entries(colonnes).map(([rubrique, { adresse }]) => [
      rubrique,
      adresse.replace(/\d/g, ""),
    ])
  );

/** La même feuille, avec un format de nombre par colonne. */
function formater(lignes: Ligne[], formats: Record<number, string>): FeuilleLue {
  const feuille = feuilleDe(lignes);
  for (const ligne of feuille.cellules)
    ligne.forEach((cellule, j) => {
      if (typeof cellule.valeur === "number") cellule.format = formats[j] ?? "General";
    });
  return feuille;
}

function formuler(lignes: Ligne[], formules: Record<string, string>): FeuilleLue {
  const feuille = feuilleDe(lignes);
  for (const [place, formule] of Object.entries(formules)) {
    const [i = 0, j = 0] = place.split(",").map(Number);
    const cellule = feuille.cellules[i]?.[j];
    if (cellule) cellule.formule = formule;
  }
  return feuille;
}

describe("trouver les tableaux", () => {
  test("la trame, sous des titres, avec un total et une note", () => {
    const tableau = seul([
      ["Contrat de mixité sociale mutualisant 2026-2028"],
      ["CA du Val d'Or"],
      [],
      TITRES,
      A,
      B,
      ["Total", 800, 264, 200],
      ["Source : inventaire au 1er janvier 2025"],
    ]);
    expect(tableau).toMatchObject({
      plage: "A4:D7",
      plageDonnees: "A5:D6",
      type: { valeur: "mutualisant", origine: "texte", adresse: "A1" },
      periode: { valeur: "2026-2028", origine: "texte", adresse: "A1" },
      inventaire: { valeur: 2025, origine: "note", adresse: "A8" },
      epci: { valeur: "CA du Val d'Or", adresse: "A2" },
    });
    expect(noms(tableau)).toEqual(["Alpha", "Bêta"]);
    expect(tableau.total).toMatchObject({ nom: "Total", portee: [0, 1] });
    expect(tableau.total?.donnees.objectifApres).toMatchObject({ valeur: 200, adresse: "D7" });
    expect(tableau.ecartees).toEqual([
      { ligne: 7, texte: "Source : inventaire au 1er janvier 2025", motif: "note" },
    ]);
  });

  test("deux tableaux l'un sous l'autre, chacun avec sa période et son type", () => {
    const [ancien, nouveau, ...autres] = tous([
      ["CMS abaissant 2023-2025"],
      TITRES,
      A,
      ["Total", 500, 165, 125],
      [],
      ["CMS mutualisant 2026-2028"],
      ["Commune", "Déficit", "Obj. avant mutualisation", "Obj. après mutualisation"],
      ["Alpha", 600, 198, 150],
      ["Bêta", 300, 99, 147],
    ]);
    expect(autres).toEqual([]);
    expect([ancien?.periode?.valeur, ancien?.type?.valeur]).toEqual(["2023-2025", "abaissant"]);
    expect([nouveau?.periode?.valeur, nouveau?.type?.valeur]).toEqual(["2026-2028", "mutualisant"]);
    expect([ancien, nouveau].map((tableau) => tableau && noms(tableau))).toEqual([
      ["Alpha"],
      ["Alpha", "Bêta"],
    ]);
  });

  test("deux tableaux côte à côte, séparés par une colonne vide ou non", () => {
    for (const vide of [[], [null]] as Ligne[]) {
      const lus = tous([
        [...TITRES, ...vide, "Code INSEE", ...TITRES],
        [...A, ...vide, "86001", "Gamma", 100, 33, 25],
        [...B, ...vide, "86002", "Delta", 200, 66, 50],
      ]);
      expect(lus.map(noms)).toEqual([
        ["Alpha", "Bêta"],
        ["Gamma", "Delta"],
      ]);
      expect(lus.map((tableau) => valeurs(tableau, "insee")[0])).toEqual([undefined, "86001"]);
    }
  });

  test("deux tableaux décalés, de part et d'autre d'une colonne vide", () => {
    const lus = tous([
      [...TITRES],
      [...A],
      [...B, null, ...TITRES],
      [null, null, null, null, null, "Gamma", 100, 33, 25],
    ]);
    expect(lus.map(noms)).toEqual([["Alpha", "Bêta"], ["Gamma"]]);
  });

  test("avant et après dans deux blocs qui rappellent les mêmes noms : un seul tableau", () => {
    const tableau = seul([
      ["Commune", "Déficit", "Objectif légal", null, "Commune", "Objectif retenu"],
      ["Alpha", 500, 165, null, "Alpha", 125],
      ["Bêta", 300, 99, null, "Bêta", 75],
    ]);
    expect(valeurs(tableau, "objectifApres")).toEqual([125, 75]);
  });

  test.each([
    [
      "une liste de projets",
      [
        ["Commune", "Adresse", "Nombre de logements", "dont sociaux"],
        ["Alpha", "1 rue Basse", 40, 12],
      ],
    ],
    [
      "l'inventaire",
      [
        ["Commune", "RP", "LLS", "Taux LS", "LLS manquants"],
        ["Alpha", 10000, 1500, 0.15, 500],
      ],
    ],
    [
      "un bilan",
      [
        ["Commune", "Déficit", "Objectif 2020-2022 réalisé", "Taux d'atteinte"],
        ["Alpha", 500, 80, 0.6],
      ],
    ],
    [
      "un récapitulatif par EPCI",
      [
        ["EPCI", "Déficit", "Objectif légal", "Objectif retenu"],
        ["CA du Val", 500, 165, 125],
      ],
    ],
    ["une feuille vide", []],
  ] as [string, Ligne[]][])("%s n'est pas un tableau d'article 2", (_, lignes) => {
    const lecture = lireTableaux(feuilleDe(lignes));
    expect(lecture.tableaux).toEqual([]);
    expect(lecture.absence?.cherches.map(({ champ }) => champ)).toContain("deficit");
  });

  test("ce qui manque est dit", () => {
    const { absence } = lireTableaux(
      feuilleDe([
        ["Commune", "Obj. légal", "Obj. retenu"],
        ["A", 165, 85],
      ])
    );
    const etat = Object.fromEntries(
      (absence?.cherches ?? []).map(({ champ, trouve }) => [champ, trouve?.adresse])
    );
    expect(etat).toMatchObject({
      commune: "A1",
      objectifAvant: "B1",
      objectifApres: "C1",
      deficit: undefined,
    });
  });

  test.each(["plaquette", "grand-poitiers"] as const)(
    "l'exemple « %s » se lit sans conversion",
    (cle) => {
      const tableau = seul(feuilleDuPlan(planExemple(cle)));
      expect(tableau).toMatchObject({
        type: { valeur: "mutualisant" },
        periode: { valeur: "2023-2025" },
        conversions: [],
      });
      expect(Object.values(tableau.colonnes).every(({ confiance }) => confiance === "sure")).toBe(
        true
      );
      expect(tableau.total?.portee).toHaveLength(tableau.communes.length);
    }
  );
});

describe("titres sur plusieurs lignes", () => {
  const LIGNES: Ligne[] = [
    ["Commune", "LLS manquants", "Avant CMS", null, "Après CMS", null, "Accord"],
    [null, null, "Taux", "Objectif", "Taux", "Objectif", null],
    ["Alpha", 500, 0.33, 165, 0.25, 125, "oui"],
    ["Bêta", 300, 0.33, 99, 0.25, 75, "non"],
  ];
  const ATTENDU = {
    commune: "A",
    deficit: "B",
    tauxAvant: "C",
    objectifAvant: "D",
    tauxApres: "E",
    objectifApres: "F",
    accord: "G",
  };

  test("un titre de groupe vaut pour les colonnes à sa droite", () => {
    expect(colonnes(seul(LIGNES))).toEqual(ATTENDU);
    expect(seul(LIGNES).plage).toBe("A1:G4");
  });

  test("avec des cellules fusionnées", () => {
    const fusions = ["A1:A2", "B1:B2", "C1:D1", "E1:F1", "G1:G2"];
    expect(colonnes(seul({ ...feuilleDe(LIGNES), fusions }))).toEqual(ATTENDU);
  });

  test("« Commune » en bas, sous un titre de tableau fusionné", () => {
    const lignes: Ligne[] = [
      ["Objectifs de rattrapage 2026-2028"],
      [null, null, "Droit commun", null, "Contrat"],
      ["Commune", "Déficit", "Taux", "LLS", "Taux", "LLS"],
      ...LIGNES.slice(2),
    ];
    const lu = seul({ ...feuilleDe(lignes), fusions: ["A1:F1", "C2:D2", "E2:F2"] });
    expect(lu.communes[0]?.donnees).toMatchObject({
      commune: { valeur: "Alpha" },
      deficit: { valeur: 500 },
      tauxAvant: { valeur: 0.33 },
      tauxApres: { valeur: 0.25 },
    });
    expect(lu.periode?.valeur).toBe("2026-2028");
  });

  test("sur trois lignes", () => {
    const lu = seul([
      ["Commune", "Inventaire au 01/01/2025", null, "Période 2026-2028", null, null, null],
      [null, null, null, "Avant mutualisation", null, "Après mutualisation", null],
      [null, "Taux", "Déficit", "Taux", "Objectif", "Taux", "Objectif"],
      ["Alpha", 15, 500, 33, 165, 17, 85],
    ]);
    expect(colonnes(lu)).toEqual({
      commune: "A",
      tauxLs: "B",
      deficit: "C",
      tauxAvant: "D",
      objectifAvant: "E",
      tauxApres: "F",
      objectifApres: "G",
    });
    expect([lu.periode?.valeur, lu.inventaire?.valeur, lu.type?.valeur]).toEqual([
      "2026-2028",
      2025,
      "mutualisant",
    ]);
  });

  test("une ligne de précisions ou de repères sous les titres", () => {
    const lu = seul([TITRES, [null, "(nb)", "2026-2028", "2026-2028"], A, B]);
    expect([noms(lu), lu.periode?.valeur]).toEqual([["Alpha", "Bêta"], "2026-2028"]);
    expect(noms(seul([TITRES, ["(1)", "(2)", "(3)", "(4)"], A, B]))).toEqual(["Alpha", "Bêta"]);
    expect(noms(seul([TITRES, ["a", "b", "c", "d = c x 25 %"], A, B]))).toEqual(["Alpha", "Bêta"]);
  });

  test("des titres répétés à chaque page", () => {
    expect(noms(seul([TITRES, A, TITRES, B]))).toEqual(["Alpha", "Bêta"]);
  });
});

describe("colonnes", () => {
  test("« Objectif » et « Taux » sans côté : de gauche à droite, ou la place restante", () => {
    expect(
      colonnes(seul([["Commune", "Déficit", "Objectif", "Objectif retenu"], A, B]))
    ).toMatchObject({ objectifAvant: "C", objectifApres: "D" });
    expect(
      colonnes(seul([["Commune", "Déficit", "Objectif légal", "Objectif"], A, B]))
    ).toMatchObject({ objectifAvant: "C", objectifApres: "D" });
    expect(colonnes(seul([["Commune", "Déficit", "Objectif", "Objectif"], A, B]))).toMatchObject({
      objectifAvant: "C",
      objectifApres: "D",
    });
  });

  test("un seul taux est celui que le calcul désigne", () => {
    const titres: Ligne = ["Commune", "Déficit", "Taux de rattrapage", "Objectif retenu"];
    expect(
      colonnes(seul([titres, ["Alpha", 500, 0.33, 125], ["Bêta", 300, 0.33, 75]]))
    ).toMatchObject({ tauxAvant: "C" });
    expect(
      colonnes(seul([titres, ["Alpha", 500, 0.25, 125], ["Bêta", 300, 0.25, 75]]))
    ).toMatchObject({ tauxApres: "C" });
  });

  test("« Taux légal » est 20 ou 25 %, ou le taux de rattrapage : ses valeurs le disent", () => {
    const titres: Ligne = ["Commune", "Déficit", "Taux légal", "Objectif légal", "Objectif retenu"];
    expect(colonnes(seul([titres, ["Alpha", 500, 25, 165, 125]]))).toMatchObject({
      tauxCible: "C",
    });
    expect(colonnes(seul([titres, ["Alpha", 500, 33, 165, 125]]))).toMatchObject({
      tauxAvant: "C",
    });
  });

  test("« Taux SRU » est celui de la commune, ou celui de la loi si ce ne sont que des 20 et des 25", () => {
    const titres: Ligne = [
      "Commune",
      "% LLS",
      "Taux SRU",
      "Déficit",
      "Objectif légal",
      "Objectif retenu",
    ];
    expect(colonnes(seul([titres, ["Alpha", 15, 20, 500, 165, 125]]))).toMatchObject({
      tauxLs: "B",
      tauxCible: "C",
    });
    expect(colonnes(seul([titres, ["Alpha", null, 15.2, 500, 165, 125]]))).toMatchObject({
      tauxLs: "C",
    });
  });

  test("la période et l'inventaire les plus récents l'emportent ; les autres colonnes sont dites rivales", () => {
    const lu = seul([
      [
        "Commune",
        "LLS manquants au 01/01/2022",
        "LLS manquants au 01/01/2025",
        "Objectif légal 2023-2025",
        "Objectif légal 2026-2028",
        "Objectif retenu 2026-2028",
      ],
      ["Alpha", 450, 500, 149, 165, 125],
    ]);
    expect(colonnes(lu)).toMatchObject({ deficit: "C", objectifAvant: "E", objectifApres: "F" });
    expect(lu.colonnes.deficit?.rivales.map(({ adresse }) => adresse)).toEqual(["B1"]);
    expect(lu.colonnes.deficit?.confiance).toBe("sure");
  });

  test("deux colonnes aussi bonnes l'une que l'autre : à confirmer", () => {
    const lu = seul([
      ["Commune", "Déficit", "LLS manquants", "Objectif légal", "Objectif retenu"],
      ["Alpha", 500, 510, 165, 125],
    ]);
    expect(lu.colonnes.deficit).toMatchObject({ adresse: "B1", confiance: "a confirmer" });
    expect(lu.colonnes.deficit?.rivales).toMatchObject([{ adresse: "C1", titre: "LLS manquants" }]);
  });

  test("ce que l'agent a désigné prime", () => {
    const lignes: Ligne[] = [
      ["Commune", "Déficit", "LLS manquants", "Objectif légal", "Objectif retenu", "Colonne X"],
      ["Alpha", 500, 510, 165, 125, 9],
    ];
    const lu = seul(lignes, { colonnes: { deficit: "C", capacite: "F", objectifAvant: null } });
    expect(colonnes(lu)).toEqual({ commune: "A", deficit: "C", objectifApres: "E", capacite: "F" });
    expect(lu.colonnes.deficit?.confiance).toBe("donnee");
    expect(valeurs(lu, "capacite")).toEqual([9]);
    expect(
      tous([
        ["Lieu", "Manque à gagner", "Vise"],
        ["Alpha", 500, 125],
      ])
    ).toEqual([]);
    expect(
      valeurs(
        seul(
          [
            ["Lieu", "Nb", "Visé"],
            ["Alpha", 500, 125],
          ],
          { colonnes: { commune: "A", deficit: "B", objectifApres: "C" } }
        ),
        "deficit"
      )
    ).toEqual([500]);
  });

  test("une colonne de noms sans titre est trouvée, à confirmer", () => {
    const lu = seul([[null, "Déficit", "Obj. légal", "Obj. retenu"], A, B]);
    expect([noms(lu), lu.colonnes.commune?.confiance]).toEqual([["Alpha", "Bêta"], "a confirmer"]);
  });

  test("« Écart » qui n'est que la différence des objectifs n'est pas l'écart au taux légal", () => {
    expect(
      colonnes(
        seul([
          [...TITRES, "Écart"],
          [...A, -40],
          [...B, -24],
        ])
      ).ecart
    ).toBeUndefined();
  });

  test.each([
    [5, 160, "E"],
    [25, 140, "E"],
    [26, 139, undefined],
    [-5, 160, undefined],
  ])("une seule commune, « Écart » de %d pour 165 puis %d : colonne %s", (ecart, apres, lettre) => {
    const lu = seul([
      [...TITRES, "Écart"],
      ["Alpha", 500, 165, apres, ecart],
    ]);
    expect(colonnes(lu).ecart).toBe(lettre);
  });

  test("colonnes et lignes masquées : lues, et dites", () => {
    const feuille = {
      ...feuilleDe([TITRES, A, B]),
      lignesMasquees: new Set([2]),
      colonnesMasquees: new Set([1]),
    };
    const lu = seul(feuille);
    expect(lu.communes.map(({ masquee }) => masquee)).toEqual([false, true]);
    expect(lu.colonnes.deficit?.masquee).toBe(true);
  });

  test("une plage qui ne commence pas en A1 garde ses adresses", () => {
    const lu = seul({ ...feuilleDe([TITRES, A]), ligne: 9, colonne: 2 });
    expect([lu.plage, lu.communes[0]?.donnees.deficit?.adresse, lu.communes[0]?.ligne]).toEqual([
      "C10:F11",
      "D11",
      10,
    ]);
  });
});

describe("lignes", () => {
  test("intertitres, lignes vides et intercommunalités d'intertitre", () => {
    const lu = seul([TITRES, ["CA du Val d'Or"], A, [], ["CC des Trois Rivières"], B]);
    expect(lu.communes.map(({ nom, section, epci }) => [nom, section, epci])).toEqual([
      ["Alpha", "CA du Val d'Or", "CA du Val d'Or"],
      ["Bêta", "CC des Trois Rivières", "CC des Trois Rivières"],
    ]);
  });

  test("un total sous n'importe quel nom", () => {
    for (const nom of [
      "TOTAL EPCI",
      "Ensemble",
      "Somme",
      "Total général",
      "Sous-total",
      "TOTAL",
      "Grand total",
      "CA du Val d'Or",
      "Cumul",
    ]) {
      const lu = seul([TITRES, A, B, [nom, 800, 264, 200]]);
      expect([nom, noms(lu)]).toEqual([nom, ["Alpha", "Bêta"]]);
      expect([nom, lu.total?.nom ?? lu.sousTotaux[0]?.nom]).toEqual([nom, nom]);
    }
  });

  test("un total sans nom : par ses formules, ou par ses valeurs", () => {
    const faux: Ligne = [null, 799, 263, 199];
    const formules = { "3,1": "=SUM(B2:B3)", "3,2": "=SUM(C2:C3)" };
    expect(seul(formuler([TITRES, A, B, faux], formules)).total?.donnees.deficit?.valeur).toBe(799);
    expect(seul([TITRES, A, B, [null, 800, 263, 199]]).total?.donnees.objectifApres?.valeur).toBe(
      199
    );
    expect(noms(seul([TITRES, A, B, [null, 10, 4, 3]]))).toEqual(["Alpha", "Bêta", ""]);
  });

  test("une SOMME qui nomme une commune, une addition en ligne : rien de cela n'est un total", () => {
    const formules = { "1,1": "=SUM(E2:F2)", "2,2": "=ROUNDUP(B3*0.33,0)" };
    const lu = seul(formuler([TITRES, A, B], formules));
    expect([noms(lu), lu.total]).toEqual([["Alpha", "Bêta"], null]);
  });

  test("une commune qui vaut la somme des autres reste une commune", () => {
    const titres: Ligne = ["Commune", "Déficit", "Taux LS", "Objectif légal", "Objectif retenu"];
    const lu = seul([
      titres,
      ["Alpha", 100, 15, 33, 25],
      ["Bêta", 200, 15, 66, 50],
      ["Gamma", 300, 15, 99, 75],
      ["Delta", 10, 15, 4, 3],
    ]);
    expect(noms(lu)).toEqual(["Alpha", "Bêta", "Gamma", "Delta"]);
  });

  test("« Somme-Vesle » et « Plancher-Bas » sont des communes", () => {
    const lu = seul([TITRES, ["Somme-Vesle", 500, 165, 125], ["Plancher-Bas", 300, 99, 75]]);
    expect(noms(lu)).toEqual(["Somme-Vesle", "Plancher-Bas"]);
  });

  test("colonne EPCI, sous-totaux, total", () => {
    const titres: Ligne = ["EPCI", ...TITRES];
    const lignes: Ligne[] = [
      titres,
      ["CA Nord", ...A],
      [null, ...B],
      ["Total CA Nord", null, 800, 264, 200],
      ["CC Sud", "Gamma", 100, 33, 25],
      [null, "Delta", 200, 66, 50],
      ["Total CC Sud", null, 300, 99, 75],
      ["TOTAL DÉPARTEMENT", null, 1100, 363, 275],
    ];
    const lu = seul(lignes);
    expect(lu.communes.map(({ nom, epci }) => [nom, epci])).toEqual([
      ["Alpha", "CA Nord"],
      ["Bêta", "CA Nord"],
      ["Gamma", "CC Sud"],
      ["Delta", "CC Sud"],
    ]);
    expect(lu.sousTotaux.map(({ nom, portee }) => [nom, portee])).toEqual([
      ["Total CA Nord", [0, 1]],
      ["Total CC Sud", [2, 3]],
    ]);
    expect(lu.total).toMatchObject({ nom: "TOTAL DÉPARTEMENT", portee: [0, 1, 2, 3] });
    expect(
      lu.conversions.filter(({ moyen }) => moyen === "epci-recopie").map(({ adresse }) => adresse)
    ).toEqual(["A3", "A6"]);
    const sansGeneral = seul(lignes.slice(0, -1));
    expect([sansGeneral.total, sansGeneral.sousTotaux.length]).toEqual([null, 2]);
  });

  test("une EPCI vide hors de toute fusion n'est pas recopiée", () => {
    const lignes: Ligne[] = [
      ["EPCI", ...TITRES],
      ["CA Nord", ...A],
      [null, ...B],
      [null, "Gamma", 100, 33, 25],
    ];
    const lu = seul({ ...feuilleDe(lignes), fusions: ["A2:A3"] });
    expect(valeurs(lu, "epci")).toEqual(["CA Nord", "CA Nord", null]);
  });

  test("sous le total : moyennes, rappels, notes et communes exemptées ne sont pas du contrat", () => {
    const lu = seul([
      TITRES,
      A,
      B,
      ["Total", 800, 264, 200],
      ["Moyenne", 400, 132, 100],
      ["Rappel 2023-2025", 900, 297, 225],
      ["* chiffres provisoires, inventaire 2025"],
      ["(1)", "à confirmer par la commune"],
      ["Communes exemptées (pour mémoire)"],
      ["Gamma", 50, 17, 13],
    ]);
    expect(noms(lu)).toEqual(["Alpha", "Bêta"]);
    expect(lu.ecartees.map(({ motif }) => motif)).toEqual([
      "commentaire",
      "commentaire",
      "note",
      "note",
      "note",
      "hors contrat",
    ]);
  });

  test("une commune dont les chiffres manquent reste une commune si son code le dit", () => {
    const titres: Ligne = ["INSEE", ...TITRES];
    const lu = seul([
      titres,
      ["86001", ...A],
      ["86002", "Bêta"],
      ["86003", "Gamma", "NC", "#", null],
    ]);
    expect(noms(lu)).toEqual(["Alpha", "Bêta", "Gamma"]);
    expect(etats(lu, "deficit")).toEqual(["lue", "vide", "illisible"]);
  });

  test("un total en tête", () => {
    const lu = seul([TITRES, ["Total", 800, 264, 200], A, B]);
    expect([noms(lu), lu.total?.portee]).toEqual([
      ["Alpha", "Bêta"],
      [0, 1],
    ]);
  });
});

describe("unités", () => {
  const titres: Ligne = [
    "Commune",
    "Déficit",
    "Taux LS",
    "Taux cible",
    "Taux avant",
    "Objectif légal",
    "Objectif retenu",
  ];
  const lignes = (taux: Ligne, cible: ValeurDeCellule, rattrapage: ValeurDeCellule): Ligne[] => [
    titres,
    ...taux.map((t, k): Ligne => [`Commune ${k}`, 500, t, cible, rattrapage, 165, 125]),
  ];

  test.each([
    ["pour-cent", [15, 16.5], 20, 33],
    ["fractions", [0.15, 0.165], 0.2, 0.33],
    ["textes en %", ["15 %", "16,5%"], "20 %", "33\u00a0%"],
    ["textes", ["15", "16,5"], "20", "33"],
    ["textes en fractions", ["0,15", "0,165"], "0,20", "0,33"],
    ["mélange que chaque cellule dit", ["15 %", 16.5], 0.2, "33%"],
  ] as [string, Ligne, ValeurDeCellule, ValeurDeCellule][])("%s", (_, taux, cible, rattrapage) => {
    const lu = seul(lignes(taux, cible, rattrapage));
    expect(valeurs(lu, "tauxLs")).toEqual([0.15, 0.165]);
    expect(valeurs(lu, "tauxCible")).toEqual([0.2, 0.2]);
    expect(valeurs(lu, "tauxAvant")).toEqual([0.33, 0.33]);
    expect(valeurs(lu, "ecart")).toEqual([5, 3.5]);
    expect(etats(lu, "ecart")).toEqual(["calculee", "calculee"]);
  });

  test("compte la valeur stockée, pas l'affichée", () => {
    const feuille = formater(lignes([0.20996], 0.25, 0.33), { 2: "0.0%", 3: "0%", 4: "0%" });
    expect(valeurs(seul(feuille), "ecart")).toEqual([4.004]);
  });

  test('un % de décor (0" %") n\'est pas un format de pour-cent', () => {
    expect(valeurs(seul(formater(lignes([0.8, 0.9], 20, 33), { 2: '0.0" %"' })), "tauxLs")).toEqual(
      [0.008, 0.009]
    );
  });

  test("une fraction perdue dans une colonne de pour-cent reste illisible", () => {
    const lu = seul(lignes([15, 0.165, 12], 20, 33));
    expect(etats(lu, "tauxLs")).toEqual(["convertie", "illisible", "convertie"]);
    expect(valeurs(lu, "ecart")).toEqual([5, undefined, 8]);
  });

  const avecEcart = (...ecarts: Ligne): Ligne[] => [
    ["Commune", "Déficit", "Écart", "Objectif légal", "Objectif retenu"],
    ...ecarts.map((ecart, k): Ligne => [`Commune ${k}`, 500, ecart, 165, 125]),
  ];

  test("écarts en points, en fractions, au format % ou en texte", () => {
    expect(valeurs(seul(avecEcart(5, 3.5)), "ecart")).toEqual([5, 3.5]);
    expect(valeurs(seul(avecEcart(0.05, 0.054)), "ecart")).toEqual([5, 5.4]);
    expect(valeurs(seul(formater(avecEcart(0.05, 0.3), { 2: "0.0%" })), "ecart")).toEqual([5, 30]);
    expect(valeurs(seul(avecEcart("5 points", "3,5 pts", "4 %")), "ecart")).toEqual([5, 3.5, 4]);
  });

  test("une fraction seule parmi des points n'est pas devinée", () => {
    expect(valeurs(seul(avecEcart(5, 0.05)), "ecart")).toEqual([5, 0.05]);
  });

  test("de petits écarts en points qu'une commune peut avoir restent des points", () => {
    const titres: Ligne = ["Commune", "Déficit", "Écart", "Objectif légal", "Objectif retenu"];
    expect(
      valeurs(seul([titres, ["Alpha", 10, 0.2, 10, 8], ["Bêta", 5, 0.1, 5, 4]]), "ecart")
    ).toEqual([0.2, 0.1]);
  });

  test.each([
    ["1 234", 1234],
    ["1\u00a0234", 1234],
    ["1\u202f234", 1234],
    ["165 lgts", 165],
    ["500 LLS", 500],
    ["+12", 12],
    ["500,0", 500],
    [" 500 ", 500],
  ])("effectif écrit « %s »", (texte, attendu) => {
    const lu = seul([TITRES, ["Alpha", texte, 165, 125]]);
    expect([valeurs(lu, "deficit"), etats(lu, "deficit")]).toEqual([[attendu], ["convertie"]]);
    expect(lu.conversions).toEqual([
      { adresse: "B2", rubrique: "deficit", ecrit: texte, lu: attendu, moyen: "nombre-en-texte" },
    ]);
  });

  test.each([
    "env. 120",
    "NC",
    "1.234",
    "1,234",
    "12 34",
    "500*",
    "500 (1)",
    "~500",
    "33 %",
    "500 ou 510",
    "1e3",
    "5 points",
    "n.d.",
    "?",
  ])("effectif écrit « %s » : illisible, jamais deviné", (texte) => {
    const lu = seul([TITRES, ["Alpha", texte, 165, 125], B]);
    expect([valeurs(lu, "deficit"), etats(lu, "deficit")]).toEqual([
      [texte, 300],
      ["illisible", "lue"],
    ]);
    expect(lu.conversions).toEqual([]);
  });

  test("erreurs, booléens et dates : illisibles ; tiret et blancs : vides", () => {
    const erreur = { erreur: "#N/A" };
    const feuille = feuilleDe([
      TITRES,
      ["Alpha", erreur, 165, 125],
      ["Bêta", true, 99, 75],
      ["Gamma", 45728, 99, 75],
      ["Delta", " - ", 99, 75],
      ["Epsilon", "  ", 99, 75],
    ]);
    const date = feuille.cellules[3]?.[1];
    if (date) Object.assign(date, { format: "dd/mm/yyyy", texte: "12/03/2025" });
    const lu = seul(feuille);
    expect(valeurs(lu, "deficit")).toEqual([erreur, true, "12/03/2025", null, null]);
    expect(etats(lu, "deficit")).toEqual(["illisible", "illisible", "illisible", "vide", "vide"]);
    expect(lu.conversions.map(({ moyen, adresse }) => [moyen, adresse])).toEqual([
      ["tiret-lu-vide", "B5"],
    ]);
  });

  test("chaque donnée garde sa valeur stockée, son texte et son format", () => {
    const feuille = formater(
      [
        ["Commune", "Déficit", "Écart", "Objectif légal", "Objectif retenu"],
        ["Alpha", 500, 0.054, 165, 125],
      ],
      { 2: "0.0%" }
    );
    expect(seul(feuille).communes[0]?.donnees.ecart).toEqual({
      valeur: 5.4,
      etat: "convertie",
      stockee: 0.054,
      texte: "0.054",
      format: "0.0%",
      adresse: "C2",
    });
  });

  test("un total de taux ne change pas l'unité de la colonne", () => {
    const lu = seul([
      titres,
      ...lignes([0.6, 0.55], 0.2, 0.33).slice(1),
      ["Total", 1000, 1.15, null, 0.33, 330, 250],
    ]);
    expect(valeurs(lu, "tauxLs")).toEqual([0.6, 0.55]);
  });

  test("déficit, taux et écart calculés des logements et des résidences", () => {
    const lu = seul([
      ["Commune", "RP", "LLS", "Taux cible", "Objectif légal", "Objectif retenu"],
      ["Alpha", 10000, 1500, "20 %", 165, 125],
    ]);
    expect([valeurs(lu, "deficit"), valeurs(lu, "tauxLs"), valeurs(lu, "ecart")]).toEqual([
      [500],
      [0.15],
      [5],
    ]);
    expect(lu.conversions.map(({ moyen }) => moyen)).toEqual([
      "nombre-en-texte",
      "taux-ls-calcule",
      "ecart-calcule",
      "deficit-calcule",
    ]);
  });

  test("le taux légal dit par un titre sert à l'écart", () => {
    const lu = seul([
      ["Communes soumises à 25 %"],
      ["Commune", "Déficit", "Taux LS", "Objectif légal", "Objectif retenu"],
      ["Alpha", 500, 20, 165, 125],
    ]);
    expect(valeurs(lu, "ecart")).toEqual([5]);
  });

  test("oui et non", () => {
    const reponses: [ValeurDeCellule, unknown][] = [
      ["Oui", "oui"],
      ["O", "oui"],
      ["x", "oui"],
      [true, "oui"],
      ["NON", "non"],
      ["refus", "non"],
      [0, "non"],
      ["en attente", "en attente"],
      [null, null],
    ];
    const lu = seul([
      [...TITRES, "Accord"],
      ...reponses.map(([reponse], k): Ligne => [`Commune ${k}`, 500, 165, 125, reponse]),
    ]);
    expect(valeurs(lu, "accord")).toEqual(reponses.map(([, attendu]) => attendu));
    expect(etats(lu, "accord").slice(-2)).toEqual(["illisible", "vide"]);
  });

  test("avis de la commission : favorable ou défavorable se garde", () => {
    const lu = seul([
      [...TITRES, "Avis CNSRU"],
      [...A, "Défavorable"],
      [...B, "favorable"],
    ]);
    expect(valeurs(lu, "avisCnsru")).toEqual(["défavorable", "favorable"]);
  });

  test("code INSEE en nombre", () => {
    const lu = seul([
      ["INSEE", ...TITRES],
      [1004, ...A],
      ["2A004", ...B],
    ]);
    expect(valeurs(lu, "insee")).toEqual(["01004", "2A004"]);
  });

  test("un nom qui ressemble à une formule reste un texte", () => {
    expect(noms(seul([TITRES, ['\t=HYPERLINK("a")', 500, 165, 125]]))).toEqual(['=HYPERLINK("a")']);
  });
});

describe("ce que dit le texte alentour", () => {
  const type = (lignes: Ligne[], nom?: string): unknown[] => {
    const lu = seul(feuilleDe(lignes, nom));
    return [lu.type?.valeur ?? null, lu.type?.origine ?? null];
  };

  test("type de contrat : titres de colonnes, titre, nom de feuille, valeurs", () => {
    const neutres: Ligne = ["Commune", "Déficit", "Objectif avant", "Objectif après"];
    expect(
      type([
        ["Commune", "Déficit", "Objectif avant mutualisation", "Objectif après mutualisation"],
        A,
      ])
    ).toEqual(["mutualisant", "titre"]);
    expect(type([["CMS ABAISSANT"], neutres, A])).toEqual(["abaissant", "texte"]);
    expect(type([neutres, A], "Mutualisation 26-28")).toEqual(["mutualisant", "feuille"]);
    expect(type([neutres, A, B])).toEqual(["abaissant", "valeurs"]);
    expect(type([neutres, ["Alpha", 500, 165, 85], ["Bêta", 300, 99, 179]])).toEqual([
      "mutualisant",
      "valeurs",
    ]);
    expect(
      type([["CMS sans aménagement des objectifs"], neutres, ["Alpha", 500, 165, 165]])
    ).toEqual(["sans aménagement", "texte"]);
    expect(
      type([["Contrat abaissant ou mutualisant ?"], neutres, ["Alpha", 500, 165, 165]])
    ).toEqual([null, null]);
    expect(
      type([
        ["Commune", "Déficit", "Objectif légal"],
        ["Alpha", 500, 165],
      ])
    ).toEqual(["sans aménagement", "valeurs"]);
  });

  test("une colonne « type de contrat »", () => {
    const lu = seul([
      [...TITRES, "Type de CMS"],
      [...A, "Mutualisant"],
      [...B, "CMS abaissant"],
    ]);
    expect(valeurs(lu, "typeDeContrat")).toEqual(["mutualisant", "abaissant"]);
  });

  test.each([
    ["2026-2028", "2026-2028"],
    ["période 2026-28", "2026-2028"],
    ["26/28", "2026-2028"],
    ["2026 – 2028", "2026-2028"],
    ["2023 à 2025", "2023-2025"],
    ["9e période triennale", "2026-2028"],
    ["8ème période", "2023-2025"],
    ["CMS 2026/2028", "2026-2028"],
    ["2025-2027", "2025-2027"],
    ["de 20 à 25 %", undefined],
    ["le 23/25", "2023-2025"],
    ["10/26/28", undefined],
  ])("période « %s »", (texte, attendue) => {
    expect(seul([[texte], TITRES, A]).periode?.valeur).toBe(attendue);
  });

  test.each([
    ["au 1er janvier 2025", 2025],
    ["au 01/01/2025", 2025],
    ["au 1/1/25", 2025],
    ["Inventaire SRU 2024", 2024],
    ["inventaire de 2022", 2022],
    ["mis à jour le 12/03/2025", undefined],
  ])("inventaire « %s »", (texte, attendu) => {
    expect(seul([[texte], TITRES, A]).inventaire?.valeur).toBe(attendu);
  });

  test.each([
    ["EPCI : Grand Val", "Grand Val"],
    ["CA du Val d'Or", "CA du Val d'Or"],
    ["Communauté d'agglomération du Val", "Communauté d'agglomération du Val"],
    ["CMS – CC des Rives – 2026-2028", "CC des Rives"],
    ["Métropole de Beaumont", "Métropole de Beaumont"],
    ["Tableau des objectifs", undefined],
  ])("EPCI « %s »", (texte, attendu) => {
    expect(seul([[texte], TITRES, A]).epci?.valeur).toBe(attendu);
  });

  test("arrondissements de Paris, Lyon ou Marseille", () => {
    const lu = seul([
      ["Arrondissement", "RP", "LLS", "Taux LS", "Priorité", "Objectif indicatif"],
      ["1er", 5000, 500, 10, "oui", 120],
      ["2e", 6000, 1200, 20, "non", 40],
      ["Total", 11000, 1700, null, null, 160],
    ]);
    expect(lu).toMatchObject({ type: { valeur: "arrondissements" }, noms: "arrondissement" });
    expect([noms(lu), valeurs(lu, "objectifApres"), valeurs(lu, "prioritaire")]).toEqual([
      ["1er", "2e"],
      [120, 40],
      ["oui", "non"],
    ]);
  });

  test("l'arrondissement préfectoral d'une commune n'en fait pas un arrondissement de ville", () => {
    const lu = seul([
      ["Arrondissement", ...TITRES],
      ["Valmont", ...A],
      ["Valmont", ...B],
    ]);
    expect([lu.noms, noms(lu)]).toEqual(["commune", ["Alpha", "Bêta"]]);
  });

  test("la somme fausse d'une ville reste son total", () => {
    const titres: Ligne = ["Arrondissement", "RP", "LLS", "Objectif proposé"];
    const lu = seul([
      titres,
      ["Lyon 1er", 5000, 500, 120],
      ["Lyon 2e", 6000, 1200, 40],
      ["Lyon", 11000, 1700, 150],
    ]);
    expect([noms(lu), lu.total?.donnees.objectifApres?.valeur]).toEqual([
      ["Lyon 1er", "Lyon 2e"],
      150,
    ]);
  });

  test("un seul objectif, au taux légal : sans aménagement", () => {
    const titres: Ligne = ["Commune", "Déficit", "Taux de rattrapage", "Objectif 2026-2028"];
    const lu = seul([titres, ["Alpha", 500, 33, 165], ["Bêta", 300, 50, 150]]);
    expect(lu.type).toMatchObject({ valeur: "sans aménagement", origine: "valeurs" });
  });
});

describe("feuilles d'agents", () => {
  test("groupes sans fusion, « Nb LLS » sous un objectif, total à libellé", () => {
    const lu = seul([
      [
        "Situation SRU au 01/01/2025",
        null,
        null,
        null,
        null,
        "Objectif triennal 2026-2028 de droit commun",
        null,
        "Objectif contractualisé",
        null,
        "Conditions",
        null,
      ],
      [
        "Communes",
        "RP",
        "LLS",
        "% LLS",
        "Manquants",
        "Taux",
        "Nb LLS",
        "Taux",
        "Nb LLS",
        "Accord commune",
        "PLH",
      ],
      ["Alpha", 6000, 900, 15, 300, 33, 99, 25, 75, "oui", "oui"],
      ["Bêta", 4000, 700, 17.5, 100, 50, 50, 40, 40, "non", "oui"],
      ["TOTAL (2 communes)", 10000, 1600, 16, 400, null, 149, null, 115],
    ]);
    expect(colonnes(lu)).toEqual({
      commune: "A",
      residencesPrincipales: "B",
      logementsSociaux: "C",
      tauxLs: "D",
      deficit: "E",
      tauxAvant: "F",
      objectifAvant: "G",
      tauxApres: "H",
      objectifApres: "I",
      accord: "J",
      plh: "K",
    });
    expect([lu.inventaire?.valeur, lu.periode?.valeur, lu.total?.portee]).toEqual([
      2025,
      "2026-2028",
      [0, 1],
    ]);
  });

  test("un « % » de réalisation n'est pas pris pour un taux de rattrapage", () => {
    const lu = seul([
      [
        "Commune",
        "Déficit",
        "Obj. triennal 2023-2025",
        "Réalisé 2023-2025",
        "%",
        "Obj. légal 26-28",
        "Obj. CMS 26-28",
      ],
      ["Alpha", 600, 180, 120, 0.66, 198, 150],
      ["Bêta", 100, 40, 12, 0.3, 50, 40],
    ]);
    expect(colonnes(lu)).toEqual({
      commune: "A",
      deficit: "B",
      objectifAvant: "F",
      objectifApres: "G",
    });
  });

  test("code et nom dans la même colonne ; rang écrit « 2e »", () => {
    const lu = seul([
      [
        "INSEE - Commune",
        "Déficit",
        "Objectif légal",
        "Objectif retenu",
        "Nb périodes consécutives",
      ],
      ["86001 - Alpha", 500, 165, 125, "2e"],
      ["Bêta (86002)", 300, 99, 75, 1],
    ]);
    expect([noms(lu), valeurs(lu, "periodesConsecutives")]).toEqual([
      ["Alpha", "Bêta"],
      [2, 1],
    ]);
  });

  test("une commune dont la ligne est vide n'est pas un intertitre, si le tableau n'en a pas", () => {
    const lu = seul([TITRES, A, ["Gamma"], B, ["Total", 800, 264, 200]]);
    expect([noms(lu), etats(lu, "deficit")]).toEqual([
      ["Alpha", "Gamma", "Bêta"],
      ["lue", "vide", "lue"],
    ]);
    expect(noms(seul([TITRES, A, ["Communes relevées"], B]))).toEqual(["Alpha", "Bêta"]);
    expect(noms(seul({ ...feuilleDe([TITRES, A, ["Vallée"], B]), fusions: ["A3:D3"] }))).toEqual([
      "Alpha",
      "Bêta",
    ]);
  });

  test("un second cadre sous le total (rappel des taux) n'ajoute pas de commune", () => {
    const lu = seul([
      TITRES,
      A,
      B,
      ["TOTAL", 800, 264, 200],
      [],
      ["Dont PLAI (30 %)", null, null, 60],
      [],
      ["Écart", "Taux plancher"],
      ["> 4 points", 0.25],
      ["2 à 4 points", 0.4],
    ]);
    expect(noms(lu)).toEqual(["Alpha", "Bêta"]);
  });

  test("une remarque sur une commune sans chiffres ne coupe pas le tableau", () => {
    const titres: Ligne = ["INSEE", ...TITRES, "Observations"];
    const lu = seul([
      titres,
      ["86001", ...A],
      ["86002", "Gamma", null, null, null, "Accord obtenu"],
      ["86003", ...B],
    ]);
    expect(noms(lu)).toEqual(["Alpha", "Gamma", "Bêta"]);
  });

  test("un total que fausse une commune illisible reste un total", () => {
    const lu = seul([TITRES, A, ["Bêta", "env. 300", 99, 75], ["CA du Val d'Or", 850, 264, 200]]);
    expect([noms(lu), lu.total?.nom]).toEqual([["Alpha", "Bêta"], "CA du Val d'Or"]);
  });
});
