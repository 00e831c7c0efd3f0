import {
  estFormule,
  planArticle2,
  planExemple,
  type Contenu,
  type Formule,
  type PlanDeFeuille,
} from "../../src/feuilles";
import type { ValeurDeCellule } from "../../src/tableau";
import { controler } from "../outils/controler";
import { feuilleDe, feuilleDuPlan } from "../outils/feuille";

const planDe = (feuille: ReturnType<typeof feuilleDe>): PlanDeFeuille => {
  return planArticle2(controler(feuille), "Article 2");
};

const contenus = (plan: PlanDeFeuille): Contenu[] =>
  plan.blocs.flatMap((bloc) => bloc.contenus.flat());
const formules = (plan: PlanDeFeuille): Formule[] => contenus(plan).filter(estFormule);

const TITRES = ["Commune", "LS manquants", "Écart", "Objectifs 2023-2025 après mutualisation"];

describe("l'exemple de la plaquette", () => {
  const plan = planDe(feuilleDuPlan(planExemple("plaquette")));

  test("les six titres de la trame, dans l'ordre", () => {
    const titres = plan.blocs.find((bloc) => bloc.contenus[0]?.[0] === "Nom de la commune");
    expect(titres?.contenus[0]).toEqual([
      "Nom de la commune",
      "Nombre de LS manquants au 1er janvier 2022",
      "Taux de rattrapage avant mutualisation",
      "Objectifs 2023-2025 avant mutualisation",
      "Taux de rattrapage après mutualisation",
      "Objectifs 2023-2025 après mutualisation",
    ]);
  });

  test("relu, il redit 264 avant et 264 après, sans constat", () => {
    const controle = controler(feuilleDuPlan(plan));
    expect(controle.totaux).toMatchObject({ deficit: 800, avantLegal: 264, apres: 264 });
    expect(controle.constats.filter(({ gravite }) => gravite !== "information")).toEqual([]);
  });

  test("chaque colonne renvoie au tableau source par une seule formule étalée", () => {
    const textes = formules(plan).map(({ formule }) => formule);
    expect(textes).toContain("='Exemple CMS'!B7:B8");
    expect(textes.filter((texte) => texte.includes("CMS.OBJECTIF"))).toHaveLength(1);
  });

  test("PLAI et PLS par commune, puis additionnés : 26 + 54 et 25 + 53", () => {
    const phrases = formules(plan).flatMap(({ valeurs }) => valeurs.flat());
    const phrase = phrases.find((valeur) => typeof valeur === "string" && valeur.includes("PLAI"));
    expect(phrase).toMatch(/au moins 80 logements PLAI.* 78 logements en PLS/);
  });
});

test("un nom de commune n'entre jamais dans une formule, et un nom de feuille y est protégé", () => {
  const piege = '=HYPERLINK("http://exemple";"clic")';
  const feuille = feuilleDe([TITRES, [piege, 500, 5, 165], ["B", 300, 5, 99]], "L'EPCI d'ici");
  const plan = planDe(feuille);
  for (const { formule } of formules(plan)) expect(formule).not.toContain("HYPERLINK");
  expect(formules(plan).map(({ formule }) => formule)).toContain("='L''EPCI d''ici'!A2:A3");
});

test("des communes séparées par une ligne vide : une suite de formules par groupe", () => {
  const plan = planDe(feuilleDe([TITRES, ["A", 500, 5, 85], [null], ["B", 300, 5, 179]]));
  const noms = formules(plan).filter(({ formule }) => /^='Feuil1'!A\d+$/.test(formule));
  expect(noms.map(({ formule }) => formule)).toEqual(["='Feuil1'!A2", "='Feuil1'!A4"]);
});

test("sans écart, l'objectif avant se calcule du taux annoncé, par des fonctions ordinaires", () => {
  const titres = [...TITRES];
  titres[2] = "Taux de rattrapage avant mutualisation";
  const plan = planDe(feuilleDe([titres, ["A", 500, 0.33, 85], ["B", 300, 0.33, 179]]));
  const avant = formules(plan).find(({ formule }) => formule.includes("ROUNDUP"));
  expect(avant?.valeurs).toEqual([[165], [99]]);
});

test("sous les objectifs légaux, la phrase de conclusion avertit", () => {
  const plan = planDe(feuilleDe([TITRES, ["A", 500, 5, 100], ["B", 300, 5, 99]]));
  expect(
    contenus(plan)
      .filter(estFormule)
      .flatMap(({ valeurs }) => valeurs.flat())
  ).toContainEqual(expect.stringContaining("Attention"));
});

test("40 communes : les titres se répètent à l'impression, et le nombre de formules ne change pas", () => {
  const lignes: ValeurDeCellule[][] = Array.from({ length: 40 }, (_, i) => [`C${i}`, 100, 5, 33]);
  const plan = planDe(feuilleDe([TITRES, ...lignes]));
  const petit = planDe(feuilleDe([TITRES, ...lignes.slice(0, 20)]));
  expect(plan.impression.lignesRepetees).toMatch(/^(\d+):\1$/);
  expect(formules(plan)).toHaveLength(formules(petit).length);
});

test("un plan est sérialisable", () => {
  const plan = planExemple("grand-poitiers");
  expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
});

test("aucun texte de plus de 255 signes dans une formule : Excel les refuse", () => {
  const plan = planDe(feuilleDe([TITRES, ["A", 500, 5, 85], ["B", 300, 5, 179]]));
  const textes = formules(plan).flatMap(({ formule }) => formule.match(/"[^"]*"/g) ?? []);
  expect(textes.length).toBeGreaterThan(0);
  expect(textes.filter((texte) => texte.length > 255)).toEqual([]);
});
