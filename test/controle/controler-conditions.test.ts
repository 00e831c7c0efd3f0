import type { ContexteDeControle, Controle } from "../../src/controle";
import type { ValeurDeCellule } from "../../src/tableau";
import { controler } from "../outils/controler";
import { feuilleDe } from "../outils/feuille";

/** L'accord qu'une commune relevée doit donner (X, al. 4). */

const mutualisation = (
  bravo: ValeurDeCellule[],
  contexte: ContexteDeControle = { accords: null }
): Controle =>
  controler(
    feuilleDe([
      ["Contrat mutualisant 2026-2028"],
      ["Commune", "LS manquants", "Écart", "Objectif avant", "Objectif après"],
      ["Alpha", 500, 5, 165, 165],
      ["Bravo", ...bravo],
    ]),
    { plh: true, avisCnsru: true, ...contexte }
  );
const accords = ({ conditions }: Controle): unknown[] =>
  conditions.filter(({ code }) => code === "accord");

describe("l'accord", () => {
  test.each<[string, ValeurDeCellule[], unknown[]]>([
    // 33 % de 101 : 33,33, soit 33 au plus proche et 34 à l'entier supérieur.
    ["« avant » arrondi au plus proche, « après » à l'objectif légal", [101, 5, 33, 34], []],
    ["« avant » et « après » arrondis au plus proche", [101, 5, 33, 33], []],
    [
      "« avant » arrondi, « après » au-dessus de l'objectif légal",
      [101, 5, 33, 35],
      [{ commune: "Bravo", avant: 33, apres: 35 }],
    ],
    ["« avant » non arrondi", [101, 5, 33.33, 34], []],
    ["sans logement manquant, l'erreur suffit", [0, 0, 0, 20], []],
  ])("%s", (_, bravo, attendus) => {
    expect(accords(mutualisation(bravo))).toMatchObject(attendus);
    expect(accords(mutualisation(bravo))).toHaveLength(attendus.length);
  });

  test("refusé, il n'empêche pas de revenir à l'objectif légal", () => {
    const { constats } = mutualisation([101, 5, 33, 34], { accords: [], refus: ["Bravo"] });
    expect(constats.map(({ code }) => code)).toEqual(["objectif-avant-arrondi"]);
  });
});
