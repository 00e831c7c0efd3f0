import { estFormule, type PlanDeFeuille } from "../../src/feuilles";
import { ecrireXlsx, lireXlsx, planVersFeuille } from "../../src/fichier";
import {
  combienDeManquants,
  quelTauxDAtteinte,
  quelTauxDeLogementsSociaux,
  quelleProjection,
  quellePartSociale,
  quelleTension,
} from "../../src/regles";
import {
  convertir,
  DELAI_LIBREOFFICE_MS,
  testAvecLibreOffice,
  testDImpression,
} from "../outils/libreoffice";
import { attendusDe, planSource } from "./contrats";
import {
  caseDe,
  lecteur,
  lignesCompletes,
  planDe,
  rangeeDe,
  remplir,
  type Releve,
} from "./relever-volet-1";

const NOMBRES = [1, 3, 40, 300];
const ANNEES = 12;

const formulesDe = (plan: PlanDeFeuille): string[] =>
  plan.blocs
    .flatMap(({ contenus }) => contenus.flat())
    .filter(estFormule)
    .map(({ formule }) => formule);

const suite = (de: number, pas: number, nombre = ANNEES): number[] =>
  Array.from({ length: nombre }, (_, i) => de + pas * i);

/** Onze inventaires, car le tableau source donne le douzième, et quatre périodes. */
const RELEVE = {
  "Résidences principales au": suite(8_000, 170, 11),
  "Logements sociaux au": suite(900, 41, 11),
  "Logements autorisés": suite(210, 3),
  "Logements locatifs sociaux financés": suite(20, 6),
  "Bilans triennaux : objectif": [120, 140, 160, 170, 90, 150, 100, 171, 30, 60, 40, 55],
  "Bilans triennaux : dont PLS": [20, 25, 30, 35, 0.3, null, 0.5, null, "Oui", "Non", "Oui", "Non"],
  "Modes de production": [10, 40, 50, 90, 60, 80, 30, 60, 20, 30, 20, 21],
  "Le parc social": [900, 120, 33, 300, 500, 253, 100, 400, 553, 6.4, 0.012, 0.083],
  "La demande locative": [812, 640, 97, 31.5, 250, 400, 420, 210, 11, 64],
} satisfies Releve;

describe("le plan", () => {
  test.each(NOMBRES)(
    "%i commune(s) : les repères tiennent les années et les périodes de la trame",
    (nombre) => {
      const plan = planDe(lignesCompletes(nombre));
      const lue = (adresse: string) => attendusDe(plan).get(adresse) ?? "";
      expect(rangeeDe(plan, lue, "Inventaire au 1er janvier")).toEqual(suite(2014, 1));
      expect(rangeeDe(plan, lue, "Bilans triennaux SRU").filter((v) => v !== "")).toEqual([
        "2014-2016",
        "2017-2019",
        "2020-2022",
        "2023-2025",
      ]);
      expect(plan.graphiques).toHaveLength(6);
      expect(new Set(plan.graphiques?.map(({ plage }) => plage)).size).toBe(6);
    }
  );

  test("le dernier inventaire vient du tableau contrôlé, par le nom de la commune ; rien d'autre n'est rempli", () => {
    const plan = planDe(lignesCompletes(3));
    const lue = (adresse: string) => attendusDe(plan).get(adresse) ?? "";
    const seul = (valeur: number) => [...Array.from({ length: ANNEES - 1 }, () => ""), valeur];
    expect(rangeeDe(plan, lue, "Résidences principales")).toEqual(seul(10_000));
    expect(rangeeDe(plan, lue, "Logements sociaux")).toEqual(seul(1_400));
    expect(rangeeDe(plan, lue, "Taux de logements sociaux")).toEqual(seul(0.14));
    expect(rangeeDe(plan, lue, "Logements sociaux manquants")).toEqual(seul(600));
    expect(rangeeDe(plan, lue, "Objectifs").join("")).toBe("");
    const formule = formulesDe(plan).find(
      (texte) => texte.includes("MATCH(") && texte.includes("$B$3")
    );
    expect(formule).toMatch(/'Source'!\$A\$3:\$A\$5,0/);
  });

  test("avant la loi 3DS, l'inventaire de référence n'est pas vérifié : rien n'est repris", () => {
    const lignes = lignesCompletes(2).map((ligne) =>
      ligne.map((c) => (typeof c === "string" ? c.replaceAll("2026-2028", "2020-2022") : c))
    );
    const plan = planDe(lignes);
    expect(
      rangeeDe(plan, (a) => attendusDe(plan).get(a) ?? "", "Résidences principales").join("")
    ).toBe("");
    expect(plan.largeurs).toHaveLength(7);
  });

  test("la liste propose chaque commune une fois, homonymes compris", () => {
    const lignes = lignesCompletes(3);
    lignes[4] = ["L'Haÿ-d'en-Haut", 9_000, 500, 0.2, 1_300, 429];
    const plan = planDe(lignes);
    const [choix] = plan.validations ?? [];
    expect(choix).toMatchObject({ plage: "B2", alerte: { titre: "Commune inconnue" } });
    const premiere = caseDe(plan, "Résidences principales au", 0, -1);
    const derniere = caseDe(plan, "Résidences principales au", 2, -1);
    expect(choix?.regle).toEqual({ textesDe: `${premiere}:${derniere}` });
    expect(attendusDe(plan).get(derniere)).toBe("L'Haÿ-d'en-Haut (2)");
  });

  test("une commune seule n'a ni liste ni rang à chercher", () => {
    const plan = planDe(lignesCompletes(1));
    expect(plan.validations?.filter(({ regle }) => "textesDe" in regle)).toEqual([]);
    expect(formulesDe(plan).filter((texte) => texte.includes("EXACT("))).toEqual([]);
  });

  test.each(NOMBRES)(
    "%i commune(s) : sans complément, aucune fonction CMS ni formule trop longue",
    (nombre) => {
      expect(formulesDe(planDe(lignesCompletes(nombre), "complement")).join()).toMatch(
        /CMS\.MANQUANTS/
      );
      for (const forme of ["ordinaires", "valeurs"] as const) {
        const formules = formulesDe(planDe(lignesCompletes(nombre), forme));
        expect(formules.filter((texte) => /CMS/i.test(texte) || texte.length > 8192)).toEqual([]);
      }
    }
  );

  test("en valeurs, plus rien ne vient du tableau source, et les repères suivent toujours la grille", () => {
    const formules = formulesDe(planDe(lignesCompletes(3), "valeurs"));
    expect(formules.filter((texte) => texte.includes("Source"))).toEqual([]);
    expect(formules.length).toBeGreaterThan(300);
  });

  test("les formules ne dépendent du nombre de communes que par celles du dernier inventaire", () => {
    const compter = (nombre: number) => formulesDe(planDe(lignesCompletes(nombre))).length;
    const reprises = 4;
    expect(compter(300) - compter(40)).toBe(reprises * 260);
    expect(planDe(lignesCompletes(300)).styles).toHaveLength(
      planDe(lignesCompletes(40)).styles.length
    );
  });
});

/** Un classeur de plusieurs plans, recalculé par LibreOffice : les cellules de chacun. */
async function recalculer(cas: readonly { plan: PlanDeFeuille; source: PlanDeFeuille }[]) {
  const feuilles = cas.flatMap(({ plan, source }) => [plan, source].map(planVersFeuille));
  const octets = await ecrireXlsx({ feuilles, noms: [], active: 0 });
  const relu = await lireXlsx(new Uint8Array(convertir(octets, "xlsx")));
  return cas.map(({ plan }) => relu.feuilles.find(({ nom }) => nom === plan.nom)?.cellules ?? []);
}

const CAS = [
  ["vide, 1 commune", 1, null, 0],
  ["vide, 40 communes", 40, null, 0],
  ["remplie, 1 commune", 1, RELEVE, 0],
  ["remplie, la 1re de 3", 3, RELEVE, 0],
  ["remplie, la 2e de 4, dont le nom est une formule", 4, RELEVE, 1],
  ["remplie, la dernière de 4, dont le nom a des jokers", 4, RELEVE, 3],
  ["remplie, la 300e de 300", 300, RELEVE, 299],
  ["remplie, la 2e de 3, le tableau source trié autrement", 3, RELEVE, 1],
  ["une commune inconnue", 3, RELEVE, -1],
] as const;

describe("LibreOffice recalcule", () => {
  let cellules: Awaited<ReturnType<typeof recalculer>> = [];
  const plans = CAS.map(([, nombre, releve, rang], i) => {
    const lignes = lignesCompletes(nombre);
    const plan = planDe(lignes, "ordinaires", { nom: `Volet ${i}`, source: `Source ${i}` });
    const remplie = releve ? remplir(plan, Math.max(0, rang), releve) : plan;
    const nom = rang < 0 ? "Ailleurs" : (lignes[2 + rang]?.[0] ?? "");
    const choisie = { ...remplie, blocs: [...remplie.blocs, { ancre: "B2", contenus: [[nom]] }] };
    const triees = [...lignes.slice(0, 2), ...lignes.slice(2).reverse()];
    const source = CAS[i]?.[0].includes("trié") ? triees : lignes;
    return { plan: choisie, source: planSource(`Source ${i}`, source) };
  });

  testAvecLibreOffice(
    "sans une erreur, et comme les règles",
    async () => {
      cellules = await recalculer(plans);
      CAS.forEach(([cas, , releve, rang], i) => {
        const erreurs = (cellules[i] ?? []).filter(
          (c) => c.valeur !== null && typeof c.valeur === "object"
        );
        expect([cas, erreurs]).toEqual([cas, []]);
        const { plan } = plans[i] ?? plans[0]!;
        const lue = lecteur(cellules[i] ?? []);
        const rangee = (libelle: string) => rangeeDe(plan, lue, libelle);
        if (rang < 0) {
          expect(rangee("Résidences principales").join("")).toBe("");
          expect(rangee("Objectifs").join("")).toBe("");
          expect(lue("F2")).toMatch(/^Commune inconnue/);
          return;
        }
        expect(rangee("Résidences principales").at(-1)).toBe(10_000 + 137 * rang);
        if (releve) verifier(rangee, lue, plan, rang);
        else expect(rangee("Part dans la croissance").join("")).toBe("");
      });
    },
    DELAI_LIBREOFFICE_MS
  );
});

function verifier(
  rangee: (libelle: string) => unknown[],
  lue: (adresse: string) => unknown,
  plan: PlanDeFeuille,
  rang: number
): void {
  const rp = [...RELEVE["Résidences principales au"], 10_000 + 137 * rang];
  const ls = [...RELEVE["Logements sociaux au"], 1_400 + 3 * rang];
  const proches = (lus: unknown[], attendus: readonly (number | string)[]) =>
    expect(lus.map((lu) => (typeof lu === "number" ? Number(lu.toPrecision(10)) : lu))).toEqual(
      attendus.map((a) => (typeof a === "number" ? Number(a.toPrecision(10)) : a))
    );
  const valeur = (resultat: { ok: boolean; valeur?: number }) =>
    resultat.ok ? (resultat.valeur ?? "") : "";

  proches(
    rangee("Taux de logements sociaux"),
    rp.map((n, i) => valeur(quelTauxDeLogementsSociaux(ls[i] ?? 0, n)))
  );
  const manquants = rp.map((n, i) => valeur(combienDeManquants(ls[i] ?? 0, n, 0.2)));
  // Le dernier est notifié.
  proches(rangee("Logements sociaux manquants"), [...manquants.slice(0, -1), 600 + 2 * rang]);
  const ecart = (serie: number[], i: number, pas = 1) => (serie[i] ?? 0) - (serie[i - pas] ?? 0);
  const croissance = rp.map((_, i) =>
    i === 0 ? "" : valeur(quellePartSociale(ecart(ls, i), ecart(rp, i)))
  );
  proches(rangee("Part dans la croissance"), croissance);
  const autorises = RELEVE["Logements autorisés"].map(
    (n, i) => (RELEVE["Logements locatifs sociaux financés"][i] ?? 0) / n
  );
  proches(rangee("Part dans les autorisés"), autorises);
  proches(
    rangee("Sous le taux cible"),
    autorises.map((part, i) => {
      const autre = croissance[i];
      return part < 0.2 || (typeof autre === "number" && autre < 0.2) ? "oui" : "non";
    })
  );
  const bilans = RELEVE["Bilans triennaux : objectif"];
  const parPeriode = (calcul: (p: number) => number | string) =>
    suite(0, 1).map((c) => (c % 3 === 0 ? calcul(c / 3) : ""));
  proches(
    rangee("Taux d’atteinte"),
    parPeriode((c) => valeur(quelTauxDAtteinte(bilans[c] ?? 0, bilans[c + 4] ?? 0)))
  );
  proches(
    rangee("% de PLAI"),
    parPeriode((c) => (bilans[c + 8] ?? 0) / (bilans[c + 4] ?? 1))
  );
  const modes = RELEVE["Modes de production"];
  const total = (c: number) => (modes[c] ?? 0) + (modes[c + 4] ?? 0) + (modes[c + 8] ?? 0);
  proches(
    rangee("Part : VEFA"),
    parPeriode((c) => (modes[c] ?? 0) / total(c))
  );

  const projetee = quelleProjection(
    ls.at(-1) ?? 0,
    rp.at(-1) ?? 0,
    ecart(rp, 11, 3) / 3,
    ecart(ls, 11, 3) / ecart(rp, 11, 3),
    ANNEES
  );
  // La règle arrondit la croissance et la part au millionième.
  const taux = projetee.ok ? projetee.taux : [];
  rangee("Taux projeté").forEach((lu, i) => expect(lu).toBeCloseTo(taux[i] ?? NaN, 6));
  expect(taux).toHaveLength(ANNEES);

  const tension = quelleTension(812, 97);
  const affichees = plan.largeurs.map((_, colonne) =>
    lue(`${"ABCDEFGHIJKLM"[colonne]}${ligneDe(plan, "Logements T1 et T2")}`)
  );
  expect(affichees).toContainEqual(expect.closeTo(tension.ok ? tension.valeur : NaN, 10));
  expect(affichees).toContainEqual(expect.closeTo(300 / 1053, 10));
}

function ligneDe(plan: PlanDeFeuille, libelle: string): number {
  const [adresse = ""] = [...attendusDe(plan)].find(([, texte]) => texte === libelle) ?? [];
  return Number(/\d+/.exec(adresse)?.[0]);
}

testDImpression.each([1, 40])(
  "imprimé par LibreOffice, %i commune(s) : trois pages, sans la grille",
  async (nombre) => {
    const plan = planDe(lignesCompletes(nombre));
    const octets = await ecrireXlsx({ feuilles: [planVersFeuille(plan)], noms: [], active: 0 });
    const pdf = convertir(octets, "pdf").toString("latin1");
    expect([...pdf.matchAll(/\/Type\s*\/Page\b/g)]).toHaveLength(3);
  },
  DELAI_LIBREOFFICE_MS
);
