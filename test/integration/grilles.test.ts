import { ecrirePlans } from "../../src/classeur";
import { rassembler, type Matiere } from "../../src/feuilles";
import { planArticle1 } from "../../src/feuilles/article-1";
import { planAttributions } from "../../src/feuilles/attributions";
import { planVolet2 } from "../../src/feuilles/volet-2";
import { lignesDuContrat } from "../feuilles/contrats";
import { ligneDe } from "../feuilles/saisies";
import { controler } from "../outils/controler";
import { feuilleDe } from "../outils/feuille";
import { demarrerBanc, type Banc } from "./banc";

/** Les feuilles à remplir, dans le classeur embarqué, à mesure que l'agent y tape. */

jest.setTimeout(60_000);

let banc: Banc;

beforeEach(async () => {
  banc = await demarrerBanc({ feuilles: { Source: [] } });
});

afterEach(() => banc.fermer());

function matiere(communes: number): Matiere {
  const controle = controler(feuilleDe(lignesDuContrat("mutualisant", communes), "Source"));
  return rassembler(controle, "complement", null);
}

const plansDe = (communes: number) => [
  planVolet2(matiere(communes), "Volet"),
  planArticle1(matiere(communes), "Article"),
  planAttributions(matiere(communes), "Attributions"),
];

test("remplies, elles se calculent", async () => {
  const [volet, article, attributions] = plansDe(3);
  await ecrirePlans([volet!, article!, attributions!]);
  banc.saisir("Volet!C7", "Oui");
  const foncier = ligneDe(article!, "A", "1) Action foncière");
  banc.saisir(`Article!A${foncier + 1}`, "Étudier les gisements");
  const premiere = ligneDe(attributions!, "A", "Nom") + 1;
  banc.saisir(`Attributions!B${premiere}`, "200");
  banc.saisir(`Attributions!C${premiere}`, "30");
  banc.saisir(`Attributions!F${premiere}`, "10");
  const operation = ligneDe(attributions!, "A", "Opération, commune") + 1;
  for (const [colonne, texte] of ["41", "12", "5", "Non"].entries())
    banc.saisir(`Attributions!${"BCDE"[colonne]}${operation}`, texte);

  expect(await banc.lireTexte("Volet!D2")).toMatch(/1 sur 120/);
  expect(await banc.lire(`Article!F${foncier}`)).toMatch(/^1 engagement, dont 1 à compléter/);
  expect(await banc.lireTexte(`Attributions!D${premiere}`)).toMatch(/^15,00/);
  expect(await banc.lire(`Attributions!E${premiere}`)).toBe(20);
  expect(await banc.lire(`Attributions!H${premiere}`)).toBe("à vérifier");
  expect(await banc.lire(`Attributions!H${operation}`)).toBe(1);
  expect(await banc.lire(`Attributions!J${operation}`)).toBe("non tenue");
  expect(await banc.lire(`Attributions!H${ligneDe(attributions!, "A", /^Hors QPV/)}`)).toBe(
    "non atteint\u00a0: il en manque 20"
  );
});

test("rien ne pèse plus pour 300 communes que pour 40, sauf une ligne par commune dans les attributions", async () => {
  const peser = async (communes: number): Promise<number[]> => {
    const poids: number[] = [];
    for (const plan of plansDe(communes)) {
      banc.fil.vider();
      await ecrirePlans([plan]);
      poids.push(banc.fil.octets);
    }
    return poids;
  };
  const [volet = 0, article = 0, attributions = 0] = await peser(40);
  const [volet300 = 0, article300 = 0, attributions300 = 0] = await peser(300);
  expect(Math.max(volet300 - volet, article300 - article)).toBeLessThan(100);
  // Un nom et quatre formules.
  expect((attributions300 - attributions) / 260).toBeLessThan(800);
});
