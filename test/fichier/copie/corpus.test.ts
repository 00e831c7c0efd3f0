import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { lireXlsx, type ClasseurXlsx } from "../../../src/fichier";
import { copier, NATIF, VALEURS } from "./fabriques";

const CORPUS = join(__dirname, "../../classeurs");

/** Tout d'un classeur, sauf ses formules. */
function sansFormules({ feuilles, noms }: ClasseurXlsx) {
  const figees = feuilles.map((feuille) => ({
    ...feuille,
    cellules: feuille.cellules.map(({ ligne, colonne, valeur, style }) => ({
      ...{ ligne, colonne, valeur, style },
    })),
  }));
  return { figees, noms };
}

test("sur tout le corpus : en valeurs, les mêmes valeurs et les mêmes styles ; à formules natives, tout pareil", async () => {
  const fichiers = readdirSync(CORPUS, { recursive: true, encoding: "utf8" }).filter((nom) =>
    nom.endsWith(".xlsx")
  );
  expect(fichiers.length).toBeGreaterThanOrEqual(20);
  let figees = 0;
  for (const fichier of fichiers) {
    const original = new Uint8Array(readFileSync(join(CORPUS, fichier)));
    const lu = await lireXlsx(original).catch(() => undefined);
    if (!lu) continue;
    const { octets, changements, restes } = await copier(original, VALEURS);
    const copie = await lireXlsx(octets);
    expect(sansFormules(copie)).toEqual(sansFormules(lu));
    const formules = copie.feuilles.flatMap(({ cellules }) => cellules.filter((c) => c.formule));
    expect(formules).toHaveLength(restes.length);
    figees += changements.length;
    // Aucun n'appelle le complément.
    expect(await lireXlsx((await copier(original, NATIF)).octets)).toEqual(lu);
  }
  expect(figees).toBeGreaterThan(100);
}, 60_000);
