import { ecrirePlan, lireFeuille } from "../../src/classeur";
import type { Controle } from "../../src/controle";
import { planArticle2, planExemple } from "../../src/feuilles";
import { phraserVerdict } from "../../src/redaction";
import { controler as controlerLaFeuille } from "../outils/controler";
import { demarrerBancDuComplement, type Banc } from "./banc";

/** Le parcours d'un agent : insérer l'exemple, contrôler, changer un nombre, écrire l'article 2, le voir se recalculer. */

let banc: Banc;

beforeEach(async () => {
  banc = await demarrerBancDuComplement();
});

afterEach(() => banc.fermer());

async function activer(nom: string): Promise<void> {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem(nom).activate();
    await context.sync();
  });
}

async function controler(): Promise<Controle> {
  await banc.calcule();
  return controlerLaFeuille(await lireFeuille());
}

test.each(["plaquette", "grand-poitiers"] as const)(
  "l'exemple « %s » écrit donne les valeurs que son plan attend, et il est équilibré",
  async (cle) => {
    const nom = await ecrirePlan(planExemple(cle));
    await activer(nom);
    const controle = await controler();
    expect(controle.constats).toEqual([]);
    expect(controle.verdict).toBe("à confirmer");
  }
);

test("264 avant, 264 après ; un logement de moins à la commune B, et il en manque 1 (X, al. 3)", async () => {
  const nom = await ecrirePlan(planExemple("plaquette"));
  await activer(nom);
  const equilibre = await controler();
  expect(equilibre.totaux).toMatchObject({ avantLegal: 264, apres: 264, marge: 0 });

  const adresse = equilibre.tableau.communes[1]?.donnees.objectifApres?.adresse ?? "";
  banc.saisir(`${nom}!${adresse}`, "178");
  const controle = await controler();
  expect(phraserVerdict(controle).titre).toBe("Il manque 1 logement");
  expect(controle.constats).toMatchObject([
    { code: "somme-insuffisante", article: "L. 302-8, X, al. 3" },
  ]);
});

test("la feuille « Article 2 » se recalcule quand un nombre de manquants change dans la source", async () => {
  const nom = await ecrirePlan(planExemple("plaquette"));
  await activer(nom);
  const controle = await controler();
  const { tableau } = controle;
  const ecrite = await ecrirePlan(planArticle2(controle, "Article 2"));

  await activer(ecrite);
  const avant = await controler();
  expect(avant.totaux).toMatchObject({ deficit: 800, avantLegal: 264, apres: 264 });

  banc.saisir(`${nom}!${tableau.communes[0]?.donnees.deficit?.adresse ?? ""}`, "620");
  const apres = await controler();
  expect(apres.totaux).toMatchObject({ deficit: 920, avantLegal: 205 + 99, apres: 264 });
});
