import type { Controle } from "../../src/controle";
import { phraserConstat } from "../../src/redaction";
import type { ValeurDeCellule } from "../../src/tableau";
import { controler } from "../outils/controler";
import { feuilleDe } from "../outils/feuille";

/** Un écart affiché d'un côté de 2 ou 4 points, et stocké de l'autre (arbitrage 5). */

const MANQUANTS = ["Commune", "LS manquants"];
const APRES = "Objectif 2026-2028 après mutualisation";

/** Une commune ; `affichees` remplace le texte de certaines cellules, par leur colonne. */
function commune(
  titres: string[],
  valeurs: ValeurDeCellule[],
  affichees: Record<number, string> = {}
): Controle {
  const feuille = feuilleDe([
    [...MANQUANTS, ...titres, APRES],
    ["Alpha", 1000, ...valeurs, 500],
  ]);
  for (const [colonne, texte] of Object.entries(affichees)) {
    const cellule = feuille.cellules[1]?.[Number(colonne)];
    if (cellule) cellule.texte = texte;
  }
  return controler(feuille, { plh: true, avisCnsru: true, accords: "tous" });
}

const signales = ({ constats }: Controle) =>
  constats.filter(({ code }) => code === "ecart-proche-d-une-borne");

describe("l'écart est une colonne", () => {
  test.each<[number, string, boolean]>([
    [4.004, "4,0", true],
    [4.004, "4,0 pts", true],
    [3.996, "4,0", false],
    [4.004, "4,004", false],
    [4.04, "4", true],
    [1.996, "2,0", true],
    [2.004, "2,0", false],
    [3.95, "4,05", true],
    [3.95, "4,06", false],
    [0.04, "0,0", false],
    [1.996, "n.d.", false],
  ])("%d affiché « %s » : signalé %s", (ecart, texte, signale) => {
    const dits = signales(commune(["Écart"], [ecart], { 2: texte }));
    expect(dits).toHaveLength(signale ? 1 : 0);
    for (const dit of dits)
      expect(dit).toMatchObject({
        gravite: "information",
        commune: "Alpha",
        adresse: "C2",
        valeurs: { ecart, affiche: texte },
      });
  });

  test("le taux dit est celui de la valeur stockée", () => {
    expect(signales(commune(["Écart"], [4.004], { 2: "4,0" }))).toMatchObject([
      { valeurs: { taux: 330_000 } },
    ]);
    expect(signales(commune(["Écart"], [1.996], { 2: "2,0" }))).toMatchObject([
      { valeurs: { taux: 1_000_000 } },
    ]);
  });

  test("sans logement manquant, rien à dire", () => {
    const feuille = feuilleDe([
      [...MANQUANTS, "Écart", APRES],
      ["Alpha", 0, 4.004, 0],
    ]);
    const cellule = feuille.cellules[1]?.[2];
    if (cellule) cellule.texte = "4,0";
    expect(signales(controler(feuille))).toEqual([]);
  });
});

describe("l'écart se calcule du taux légal et du taux de logements sociaux", () => {
  const TAUX = ["Taux légal", "Taux de LS"];
  test.each<[string, number, string, boolean]>([
    ["en pour-cent affiché", 0.20996, "21,0 %", true],
    ["en pour-cent affiché, assez de décimales", 0.20996, "20,996 %", false],
    ["en fraction affichée", 0.20996, "0,21", true],
    ["en fraction affichée, assez de décimales", 0.20996, "0,20996", false],
    ["du même côté", 0.2099, "21,0 %", true],
    ["loin de la borne", 0.18, "18 %", false],
    ["un texte sans nombre", 0.20996, "n.d.", false],
  ])("%s", (_, taux, texte, signale) => {
    const dits = signales(commune(TAUX, [0.25, taux], { 3: texte }));
    expect(dits).toHaveLength(signale ? 1 : 0);
    for (const dit of dits) expect(dit).toMatchObject({ valeurs: { affiche: texte } });
  });

  test("stocké en pour-cent", () => {
    const dits = signales(commune(TAUX, [25, 20.996], { 3: "21,0" }));
    expect(dits).toMatchObject([{ valeurs: { ecart: 4.004, affiche: "21,0" } }]);
  });

  test("un taux lui-même calculé du parc n'a pas d'affichage", () => {
    const parc = ["Taux légal", "Logements sociaux", "Résidences principales"];
    expect(signales(commune(parc, [0.25, 20_996, 100_000]))).toEqual([]);
  });
});

describe("l'écart saisi est contredit par les deux taux de sa ligne", () => {
  const TITRES = ["Taux légal", "Taux de LS", "Écart"];
  const contredits = ({ constats }: Controle) =>
    constats.filter(({ code }) => code === "ecart-contraire").map(({ gravite }) => gravite);

  test.each<[string, number, number, number, string[]]>([
    ["le même", 0.25, 0.2, 5, []],
    ["à l'arrondi d'affichage près", 0.25, 0.2096, 4.0, []],
    ["un autre taux de rattrapage", 0.25, 0.2, 3, ["erreur"]],
    ["une borne franchie", 0.25, 0.206, 4, ["erreur"]],
    ["un taux arrondi au point", 0.25, 0.21, 4.4, []],
    ["un autre écart, le même taux de rattrapage", 0.25, 0.12, 5, ["avertissement"]],
    ["un écart arrondi au point, le même taux", 0.25, 0.196, 5, []],
    ["un taux nul : une cellule vide, pour une fonction", 0.25, 0, 5, []],
    ["un taux au-dessus du taux légal", 0.2, 0.21, 3, ["erreur"]],
  ])("%s", (_, cible, taux, ecart, attendus) => {
    expect(contredits(commune(TITRES, [cible, taux, ecart]))).toEqual(attendus);
  });

  test("des taux qui affichent leur dixième ne sont pas arrondis au point", () => {
    const affichees = { 3: "21,0 %" };
    expect(contredits(commune(TITRES, [0.25, 0.21, 4.4], affichees))).toEqual(["erreur"]);
  });

  test("l'objectif légal est alors indéterminé : le bilan n'est pas conclu", () => {
    const { constats, totaux } = commune(TITRES, [0.25, 0.2, 3]);
    expect(totaux.avantLegal).toBeNull();
    expect(constats).toMatchObject([
      {
        code: "ecart-contraire",
        commune: "Alpha",
        adresse: "E2",
        article: "L. 302-8, VII",
        valeurs: { ecart: 3, selonLesTaux: 5 },
      },
    ]);
    const [constat] = constats;
    expect(constat && phraserConstat(constat).pourquoi.replace(/\s/g, " ")).toBe(
      "Le tableau porte 3 points ; le taux légal et le taux de logements sociaux de la ligne en donnent 5."
    );
  });

  test("des taux calculés ne contredisent pas un écart notifié", () => {
    const parc = ["Taux légal", "Logements sociaux", "Résidences principales", "Écart"];
    expect(contredits(commune(parc, [0.25, 2_000, 10_000, 3]))).toEqual([]);
  });
});
