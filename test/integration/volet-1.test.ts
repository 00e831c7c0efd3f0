import { ecrirePlan } from "../../src/classeur";
import type { FormeDesFormules, PlanDeFeuille } from "../../src/feuilles";
import { ecrireXlsx, lireXlsx } from "../../src/fichier";
import { depuisUniver } from "../../src/hote";
import {
  combienDeManquants,
  quelTauxDAtteinte,
  quelTauxDeLogementsSociaux,
} from "../../src/regles";
import { attendusDe, enFrancais, planSource } from "../feuilles/contrats";
import { caseDe, lignesCompletes, planDe, rangeeDe } from "../feuilles/relever-volet-1";
import { demarrerBancDuComplement, type Banc } from "./banc";

/** Le 1er volet, écrit par office.js dans le classeur embarqué : il calcule, suit la commune choisie, et demande ses graphiques. */

jest.setTimeout(300_000);

let banc: Banc;

beforeEach(async () => {
  banc = await demarrerBancDuComplement();
});

afterEach(() => banc.fermer());

async function ecrire(nombre: number, forme: FormeDesFormules): Promise<PlanDeFeuille> {
  const lignes = lignesCompletes(nombre);
  await ecrirePlan(planSource("Source", lignes));
  const plan = planDe(lignes, forme);
  banc.fil.vider();
  await ecrirePlan(plan);
  return plan;
}

async function lireTout(plan: PlanDeFeuille): Promise<(adresse: string) => unknown> {
  await banc.calcule();
  const lues = await Excel.run(async (context) => {
    const plage = context.workbook.worksheets.getItem(plan.nom).getRange("A1:M400");
    plage.load("values");
    await context.sync();
    return plage.values as unknown[][];
  });
  return (adresse) => {
    const [, lettre = "A", ligne] = /^([A-M])(\d+)$/.exec(adresse) ?? [];
    return lues[Number(ligne) - 1]?.[lettre.charCodeAt(0) - 65];
  };
}

test.each([
  [1, "complement"],
  [3, "complement"],
  [3, "ordinaires"],
  [3, "valeurs"],
] as const)(
  "%i commune(s), %s : la feuille montre ce que le plan attend, sans une erreur",
  async (nombre, forme) => {
    const plan = await ecrire(nombre, forme);
    const lue = await lireTout(plan);
    const ecarts = [...attendusDe(plan)].flatMap(([adresse, voulu]) => {
      const lu = lue(adresse);
      const juste =
        typeof voulu === "number"
          ? typeof lu === "number" && Math.abs(lu - voulu) < 1e-9
          : enFrancais(lu) === enFrancais(voulu);
      return juste ? [] : [[adresse, lu, voulu]];
    });
    expect(ecarts).toEqual([]);
  }
);

test("les repères suivent la commune choisie, et ce que l'agent remplit", async () => {
  const plan = await ecrire(3, "complement");
  const remplir = (titre: string, rang: number, valeurs: string[]) =>
    valeurs.forEach((valeur, i) =>
      banc.saisir(`1er volet!${caseDe(plan, titre, rang, i)}`, valeur)
    );
  remplir("Résidences principales au", 2, ["8000", "8200", "8400"]);
  remplir("Logements sociaux au", 2, ["1000", "1100", "9000"]);
  // L'objectif, puis les logements réalisés, de la première période.
  remplir("Bilans triennaux : objectif", 2, ["120", "", "", "", "90"]);
  banc.saisir("1er volet!B2", 'Le "Bourg"');

  const lue = await lireTout(plan);
  const debut = (libelle: string) => rangeeDe(plan, lue, libelle).slice(0, 3);
  const taux = [
    [1000, 8000],
    [1100, 8200],
  ].map(([ls = 0, rp = 0]) => quelTauxDeLogementsSociaux(ls, rp));
  // Plus de logements sociaux que de résidences : la fonction refuse.
  expect(debut("Taux de logements sociaux")).toEqual([
    ...taux.map((t) => t.ok && t.valeur),
    "à revoir",
  ]);
  const manquants = combienDeManquants(1000, 8000, 0.2);
  expect(debut("Logements sociaux manquants")[0]).toBe(manquants.ok && manquants.valeur);
  const atteinte = quelTauxDAtteinte(120, 90);
  expect(debut("Taux d’atteinte")[0]).toBe(atteinte.ok && atteinte.valeur);
  expect(rangeeDe(plan, lue, "Résidences principales").at(-1)).toBe(10_000 + 2 * 137);

  banc.saisir("1er volet!B2", "Ailleurs");
  const apres = await lireTout(plan);
  expect(rangeeDe(plan, apres, "Résidences principales").join("")).toBe("");
  expect(apres("F2")).toMatch(/^Commune inconnue/);
});

test("les graphiques sont demandés comme le plan les veut", async () => {
  const plan = await ecrire(3, "complement");
  const lus = await Excel.run(async (context) => {
    const { charts } = context.workbook.worksheets.getItem(plan.nom);
    charts.load("items/chartType,items/name,items/title/text,items/legend/position");
    await context.sync();
    return charts.items.map((graphique) => graphique.toJSON());
  });
  expect(lus).toMatchObject(
    (plan.graphiques ?? []).map(({ genre, titre }) => ({
      chartType: {
        courbes: "XYScatterLines",
        barres: "ColumnClustered",
        "barres empilées": "ColumnStacked",
      }[genre],
      name: titre,
      title: { text: titre },
      legend: { position: "Bottom" },
    }))
  );
  const feuille = banc.hote.classeur.feuille(plan.nom)?.getSheetId() ?? "";
  const retenus = banc.hote.classeur.graphiques.de(feuille);
  expect(retenus.map(({ plage, series }) => ({ plage, series }))).toEqual(
    (plan.graphiques ?? []).map(({ plage, series }) => ({
      plage,
      series: series.map((serie) => ({ ...serie, allure: expect.any(Object) as object })),
    }))
  );
  // Deux séries d'un même graphique ne se confondent pas en noir et blanc.
  for (const { series } of retenus) {
    expect(new Set(series.map(({ allure }) => JSON.stringify(allure))).size).toBe(series.length);
  }
});

test("la liste des communes vient de la grille, et la zone d'impression s'arrête avant elle", async () => {
  const plan = await ecrire(40, "ordinaires");
  const { regle, zone } = await Excel.run(async (context) => {
    const feuille = context.workbook.worksheets.getItem(plan.nom);
    const { dataValidation } = feuille.getRange("B2");
    dataValidation.load("rule");
    const imprimee = feuille.pageLayout.getPrintAreaOrNullObject();
    imprimee.load("address");
    await context.sync();
    return { regle: dataValidation.rule, zone: imprimee.address };
  });
  const premiere = caseDe(plan, "Résidences principales au", 0, -1);
  const derniere = caseDe(plan, "Résidences principales au", 39, -1);
  expect(regle.list?.source).toContain(`${premiere}:${derniere}`);
  expect(zone).toContain(plan.impression.zone);
});

test("enregistré depuis le classeur embarqué, le fichier garde graphiques, liste et zone d'impression", async () => {
  const plan = await ecrire(3, "ordinaires");
  const classeur = depuisUniver(banc.hote.classeur);
  const feuille = classeur.feuilles.find(({ nom }) => nom === plan.nom);
  expect(feuille?.graphiques).toMatchObject(
    (plan.graphiques ?? []).map(({ genre, titre, plage, series }) => ({
      genre,
      titre,
      plage,
      series,
    }))
  );
  const relue = (await lireXlsx(await ecrireXlsx(classeur))).feuilles.find(
    ({ nom }) => nom === plan.nom
  );
  expect(relue?.impression?.zone).toBe(plan.impression.zone);
  const [choix] = plan.validations ?? [];
  expect(relue?.validations).toContainEqual(choix);
});

describe("le poids", () => {
  test.each([1, 40, 300])("%i commune(s) : deux allers-retours", async (nombre) => {
    await ecrire(nombre, "complement");
    const { nombre: allersRetours, octets, actions } = banc.fil;
    expect(allersRetours).toBe(2);
    expect(octets).toBeLessThan(205_000 + 1_900 * nombre);
    expect(actions).toBeLessThan(1_500);
    process.stdout.write(
      `1er volet, ${nombre} commune(s) : ${octets} octets, ${actions} actions\n`
    );
  });
});
