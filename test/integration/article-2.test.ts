import { ecrirePlan } from "../../src/classeur";
import { planArticle2, type FormeDesFormules } from "../../src/feuilles";
import {
  TYPES,
  attendusDe,
  enFrancais,
  lignesDuContrat,
  planSource,
  type TypeDeContrat,
} from "../feuilles/contrats";
import { controler } from "../outils/controler";
import { feuilleDe } from "../outils/feuille";
import { demarrerBancDuComplement, type Banc } from "./banc";

/** L'article 2 de chaque contrat, écrit par office.js dans le classeur embarqué : ses cellules montrent ce que le plan attend. */

const SOURCE = "L'EPCI d'ici";

let banc: Banc;

beforeEach(async () => {
  banc = await demarrerBancDuComplement();
});

afterEach(() => banc.fermer());

/** Écrit la source et l'article ; rend les cellules qui ne montrent pas ce que le plan attend. */
async function ecartsDe(type: TypeDeContrat, nombre: number, forme: FormeDesFormules) {
  const lignes = lignesDuContrat(type, nombre);
  await ecrirePlan(planSource(SOURCE, lignes));
  const controle = controler(feuilleDe(lignes, SOURCE));
  const plan = planArticle2(controle, "Article 2", { forme, plh: null });
  banc.fil.vider();
  await ecrirePlan(plan);
  expect(banc.fil.nombre).toBeLessThanOrEqual(2);
  await banc.calcule();
  const ecarts: unknown[] = [];
  for (const [adresse, voulu] of attendusDe(plan)) {
    const lu = await banc.lire(`Article 2!${adresse}`);
    const juste =
      typeof voulu === "number"
        ? typeof lu === "number" && Math.abs(lu - voulu) < 1e-9
        : enFrancais(lu) === enFrancais(voulu);
    if (!juste) ecarts.push([adresse, lu, voulu]);
  }
  return ecarts;
}

const CAS = TYPES.flatMap((type) => [1, 7].map((nombre) => [type, nombre] as const));

test.each(CAS)("%s, %i : les formules du complément", async (type, nombre) => {
  expect(await ecartsDe(type, nombre, "complement")).toEqual([]);
});

test.each(TYPES)("%s : les formules ordinaires, et les valeurs", async (type) => {
  expect(await ecartsDe(type, 7, "ordinaires")).toEqual([]);
});

test.each(TYPES)(
  "%s, 40 lignes : deux allers-retours, et moins de 16 000 octets en formules du complément",
  async (type) => {
    const controle = controler(feuilleDe(lignesDuContrat(type, 40), SOURCE));
    await ecrirePlan(planArticle2(controle, "Article 2", { plh: true }));
    expect(banc.fil.nombre).toBe(2);
    expect(banc.fil.octets).toBeLessThan(16_000);
  }
);
