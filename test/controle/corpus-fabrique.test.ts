import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { feuilleLue } from "../../src/commande/feuille-lue";
import { controlerLecture } from "../../src/controle";
import { ecrireXlsx, lireXlsx, type FeuilleXlsx } from "../../src/fichier";
import { lireTableaux } from "../../src/tableau";
import { comparer, controleDe, Corpus } from "../outils/corpus";
import { convertir, DELAI_LIBREOFFICE_MS, testAvecLibreOffice } from "../outils/libreoffice";

/** Les classeurs d'outils/fabriquer-classeurs.mjs ; l'attendu, écrit à la main, y donne aussi les codes, informations comprises. */
const CORPUS = new Corpus("fabriques");
const NOMS = CORPUS.noms();

describe.each(NOMS)("%s", (nom) => {
  const attendu = CORPUS.attendu(nom);

  test("verdict, sommes, erreurs et avertissements", async () => {
    comparer(await CORPUS.controler(nom, attendu.contexte), attendu);
  });

  test("codes, informations comprises", async () => {
    const { constats, controles } = await CORPUS.controler(nom, attendu.contexte);
    expect(constats.map(({ code }) => code).sort()).toEqual([...(attendu.duClasseur ?? [])].sort());
    for (const tableau of attendu.tableaux)
      expect(controleDe(controles, tableau)?.constats.map(enCourt).sort()).toEqual(
        tableau.constats.map(enCourt).sort()
      );
  });
});

function enCourt(constat: { gravite: string; code?: string; commune?: string | null }): string {
  return `${constat.gravite} ${constat.code} ${constat.commune ?? ""}`;
}

test("chaque code de constat s'y rencontre", () => {
  const source = readFileSync("src/controle/constat.ts", "utf8");
  const codes = [...source.matchAll(/code: "([a-z0-9-]+)"/g)].map(([, code]) => code);
  const rencontres = NOMS.flatMap((nom) => {
    const { duClasseur = [], tableaux } = CORPUS.attendu(nom);
    return [...duClasseur, ...tableaux.flatMap(({ constats }) => constats.map(({ code }) => code))];
  });
  expect(codes.length).toBeGreaterThan(50);
  expect(codes.filter((code) => !rencontres.includes(code))).toEqual([]);
});

test("huit classeurs au moins sont propres : rien au-dessus de l'information", () => {
  const propres = NOMS.map((nom) => CORPUS.attendu(nom)).filter(
    ({ verdict }) => verdict === "conforme" || verdict === "à confirmer"
  );
  expect(propres.length).toBeGreaterThanOrEqual(8);
});

test("les fichiers sont ceux de leurs recettes, à l'octet près", () => {
  execFileSync(process.execPath, ["outils/fabriquer-classeurs.mjs", "--verifier"]);
});

/** Toutes les feuilles du corpus, sous des noms distincts. */
async function toutesLesFeuilles(): Promise<FeuilleXlsx[]> {
  const classeurs = await Promise.all(NOMS.map((nom) => lireXlsx(CORPUS.octets(nom))));
  return classeurs.flatMap(({ feuilles }, rang) =>
    feuilles.map((feuille) => ({ ...feuille, nom: `${feuille.nom} (${rang})` }))
  );
}

testAvecLibreOffice(
  "LibreOffice les ouvre et les enregistre : le contrôle n'y change pas",
  async () => {
    const dits = (feuilles: readonly FeuilleXlsx[]): string[] =>
      feuilles.flatMap((feuille) =>
        controlerLecture(lireTableaux(feuilleLue(feuille))).controles.flatMap(({ constats }) =>
          constats.map((dit) => `${feuille.nom} ${dit.adresse ?? ""} ${enCourt(dit)}`)
        )
      );
    const feuilles = await toutesLesFeuilles();
    const octets = await ecrireXlsx({ feuilles, noms: [], active: 0 });
    const enregistre = await lireXlsx(convertir(octets, "xlsx"));
    expect(dits(enregistre.feuilles).sort()).toEqual(dits(feuilles).sort());
  },
  DELAI_LIBREOFFICE_MS
);
