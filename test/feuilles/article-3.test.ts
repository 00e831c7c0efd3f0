import fc from "fast-check";
import {
  FEUILLES_DU_DOSSIER,
  estFormule,
  rassembler,
  type FormeDesFormules,
  type Matiere,
  type PlanDeFeuille,
  type Scalaire,
} from "../../src/feuilles";
import { ecrireXlsx, lireXlsx, planVersFeuille } from "../../src/fichier";
import {
  anneesDe,
  lireOperations,
  objectifsDuControle,
  suivre,
  type Avancement,
  type Operation,
} from "../../src/suivi";
import { adresseDe, lireTableaux, rangDeColonne } from "../../src/tableau";
import { controler } from "../outils/controler";
import { feuilleDe, feuilleDuPlan } from "../outils/feuille";
import {
  DELAI_LIBREOFFICE_MS,
  convertir,
  testAvecLibreOffice,
  testDImpression,
} from "../outils/libreoffice";
import { versionSignee } from "../outils/version-signee";
import { TYPES, attendusDe, lignesDuContrat, planSource, type TypeDeContrat } from "./contrats";

const FORMES: readonly FormeDesFormules[] = ["complement", "ordinaires", "valeurs"];

function matiereDe(
  type: TypeDeContrat,
  nombre: number,
  forme: FormeDesFormules = "ordinaires",
  feuille = "Source"
): Matiere {
  return rassembler(controler(feuilleDe(lignesDuContrat(type, nombre), feuille)), forme, true);
}

function planDe(matiere: Matiere, nom = "Article 3"): PlanDeFeuille {
  const feuille = FEUILLES_DU_DOSSIER.find(({ cle }) => cle === "article-3");
  if (!feuille) throw new Error("Le dossier n'a pas d'article 3.");
  return feuille.planifier(matiere, nom);
}

/** La première ligne à remplir : celle de la première validation. */
const premiereLigne = ({ validations = [] }: PlanDeFeuille): number =>
  Number(/^A(\d+)/.exec(validations[0]?.plage ?? "")?.[1]);

/** Le plan, dont l'agent a rempli la première liste. */
function remplir(plan: PlanDeFeuille, lignes: Scalaire[][]): PlanDeFeuille {
  const bloc = { ancre: `A${premiereLigne(plan)}`, contenus: lignes };
  return { ...plan, blocs: [...plan.blocs, ...(lignes.length > 0 ? [bloc] : [])] };
}

interface Saisie {
  commune: number;
  nom: string;
  nombres: (number | null)[];
  prevue: number | null;
  financee: number | null;
}

const saisie: fc.Arbitrary<Saisie> = fc.record({
  commune: fc.nat(50),
  nom: fc.stringMatching(/^[A-Z][a-z]{2,9}$/),
  nombres: fc.array(fc.option(fc.nat(40)), { minLength: 6, maxLength: 6 }),
  prevue: fc.option(fc.integer({ min: 2025, max: 2030 })),
  financee: fc.option(fc.integer({ min: 2026, max: 2029 })),
});

/** Dans l'ordre des colonnes de la feuille. */
function enLigne({ commune, nom, nombres, prevue, financee }: Saisie, noms: string[]): Scalaire[] {
  const choisie = noms[commune % (noms.length + 1)] ?? null;
  return [choisie, nom, "1 rue Haute", "AB 12", "Habitat", ...nombres, prevue, financee];
}

const nomsDe = ({ communes }: Matiere): string[] => communes.map(({ nom }) => nom);

test.each(TYPES)("%s : la feuille remplie se relit à l'identique", (type) => {
  const matiere = matiereDe(type, 6);
  const plan = planDe(matiere);
  fc.assert(
    fc.property(fc.array(saisie, { maxLength: 12 }), (saisies) => {
      const lignes = saisies.map((dite) => enLigne(dite, nomsDe(matiere)));
      const lu = lireOperations(feuilleDuPlan(remplir(plan, lignes)));
      expect(lu?.illisibles).toEqual([]);
      const relues = lu?.operations.map((operation: Operation): Scalaire[] => [
        operation.commune,
        operation.nom,
        operation.adresse,
        operation.cadastre,
        operation.maitreDOuvrage,
        ...(["logements", "sociaux", "plai", "plus", "pls", "accession"] as const).map(
          (nombre) => operation[nombre]
        ),
        operation.anneePrevue,
        operation.anneeFinancement,
      ]);
      expect(relues).toEqual(lignes);
      expect(lu?.operations.every(({ liste }) => liste === "principale")).toBe(true);
    }),
    { numRuns: 30 }
  );
});

test("la seconde liste se relit comme telle, et la synthèse n'est pas une liste", () => {
  const plan = planDe(matiereDe("mutualisant", 3));
  const [, seconde] = (plan.validations ?? [])
    .filter(({ regle }) => "textesDe" in regle)
    .map(({ plage }) => plage.split(":")[0] ?? "");
  const lu = lireOperations(
    feuilleDuPlan({
      ...plan,
      blocs: [...plan.blocs, { ancre: seconde ?? "", contenus: [["A", "Plus tard"]] }],
    })
  );
  expect(lu?.operations.map(({ nom, liste }) => [nom, liste])).toEqual([
    ["Plus tard", "ultérieure"],
  ]);
});

test.each(TYPES)("%s : vide, la feuille n'a ni opération, ni tableau à contrôler", (type) => {
  const feuille = feuilleDuPlan(planDe(matiereDe(type, 6)));
  expect(lireOperations(feuille)).toMatchObject({ operations: [], illisibles: [] });
  expect(lireTableaux(feuille).tableaux).toEqual([]);
});

const formulesDe = ({ blocs }: PlanDeFeuille): string[] =>
  blocs
    .flatMap(({ contenus }) => contenus.flat())
    .filter(estFormule)
    .map(({ formule }) => formule);

describe("les trois formes", () => {
  test.each(TYPES)("%s : les mêmes nombres", (type) => {
    const [une, ...autres] = FORMES.map((forme) => attendusDe(planDe(matiereDe(type, 6, forme))));
    expect(une?.size).toBeGreaterThan(60);
    for (const autre of autres) expect(autre).toEqual(une);
  });

  test("avec le complément, autant de formules pour 20 et pour 40 lignes de communes", () => {
    const combien = (nombre: number): number =>
      formulesDe(planDe(matiereDe("mutualisant", nombre, "complement"))).length;
    expect(combien(40)).toBe(combien(20));
  });

  test("ordinaires : sans le complément ; valeurs : les objectifs ne suivent plus le tableau, les sommes si", () => {
    const ordinaires = formulesDe(planDe(matiereDe("abaissant", 3, "ordinaires")));
    const valeurs = formulesDe(planDe(matiereDe("abaissant", 3, "valeurs")));
    expect(ordinaires.join()).toMatch(/'Source'!/);
    expect(valeurs.join()).not.toMatch(/'Source'!/);
    expect([...ordinaires, ...valeurs].filter((formule) => formule.includes("CMS."))).toEqual([]);
    expect(valeurs.filter((formule) => formule.includes("SUMIFS")).length).toBeGreaterThan(50);
  });
});

test("signés, les objectifs sont ceux de la version, en nombres", () => {
  const matiere = matiereDe("mutualisant", 2, "complement");
  const version = versionSignee(
    nomsDe(matiere).map((nom, rang) => ({ nom, objectif: 700 + rang, plai: 211, pls: 209 }))
  );
  const plan = planDe({ ...matiere, etat: { version, precedente: null } });
  const valeurs = [...attendusDe(plan).values()];
  expect(valeurs).toEqual(expect.arrayContaining([700, 701, 1401, 211, 422, 209, 418]));
  expect(formulesDe(plan).join()).not.toMatch(/'Source'!/);
  expect(plan.impression.piedDePage.gauche).toContain("signé le 30/06/2026");
});

test("les bulles tiennent dans Excel, et seule l'année d'avant la période est refusée", () => {
  const { validations = [] } = planDe(matiereDe("mutualisant", 40));
  for (const { invite, alerte = invite, regle } of validations) {
    for (const { titre, texte } of [invite, alerte]) {
      expect(titre.length).toBeLessThanOrEqual(32);
      expect(texte.length).toBeLessThanOrEqual(255);
    }
    if ("liste" in regle) expect(regle.liste.join().length).toBeLessThanOrEqual(255);
  }
  const bloquantes = validations.filter(({ bloquante }) => bloquante);
  expect(bloquantes.map(({ regle }) => regle)).toEqual([
    { entier: { min: 2026, max: 2099 } },
    { entier: { min: 2026, max: 2099 } },
  ]);
  const prevues = validations.filter(({ invite }) => invite.titre === "Année prévisionnelle");
  expect(prevues.map(({ regle }) => regle)).toEqual([
    { entier: { min: 2026, max: 2028 } },
    { entier: { min: 2029, max: 2099 } },
  ]);
  expect(prevues[0]?.alerte?.texte).toMatch(/sauf exceptions/i);
});

/** Ce que la synthèse doit montrer, dans son ordre : les objectifs, une année après l'autre, le financé, le reste. */
function mesures(avancement: Avancement): (number | null)[][] {
  const { objectif, plai, pls, annees, finances, aTrouver } = avancement;
  const reste = pls.maximum === null ? null : pls.maximum - pls.finances - pls.prevus;
  return [
    [objectif, plai.minimum, pls.maximum],
    ...annees.map((annee) => [annee.finances + annee.prevus]),
    [finances, plai.finances, pls.finances],
    [aTrouver, plai.aTrouver, reste],
  ];
}

testAvecLibreOffice(
  "LibreOffice calcule la synthèse comme le suivi, sans une erreur, vide comme remplie",
  async () => {
    const tirees = fc.sample(fc.array(saisie, { minLength: 12, maxLength: 12 }), {
      numRuns: 8,
      seed: 5,
    });
    const cas = TYPES.flatMap((type, i) =>
      [1, 3, 12].flatMap((nombre, j) =>
        [[], tirees[(2 * i + j) % tirees.length] ?? []].map((saisies, k) => {
          const rang = `${i}${j}${k}`;
          const source = `L'EPCI n° ${rang}`;
          const matiere = matiereDe(type, nombre, "ordinaires", source);
          const lignes = saisies.map((dite) => enLigne(dite, nomsDe(matiere)));
          const plan = remplir(planDe(matiere, `Article ${rang}`), lignes);
          return { matiere, plan, source: planSource(source, lignesDuContrat(type, nombre)) };
        })
      )
    );
    const feuilles = cas.flatMap(({ plan, source }) => [plan, source].map(planVersFeuille));
    const octets = await ecrireXlsx({ feuilles, noms: [], active: 0 });
    const relu = await lireXlsx(new Uint8Array(convertir(octets, "xlsx")));
    for (const { matiere, plan } of cas) {
      const cellules = relu.feuilles.find(({ nom }) => nom === plan.nom)?.cellules ?? [];
      const lues = new Map(
        cellules.map(({ ligne, colonne, valeur }) => [adresseDe(ligne, colonne), valeur])
      );
      expect([...lues.values()].filter((valeur) => typeof valeur === "object" && valeur)).toEqual(
        []
      );
      const { communes, total } = suivre({
        objectifs: objectifsDuControle(matiere.controle, matiere.plh),
        article3: lireOperations(feuilleDuPlan(plan)),
      });
      const lignes = communes.length > 1 ? [...communes, total] : communes;
      const debut = debutDeLaSynthese(plan);
      const nombre = (lettre: string, ligne: number): unknown => lues.get(`${lettre}${ligne}`);
      lignes.forEach((avancement, rang) =>
        mesures(avancement).forEach((attendus, mesure) => {
          const ligne = debut + mesure * lignes.length + rang;
          const estUnTotal = rang === communes.length;
          attendus.forEach((attendu, colonne) => {
            // Le total des PLS encore possibles additionne ce que chaque commune peut encore faire.
            const dernier = mesure === anneesDe(matiere.controle.bareme).length + 2;
            const voulu =
              estUnTotal && dernier && colonne === 2 && matiere.controle.type !== "arrondissements"
                ? avancement.pls.possibles
                : attendu;
            if (voulu === null) return;
            expect([plan.nom, ligne, colonne, nombre("GHJ"[colonne] ?? "", ligne)]).toEqual([
              plan.nom,
              ligne,
              colonne,
              voulu,
            ]);
          });
        })
      );
    }
  },
  DELAI_LIBREOFFICE_MS
);

/** La liste des communes que la grille propose est le premier bloc de la synthèse. */
function debutDeLaSynthese({ validations = [] }: PlanDeFeuille): number {
  const [regle] = validations.flatMap(({ regle: dite }) => ("textesDe" in dite ? [dite] : []));
  return Number(/\d+/.exec(regle?.textesDe ?? "")?.[0]);
}

async function pages(plan: PlanDeFeuille): Promise<number> {
  const octets = await ecrireXlsx({ feuilles: [planVersFeuille(plan)], noms: [], active: 0 });
  const pdf = convertir(octets, "pdf").toString("latin1");
  return [...pdf.matchAll(/\/Type\s*\/Page\b/g)].length;
}

testDImpression.each([
  [1, 2],
  [10, 5],
  [40, 11],
])(
  "imprimé par LibreOffice, %i commune(s) : %i pages, une de large",
  async (communes, attendu) => {
    expect(await pages(planDe(matiereDe("mutualisant", communes, "valeurs")))).toBe(attendu);
  },
  DELAI_LIBREOFFICE_MS
);

test("300 communes : des formules en nombre constant avec le complément, et les titres tiennent dans le volet figé", () => {
  const plan = planDe(matiereDe("mutualisant", 300, "complement"));
  expect(formulesDe(plan).length).toBeLessThan(300);
  const hautes = plan.styles
    .filter(
      ({ hauteur, plage }) =>
        hauteur !== undefined && Number(/\d+/.exec(plage)?.[0]) <= plan.lignesFigees
    )
    .reduce((somme, { hauteur = 0 }) => somme + hauteur, 0);
  expect(hautes).toBeLessThan(160);
  expect(rangDeColonne("Q")).toBe(plan.largeurs.length - 1);
});
