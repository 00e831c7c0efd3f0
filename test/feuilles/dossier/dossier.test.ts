import {
  FEUILLES_DU_DOSSIER,
  estFormule,
  rassembler,
  type FormeDesFormules,
  type FeuilleDuDossier,
  type Matiere,
  type PlanDeFeuille,
} from "../../../src/feuilles";
import { ecrireXlsx, lireXlsx, planVersFeuille } from "../../../src/fichier";
import { adresseDe } from "../../../src/tableau";
import { controler } from "../../outils/controler";
import { feuilleDe } from "../../outils/feuille";
import { DELAI_LIBREOFFICE_MS, convertir, testAvecLibreOffice } from "../../outils/libreoffice";
import { planLisible } from "../../outils/plan-lisible";
import {
  TYPES,
  attendusDe,
  enFrancais,
  lignesDuContrat,
  planSource,
  type TypeDeContrat,
} from "../contrats";

/** Ce que tout le dossier doit tenir, quelle que soit la feuille. */

const FORMES: readonly FormeDesFormules[] = ["complement", "ordinaires", "valeurs"];
const SOURCE = "L'EPCI d'essai";
const PERIODE = "2026-2028";

function matiere(type: TypeDeContrat, communes: number, forme: FormeDesFormules): Matiere {
  const controle = controler(feuilleDe(lignesDuContrat(type, communes), SOURCE));
  return rassembler(controle, forme, null);
}

function planDe(feuille: FeuilleDuDossier, de: Matiere): PlanDeFeuille {
  return feuille.planifier(de, feuille.nom(PERIODE));
}

const formulesDe = (plan: PlanDeFeuille): string[] =>
  plan.blocs
    .flatMap(({ contenus }) => contenus.flat())
    .filter(estFormule)
    .map(({ formule }) => formule);

const FEUILLES = FEUILLES_DU_DOSSIER.map((feuille) => [feuille.cle, feuille] as const);

test("chaque feuille a sa clé et son nom, que le classeur accepte", () => {
  const noms = FEUILLES_DU_DOSSIER.map(({ nom }) => nom(PERIODE));
  expect(new Set(FEUILLES_DU_DOSSIER.map(({ cle }) => cle)).size).toBe(noms.length);
  expect(new Set(noms.map((nom) => nom.toLowerCase())).size).toBe(noms.length);
  expect(noms.filter((nom) => nom.length > 31 || /[\\/?*[\]:]/.test(nom))).toEqual([]);
});

describe.each(FEUILLES)("%s", (_cle, feuille) => {
  test("le plan d'un contrat mutualisant de trois communes", () => {
    expect(planLisible(planDe(feuille, matiere("mutualisant", 3, "complement")))).toMatchSnapshot();
  });

  test.each(TYPES)("%s : des formules qu'Excel accepte, sans texte des cellules", (type) => {
    for (const communes of [1, 7, 40]) {
      for (const forme of FORMES) {
        const formules = formulesDe(planDe(feuille, matiere(type, communes, forme)));
        expect(formules.filter((formule) => formule.length > 8192)).toEqual([]);
        const textes = formules.flatMap((formule) => formule.match(/"(?:[^"]|"")*"/g) ?? []);
        expect(textes.filter((texte) => texte.length > 255)).toEqual([]);
        expect(formules.filter((formule) => formule.includes("HYPERLINK"))).toEqual([]);
        if (forme !== "complement") expect(formules.filter((f) => /CMS\./i.test(f))).toEqual([]);
        if (forme === "valeurs") expect(formules.filter((f) => f.includes(SOURCE))).toEqual([]);
      }
    }
  });

  test("les validations tiennent dans ce qu'Excel accepte", () => {
    const { validations = [] } = planDe(feuille, matiere("mutualisant", 300, "complement"));
    for (const { regle, invite, alerte } of validations) {
      if ("liste" in regle) {
        expect(regle.liste.join(",").length).toBeLessThanOrEqual(255);
        expect(regle.liste.filter((choix) => choix.includes(","))).toEqual([]);
      }
      for (const bulle of [invite, alerte]) {
        expect(bulle?.titre.length ?? 0).toBeLessThanOrEqual(32);
        expect(bulle?.texte.length ?? 0).toBeLessThanOrEqual(255);
      }
    }
  });

  test("le plan se garde en JSON, et rien n'y est en erreur", () => {
    const plan = planDe(feuille, matiere("abaissant", 12, "ordinaires"));
    expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
    const erreurs = [...attendusDe(plan)].filter(([, valeur]) =>
      /^#[A-ZÉ/!?0-9]+/.test(String(valeur))
    );
    expect(erreurs).toEqual([]);
  });
});

test.each([
  ["volet-1", "A2:F2", 11, 8],
  ["article-3", "A36:B38", 8, 6],
])("%s : un nom trop long pour sa place s'écrit plus petit", (cle, plage, courant, petit) => {
  const [annonce = [], titres = [], premiere = [], ...autres] = lignesDuContrat("abaissant", 2);
  const tailles = ["Rivemont", "Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson"].map((nom) => {
    const lignes = [annonce, titres, [nom, ...premiere.slice(1)], ...autres];
    const de = rassembler(controler(feuilleDe(lignes, SOURCE)), "ordinaires", null);
    const plan = FEUILLES_DU_DOSSIER.find((feuille) => feuille.cle === cle)?.planifier(de, "F");
    return plan?.styles.find((forme) => forme.plage === plage)?.style.taille;
  });
  expect(tailles).toEqual([courant, petit]);
});

test("le maximum de PLS ne se calcule que là où il y a un objectif : une cellule vide y vaudrait 0", () => {
  const lignes = [
    ["Contrat de mixité sociale abaissant 2026-2028"],
    ["Commune", "LS manquants", "Écart (points)", "Objectifs 2026-2028 abaissés"],
    ["Rivemont", 120, 3, null],
    ["Les Vergers", 50, 3, 20],
  ];
  const de = rassembler(controler(feuilleDe(lignes, SOURCE)), "complement", true);
  const contenus = FEUILLES_DU_DOSSIER.flatMap((feuille) => planDe(feuille, de).blocs)
    .flatMap((bloc) => bloc.contenus.flat())
    .filter(estFormule);
  const maximums = contenus.filter(({ formule }) => formule.includes("CMS.PLS.MAX"));
  expect(maximums.flatMap(({ valeurs }) => valeurs.flat())).toEqual([6, 6, 6]);
});

testAvecLibreOffice.each(TYPES)(
  "%s : tout le dossier, recalculé par LibreOffice, dit ce que les plans attendent",
  async (type) => {
    const de = matiere(type, 7, "ordinaires");
    const plans = FEUILLES_DU_DOSSIER.map((feuille) => planDe(feuille, de));
    const feuilles = [planSource(SOURCE, lignesDuContrat(type, 7)), ...plans].map(planVersFeuille);
    const relu = await lireXlsx(
      new Uint8Array(convertir(await ecrireXlsx({ feuilles, noms: [], active: 0 }), "xlsx"))
    );
    const ecarts = plans.flatMap((plan) => {
      const cellules = relu.feuilles.find(({ nom }) => nom === plan.nom)?.cellules ?? [];
      const lues = new Map(
        cellules.map(({ ligne, colonne, valeur }) => [adresseDe(ligne, colonne), valeur])
      );
      const enErreur = cellules
        .filter(({ valeur }) => typeof valeur === "object" && valeur !== null)
        .map(({ ligne, colonne, valeur }) => [plan.nom, adresseDe(ligne, colonne), valeur]);
      const differentes = [...attendusDe(plan)].flatMap(([adresse, voulu]) => {
        const lu = lues.get(adresse) ?? (voulu === "" ? "" : null);
        const egal =
          typeof voulu === "number"
            ? typeof lu === "number" && Math.abs(lu - voulu) < 1e-9
            : enFrancais(lu) === enFrancais(voulu);
        return egal ? [] : [[plan.nom, adresse, voulu, lu]];
      });
      return [...enErreur, ...differentes];
    });
    expect(ecarts).toEqual([]);
  },
  DELAI_LIBREOFFICE_MS
);
