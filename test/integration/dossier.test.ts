import { ecrirePlan, ecrirePlans } from "../../src/classeur";
import {
  FEUILLES_DU_DOSSIER,
  rassembler,
  type FormeDesFormules,
  type PlanDeFeuille,
} from "../../src/feuilles";
import {
  attendusDe,
  enFrancais,
  lignesDuContrat,
  planSource,
  type TypeDeContrat,
} from "../feuilles/contrats";
import { controler } from "../outils/controler";
import { feuilleDe } from "../outils/feuille";
import { demarrerBancDuComplement, type Banc } from "./banc";

/** Le dossier entier, écrit d'un coup par office.js dans le classeur embarqué. */

jest.setTimeout(300_000);

const SOURCE = "L'EPCI d'ici";
/** Soixante signes, et de quoi tromper une formule, un pied de page ou un nom de feuille. */
const EPCI = `=Communauté d'agglomération & "Pays" de Saint-Étienne-lès-Ô`.padEnd(60, "é");

let banc: Banc;

beforeEach(async () => {
  banc = await demarrerBancDuComplement();
});

afterEach(() => banc.fermer());

function plansDe(
  type: TypeDeContrat,
  nombre: number,
  forme: FormeDesFormules = "complement"
): PlanDeFeuille[] {
  const controle = controler(feuilleDe(lignesDuContrat(type, nombre), SOURCE));
  const matiere = rassembler({ ...controle, epci: EPCI }, forme, true);
  return FEUILLES_DU_DOSSIER.map((feuille) =>
    feuille.planifier(matiere, feuille.nom(controle.bareme.periode))
  );
}

async function contenuDuClasseur(): Promise<unknown> {
  await banc.calcule();
  const { resources = [], ...reste } = banc.instantane();
  // Univer garde une liste de validations, vide, pour une feuille retirée, et les styles que plus rien n'emploie.
  const regles = resources.map(({ name, data }) => ({
    name,
    data: data.replace(/,?"[^"]*":\[\]/g, ""),
  }));
  return { ...reste, styles: null, resources: regles };
}

test("deux allers-retours en tout pour 1, 40 ou 300 communes, et moins de 4 Ko par commune", async () => {
  const poids = [];
  for (const nombre of [1, 40, 300]) {
    banc.fil.vider();
    await ecrirePlans(plansDe("mutualisant", nombre));
    expect(banc.fil.nombre).toBe(2);
    poids.push({ nombre, octets: banc.fil.octets, actions: banc.fil.actions });
  }
  const [une, , toutes] = poids;
  if (!une || !toutes) throw new Error("Trois mesures attendues.");
  const parCommune = (toutes.octets - une.octets) / (toutes.nombre - une.nombre);
  process.stdout.write(`${JSON.stringify({ poids, parCommune: Math.round(parCommune) })}\n`);
  expect(parCommune).toBeLessThan(4000);
  // Excel pour le web refuse une requête de plus de 5 Mo.
  expect(toutes.octets).toBeLessThan(4_000_000);
});

describe("tout ou rien", () => {
  test("une panne, où qu'elle tombe dans le dossier, ne laisse aucune feuille, aucun nom, et la même feuille active", async () => {
    const plans = plansDe("mutualisant", 2, "valeurs");
    await ecrirePlans(plans);
    const operations = banc.fil.actions;
    banc.fermer();

    banc = await demarrerBancDuComplement();
    await ecrirePlan(planSource(SOURCE, lignesDuContrat("mutualisant", 2)));
    const avant = await contenuDuClasseur();
    // Chaque opération est éprouvée par ecrire-plan.test.ts sur des plans courts ; ici, une douzaine de places.
    const pas = Math.ceil(operations / 12);
    for (let rang = 8; ; rang += pas) {
      const panne = banc.panne(rang, "GeneralException");
      const essai = await ecrirePlans(plans).catch((erreur: unknown) => erreur);
      if (!panne.declenchee) break;
      expect(essai).toMatchObject({ code: "GeneralException" });
      expect(banc.nomsDesFeuilles()).toEqual(["Feuil1", SOURCE]);
      expect(await contenuDuClasseur()).toEqual(avant);
    }
    expect(banc.nomsDesFeuilles()).toHaveLength(plans.length + 2);
  });
});

describe("chaque feuille, une fois calculée, montre ce que son plan attend, et aucune erreur", () => {
  const CAS = [
    ["mutualisant", 7, "complement"],
    ["abaissant", 7, "ordinaires"],
    ["sans aménagement", 1, "complement"],
    ["arrondissements", 3, "complement"],
  ] as const;

  test.each(CAS)("%s, %i, %s", async (type, nombre, forme) => {
    await ecrirePlan(planSource(SOURCE, lignesDuContrat(type, nombre)));
    const plans = plansDe(type, nombre, forme);
    const noms = await ecrirePlans(plans);
    expect(noms).toEqual(plans.map(({ nom }) => nom));
    await banc.calcule();
    const ecarts: unknown[] = [];
    for (const plan of plans) {
      for (const [adresse, voulu] of attendusDe(plan)) {
        const lu = await banc.lire(`${plan.nom}!${adresse}`);
        const juste =
          typeof voulu === "number"
            ? typeof lu === "number" && Math.abs(lu - voulu) < 1e-9
            : enFrancais(lu) === enFrancais(voulu);
        if (!juste) ecarts.push([plan.nom, adresse, lu, voulu]);
      }
    }
    expect(ecarts).toEqual([]);
  });
});

test("le dossier entier s'annule et se refait d'un coup, sans changer de feuille active", async () => {
  const feuilleActive = () => banc.hote.classeur.univer.getActiveSheet().getSheetName();
  const avant = banc.nomsDesFeuilles();
  const plans = plansDe("mutualisant", 2);
  const noms = await ecrirePlans(plans);
  await banc.calcule();
  const ecrit = await lireLesAttendus(plans);
  banc.annuler();
  expect(banc.nomsDesFeuilles()).toEqual(avant);
  banc.refaire();
  expect(banc.nomsDesFeuilles()).toEqual([...avant, ...noms]);
  expect(feuilleActive()).toBe("Feuil1");
  await banc.calcule();
  expect(await lireLesAttendus(plans)).toEqual(ecrit);

  // Univer ne dessine que la feuille montrée : celle que l'on quitte en l'annulant est la dernière.
  await aller(noms.at(-1) ?? "");
  banc.annuler();
  expect(banc.nomsDesFeuilles()).toEqual(avant);
  expect(feuilleActive()).toBe("Feuil1");
});

async function aller(nom: string): Promise<void> {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem(nom).activate();
    await context.sync();
  });
}

/** Les cellules calculées de chaque plan : leur valeur, et leur formule. */
async function lireLesAttendus(plans: readonly PlanDeFeuille[]): Promise<unknown[]> {
  const lues = plans.flatMap((plan) =>
    [...attendusDe(plan).keys()].map(async (adresse) => [
      plan.nom,
      adresse,
      await banc.lire(`${plan.nom}!${adresse}`),
      banc.hote.classeur.feuille(plan.nom)?.getRange(adresse).getFormula(),
    ])
  );
  return Promise.all(lues);
}
