import { ecrirePlan, ecrireValeurs, lireFeuille, type ValeurAEcrire } from "../../src/classeur";
import { proposerRepartition } from "../../src/controle";
import { planRapport } from "../../src/feuilles";
import { valeursAEcrire } from "../../src/volet/repartition/valeurs-a-ecrire";
import { controler } from "../outils/controler";
import { PLAQUETTE } from "../outils/feuille-lue";
import { demarrerBanc, type Banc } from "./banc";

let banc: Banc;

/** Il manque un logement ; la commune B porte son taux après, saisi à la main. */
const LIGNES = PLAQUETTE.map((ligne, i) => {
  const taux = ["Taux de rattrapage après mutualisation", 0.17, 0.6, null][i - 1] ?? null;
  return [...ligne.slice(0, 5), ...Array<null>(5 - Math.min(5, ligne.length)).fill(null), taux].map(
    (valeur) => (valeur === 179 ? 178 : valeur)
  );
});

async function demarrer(lignes: (string | number | null)[][] = LIGNES): Promise<void> {
  banc = await demarrerBanc({ feuilles: { "Ma feuille": lignes } });
}

afterEach(() => {
  jest.restoreAllMocks();
  banc.fermer();
});

async function preparer(): Promise<ValeurAEcrire[]> {
  const proposition = proposerRepartition(controler(await lireFeuille()), "guide");
  if (!proposition.possible) throw new Error("Aucune proposition");
  const { objectifs, taux } = valeursAEcrire(proposition.communes);
  banc.fil.vider();
  return [...objectifs, ...taux];
}

const contenu = (): unknown => ({ ...banc.instantane(), styles: null });

test("la répartition écrite, puis recontrôlée, est équilibrée : deux allers-retours", async () => {
  await demarrer();
  expect(controler(await lireFeuille()).totaux.marge).toBe(-1);
  expect(await ecrireValeurs("Ma feuille", await preparer())).toEqual({ faite: true });
  expect(banc.fil.nombre).toBe(2);

  const controle = controler(await lireFeuille());
  expect(controle.totaux).toMatchObject({ apres: 264, marge: 0 });
  expect(await banc.lire("E3")).toBe(86);
  expect(await banc.lire("F3")).toBeCloseTo(86 / 500);
  // Rien d'autre n'a changé : la commune B garde son objectif, et son taux faux.
  expect([await banc.lire("E4"), await banc.lire("F4")]).toEqual([178, 0.6]);
});

test("une seule annulation rend le tableau", async () => {
  await demarrer();
  const avant = [await banc.lire("E3"), await banc.lire("F3")];
  await ecrireValeurs("Ma feuille", await preparer());
  banc.annuler();
  expect([await banc.lire("E3"), await banc.lire("F3")]).toEqual(avant);
});

test("une formule n'est jamais écrasée en silence", async () => {
  await demarrer();
  banc.saisir("E3", "=80+5");
  await banc.calcule();
  const valeurs = await preparer();
  const avant = contenu();
  expect(await ecrireValeurs("Ma feuille", valeurs)).toEqual({
    faite: false,
    gardees: [{ adresse: "E3", motif: "formule", contenu: "85" }],
  });
  expect(banc.fil.nombre).toBe(1);
  expect(contenu()).toEqual(avant);

  expect(await ecrireValeurs("Ma feuille", valeurs, true)).toEqual({ faite: true });
  expect(await banc.lire("E3")).toBe(86);
});

test("une cellule qui a changé depuis la lecture n'est pas écrasée, même si l'on remplace les formules", async () => {
  await demarrer();
  const valeurs = await preparer();
  banc.saisir("E3", "90");
  expect(await ecrireValeurs("Ma feuille", valeurs, true)).toEqual({
    faite: false,
    gardees: [{ adresse: "E3", motif: "changee", contenu: "90" }],
  });
  expect(await banc.lire("E3")).toBe(90);
});

test("un morceau de cellule fusionnée n'est pas écrit", async () => {
  await demarrer();
  await Excel.run(async (context) => {
    const feuille = context.workbook.worksheets.getItem("Ma feuille");
    feuille.getRange("E3:E4").merge();
    await context.sync();
  });
  const valeurs = [{ adresse: "E4", valeur: 179, lue: null }];
  expect(await ecrireValeurs("Ma feuille", valeurs)).toMatchObject({
    faite: false,
    gardees: [{ adresse: "E4", motif: "fusionnee" }],
  });
});

test("cellules séparées, texte, vide et erreur : chacune comparée à ce qui a été lu", async () => {
  await demarrer([["a"], ["165 lgts"], [null], ["=1/0"], ["VRAI"]]);
  const valeurs = [
    { adresse: "A2", valeur: 165, lue: "165 lgts" },
    { adresse: "A3", valeur: 2, lue: null },
    { adresse: "A5", valeur: 4, lue: true },
  ];
  expect(await ecrireValeurs("Ma feuille", valeurs)).toEqual({ faite: true });
  const erreur = { adresse: "A4", valeur: 3, lue: { erreur: "#DIV/0!" } };
  expect(await ecrireValeurs("Ma feuille", [erreur])).toMatchObject({
    gardees: [{ adresse: "A4", motif: "formule" }],
  });
  expect([await banc.lire("A2"), await banc.lire("A3"), await banc.lire("A5")]).toEqual([
    165, 2, 4,
  ]);
});

test("une panne à n'importe quelle opération laisse la feuille comme elle était", async () => {
  await demarrer();
  const avant = contenu();
  const valeurs = await preparer();
  let rang = 0;
  for (;;) {
    const panne = banc.panne(rang, "AccessDenied");
    const essai = await ecrireValeurs("Ma feuille", valeurs).catch((erreur: unknown) => erreur);
    if (!panne.declenchee) break;
    expect(essai).toMatchObject({ code: "AccessDenied" });
    expect(contenu()).toEqual(avant);
    rang += 1;
  }
  expect(rang).toBeGreaterThan(5);
  expect(await banc.lire("E3")).toBe(86);
});

test("un texte remis après une panne reste un texte", async () => {
  await demarrer([
    ["x", null, "y"],
    ["'165", null, 2],
  ]);
  const valeurs = [
    { adresse: "A2", valeur: 165, lue: "165" },
    { adresse: "C2", valeur: 3, lue: 2 },
  ];
  let rang = 0;
  for (;;) {
    const panne = banc.panne(rang, "AccessDenied");
    await ecrireValeurs("Ma feuille", valeurs).catch(() => undefined);
    if (!panne.declenchee) break;
    expect(await banc.lire("A2")).toBe("165");
    rang += 1;
  }
  expect(await banc.lire("A2")).toBe(165);
});

test("sans groupe d'annulation, l'écriture se fait quand même", async () => {
  await demarrer();
  const valeurs = await preparer();
  const lancer = Excel.run.bind(Excel);
  jest
    .spyOn(Excel, "run")
    .mockImplementation((options: object, lot: unknown) =>
      "mergeUndoGroup" in options
        ? Promise.reject(Object.assign(new Error(), { code: "UndoNotSupported" }))
        : lancer(options as never, lot as never)
    );
  expect(await ecrireValeurs("Ma feuille", valeurs)).toEqual({ faite: true });
});

test("le rapport s'écrit en deux allers-retours, et se relit sans tableau", async () => {
  await demarrer();
  const plan = planRapport([controler(await lireFeuille())], {
    jour: "2026-11-23",
    heure: "14:05",
    version: "0",
  });
  banc.fil.vider();
  const nom = await ecrirePlan(plan);
  expect(banc.fil.nombre).toBe(2);
  expect(nom).toBe("Contrôle CMS");
  expect(await ecrirePlan(plan)).toBe("Contrôle CMS (2)");
  expect(await banc.lire("Contrôle CMS!A1")).toBe("Rapport de contrôle établi par Complément CMS");
});
