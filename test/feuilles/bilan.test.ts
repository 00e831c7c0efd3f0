import { planBilan, type PlanDeFeuille } from "../../src/feuilles";
import { ecrireXlsx, lireXlsx, planVersFeuille } from "../../src/fichier";
import { etablirBilan, lireOperations } from "../../src/suivi";
import { lireTableaux } from "../../src/tableau";
import { feuilleDuPlan } from "../outils/feuille";
import { DELAI_LIBREOFFICE_MS, convertir, testDImpression } from "../outils/libreoffice";
import { planLisible } from "../outils/plan-lisible";
import { article3, objectifsDe, type Ligne } from "../suivi/feuilles";

const EPCI = `=Communauté "d'ici" & d'ailleurs`;
const A = { nom: "L'Haÿ « le Vieux »", objectif: 100, plai: 30, pls: 30, objectifLegal: 80 };
const B = { nom: "=B", objectif: 40, plai: 12, pls: 12, objectifLegal: 60 };
const C = { nom: "C", objectif: 0, plai: 0, pls: 0, objectifLegal: null };

function financee(commune: string, sociaux: number, plai: number, pls: number): Ligne {
  const plus = sociaux - plai - pls;
  return { commune, nom: `${sociaux} à ${commune}`, sociaux, plai, plus, pls, financee: 2027 };
}

const OPERATIONS = [financee(A.nom, 112, 40, 30), financee(B.nom, 39, 11, 12)];

function planDe(
  communes: Parameters<typeof objectifsDe>[0],
  operations: readonly Ligne[],
  jour = "2029-02-01"
): PlanDeFeuille {
  const lu = lireOperations(article3(operations));
  const bilan = etablirBilan(objectifsDe(communes), lu, jour);
  return planBilan(bilan, { epci: EPCI, etat: null, article3: lu?.feuille ?? null, jour });
}

const plan = planDe([A, B, C], OPERATIONS);
const texte = (lu: PlanDeFeuille): string => planLisible(lu).replace(/[\u00A0\u202F]/g, " ");

test("le plan, à relire", () => {
  expect(texte(plan)).toMatchSnapshot();
});

test("la période finie, la carence peut s'engager ; avant, le bilan se dit provisoire", () => {
  expect(texte(plan)).toMatch(/procédure de carence s’engage/);
  expect(texte(plan)).not.toMatch(/provisoire/);
  const avant = texte(planDe([A, B, C], OPERATIONS, "2027-09-30"));
  expect(avant).toMatch(/Bilan provisoire : la période court jusqu’au 31\/12\/2028/);
  expect(avant).not.toMatch(/carence/);
});

test("une part qui manque de peu ne s'arrondit pas à 100 %", () => {
  const presque = planDe([{ ...A, objectif: 10_000 }], [financee(A.nom, 9_999, 3_000, 0)]);
  expect(
    feuilleDuPlan(presque)
      .cellules.flat()
      .map(({ valeur }) => valeur)
  ).toContain(0.999);
});

test("la feuille n'est jamais prise pour un tableau à contrôler", async () => {
  expect(lireTableaux(feuilleDuPlan(plan)).tableaux).toEqual([]);
  const octets = await ecrireXlsx({ feuilles: [planVersFeuille(plan)], noms: [], active: 0 });
  const [relue] = (await lireXlsx(octets)).feuilles;
  const formules = relue?.cellules.filter(({ formule }) => formule !== undefined);
  expect(formules).toEqual([]);
});

function communes(nombre: number): (typeof A)[] {
  return Array.from({ length: nombre }, (_, rang) => ({ ...A, nom: `Commune ${rang + 1}` }));
}

testDImpression.each<[string, PlanDeFeuille]>([
  ["1 commune", planDe([A], OPERATIONS)],
  ["7 communes", planDe(communes(7), [financee("Commune 3", 112, 20, 40)])],
  ["40 communes", planDe(communes(40), [financee("Commune 3", 112, 20, 40)])],
  ["300 communes", planDe(communes(300), [])],
])(
  "imprimé par LibreOffice, %s : autant de pages que prévu",
  async (_, imprime) => {
    const octets = await ecrireXlsx({ feuilles: [planVersFeuille(imprime)], noms: [], active: 0 });
    const pdf = convertir(octets, "pdf").toString("latin1");
    const pages = [...pdf.matchAll(/\/Type\s*\/Page\b/g)].length;
    expect(pages).toBe(imprime.impression.sauts.length + 1);
  },
  DELAI_LIBREOFFICE_MS
);
