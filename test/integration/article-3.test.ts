import { ecrirePlan } from "../../src/classeur";
import {
  FEUILLES_DU_DOSSIER,
  rassembler,
  type FormeDesFormules,
  type Scalaire,
} from "../../src/feuilles";
import { rectangleDe } from "../../src/tableau";
import { attendusDe, lignesDuContrat, planSource, type TypeDeContrat } from "../feuilles/contrats";
import { controler } from "../outils/controler";
import { feuilleDe } from "../outils/feuille";
import { demarrerBancDuComplement, type Banc } from "./banc";

/** L'article 3, écrit par office.js dans le classeur embarqué : vide, puis rempli par l'agent. */

const SOURCE = "L'EPCI d'ici";

let banc: Banc;

beforeEach(async () => {
  banc = await demarrerBancDuComplement();
});

afterEach(() => banc.fermer());

function planDe(type: TypeDeContrat, nombre: number, forme: FormeDesFormules) {
  const article3 = FEUILLES_DU_DOSSIER.find(({ cle }) => cle === "article-3");
  if (!article3) throw new Error("Le dossier n'a pas d'article 3.");
  const controle = controler(feuilleDe(lignesDuContrat(type, nombre), SOURCE));
  return article3.planifier(rassembler(controle, forme, true), "Article 3");
}

const CAS: readonly (readonly [TypeDeContrat, number, FormeDesFormules])[] = [
  ["abaissant", 1, "complement"],
  ["mutualisant", 4, "complement"],
  ["mutualisant", 4, "ordinaires"],
  ["arrondissements", 4, "complement"],
];

/** Les valeurs de la feuille, en un aller-retour. */
function relire(): Promise<Scalaire[][]> {
  return Excel.run(async (context) => {
    const plage = context.workbook.worksheets.getItem("Article 3").getRange("A1:Q120");
    plage.load("values");
    await context.sync();
    return plage.values as Scalaire[][];
  });
}

test.each(CAS)(
  "%s, %i, %s : les cellules montrent ce que le plan attend",
  async (type, nombre, forme) => {
    await ecrirePlan(planSource(SOURCE, lignesDuContrat(type, nombre)));
    const plan = planDe(type, nombre, forme);
    banc.fil.vider();
    await ecrirePlan(plan);
    expect(banc.fil.nombre).toBeLessThanOrEqual(2);
    await banc.calcule();
    const valeurs = await relire();
    const ecarts = [...attendusDe(plan)].filter(([adresse, voulu]) => {
      const place = rectangleDe(adresse);
      return valeurs[place?.haut ?? -1]?.[place?.gauche ?? -1] !== voulu;
    });
    expect(ecarts).toEqual([]);
  }
);

test.each(["complement", "ordinaires"] as const)(
  "%s : une opération saisie se retrouve dans les sommes de sa commune",
  async (forme) => {
    await ecrirePlan(planSource(SOURCE, lignesDuContrat("mutualisant", 3)));
    const plan = planDe("mutualisant", 3, forme);
    await ecrirePlan(plan);
    const [premiere] = plan.validations ?? [];
    const ligne = Number(/\d+/.exec(premiere?.plage ?? "")?.[0]);
    const [listee] =
      plan.validations?.flatMap(({ regle }) => ("textesDe" in regle ? [regle] : [])) ?? [];
    const debut = Number(/\d+/.exec(listee?.textesDe ?? "")?.[0]);
    await Excel.run(async (context) => {
      const feuille = context.workbook.worksheets.getItem("Article 3");
      const noms = ["Saint-Jean « le Vieux »", '\'=HYPERLINK("http://exemple";"clic")'];
      noms.forEach((nom, rang) => {
        feuille.getRange(`A${ligne + rang}:M${ligne + rang}`).formulas = [
          [nom, "Un", "", "", "", 12, 10 + rang, 3, 4, 3, "", 2027, rang === 0 ? 2026 : ""],
        ];
      });
      await context.sync();
    });
    await banc.calcule();
    const valeurs = await relire();
    // Quatre lignes par mesure : trois communes, puis leur total ; G : les logements sociaux.
    const sociaux = (mesure: number): unknown[] =>
      valeurs.slice(debut - 1 + 4 * mesure, debut + 3 + 4 * mesure).map((ligne) => ligne[6]);
    expect(sociaux(1)).toEqual([0, 10, 0, 10]);
    expect(sociaux(2)).toEqual([0, 0, 11, 11]);
    expect(sociaux(4)).toEqual([0, 10, 0, 10]);
  }
);

test("40 communes : deux allers-retours, et moins de 120 000 octets", async () => {
  await ecrirePlan(planDe("mutualisant", 40, "complement"));
  expect(banc.fil.nombre).toBe(2);
  expect(banc.fil.octets).toBeLessThan(120_000);
});
