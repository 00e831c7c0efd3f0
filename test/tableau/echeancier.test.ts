import { lireTableaux, type Rubrique, type ValeurDeCellule } from "../../src/tableau";
import { titreDEcheancier } from "../../src/tableau/echeancier";
import { feuilleDe } from "../outils/feuille";

/** Un objectif réparti sur les années de la période, avec ou sans leur total. */

type Ligne = ValeurDeCellule[];

const IDENTITE: Ligne = ["Commune", "Manquants", "Écart (pts)", "Objectif légal"];
const ALPHA: Ligne = ["Alpha", 500, 5, 165];
const BETA: Ligne = ["Bêta", 300, 5, 99];

/** Le titre lu pour une rubrique, sous des titres d'une ligne. */
function titreLu(rubrique: Rubrique, titres: Ligne, alpha: Ligne, beta: Ligne): string | undefined {
  const feuille = feuilleDe([
    [...IDENTITE, ...titres],
    [...ALPHA, ...alpha],
    [...BETA, ...beta],
  ]);
  return lireTableaux(feuille).tableaux[0]?.colonnes[rubrique]?.titre;
}

const apres = (titres: Ligne): string | undefined =>
  titreLu("objectifApres", titres, [28, 28, 29, 85], [59, 60, 60, 179]);

test.each<[string, Ligne]>([
  ["Total 2026-2028", ["2026", "2027", "2028", "Total 2026-2028"]],
  ["Total", ["CMS 2026", "CMS 2027", "CMS 2028", "Total"]],
  [
    "Cumul 3 ans",
    ["Programmation 2026", "Programmation 2027", "Programmation 2028", "Cumul 3 ans"],
  ],
  ["Total triennal", ["Année 2026", "Année 2027", "Année 2028", "Total triennal"]],
  ["TOTAL LLS", ["Engagement 2026", "Engagement 2027", "Engagement 2028", "TOTAL LLS"]],
])("le total « %s » de l'échéancier porte l'objectif retenu", (total, titres) => {
  expect(apres(titres)).toBe(total);
});

test("le total écrit avant ses années", () => {
  const titres: Ligne = ["Total 2026-2028", "dont 2026", "dont 2027", "dont 2028"];
  expect(titreLu("objectifApres", titres, [85, 28, 28, 29], [179, 59, 60, 60])).toBe(
    "Total 2026-2028"
  );
});

test("des années sous un titre fusionné", () => {
  const feuille = {
    ...feuilleDe([
      [...IDENTITE, "Programmation CMS", null, null, null],
      [null, null, null, null, 2026, 2027, 2028, "Total"],
      [...ALPHA, 28, 28, 29, 85],
      [...BETA, 59, 60, 60, 179],
    ]),
    fusions: ["E1:H1"],
  };
  expect(lireTableaux(feuille).tableaux[0]?.colonnes.objectifApres?.titre).toBe(
    "Programmation CMS › Total"
  );
});

test.each<[string, Ligne]>([
  ["du réalisé", ["Réalisé 2026", "Réalisé 2027", "Réalisé 2028", "Total"]],
  ["des agréments", ["Agréments 2026", "Agréments 2027", "Agréments 2028", "Total"]],
  ["d'un autre plan", ["PLH 2026", "PLH 2027", "PLH 2028", "Total"]],
  ["de trois années d'aucune période", ["2025", "2026", "2027", "Total"]],
  ["d'années qui ne se suivent pas", ["2026", "2028", "2027", "Total"]],
])("le total %s n'en est pas un", (_, titres) => {
  expect(apres(titres)).toBeUndefined();
});

test("un objectif retenu qui se nomme l'emporte sur l'échéancier", () => {
  const titres: Ligne = ["2026", "2027", "2028", "Total", "Objectif retenu"];
  expect(titreLu("objectifApres", titres, [28, 28, 29, 85, 85], [59, 60, 60, 179, 179])).toBe(
    "Objectif retenu"
  );
});

/** Le titre rendu pour le total de trois colonnes « … 2026 », « … 2027 », « … 2028 ». */
const duTotal = (annees: string, total: string): string | null =>
  titreDEcheancier(
    [...["2026", "2027", "2028"].map((annee) => annees.replace("#", annee)), total],
    3
  );

describe("ce que dit le titre de chaque année", () => {
  test.each([
    ["Prévision #"],
    ["Prévisionnel #"],
    ["Prévisions #"],
    ["Programmation #"],
    ["Programme #"],
    ["Échéancier – #"],
    ["Calendrier #"],
    ["Trajectoire #"],
    ["Répartition annuelle #"],
    ["Ventilation par an (#)"],
    ["Annuel #"],
    ["Production annuelle de LLS #"],
    ["Année #"],
    ["Années #"],
    ["dont en #"],
    ["Triennal › #"],
    ["Période triennale › #"],
    ["Logement #"],
    ["Logements sociaux #"],
    ["Nb de lgt #"],
    ["Nombre de lgts #"],
    ["Objectif #"],
    ["Objectifs #"],
    ["Obj. #"],
  ])("« %s » ne dit que l'année", (annees) => {
    expect(duTotal(annees, "Total")).toBe("Objectif");
  });

  test.each([
    ["Contrat #", "contrat"],
    ["Contrats #", "contrats"],
    ["Retenu #", "retenu"],
    ["Retenue #", "retenue"],
    ["Retenus #", "retenus"],
    ["Mutualisé #", "mutualise"],
    ["Après mutualisation #", "apres mutualisation"],
    ["Abaissé #", "abaisse"],
    ["Après abaissement #", "apres abaissement"],
    ["Engagement #", "engagement"],
    ["Contractualisé #", "contractualise"],
    ["Contractualisation #", "contractualisation"],
    ["Aménagé #", "amenage"],
    ["Légal #", "legal"],
    ["Légaux #", "legaux"],
    ["Droit commun #", "droit commun"],
  ])("« %s » dit aussi le contrat", (annees, dit) => {
    expect(duTotal(annees, "Total")).toBe(`Objectif ${dit}`);
  });

  test.each([
    ["Réalisé #"],
    ["Agréments #"],
    ["PLH #"],
    ["Hors contrat #"],
    ["Livraisons #"],
    ["Capacité #"],
    ["Contractants #"],
    ["PLAI #"],
  ])("« %s » : le total n'est pas l'objectif", (annees) => {
    expect(duTotal(annees, "Total")).toBeNull();
  });
});

test.each([
  ["Total"],
  ["TOTAL"],
  ["Total CMS › Total"],
  ["Cumul"],
  ["Somme"],
  ["Ensemble"],
  ["Triennal"],
  ["Production triennale"],
  ["Objectif 3 ans"],
])("« %s » est un total", (total) => {
  expect(duTotal("#", total)).toMatch(/^Objectif/);
});

test.each([["Totaliseur"], ["Solde"], ["Commune"], ["Total › Reste"], ["33 ans"], [""]])(
  "« %s » n'en est pas un",
  (total) => expect(duTotal("#", total)).toBeNull()
);

test("l'année se lit dans la dernière ligne de titres, non dans celle du groupe", () => {
  const periode = (annee: string): string => `Période 2026-2028 › ${annee}`;
  expect(titreDEcheancier(["2026", "2027", "2028", "Total"].map(periode), 3)).toBe("Objectif");
  expect(titreDEcheancier(["2025", "2026", "2027", "Total"].map(periode), 3)).toBeNull();
});
