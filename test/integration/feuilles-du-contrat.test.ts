import { ecrirePlan } from "../../src/classeur";
import type { Matiere, PlanDeFeuille } from "../../src/feuilles";
import { planArticle4 } from "../../src/feuilles/article-4";
import { planCalendrier } from "../../src/feuilles/calendrier";
import { serieDe } from "../../src/feuilles/jours";
import { planParties } from "../../src/feuilles/parties";
import { planPortrait } from "../../src/feuilles/portrait";
import { planPreambule } from "../../src/feuilles/preambule";
import { planSignatures } from "../../src/feuilles/signatures";
import { matiereDe } from "../feuilles/matieres";
import { ligneDe } from "../feuilles/saisies";
import { demarrerBanc, type Banc } from "./banc";

/** Les feuilles du contrat, dans le classeur embarqué, à mesure que l'agent y tape. */

jest.setTimeout(60_000);

let banc: Banc;

beforeEach(async () => {
  banc = await demarrerBanc({ feuilles: { Source: [] } });
});

afterEach(() => banc.fermer());

const jour = (annee: number, mois: number, quantieme: number): number =>
  serieDe({ annee, mois, jour: quantieme });

test("article 4 : les dates suivent le terme saisi, et le contrôle dit oui ou non", async () => {
  const plan = planArticle4(matiereDe("mutualisant", 3), "Article");
  await ecrirePlan(plan);
  const terme = ligneDe(plan, "A", "Date de fin du contrat");
  const dernier = ligneDe(plan, "A", /^Comité de la troisième/);
  expect(await banc.lire(`Article!B${dernier}`)).toBe(jour(2028, 6, 30));
  banc.saisir(`Article!C${terme}`, String(jour(2028, 9, 30)));
  banc.saisir(`Article!C${dernier}`, String(jour(2028, 4, 1)));
  expect(await banc.lire(`Article!B${dernier}`)).toBe(jour(2028, 3, 30));
  expect(await banc.lire(`Article!D${dernier}`)).toMatch(/: non$/);
  expect(await banc.lire(`Article!A${terme - 1}`)).toContain("30/09/2028");
});

test("calendrier : la date réelle de la signature déplace l'annexion, et le suivi se lit en mots", async () => {
  const plan = planCalendrier(matiereDe("mutualisant", 3), "Calendrier");
  await ecrirePlan(plan);
  const ligne = (nom: string | RegExp): number => ligneDe(plan, "A", nom);
  banc.saisir(`Calendrier!G${ligne("Dates de départ")}`, String(jour(2026, 10, 1)));
  banc.saisir(`Calendrier!D${ligne("Signature du contrat")}`, String(jour(2026, 7, 1)));
  expect(await banc.lire(`Calendrier!B${ligne(/^Annexion/)}`)).toBe(jour(2026, 10, 1));
  expect(await banc.lire(`Calendrier!G${ligne("Signature du contrat")}`)).toBe("Fait");
  expect(await banc.lire(`Calendrier!G${ligne(/^Délibérations/)}`)).toBe("En retard de 62\u00a0j");
});

test("parties : une date de délibération est attendue, et l'alerte laisse en garder une autre", async () => {
  const plan = planParties(matiereDe("mutualisant", 3), "Parties");
  await ecrirePlan(plan);
  const validation = await Excel.run(async (context) => {
    const feuille = context.workbook.worksheets.getItem("Parties");
    const lue = feuille.getRange(`F${ligneDe(plan, "A", "Commune")}`).dataValidation;
    lue.load("rule,errorAlert");
    await context.sync();
    return { regle: lue.rule, alerte: lue.errorAlert };
  });
  expect(validation.regle.date).toEqual({
    formula1: "2025-01-01",
    formula2: "2028-12-31",
    operator: "Between",
  });
  expect(validation.alerte).toMatchObject({ showAlert: true, style: "Warning" });
});

test("deux allers-retours par feuille, un poids par commune borné, et presque autant d'opérations pour 40 que pour 300", async () => {
  const feuilles: Record<string, (matiere: Matiere, nom: string) => PlanDeFeuille> = {
    parties: planParties,
    preambule: planPreambule,
    portrait: planPortrait,
    "article-4": planArticle4,
    calendrier: planCalendrier,
    signatures: planSignatures,
  };
  const mesures: object[] = [];
  for (const [nom, planifier] of Object.entries(feuilles)) {
    const mesurer = async (communes: number) => {
      banc.fil.vider();
      await ecrirePlan(planifier(matiereDe("mutualisant", communes, { forme: "complement" }), nom));
      expect(banc.fil.nombre).toBe(2);
      return { actions: banc.fil.actions, octets: banc.fil.octets };
    };
    const [quarante, toutes] = [await mesurer(40), await mesurer(300)];
    mesures.push({ nom, quarante, toutes });
    if (nom !== "signatures") expect(toutes.actions - quarante.actions).toBeLessThan(30);
    expect((toutes.octets - quarante.octets) / 260).toBeLessThan(900);
  }
  process.stdout.write(`${JSON.stringify(mesures)}\n`);
});
