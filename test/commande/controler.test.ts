import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { RapportDeFichier } from "../../src/commande/rapport";
import {
  INDEPENDANTS,
  controlerEnJson,
  dossierDEssai,
  ecrireClasseur,
  lancer,
  lisible,
} from "./terminal";

interface Attendu {
  contexte: object | null;
  verdict: RapportDeFichier["verdict"];
  tableaux: { feuille: string; plageDonnees: string; type: string; totaux: object }[];
}

const dossier = dossierDEssai();
const NOMS = readdirSync(INDEPENDANTS)
  .filter((fichier) => fichier.endsWith(".xlsx"))
  .map((fichier) => fichier.replace(".xlsx", ""));

/** Un écart de 4,00 points exactement est chez nous un avertissement (arbitrage 2) ; le corpus y voit une information. */
const PLUS_SEVERES: Record<string, Attendu["verdict"]> = {
  "02-cartouche-deux-lignes-colonnes-masquees": "avertissements seulement",
};

function attenduDe(nom: string): Attendu {
  const attendu = JSON.parse(readFileSync(join(INDEPENDANTS, `${nom}.json`), "utf8")) as Attendu;
  return { ...attendu, verdict: PLUS_SEVERES[nom] ?? attendu.verdict };
}

const CODES = { "non conforme": 1, illisible: 2 } as const;
const codeDe = (verdict: string): number => CODES[verdict as keyof typeof CODES] ?? 0;

/** Le contexte d'un classeur du corpus, écrit dans un fichier. */
function optionContexte(nom: string): string[] {
  const { contexte } = attenduDe(nom);
  if (contexte === null) return [];
  const fichier = join(dossier, `${nom}.json`);
  writeFileSync(fichier, JSON.stringify(contexte));
  return ["--contexte", fichier];
}

test("le corpus est là", () => {
  expect(NOMS.length).toBeGreaterThanOrEqual(10);
});

describe.each(NOMS)("%s", (nom) => {
  test("--json : le verdict, les tableaux et les totaux attendus, et le code de sortie", async () => {
    const attendu = attenduDe(nom);
    const { code, rapports, erreurs } = await controlerEnJson([
      `${nom}.xlsx`,
      ...optionContexte(nom),
    ]);
    expect(erreurs).toBe("");
    expect(code).toBe(codeDe(attendu.verdict));
    expect(rapports).toHaveLength(1);
    expect(rapports[0]).toMatchObject({ fichier: `${nom}.xlsx`, verdict: attendu.verdict });
    const resume = ({ feuille, plageDonnees, type, totaux }: Attendu["tableaux"][number]) =>
      JSON.stringify([feuille, plageDonnees, type, totaux]);
    expect((rapports[0]?.tableaux ?? []).map(resume as never).sort()).toEqual(
      attendu.tableaux.map(resume).sort()
    );
  });

  test("--json : la forme promise, et elle seule", async () => {
    const { rapports } = await controlerEnJson([`${nom}.xlsx`, ...optionContexte(nom)]);
    for (const rapport of rapports) {
      expect(Object.keys(rapport)).toEqual(["fichier", "verdict", "constats", "tableaux"]);
      for (const tableau of rapport.tableaux) {
        expect(Object.keys(tableau).join(" ")).toBe(
          "feuille plage plageDonnees type periode epci colonnes verdict totaux constats"
        );
        expect(Object.keys(tableau.totaux)).toEqual(["deficit", "avantLu", "avantLegal", "apres"]);
        expect(tableau.colonnes.commune).toMatch(/^[A-Z]{1,2}$/);
        expect(tableau.plage).toMatch(/^[A-Z]+\d+:[A-Z]+\d+$/);
      }
      for (const constat of [...rapport.constats, ...rapport.tableaux.flatMap((t) => t.constats)]) {
        expect(Object.keys(constat).join(" ")).toBe(
          "code gravite commune cellule valeurs message article"
        );
        expect(["erreur", "avertissement", "information"]).toContain(constat.gravite);
        expect(constat.message).toMatch(/^\S.*[.!?]$/s);
      }
    }
  });

  test("texte : le verdict en tête, et aucune ligne plus large que le terminal", async () => {
    const { sortie } = await lancer([`${nom}.xlsx`, ...optionContexte(nom)], { largeur: 80 });
    expect(sortie.split("\n")[0]).toBe(`${nom}.xlsx : ${attenduDe(nom).verdict}`);
    expect(Math.max(...sortie.split("\n").map((ligne) => ligne.length))).toBeLessThanOrEqual(80);
  });
});

test("texte : feuille, plage, EPCI, période, puis les constats par gravité, avec cellule, phrase et article", async () => {
  const { sortie } = await lancer(["09-planchers-loi-guide-et-accords.xlsx"]);
  expect(sortie).toMatch(
    new RegExp(
      [
        "Feuille « CMS mutualisant », A4:I10 : non conforme",
        "CA du Val de Sauldrine · 2023-2025 · mutualisant",
        "manquants : 1 562 ; avant, lu : 525 ; avant, légal : 525 ; après : 525",
        "Erreurs \\(2\\)",
        "G5  Sauldrine-Ville sous le plancher\\.[^]*\\(art\\. L\\. 302-8, X, al\\. 2 du CCH\\)",
        "Avertissements \\(2\\)",
        "G6  Bréchamel entre les deux planchers",
        "Informations",
      ].join("[^]*")
    )
  );
});

test("une condition sans réponse est une information, « …-a-confirmer »", async () => {
  const { rapports } = await controlerEnJson(["01-trame-officielle-mutualisation.xlsx"]);
  const constats = rapports[0]?.tableaux[0]?.constats ?? [];
  expect(constats.find(({ code }) => code === "plh-a-confirmer")).toMatchObject({
    gravite: "information",
    article: "L. 302-8, X, al. 5",
    commune: null,
  });
  expect(constats.find(({ code }) => code === "accord-a-confirmer")).toMatchObject({
    gravite: "information",
    commune: "Orvillers-la-Brume",
    cellule: "F8",
    valeurs: { avant: 33, apres: 79 },
  });
});

test("sans tableau : chaque feuille remplie dit ce qui lui manque", async () => {
  const { rapports } = await controlerEnJson(["15-projets-et-bilan-sans-article-2.xlsx"]);
  expect(rapports[0]).toMatchObject({ verdict: "illisible", tableaux: [] });
  const constats = rapports[0]?.constats ?? [];
  expect(constats.map(({ code }) => code)).toEqual(["aucun-tableau", "aucun-tableau"]);
  expect(lisible(constats[0]?.message ?? "")).toMatch(/Feuille « Article 3 »\. .*Il manque/);
});

describe("plusieurs fichiers", () => {
  const PROPRE = "01-trame-officielle-mutualisation.xlsx";
  const FAUX = "10-deux-periodes-objectif-legal-sous-estime.xlsx";

  test("un résumé d'une ligne par fichier ; le pire fait le code de sortie", async () => {
    const { code, sortie } = await lancer([PROPRE, FAUX]);
    expect(code).toBe(1);
    expect(sortie).toContain(
      `Résumé\n  à confirmer   ${PROPRE}\n  non conforme  ${FAUX}, 2 erreurs\n  2 fichiers : 1 à confirmer, 1 non conforme.`
    );
  });

  test("illisible l'emporte sur non conforme", async () => {
    expect((await lancer([FAUX, "absent.xlsx"])).code).toBe(2);
  });

  test("un seul fichier : pas de résumé", async () => {
    expect((await lancer([PROPRE])).sortie).not.toContain("Résumé");
  });

  test("les couleurs ne changent ni les mots ni les coupures", async () => {
    const { sortie } = await lancer([PROPRE, FAUX]);
    const { sortie: peinte } = await lancer([PROPRE, FAUX], { couleurs: true });
    expect(peinte).not.toBe(sortie);
    expect(peinte.replaceAll(/\p{Cc}\[\d+m/gu, "")).toBe(sortie);
  });
});

describe("par un vrai processus", () => {
  function npm(args: string[], env: NodeJS.ProcessEnv = {}) {
    const { status, stdout } = spawnSync("npm", ["run", "-s", "controler", "--", ...args], {
      cwd: join(__dirname, "../.."),
      encoding: "utf8",
      shell: process.platform === "win32",
      env: { ...process.env, ...env },
    });
    return { status, stdout };
  }

  test("npm run -s controler -- … --json : du JSON et rien d'autre, code 1", () => {
    const fichier = "test/classeurs/independants/10-deux-periodes-objectif-legal-sous-estime.xlsx";
    const { status, stdout } = npm([fichier, "--json"]);
    const rapports = JSON.parse(stdout) as RapportDeFichier[];
    expect(rapports).toMatchObject([{ fichier, verdict: "non conforme" }]);
    expect(status).toBe(1);
  });

  test("sans terminal, pas de couleurs ; code 2 pour un fichier absent", () => {
    const { status, stdout } = npm(["absent.xlsx"], { FORCE_COLOR: "1" });
    expect(status).toBe(2);
    expect(lisible(stdout)).toMatch(/^absent\.xlsx : illisible\n/);
  });

  test("le découpage officiel s'y charge : une commune hors de l'EPCI est dite", async () => {
    const fichier = join(dossier, "poitiers.xlsx");
    await ecrireClasseur(fichier, [
      ["EPCI : CU du Grand Poitiers"],
      ["Commune", "LLS manquants", "Écart", "Objectifs 2026-2028 après mutualisation"],
      ["Chauvigny", 500, 5, 165],
      ["Niort", 300, 5, 99],
    ]);
    expect(npm([fichier, "--json"]).stdout).toContain('"hors-epci"');
  });
});
