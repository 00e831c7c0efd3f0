import type { BilanDeCommune, ContexteDeControle, Controle } from "../../src/controle";
import type { ValeurDeCellule } from "../../src/tableau";
import { controler as controlerLaFeuille } from "../outils/controler";
import { feuilleDe } from "../outils/feuille";

/** Ce qu'est une commune : sa colonne, son statut, l'intertitre au-dessus d'elle, ou l'agent. */

type Ligne = ValeurDeCellule[];

const TITRES: Ligne = ["Commune", "INSEE", "LS manquants", "Écart", "Objectif légal", "Objectif"];
const ALPHA: Ligne = ["Alpha", "60001", 500, 5, 165, 165];
const BETA: Ligne = ["Bêta", "60002", 300, 5, 99, 99];

function controler(lignes: Ligne[], contexte: ContexteDeControle = {}): Controle {
  return controlerLaFeuille(
    feuilleDe([["Contrat sans aménagement 2026-2028"], ...lignes]),
    contexte
  );
}

const exemptees = ({ communes }: Controle): string[] =>
  communes.filter(({ exemptee }: BilanDeCommune) => exemptee).map(({ nom }) => nom);
const carencees = ({ constats }: Controle): unknown[] =>
  constats.filter(({ code }) => code === "carencee").map(({ commune }) => commune);
/** Deuxième période d'une entrante : 75 pour 300 manquants, qui n'est juste que pour elle. */
const entrantes = ({ communes }: Controle): string[] =>
  communes.filter(({ tauxAvant }) => tauxAvant === 250_000).map(({ nom }) => nom);

describe("par l'intertitre", () => {
  const sous = (intertitre: string, ...objectifs: number[]): Controle =>
    controler([
      TITRES,
      ["Communes déficitaires"],
      ALPHA,
      [intertitre],
      ["Bêta", "60002", 300, 5, ...objectifs],
    ]);

  test.each([
    "Communes exemptées",
    "Commune exemptée",
    "Les communes exemptées",
    "COMMUNES EXEMPTÉES",
    "Exemptées",
    "Communes exemptées au 1er janvier 2026",
  ])("« %s » : exemptées", (intertitre) => {
    expect(exemptees(sous(intertitre, 99, 99))).toEqual(["Bêta"]);
  });

  test.each(["Communes carencées", "Commune carencée", "Communes carencées non exemptées"])(
    "« %s » : carencées, et rien de plus",
    (intertitre) => {
      const controle = sous(intertitre, 99, 99);
      expect(carencees(controle)).toEqual(["Bêta"]);
      expect(exemptees(controle)).toEqual([]);
    }
  );

  test.each([
    "Nouvelles entrantes",
    "Nouvelle entrante",
    "Communes nouvelles entrantes",
    "Communes nouvellement entrantes",
    "Nouvellement entrantes",
    "Commune entrante",
    "Entrantes (2e période)",
  ])("« %s » : entrantes", (intertitre) => {
    expect(entrantes(sous(intertitre, 75, 75))).toEqual(["Bêta"]);
  });

  test.each([
    "Communes non exemptées",
    "Communes déficitaires, exemptées ou non",
    "Communes exemptées ou carencées",
    "Communes demandant une exemption",
  ])("« %s » n'en dit rien", (intertitre) => {
    const controle = sous(intertitre, 99, 99);
    expect([exemptees(controle), carencees(controle)]).toEqual([[], []]);
  });
});

describe("par sa colonne, qui prime sur le reste", () => {
  test.each<[string, ValeurDeCellule, string[]]>([
    ["oui", "oui", ["Bêta"]],
    ["non, malgré l'agent", "non", []],
    ["vide : l'agent répond", null, ["Bêta"]],
    ["en attente : l'agent répond", "en attente", ["Bêta"]],
  ])("exemptée : %s", (_, ecrit, attendues) => {
    const lignes = [
      [...TITRES, "Exemptée"],
      [...ALPHA, "non"],
      [...BETA, ecrit],
    ];
    expect(exemptees(controler(lignes, { exemptees: ["Bêta"] }))).toEqual(attendues);
  });
});

describe("par l'agent", () => {
  const cites = (...liste: string[]): string[] =>
    exemptees(controler([TITRES, ALPHA, BETA], { exemptees: liste }));

  test.each<[string, string[], string[]]>([
    ["son nom", ["Bêta"], ["Bêta"]],
    ["son nom écrit autrement", ["BETA"], ["Bêta"]],
    ["son code INSEE", ["60002"], ["Bêta"]],
    ["le code d'une autre", ["60003"], []],
    ["le nom d'une autre, plus long", ["Bêta-sur-Mer"], []],
    ["personne", [], []],
    ["plusieurs", ["Alpha", "60002"], ["Alpha", "Bêta"]],
  ])("il cite %s", (_, liste, attendues) => {
    expect(cites(...liste)).toEqual(attendues);
  });

  test("un nom vide ne cite pas les communes sans code INSEE", () => {
    const sansCode = [TITRES, ALPHA, BETA].map((ligne) => ligne.filter((__, j) => j !== 1));
    expect(exemptees(controler(sansCode, { exemptees: [""] }))).toEqual([]);
  });
});
