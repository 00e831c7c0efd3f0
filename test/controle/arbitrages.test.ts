import type { Constat, ContexteDeControle, Controle } from "../../src/controle";
import type { Cellule, ValeurDeCellule } from "../../src/tableau";
import { controler as controlerLaFeuille } from "../outils/controler";
import { feuilleDe } from "../outils/feuille";

/** Ce que le contrôle tranche là où les textes laissent le choix : réponses et colonnes, durées, qualité, noms, totaux. */

type Lignes = ValeurDeCellule[][];

const controler = (lignes: Lignes, contexte: ContexteDeControle = {}): Controle =>
  controlerLaFeuille(feuilleDe(lignes), contexte);
const dits = ({ constats }: Controle): [Constat["code"], Constat["gravite"]][] =>
  constats
    .filter(({ gravite }) => gravite !== "information")
    .map(({ code, gravite }) => [code, gravite]);

const MUTUALISATION = [
  "Commune",
  "LS manquants",
  "Écart",
  "Objectif 2026-2028 après mutualisation",
];
/** Bêta est relevée de 99 à 179. */
const mutualisation = (titre?: string, ...cellules: ValeurDeCellule[]): Lignes =>
  [MUTUALISATION, ["Alpha", 500, 5, 85], ["Bêta", 300, 5, 179]].map((ligne, i) =>
    titre === undefined ? ligne : [...ligne, i === 0 ? titre : (cellules[i - 1] ?? null)]
  );
const TOUT: ContexteDeControle = { plh: true, avisCnsru: "rendu", accords: "tous" };

describe("conditions d'une mutualisation", () => {
  test("sans réponse : à confirmer ; « toutes les communes » et les signataires ne sont que rappelés", () => {
    const { verdict, conditions } = controler(mutualisation());
    expect(verdict).toBe("à confirmer");
    expect(conditions.map(({ code, rappel }) => [code, rappel])).toEqual([
      ["plh", false],
      ["avis-cnsru", false],
      ["accord", false],
      ["toutes-les-communes", true],
      ["signataires", true],
    ]);
  });

  test.each<[string, ContexteDeControle, string]>([
    ["tout est répondu", TOUT, "conforme"],
    ["l'accord de Bêta, par son nom écrit autrement", { ...TOUT, accords: ["BETA"] }, "conforme"],
    ["un avis défavorable n'interdit rien", { ...TOUT, avisCnsru: "défavorable" }, "conforme"],
    [
      "l'accord de plusieurs communes, dont Bêta",
      { ...TOUT, accords: ["Alpha", "Bêta"] },
      "conforme",
    ],
    ["une réponse manque", { ...TOUT, plh: null }, "à confirmer"],
    ["une liste d'accords sans Bêta", { ...TOUT, accords: ["Alpha"] }, "non conforme"],
    ["ni accord ni refus de Bêta", { ...TOUT, accords: [], refus: ["Alpha"] }, "à confirmer"],
    ["le refus de Bêta", { ...TOUT, accords: ["Alpha"], refus: ["BETA"] }, "non conforme"],
    ["avis non rendu", { ...TOUT, avisCnsru: "non rendu" }, "non conforme"],
  ])("%s", (_, contexte, verdict) => {
    expect(controler(mutualisation(), contexte).verdict).toBe(verdict);
  });

  test.each<[string, ValeurDeCellule, Lignes[number], ContexteDeControle]>([
    ["la colonne dit oui", "Oui", [], {}],
    ["la colonne est vide, l'agent répond", null, [], { accords: ["Bêta"] }],
    [
      "la colonne dit non, l'agent dit tous",
      "Non",
      ["accord-refuse", "erreur"],
      { accords: "tous" },
    ],
    ["ni oui ni non", "en attente", ["accord-vide", "avertissement"], {}],
  ])("accord : %s", (_, cellule, attendu, contexte) => {
    const lignes = mutualisation("Accord de la commune", null, cellule);
    const controle = controler(lignes, { plh: true, avisCnsru: true, ...contexte });
    expect(dits(controle).flat()).toEqual(attendu);
  });

  test("l'accord à confirmer se montre sur l'objectif de la commune relevée", () => {
    const { conditions } = controler(mutualisation(), { ...TOUT, accords: null });
    expect(conditions).toContainEqual({
      code: "accord",
      rappel: false,
      article: "L. 302-8, X, al. 4",
      commune: "Bêta",
      adresse: "D3",
      avant: 99,
      apres: 179,
    });
  });

  test.each<[string, Lignes]>([
    ["Rendu", []],
    ["Oui", []],
    ["Favorable", []],
    ["Défavorable", [["avis-defavorable", "information"]]],
    ["Non", [["avis-non-rendu", "erreur"]]],
    ["Non rendu", [["avis-non-rendu", "erreur"]]],
    ["en cours", [["avis-vide", "avertissement"]]],
  ])("avis de la commission : « %s » dans sa colonne", (ecrit, attendus) => {
    const { constats } = controler(mutualisation("Avis CNSRU", ecrit, null), {
      ...TOUT,
      avisCnsru: null,
    });
    expect(constats.map(({ code, gravite }) => [code, gravite])).toEqual(attendus);
  });

  test("un « Oui » écrit pour une seule commune vaut pour l'EPCI ; un « Non » l'emporte", () => {
    const reponses: ContexteDeControle = { avisCnsru: true, accords: "tous" };
    expect(dits(controler(mutualisation("PLH", "Oui", null), reponses))).toEqual([]);
    expect(dits(controler(mutualisation("PLH", "Oui", "Non"), reponses))).toEqual([
      ["plh-absent", "erreur"],
    ]);
  });
});

describe("durées", () => {
  const abaissement = (titre: string, rang: number, ...autres: ValeurDeCellule[]): Lignes => [
    [
      ...MUTUALISATION.slice(0, 3),
      "Objectif 2026-2028 abaissé",
      titre,
      "Population",
      "Inconstructibilité",
    ],
    ["Alpha", 500, 5, 125, rang, ...autres],
  ];
  const RANG = "Rang de la période d'abaissement";

  test.each<[string, Lignes, Lignes]>([
    ["3e période : permise", abaissement(RANG, 3, 9000, 0), []],
    [
      "4e, 4 999 habitants",
      abaissement(RANG, 4, 4999, 0),
      [["duree-derogation-possible", "avertissement"]],
    ],
    [
      "4e, 5 000 habitants et 29,9 %",
      abaissement(RANG, 4, 5000, 0.299),
      [["duree-depassee", "erreur"]],
    ],
    [
      "4e, 30 % d'inconstructible",
      abaissement(RANG, 4, 5000, 0.3),
      [["duree-derogation-possible", "avertissement"]],
    ],
    ["4e, population inconnue", abaissement(RANG, 4), [["duree-depassee", "erreur"]]],
    [
      "3 périodes déjà consommées : c'est la 4e",
      abaissement("Périodes consécutives déjà consommées", 3),
      [["duree-depassee", "erreur"]],
    ],
  ])("abaissant : %s", (_, lignes, attendu) => {
    expect(dits(controler(lignes))).toEqual(attendu);
  });

  test("mutualisant : la 3e période n'est refusée qu'à la commune abaissée", () => {
    expect(dits(controler(mutualisation(), { ...TOUT, periodesConsecutives: 2 }))).toEqual([]);
    const { constats } = controler(mutualisation(), { ...TOUT, periodesConsecutives: 3 });
    expect(constats).toMatchObject([{ code: "duree-depassee", commune: "Alpha" }]);
  });

  test("le rang donné par l'agent pour tout le contrat ne se dit qu'une fois", () => {
    const { constats } = controler(
      [
        [...MUTUALISATION.slice(0, 3), "Objectif 2026-2028 abaissé"],
        ["Alpha", 500, 5, 125],
        ["Bêta", 300, 5, 75],
      ],
      { periodesConsecutives: 4 }
    );
    expect(constats).toHaveLength(1);
    expect(constats[0]?.commune).toBeUndefined();
  });
});

describe("PLS d'une commune qui a 9 % de logements sociaux", () => {
  const avec = (pls: number, part = false): Lignes => [
    [
      ...MUTUALISATION.slice(0, 3),
      "Objectif 2026-2028 abaissé",
      "Taux LS",
      part ? "Part de PLS" : "PLS",
    ],
    ["Alpha", 500, 5, 125, 0.09, pls],
  ];
  test.each<[number, boolean | null, Lignes]>([
    [25, null, []],
    [26, true, []],
    [26, false, [["pls-excessif", "erreur"]]],
    [26, null, [["pls-excessif", "avertissement"]]],
    [38, true, [["pls-excessif", "erreur"]]],
    [38, null, [["pls-excessif", "erreur"]]],
  ])("%d PLS pour 125, PLH %s", (pls, plh, attendu) => {
    expect(dits(controler(avec(pls), { plh }))).toEqual(attendu);
  });

  test("une part se compare au taux", () => {
    expect(dits(controler(avec(0.2, true), { plh: false }))).toEqual([]);
    expect(dits(controler(avec(0.21, true), { plh: false }))).toEqual([["pls-excessif", "erreur"]]);
  });
});

describe("nouvelles entrantes", () => {
  const droitCommun = (taux: number, objectif: number): Lignes => [
    ["Contrat sans aménagement 2026-2028"],
    ["Commune", "LS manquants", "Écart", "Rythme légal", "Objectif légal", "Objectif retenu"],
    ["Alpha", 500, 5, taux, objectif, objectif],
  ];
  test.each([
    [0.15, 75],
    [0.25, 125],
    [0.1, 50],
  ])("%d est un taux de droit", (taux, objectif) => {
    expect(dits(controler(droitCommun(taux, objectif), { entrantes: ["Alpha"] }))).toEqual([]);
    expect(controler(droitCommun(taux, objectif)).constats).toMatchObject([
      { code: "entrante-presumee" },
    ]);
    expect(dits(controler(droitCommun(taux, objectif), { entrantes: [] }))).toContainEqual([
      "taux-avant-faux",
      "erreur",
    ]);
  });

  test("dite par la colonne « Statut »", () => {
    const lignes = mutualisation("Statut", "Nouvelle entrante", null);
    expect(dits(controler(lignes, TOUT))).toContainEqual(["entrante-amenagee", "erreur"]);
  });
});

describe("communes exemptées", () => {
  const lignes = (objectif: number | null, totalApres: number): Lignes => [
    ...mutualisation("Exemptée", "Non", "Non"),
    ["Gamma", 200, 6, objectif, "Oui"],
    ["Total", 1000, null, totalApres, null],
  ];
  test("sans objectif : rien à dire, et hors des sommes", () => {
    const controle = controler(lignes(null, 264), TOUT);
    expect(dits(controle)).toEqual([]);
    expect(controle.totaux).toMatchObject({ deficit: 800, avantLegal: 264, apres: 264 });
  });
  test("avec un objectif : averti, toujours hors des sommes, et un total qui la compte n'est pas faux", () => {
    const controle = controler(lignes(66, 330), TOUT);
    expect(dits(controle)).toEqual([["exemptee", "avertissement"]]);
    expect(controle.totaux.apres).toBe(264);
  });
});

describe("noms", () => {
  const deux = (...noms: [string, ValeurDeCellule, string, ValeurDeCellule]): Lignes => [
    ["Commune", "INSEE", "LS manquants", "Écart", "Objectif 2026-2028 abaissé"],
    [noms[0], noms[1], 500, 5, 125],
    [noms[2], noms[3], 300, 5, 75],
  ];
  test.each<[string, Lignes, Lignes]>([
    ["casse et accents", deux("Saint-Élie", null, "SAINT ELIE", null), [["doublon", "erreur"]]],
    ["deux codes : homonymes", deux("Buxerolles", "21123", "Buxerolles", "86041"), []],
    ["un seul des deux a un code", deux("Alpha", "86001", "Alpha", null), [["doublon", "erreur"]]],
    ["un trait d'union au milieu", deux("Alpha-Bêta", null, "Bêta", null), []],
  ])("%s", (_, lignes, attendu) => {
    expect(dits(controler(lignes))).toEqual(attendu);
  });
});

describe("taux", () => {
  test("136 / 412, affiché 33 %, est un taux de 33 %, pas un taux faux", () => {
    const titres = [
      "Commune",
      "LS manquants",
      "Taux avant",
      "Objectif 2026-2028 avant mutualisation",
      "Objectif 2026-2028 après mutualisation",
    ];
    const controle = controler([titres, ["Alpha", 412, 136 / 412, 136, 136]], TOUT);
    expect(dits(controle)).toEqual([]);
    expect(controle.communes).toMatchObject([{ tauxAvant: 330_000 }]);
  });

  test("sans écart ni taux, l'objectif annoncé dit la tranche", () => {
    const titres = [
      "Commune",
      "LS manquants",
      "Objectif 2026-2028 avant mutualisation",
      "Objectif 2026-2028 après mutualisation",
    ];
    expect(controler([titres, ["Alpha", 500, 250, 250]], TOUT).totaux.avantLegal).toBe(250);
    expect(dits(controler([titres, ["Alpha", 500, 200, 200]], TOUT))).toEqual([
      ["taux-avant-inconnu", "erreur"],
    ]);
  });

  test("rien ne permet le recalcul : dit une fois, quel que soit le nombre de communes", () => {
    const titres = ["Commune", "LS manquants", "Objectif 2026-2028 après mutualisation"];
    const controle = controler([titres, ["Alpha", 500, 85], ["Bêta", 300, 179]], TOUT);
    expect(dits(controle)).toEqual([["donnee-illisible", "erreur"]]);
    expect(controle.totaux).toMatchObject({ deficit: 800, avantLegal: null, apres: 264 });
  });
});

test("le total de n'importe quel effectif se vérifie, population comprise", () => {
  const lignes = mutualisation("Population", 12_000, 8_000);
  const total = (population: number): Lignes => [...lignes, ["Total", 800, null, 264, population]];
  expect(dits(controler(total(20_000), TOUT))).toEqual([]);
  expect(controler(total(12_000), TOUT).constats).toMatchObject([
    { code: "total-faux", adresse: "E4", valeurs: { rubrique: "population", somme: 20_000 } },
  ]);
});

test("un total par formule qui oublie une commune la nomme", () => {
  const feuille = feuilleDe([...mutualisation(), ["Total", 800, null, 85]]);
  (feuille.cellules[3]?.[3] as Cellule).formule = "=SUM(D2:D2)";
  const { constats } = controlerLaFeuille(feuille, TOUT);
  expect(constats).toMatchObject([
    { code: "total-faux", valeurs: { affiche: 85, somme: 264, oubliees: ["Bêta"], formule: true } },
  ]);
});

test("un sous-total de groupes additionne plus que les lignes au-dessus de lui", () => {
  const ligne = (nom: string): ValeurDeCellule[] => [nom, 500, 5, 165];
  const lignes: Lignes = [
    MUTUALISATION,
    ligne("Alpha"),
    ligne("Bêta"),
    ["Sous-total Nord", 1000, null, 330],
    ligne("Gamma"),
    ["Sous-total Nord et Est", 1500, null, 495],
    ligne("Delta"),
    ["Total", 2000, null, 660],
  ];
  expect(dits(controler(lignes, TOUT))).toEqual([]);
  (lignes[3] as ValeurDeCellule[])[3] = 331;
  expect(dits(controler(lignes, TOUT))).toEqual([["total-faux", "erreur"]]);
});
