import {
  FEUILLES_DU_DOSSIER,
  rassembler,
  type FormeDesFormules,
  type Matiere,
  type PlanDeFeuille,
} from "../../src/feuilles";
import { ecrireXlsx, lireXlsx, planVersFeuille } from "../../src/fichier";
import {
  BAREMES,
  combienDePlaiAuMoins,
  combienDePlsAuPlus,
  quelleNotification,
} from "../../src/regles";
import { adresseDe, type ValeurDeCellule } from "../../src/tableau";
import { controler } from "../outils/controler";
import { feuilleDe, feuilleDuPlan } from "../outils/feuille";
import { DELAI_LIBREOFFICE_MS, convertir, testAvecLibreOffice } from "../outils/libreoffice";
import { versionSignee } from "../outils/version-signee";
import { TYPES, attendusDe, lignesDuContrat, planSource, type TypeDeContrat } from "./contrats";

const FORMES = ["complement", "ordinaires", "valeurs"] as const;

function planifier(matiere: Matiere, nom: string): PlanDeFeuille {
  const feuille = FEUILLES_DU_DOSSIER.find(({ cle }) => cle === "notifications");
  if (!feuille) throw new Error("Pas de feuille « notifications ».");
  return feuille.planifier(matiere, nom);
}

interface Options {
  forme?: FormeDesFormules;
  plh?: boolean | null;
  exemptees?: string[];
}

function planDe(
  lignes: ValeurDeCellule[][],
  { forme = "complement", plh = null, exemptees = [] }: Options = {}
): PlanDeFeuille {
  const matiere = rassembler(controler(feuilleDe(lignes, "Source"), { exemptees }), forme, plh);
  return planifier(matiere, "Notifications");
}

/** Les lignes de la feuille, par titre. */
function rangeesDe(plan: PlanDeFeuille): Record<string, ValeurDeCellule>[] {
  const [titres = [], ...rangees] = feuilleDuPlan(plan).cellules;
  return rangees.map((rangee) =>
    Object.fromEntries(
      titres.map(({ valeur }, j) => [
        typeof valeur === "string" ? valeur : "",
        rangee[j]?.valeur ?? null,
      ])
    )
  );
}

const ANNONCE = ["Contrat de mixité sociale sans aménagement 2026-2028"];
const TITRES = ["Commune", "Code INSEE", "LS manquants", "Écart (points)", "Objectifs 2026-2028"];

test("un titre par champ, court et sans ponctuation, puis une ligne par commune, sans fusion, vide ni total", () => {
  const plan = planDe(lignesDuContrat("mutualisant", 7));
  const titres = Object.keys(rangeesDe(plan)[0] ?? {});
  expect(titres).toEqual([
    "Commune",
    "Code INSEE",
    "EPCI",
    "Taux LS en pourcent",
    "Manquants",
    "Taux légal en pourcent",
    "Objectif légal",
    "Objectif retenu",
    "Objectif signé",
    "Taux retenu en pourcent",
    "PLAI au moins",
    "PLS au plus",
    "Base",
    "Article",
    "Période",
    "Inventaire",
    "Contrat",
    "Complet",
    "Source",
  ]);
  expect(titres.filter((titre) => /[^\p{L} ]/u.test(titre) || titre.length > 31)).toEqual([]);
  expect(rangeesDe(plan).map(({ Commune }) => Commune)).toEqual(
    lignesDuContrat("mutualisant", 7)
      .slice(2)
      .map(([nom]) => nom)
  );
  expect(plan.fusions).toEqual([]);
  expect(plan.lignesFigees).toBe(1);
});

test("les nombres d'une mutualisation sont ceux des règles", () => {
  const lignes = lignesDuContrat("mutualisant", 6);
  const rangees = rangeesDe(planDe(lignes));
  expect(rangees).toHaveLength(6);
  lignes.slice(2).forEach(([, manquants, ecart, retenu], rang) => {
    const regle = quelleNotification(
      Number(manquants),
      Number(ecart),
      "mutualisant",
      BAREMES["2026-2028"]
    );
    const plai = combienDePlaiAuMoins(Number(retenu));
    const pls = combienDePlsAuPlus(Number(retenu), null, true);
    expect(rangees[rang]).toMatchObject({
      Manquants: manquants,
      "Objectif légal": regle.ok && regle.legal,
      "Objectif retenu": retenu,
      "PLAI au moins": plai.ok && plai.valeur,
      "PLS au plus": pls.ok && pls.valeur,
      Base: "contrat mutualisant",
      Article: "art. L. 302-8, X, al. 2 et 4 du CCH",
      Période: "2026-2028",
      Inventaire: "01/01/2025",
      Complet: "oui",
    });
  });
  expect(rangees.map((rangee) => rangee["Taux légal en pourcent"])).toEqual([
    33, 50, 100, 50, 50, 33,
  ]);
});

test("le code INSEE garde son zéro et reste un texte ; un taux de logements sociaux est en pour-cent", () => {
  const [rangee] = rangeesDe(
    planDe([
      ANNONCE,
      [
        "Commune",
        "Code INSEE",
        "Taux de LS",
        "LS manquants",
        "Écart (points)",
        "Objectifs 2026-2028",
      ],
      ["Bourg-en-Bresse", 1053, 0.1534, 100, 4.66, 33],
      ["Amareins", "01004", 0.1, 100, 10, 33],
    ])
  );
  expect(rangee).toMatchObject({
    "Code INSEE": "01053",
    "Taux LS en pourcent": 15.34,
    "Taux retenu en pourcent": 33,
    Base: "objectif légal",
    Article: "art. L. 302-8, VII du CCH",
  });
});

describe("la base", () => {
  test.each<[string, ValeurDeCellule[], Record<string, unknown>]>([
    [
      "retenue au-dessus du légal, sans contrat qui l'aménage",
      ["A", "86001", 100, 5, 40],
      { Base: "objectif légal rehaussé", Article: "guide, annexes 1 et 2" },
    ],
    [
      "sans logement manquant",
      ["A", "86001", 0, 5, 0],
      { Base: "aucun logement manquant", "Objectif retenu": 0 },
    ],
  ])("%s", (_, commune, attendu) => {
    const autre = ["B", "86002", 200, 5, 66];
    const [rangee] = rangeesDe(planDe([ANNONCE, TITRES, commune, autre]));
    expect(rangee).toMatchObject(attendu);
  });

  test("d'une nouvelle entrante : son taux de droit, article VIII", () => {
    const [rangee] = rangeesDe(
      planDe([
        ANNONCE,
        [
          "Commune",
          "LS manquants",
          "Écart (points)",
          "Taux avant",
          "Objectifs 2026-2028",
          "Nouvelle entrante",
        ],
        ["A", 100, 5, 0.15, 15, "oui"],
        ["B", 100, 5, 0.33, 33, "non"],
      ])
    );
    expect(rangee).toMatchObject({
      Base: "objectif légal de nouvelle entrante",
      Article: "art. L. 302-8, VIII du CCH",
      "Taux légal en pourcent": 15,
    });
  });
});

test("un nombre inconnu laisse la cellule vide, et la commune se dit incomplète", () => {
  const lignes = lignesDuContrat("abaissant", 6);
  const [connue, , , , , sousDix] = rangeesDe(planDe(lignes));
  expect(connue).toMatchObject({ "PLS au plus": expect.any(Number) as number, Complet: "oui" });
  // 7,7 % de logements sociaux, et rien ne dit s'il y a un PLH.
  expect(sousDix).toMatchObject({ Complet: "non" });
  expect(sousDix?.["PLS au plus"]).toBeFalsy();
  const [, , , , , dite] = rangeesDe(planDe(lignes, { plh: false }));
  expect(dite).toMatchObject({ Complet: "oui", Base: "contrat abaissant" });
});

test("un contrat signé : l'objectif signé à côté de celui du tableau, et « non » s'ils diffèrent", () => {
  const lignes = lignesDuContrat("mutualisant", 3);
  const controle = controler(feuilleDe(lignes, "Source"));
  const [identique, autre] = controle.communes.map(({ nom, objectifApres }) => ({
    nom: nom.toUpperCase(),
    objectif: objectifApres ?? 0,
  }));
  if (!identique || !autre) throw new Error("Deux communes attendues.");
  const version = versionSignee([identique, { ...autre, objectif: autre.objectif + 1 }]);
  const signe = { version, precedente: null };
  const rangees = FORMES.map((forme) => {
    const matiere = rassembler({ ...controle, signe }, forme, null);
    return rangeesDe(planifier(matiere, "Notifications"));
  });
  expect(rangees[0]).toMatchObject([
    { "Objectif signé": identique.objectif, Contrat: "Signé le 30/06/2026", Complet: "oui" },
    { "Objectif signé": autre.objectif + 1, Complet: "non" },
    { "Objectif signé": null, Complet: "non" },
  ]);
  expect(rangees[1]).toEqual(rangees[0]);
  expect(rangees[2]).toEqual(rangees[0]);
});

test("une commune exemptée n'y est pas", () => {
  const lignes = lignesDuContrat("mutualisant", 3);
  const [nom] = lignes[2] ?? [];
  const rangees = rangeesDe(planDe(lignes, { exemptees: [String(nom)] }));
  expect(rangees.map(({ Commune }) => Commune)).toEqual(lignes.slice(3).map(([autre]) => autre));
});

test("Paris tient en une ligne : l'objectif est celui de la commune", () => {
  const rangees = rangeesDe(planDe(lignesDuContrat("arrondissements", 3), { plh: true }));
  expect(rangees).toEqual([
    expect.objectContaining({
      Commune: "Paris",
      "Objectif retenu": 141,
      "PLAI au moins": 43,
      "PLS au plus": 42,
      Manquants: null,
      Complet: "non",
    }),
  ]);
});

test("des données, jamais une décision", () => {
  for (const type of TYPES) {
    const textes = [...attendusDe(planDe(lignesDuContrat(type, 3))).values()].join(" ");
    expect(textes).not.toMatch(/décid|notifi|arrêt(é|e) |préfet/i);
  }
});

const NOMBRES = [1, 7, 40];
const CAS = TYPES.flatMap((type) => NOMBRES.map((nombre) => [type, nombre] as const));
const sansVides = (attendus: ReturnType<typeof attendusDe>) =>
  new Map([...attendus].filter(([, valeur]) => valeur !== ""));

test.each(CAS)("%s, %i : les trois formes attendent les mêmes cellules", (type, nombre) => {
  const [complement, ...autres] = FORMES.map((forme) =>
    sansVides(attendusDe(planDe(lignesDuContrat(type, nombre), { forme })))
  );
  expect(complement?.size).toBeGreaterThan(20);
  for (const autre of autres) expect(autre).toEqual(complement);
});

test.each(TYPES)("%s : autant de formules du complément pour 12 et pour 40 communes", (type) => {
  const nombreDe = (communes: number): number =>
    planDe(lignesDuContrat(type, communes), { plh: true }).blocs.filter(({ contenus }) =>
      contenus.flat().some((contenu) => typeof contenu === "object" && contenu !== null)
    ).length;
  expect(nombreDe(40)).toBe(nombreDe(12));
});

testAvecLibreOffice(
  "LibreOffice calcule comme les règles, aussi quand la source a changé, sans une erreur",
  async () => {
    const cas = CAS.map(([type, nombre], rang) => cellesDe(type, nombre, rang));
    const feuilles = cas.flatMap(({ plan, source }) => [plan, source].map(planVersFeuille));
    const relu = await lireXlsx(
      new Uint8Array(convertir(await ecrireXlsx({ feuilles, noms: [], active: 0 }), "xlsx"))
    );
    for (const { nom, attendus } of cas) {
      const cellules = relu.feuilles.find((feuille) => feuille.nom === nom)?.cellules ?? [];
      const lues = new Map(
        cellules.map(({ ligne, colonne, valeur }) => [adresseDe(ligne, colonne), valeur])
      );
      const ecarts = [...attendus].filter(([adresse, voulu]) => {
        const lu = lues.get(adresse) ?? null;
        return typeof voulu === "number"
          ? typeof lu !== "number" || Math.abs(lu - voulu) > 1e-9
          : (lu ?? "") !== voulu;
      });
      expect([nom, ecarts]).toEqual([nom, []]);
    }
  },
  DELAI_LIBREOFFICE_MS
);

/** Le plan vient de la source d'avant ; ce qu'il attend, de celle d'après. */
function cellesDe(type: TypeDeContrat, nombre: number, rang: number) {
  const source = `L'EPCI n° ${rang}`;
  const nom = `Notifications ${rang}`;
  const changees = lignesDuContrat(type, nombre, 60);
  const [plan, attendu] = [lignesDuContrat(type, nombre), changees].map((lignes) => {
    const controle = controler(feuilleDe(lignes, source));
    const matiere = rassembler(controle, "ordinaires", false);
    return planifier(matiere, nom);
  });
  if (!plan || !attendu) throw new Error("Deux plans attendus.");
  return { nom, plan, source: planSource(source, changees), attendus: attendusDe(attendu) };
}

test("relue comme un tableau, elle rend les mêmes objectifs", () => {
  for (const type of ["mutualisant", "abaissant", "sans aménagement"] as const) {
    const origine = controler(feuilleDe(lignesDuContrat(type, 7)));
    const relu = controler(feuilleDuPlan(planDe(lignesDuContrat(type, 7))));
    const objectifs = (controle: typeof origine) =>
      controle.communes.map(({ nom, deficit, objectifAvant, objectifApres }) => ({
        nom,
        deficit,
        objectifAvant,
        objectifApres,
      }));
    expect([type, objectifs(relu)]).toEqual([type, objectifs(origine)]);
  }
});
