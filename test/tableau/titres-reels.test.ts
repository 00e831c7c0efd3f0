import { titreDEcheancier } from "../../src/tableau/echeancier";
import { reconnaitreRubriques } from "../../src/tableau/reconnaitre-titre";
import type { Rubrique } from "../../src/tableau/rubriques";

/** Ce que les agents ajoutent à un titre : dates, seuils, renvois, césures, abréviations. Le sens reste le même. */
test.each<[string, string[]]>([
  [
    "deficit",
    [
      "Manquants pour atteindre le taux de 25 %",
      "Déficit afin d'arriver à 25 %",
      "LLS manquants pour parvenir au taux légal",
      "Déficit (au taux de 25 %)",
      "Manquants (cible 20 %)",
      "Manquants (seuil : 25 %)",
      "Déficit (tx 20)",
      "Manquants au 1er janvier 2025",
      "Manquants 01/01/25",
      "Manquants au 1 janv. 2025",
      "Manquants 1-1-2025",
      "LLS manquants (1)",
      "LLS manquants (a)",
      "LLS manquants (*)",
      "LLS manquants*",
      "LLS manquants²",
      "LLS man-\nquants",
      "L.L.S. manquants",
      "LLS_manquants",
      "manquants2025",
    ],
  ],
  [
    "ecart",
    ["Nb de points d'écart au taux cible", "Δ au taux légal", "∆ pts", "Écart (nombre de points)"],
  ],
  ["tauxCible", ["20 ou 25 %", "20/25 %", "Taux 25 % ou 20 %", "Cible 20 et 25 %", "25-20 %"]],
  ["tauxLs", ["LLS/RP", "LS / RP", "L.L.S./R.P.", "Part LLS au 1er janvier 2025", "% LLS 2025"]],
  [
    "prioritaire",
    [
      "< 15 %",
      "≤ 15 %",
      "Moins de 15 %",
      "Inf. à 15 %",
      "Sous les 15 %",
      "Sous 15 %",
      "Seuil de 15 %",
    ],
  ],
  ["accord", ["Accord (O/N)", "Accord (oui/non)", "Accord ?", "Accord (o ou n)"]],
  [
    "objectifApres",
    [
      "Objectif de réalisation retenu",
      "Obj. de réalisation mutualisé",
      "Obj. 2026-28 ap. mutu",
      "Objectif après 2026/2028",
      "Objectif retenu période triennale 2026 à 2028",
      "Objectif retenu 9e période triennale",
      "objectif2026 retenu",
      "obj_apres_mutu",
      "objectifRETENU",
    ],
  ],
  [
    "objectifAvant",
    ["Objectif 33 %", "Objectif au taux légal", "Obj. triennal au taux de droit commun"],
  ],
  ["tauxAvant", ["Taux de rattrapage 33 %", "33 % (droit commun) taux de rattrapage"]],
  ["residencesPrincipales", ["Rési-\ndences principales", "R.P. 2025", "Nb de RP au 01.01.2025"]],
])("%s : les variantes d'un même titre", (rubrique, titres) => {
  const vues = titres.map((titre) => `${titre} → ${reconnaitreRubriques(titre)[0]?.rubrique}`);
  expect(vues).toEqual(titres.map((titre) => `${titre} → ${rubrique}`));
});

test.each<[string, string[], number, string | null]>([
  ["le total à droite des années", ["2026", "2027", "2028", "Total"], 3, "Objectif"],
  ["le total à gauche", ["Total", "2026", "2027", "2028"], 0, "Objectif"],
  ["après un nom", ["Commune", "2026", "2027", "2028", "Cumul 2026-2028"], 4, "Objectif"],
  [
    "un groupe qui dit le contrat",
    ["CMS › 2026", "CMS › 2027", "CMS › 2028", "CMS › Total"],
    3,
    "Objectif cms cms",
  ],
  ["trois années qui ne font pas une période", ["2025", "2026", "2027", "Total"], 3, null],
  ["deux années seulement", ["2026", "2027", "Total"], 2, null],
  ["des années qui ne se suivent pas", ["2026", "2028", "2027", "Total"], 3, null],
  ["une période d'avant 2002", ["1999", "2000", "2001", "Total"], 3, null],
  ["la première période", ["2002", "2003", "2004", "Total"], 3, "Objectif"],
  ["une colonne d'année n'est pas le total", ["2026", "2027", "2028", "Total"], 2, null],
  ["un total loin des années", ["2026", "2027", "2028", "Maire", "Total"], 4, null],
  [
    "« total » dans le groupe, pas dans la colonne",
    ["Total › 2026", "Total › 2027", "Total › 2028", "Total › Solde"],
    3,
    null,
  ],
  [
    "des agréments ne sont pas un objectif",
    ["Agréments 2026", "Agréments 2027", "Agréments 2028", "Total"],
    3,
    null,
  ],
  [
    "un objectif en partie d'autre chose",
    ["CMS réalisé 2026", "CMS réalisé 2027", "CMS réalisé 2028", "Total"],
    3,
    null,
  ],
])("échéancier : %s", (_, titres, j, attendu) => {
  expect(titreDEcheancier(titres, j)).toBe(attendu);
});

/** Un mot seul, et sa date : elle situe la colonne, le mot garde son sens. */
describe.each(["Écart", "Taux", "Territoire"])("« %s » et une date", (mot) => {
  const seul = reconnaitreRubriques(mot);

  test.each([
    ["2025"],
    ["1999"],
    ["26-28"],
    ["26/28"],
    ["26 - 28"],
    ["26 à 28"],
    ["2026-28"],
    ["2026-2028"],
    ["2026 / 2028"],
    ["(2026 à 2028)"],
    ["période 2026-2028"],
    ["période 26-28"],
    ["période triennale 2026-2028"],
    ["9e période"],
    ["9ème période"],
    ["9 e période"],
    ["10e période"],
    ["9e triennal"],
    ["9e triennale"],
    ["9e période triennale"],
    ["(1)"],
    ["(a)"],
    ["(**)"],
    ["***"],
    ["²"],
  ])("%s", (date) => {
    expect(seul).not.toEqual([]);
    expect(reconnaitreRubriques(`${mot} ${date}`)).toEqual(seul);
  });
});

test.each([
  ["01/01/2025"],
  ["au 01/01/2025"],
  ["au 01/01/25"],
  ["1/1/2025"],
  ["1/1/25"],
  ["au 1.1.2025"],
  ["01 / 01 / 2025"],
  ["1er janvier 2025"],
  ["au 1 er janvier 2025"],
  ["au 1er janv. 2025"],
  ["au 1 janv 25"],
  ["au 01-janv-2025"],
])("« Taux %s » est celui d'un inventaire", (date) => {
  expect(reconnaitreRubriques(`Taux ${date}`)[0]).toEqual({
    rubrique: "tauxLs",
    force: 0.85,
    cote: true,
  });
});

/** Un nombre suivi de « % » est un seuil, sauf 33 %, taux légal, 20 et 25 %, taux cibles, et 15 %, seuil de priorité. */
test.each<[string, Rubrique | "taux" | "objectif"]>([
  ["Taux 25%", "taux"],
  ["Taux 25 %", "taux"],
  ["Taux 17,5 %", "taux"],
  ["Taux 17.25%", "taux"],
  ["Objectif 33%", "objectifAvant"],
  ["Objectif 33 %", "objectifAvant"],
  ["Objectif 30 %", "objectif"],
  ["Taux (20/25%)", "tauxCible"],
  ["Taux 20/25", "tauxCible"],
  ["Taux 20 ou 25", "tauxCible"],
  ["Taux 20% ou 25%", "tauxCible"],
  ["<15%", "prioritaire"],
  ["< 15%", "prioritaire"],
  ["Seuil 15 %", "prioritaire"],
  ["Seuil de 15 %", "prioritaire"],
  ["Inf 15 %", "prioritaire"],
  ["Inf. 15 %", "prioritaire"],
  ["Inférieur 15 %", "prioritaire"],
  ["Inférieur à 15 %", "prioritaire"],
  ["Commune sous les 15 %", "prioritaire"],
  ["L.L.S/RP", "tauxLs"],
  ["L.L.S. / R.P", "tauxLs"],
  ["L.S/RP", "tauxLs"],
  ["LS/R.P", "tauxLs"],
  ["LLS/RP au 01/01/2025", "tauxLs"],
  ["Nb points d'écart", "ecart"],
  ["Nb de points d'écart", "ecart"],
  ["Nombre de point d'écart", "ecart"],
  ["Nbre de pt d'écart", "ecart"],
  ["Nb pts d'écart", "ecart"],
  ["LLS manquants afin d'atteindre le taux légal", "deficit"],
  ["LLS manquants afin d’arriver au taux légal", "deficit"],
  ["LLS manquants pour parvenir au taux légal", "deficit"],
  ["LLS man- \nquants", "deficit"],
  ["LLS man-\n  quants", "deficit"],
])("« %s » : %s", (titre, attendu) => {
  const [premier] = reconnaitreRubriques(titre);
  const lu = premier?.cote ? premier.rubrique : premier?.rubrique.replace(/(Avant|Apres)$/, "");
  expect(lu).toBe(attendu);
});

describe("un titre de groupe qui ne dit rien de la colonne", () => {
  test.each<[string, Rubrique, number]>([
    ["CA du Val › Commune", "commune", 0.8],
    ["EPCI du Val › Code INSEE", "insee", 0.8],
    ["Identité › EPCI", "epci", 0.8],
    ["Données sur les logements › Population", "population", 0.8],
    ["Taux 2025 › RP", "residencesPrincipales", 0.8],
    ["Communes de l'agglo › LLS", "logementsSociaux", 0.9 * 0.8],
    ["Avant mutualisation › LLS manquants", "deficit", 0.8],
    ["Avant mutualisation › Taux LLS", "tauxLs", 0.8],
    ["Nb de logements › Cible", "tauxCible", 0.8],
    ["Avant mutualisation › Écart", "ecart", 0.8 * 0.8],
    ["Après mutualisation › Commune", "commune", 0.8],
  ])("« %s » : %s", (titre, rubrique, force) => {
    expect(reconnaitreRubriques(titre)[0]).toMatchObject({ rubrique, cote: true });
    expect(reconnaitreRubriques(titre)[0]?.force).toBeCloseTo(force, 6);
  });

  test.each([
    ["la situation d'après n'est pas celle d'aujourd'hui", "Après mutualisation › Taux LLS"],
    ["ni l'écart d'après", "Après CMS › Écart"],
    ["un rattrapage n'est pas le parc", "Rattrapage › LLS"],
    ["un bilan n'est pas la situation d'aujourd'hui", "Bilan 2020-2022 › LLS manquants"],
    ["ni le réalisé", "Réalisé › Taux LLS"],
    ["un groupe ne rend pas une colonne qui ne dit rien", "CA du Val › Observations"],
  ])("%s : « %s »", (_, titre) => {
    expect(reconnaitreRubriques(titre)).toEqual([]);
  });
});

test("« Objectif » et « Taux de rattrapage » peuvent être d'un côté ou de l'autre", () => {
  expect(reconnaitreRubriques("Objectif triennal")).toEqual([
    { rubrique: "objectifAvant", force: 0.6, cote: false },
    { rubrique: "objectifApres", force: 0.6, cote: false },
  ]);
  expect(reconnaitreRubriques("Taux de rattrapage")).toEqual([
    { rubrique: "tauxAvant", force: 0.6, cote: false },
    { rubrique: "tauxApres", force: 0.6, cote: false },
  ]);
});

test("de deux raisons de la reconnaître, la plus forte compte", () => {
  expect(reconnaitreRubriques("Taux cible SRU")).toEqual([
    { rubrique: "tauxCible", force: 1, cote: true },
  ]);
});

test("une phrase n'est pas un titre, un long titre en est un", () => {
  const long = "LLS manquants ".padEnd(160, "x");
  expect(reconnaitreRubriques(long)[0]?.rubrique).toBe("deficit");
  expect(reconnaitreRubriques(`${long}x`)).toEqual([]);
  expect(reconnaitreRubriques(" – ")).toEqual([]);
});
