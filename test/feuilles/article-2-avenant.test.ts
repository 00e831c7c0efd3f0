import { inseeDe, type Controle, type EtatDuContrat, type VersionSignee } from "../../src/controle";
import { planArticle2, type FormeDesFormules, type PlanDeFeuille } from "../../src/feuilles";
import { ecrireXlsx, lireXlsx, planVersFeuille } from "../../src/fichier";
import { controler } from "../outils/controler";
import { feuilleDe, feuilleDuPlan } from "../outils/feuille";
import { DELAI_LIBREOFFICE_MS, convertir, testAvecLibreOffice } from "../outils/libreoffice";
import { versionSignee } from "../outils/version-signee";
import {
  TYPES,
  attendusDe,
  enFrancais,
  lignesDuContrat,
  planSource,
  type TypeDeContrat,
} from "./contrats";

/** L'article 2 d'un contrat signé, puis de son avenant : l'état est dit, et la version d'avant reste à côté. */

const SOURCE = "L'EPCI d'ici";

/** La version signée avant ce tableau : chaque objectif y était plus haut de 3, sauf le dernier, égal. */
function signee(controle: Controle, change: Partial<VersionSignee> = {}): VersionSignee {
  const lues = controle.tableau.communes;
  const communes = controle.communes.map(({ nom, deficit, objectifAvant, objectifApres }, rang) => {
    const ligne = lues[rang];
    return {
      nom,
      insee: ligne ? inseeDe(ligne) : null,
      deficit,
      objectifLegal: objectifAvant,
      objectif: (objectifApres ?? 0) + (rang === lues.length - 1 ? 0 : 3),
    };
  });
  return versionSignee(communes, { epci: controle.epci, type: controle.type, ...change });
}

const controleDe = (type: TypeDeContrat, nombre: number): Controle =>
  controler(feuilleDe(lignesDuContrat(type, nombre), SOURCE));

function avenantDe(controle: Controle, change: Partial<VersionSignee> = {}): EtatDuContrat {
  const precedente = signee(controle, change);
  return {
    version: { ...precedente, avenant: precedente.avenant + 1, signeLe: "2027-02-15" },
    precedente,
  };
}

const plan = (
  controle: Controle,
  etat: EtatDuContrat | null,
  forme: FormeDesFormules = "valeurs"
): PlanDeFeuille => planArticle2(controle, "Article 2", { forme, plh: true, etat });

const textes = (ecrit: PlanDeFeuille): string[] =>
  feuilleDuPlan(ecrit).cellules.flatMap((rangee) =>
    rangee.flatMap(({ valeur }) =>
      typeof valeur === "string" ? [valeur.replace(/[\u00A0\u202F]/g, " ")] : []
    )
  );

/** Les lignes du tableau qui porte ce titre, sous lui, jusqu'à la première vide. */
function colonne(ecrit: PlanDeFeuille, titre: string): unknown[] {
  const rangees = feuilleDuPlan(ecrit).cellules.map((rangee) => rangee.map(({ valeur }) => valeur));
  const porte = (rangee: unknown[]): boolean =>
    rangee.some((v) => typeof v === "string" && v.replace(/\u00A0/g, " ") === titre);
  const haut = rangees.map(porte).lastIndexOf(true);
  const rang = (rangees[haut] ?? []).findIndex(
    (v) => typeof v === "string" && v.replace(/\u00A0/g, " ") === titre
  );
  expect(haut).toBeGreaterThan(0);
  const valeurs = rangees.slice(haut + 1).map((rangee) => rangee[rang] ?? null);
  const fin = valeurs.findIndex((valeur) => valeur === null);
  return fin < 0 ? valeurs : valeurs.slice(0, fin);
}

test.each(TYPES)("%s : le projet, le contrat et l'avenant disent leur état", (type) => {
  const controle = controleDe(type, 3);
  const projet = plan(controle, null);
  expect(textes(projet)).toContain("Projet. Inventaire de référence : 1er janvier 2025.");
  expect(projet.impression.piedDePage.gauche).toMatch(/ – projet$/);

  const signe = plan(controle, { version: signee(controle), precedente: null });
  expect(textes(signe)).toContain("Signé le 30/06/2026, inventaire au 1er janvier 2025.");
  expect(signe.impression.piedDePage.gauche).toMatch(/ – signé le 30\/06\/2026$/);
  expect(textes(signe).join()).not.toMatch(/Projet|Ce que change/);

  const avenant = plan(controle, avenantDe(controle));
  expect(textes(avenant)).toContain("Avenant n° 1 du 15/02/2027, inventaire au 1er janvier 2025.");
  expect(avenant.impression.piedDePage.gauche).toMatch(/ – avenant n°.1 du 15\/02\/2027$/);
});

test("un nom d'EPCI très long ne cache pas l'état au pied de page", () => {
  const controle = { ...controleDe("mutualisant", 2), epci: "Communauté ".repeat(12) };
  const { gauche } = plan(controle, avenantDe(controle)).impression.piedDePage;
  expect(gauche).toMatch(/avenant n°.1 du 15\/02\/2027$/);
});

test.each(TYPES.flatMap((type) => [1, 12, 40].map((nombre) => [type, nombre] as const)))(
  "%s, %i lignes : l'objectif signé, celui de l'avenant et l'écart, commune par commune",
  (type, nombre) => {
    const controle = controleDe(type, nombre);
    const ecrit = plan(controle, avenantDe(controle));
    const objectifs = controle.communes.map(({ objectifApres }) => objectifApres ?? 0);
    const signes = objectifs.map((objectif, rang) => objectif + (rang === nombre - 1 ? 0 : 3));
    const ecarts = objectifs.map((_, rang) => (rang === nombre - 1 ? 0 : -3));
    const somme = (nombres: number[]): number[] =>
      nombre > 1 ? [nombres.reduce((total, n) => total + n, 0)] : [];
    expect(colonne(ecrit, "Objectif signé le 30/06/2026")).toEqual([...signes, ...somme(signes)]);
    expect(colonne(ecrit, "Écart")).toEqual([...ecarts, ...somme(ecarts)]);
  }
);

test("une commune ajoutée n'avait pas d'objectif ; une commune retirée est nommée, avec le sien", () => {
  const controle = controleDe("mutualisant", 3);
  const { communes } = signee(controle);
  const partie = {
    ...(communes[0] as (typeof communes)[number]),
    nom: "Vieux-Bourg",
    objectif: 17,
  };
  const ecrit = plan(controle, avenantDe(controle, { communes: [...communes.slice(1), partie] }));
  expect(colonne(ecrit, "Objectif signé le 30/06/2026")[0]).toBe(0);
  expect(textes(ecrit).join("\n")).toMatch(/Elle donnait aussi un objectif à Vieux-Bourg \(17\)/);
});

test("d'un avenant à l'autre, c'est l'avenant d'avant qui reste à côté", () => {
  const controle = controleDe("abaissant", 2);
  const ecrit = plan(controle, avenantDe(controle, { avenant: 1 }));
  expect(textes(ecrit)).toEqual(
    expect.arrayContaining(["Objectif de l’avenant n° 1", "Objectif de l’avenant n° 2"])
  );
});

/** Les cellules où LibreOffice, qui recalcule tout, ne trouve pas ce que le plan attend. */
async function ecartsDe(type: TypeDeContrat, nombre: number): Promise<unknown[]> {
  const controle = controleDe(type, nombre);
  const ecrit = plan(controle, avenantDe(controle), "ordinaires");
  const source = planSource(SOURCE, lignesDuContrat(type, nombre));
  const octets = await ecrireXlsx({
    feuilles: [planVersFeuille(source), planVersFeuille(ecrit)],
    noms: [],
    active: 1,
  });
  const { feuilles } = await lireXlsx(convertir(octets, "xlsx"));
  const lues = new Map(
    feuilles[1]?.cellules.map(({ ligne, colonne: c, valeur }) => [`${ligne}/${c}`, valeur])
  );
  return [...attendusDe(ecrit)].flatMap(([adresse, voulu]) => {
    const [, lettres = "", numero = ""] = /^([A-Z]+)(\d+)$/.exec(adresse) ?? [];
    const rang = [...lettres].reduce((n, lettre) => n * 26 + lettre.charCodeAt(0) - 64, 0) - 1;
    const lu = lues.get(`${Number(numero) - 1}/${rang}`) ?? null;
    const juste =
      typeof voulu === "number"
        ? typeof lu === "number" && Math.abs(lu - voulu) < 1e-9
        : enFrancais(lu) === enFrancais(voulu);
    return juste ? [] : [[adresse, lu, voulu]];
  });
}

testAvecLibreOffice.each<[TypeDeContrat, number]>([
  ["mutualisant", 7],
  ["abaissant", 16],
])(
  "%s, %i communes, en formules ordinaires : LibreOffice recalcule les mêmes écarts, sans erreur",
  async (type, nombre) => {
    expect(await ecartsDe(type, nombre)).toEqual([]);
  },
  DELAI_LIBREOFFICE_MS
);
