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
const codesDe = ({ constats }: Controle): string[] => constats.map(({ code }) => code);
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
    "Communes exemptées (décret du 28/04/2023)",
    "Communes exemptées (pour mémoire)",
    "Communes exemptées sur la période 2026-2028",
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
    "Communes exemptées et carencées",
    "Communes exemptées en 2023-2025",
    "Communes exemptées jusqu'au 31/12/2025",
    "Communes exemptées jusqu’au 31/12/2025",
    "Communes exemptées (demande en cours)",
    "Communes anciennement carencées",
  ])("« %s » n'en dit rien", (intertitre) => {
    const controle = sous(intertitre, 99, 99);
    expect([exemptees(controle), carencees(controle)]).toEqual([[], []]);
  });
});

describe("par la colonne « Statut »", () => {
  const statut = (dit: string, objectif = 99): Controle =>
    controler([
      [...TITRES, "Statut SRU"],
      [...ALPHA, null],
      ["Bêta", "60002", 300, 5, objectif, objectif, dit],
    ]);

  test.each([
    "Exemptée",
    "Commune exemptée",
    "Exempté",
    "Exemption",
    "Exemption : oui",
    "Exemption accordée",
    "Exemptée par décret",
    "Exemptée (décret du 28/04/2023)",
    "Exemptée - décret n° 2023-325 du 28 avril 2023",
    "Exemption par arrêté préfectoral",
    "Déficitaire (exemptée)",
    "Exemptée, non carencée",
    "Carencée et exemptée",
    "SRU / exemptée",
    "Exemptée 2026-2028",
    "Exemptée (2026-2028)",
    "Exemptée pour 2026-28",
    "Exemptée de 2026 à 2028",
    "Exemptée (période 2026-2028) - décret du 28/04/2025",
  ])("« %s » : exemptée", (dit) => {
    expect(exemptees(statut(dit))).toEqual(["Bêta"]);
  });

  test.each([
    "Pas d'exemption",
    "Exemption : non",
    "Exemption (non)",
    "Exemption, non",
    "Exemptée : non",
    "Sans exemption",
    "Aucune exemption",
    "Jamais exemptée",
    "Non-exemptée",
    "Ex-exemptée",
    "Non soumise à exemption",
    "Non concernée par l'exemption",
    "Demande d'exemption",
    "Demande d’exemption",
    "Refus d'exemption",
    "Refus d’exemption",
    "Refus de l'exemption",
    "Exemption non accordée",
    "Exemption non demandée",
    "Exemption rejetée",
    "Exemption sollicitée",
    "Exemption en cours d'instruction",
    "Exemption (demande)",
    "Exemptée, demande en cours",
    "Exemptée (décret abrogé)",
    "Exemptée, décret du 28/04/2023 abrogé",
    "Proposée à l'exemption",
    "Éligible à l'exemption",
    "Exemptable",
    "Sortie d'exemption",
    "Fin de l'exemption",
    "Perte de l'exemption",
    "Exemption échue",
    "Exemption expirée",
    "Exemption levée",
    "Exemption abrogée",
    "Anciennement exemptée",
    "Exemptée en 2023-2025",
    "Exemptée (2023-2025)",
    "Exemptée hors 2026-2028",
    "Exemptée jusqu'en 2026-2028",
    "Exemptée avant 2026-2028",
    "Non exemptée 2026-2028",
    "Exemption demandée pour 2026-2028",
    "Exemptée 2026-2031",
    "Exemptée jusqu’au 31/12/2025",
    "Exemptée ?",
  ])("« %s » : pas exemptée", (dit) => {
    expect(exemptees(statut(dit))).toEqual([]);
  });

  test.each([
    "Carencée",
    "Commune carencée",
    "Carence",
    "Arrêté de carence",
    "Carence prononcée",
    "Carencée par arrêté du 22/12/2023",
  ])("« %s » : carencée", (dit) => expect(carencees(statut(dit))).toEqual(["Bêta"]));

  test.each([
    "Pas de carence",
    "Sans carence",
    "Carence levée",
    "Fin de carence",
    "Carencée en 2020-2022",
    "Procédure de carence engagée",
    "Non carencée, exemptée",
  ])("« %s » : pas carencée", (dit) => expect(carencees(statut(dit))).toEqual([]));

  test.each([
    "Nouvelle entrante",
    "Nouvelle-entrante",
    "nouvelle entrante (2e période)",
    "Déficitaire, nouvelle entrante",
  ])("« %s » : entrante", (dit) => expect(entrantes(statut(dit, 75))).toEqual(["Bêta"]));

  test.each([
    "Nouvelle entrante : non",
    "Pas une nouvelle entrante",
    "Entrante en 2014",
    "Ancienne nouvelle entrante",
    "Nouvelle entrante (3e période)",
  ])("« %s » : pas entrante", (dit) => expect(entrantes(statut(dit, 75))).toEqual([]));
});

describe("par sa colonne, qui prime sur le reste", () => {
  test.each<[string, ValeurDeCellule, string[]]>([
    ["oui", "oui", ["Bêta"]],
    ["non, malgré l'agent", "non", []],
    ["vide : l'agent répond", null, ["Bêta"]],
    ["en attente : l'agent répond", "en attente", ["Bêta"]],
    ["oui, pour cette période", "oui (2026-2028)", ["Bêta"]],
    ["hors de cette période : l'agent répond", "oui, hors 2026-2028", ["Bêta"]],
    ["par un décret daté", "oui (décret du 2026-01-15)", ["Bêta"]],
  ])("exemptée : %s", (_, ecrit, attendues) => {
    const lignes = [
      [...TITRES, "Exemptée"],
      [...ALPHA, "non"],
      [...BETA, ecrit],
    ];
    expect(exemptees(controler(lignes, { exemptees: ["Bêta"] }))).toEqual(attendues);
  });
});

test.each(["oui (2023-2025)", "oui hors 2026-2028", "Oui, jusqu’au 31/12/2025", "oui en 2023"])(
  "sa colonne « %s » : sans autre réponse, pas exemptée",
  (ecrit) => {
    const lignes = [
      [...TITRES, "Exemptée"],
      [...ALPHA, "non"],
      [...BETA, ecrit],
    ];
    expect(exemptees(controler(lignes))).toEqual([]);
  }
);

test.each([
  "oui (2026-2028)",
  "Oui, pour 2026-2028",
  "oui pour la période 2026-2028",
  "oui 2026-28",
])("sa colonne « %s » : sans autre réponse, exemptée", (ecrit) => {
  const lignes = [
    [...TITRES, "Exemptée"],
    [...ALPHA, "non"],
    [...BETA, ecrit],
  ];
  expect(exemptees(controler(lignes))).toEqual(["Bêta"]);
});

describe("un statut illisible se dit, un statut nié ne se dit pas", () => {
  const dits = (statut: string): string[] =>
    codesDe(
      controler([
        [...TITRES, "Statut SRU"],
        [...ALPHA, null],
        [...BETA, statut],
      ])
    ).filter((code) => code === "donnee-illisible");

  test.each([
    "Aucune exemption",
    "Aucun arrêté d'exemption",
    "Ancienne exemption",
    "Exemption demandée",
    "Exemption sollicitée",
    "Exemption refusée",
    "Exemption rejetée",
    "Exemption abrogée",
    "Exemption échue",
    "Exemption à échéance échu",
    "Exemption levée",
    "Arrêté de carence levé",
    "Exemption expirée",
    "Fin d'exemption",
    "Non exemptée",
    "Exemptée (2026-2028)",
  ])("« %s » : rien à signaler", (statut) => expect(dits(statut)).toEqual([]));

  test.each(["Exemptable", "Exemptée ?", "Exemptée 2023-2025", "Carence à étudier"])(
    "« %s » est dit illisible",
    (statut) => expect(dits(statut)).toEqual(["donnee-illisible"])
  );
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

  test.each(["", " ", "-", "—", "?"])("« %s » ne cite pas les communes sans code INSEE", (cite) => {
    const sansCode = [TITRES, ALPHA, BETA].map((ligne) => ligne.filter((__, j) => j !== 1));
    expect(exemptees(controler(sansCode, { exemptees: [cite] }))).toEqual([]);
    expect(carencees(controler(sansCode, { carencees: [cite] }))).toEqual([]);
  });
});

describe("l'accord d'une commune relevée", () => {
  const releve = (accord: ValeurDeCellule, contexte: ContexteDeControle = {}): string[] =>
    codesDe(
      controlerLaFeuille(
        feuilleDe([
          [
            "Commune",
            "LS manquants",
            "Écart",
            "Avant mutualisation",
            "Après mutualisation",
            "Accord",
          ],
          ["Alpha", 500, 5, 165, 125, null],
          ["Bêta", 300, 5, 99, 139, accord],
        ]),
        contexte
      )
    ).filter((code) => code.startsWith("accord"));

  test.each([
    "oui, si Alpha signe",
    "oui s’il y a accord d'Alpha",
    "oui sous conditions",
    "Accord sous condition",
    "Accord donné sous réserves",
    "oui, à condition d'un bilan annuel",
    "accord conditionnel",
    "oui mais pas avant 2027",
    "oui, pas avant 2027",
    "oui sauf avenant",
  ])("« %s » n'est pas encore un oui", (accord) => {
    expect(releve(accord)).toEqual(["accord-vide"]);
  });

  test.each<[string, string[]]>([
    ["oui", []],
    ["Oui (délibération du 12 mars 2026)", []],
    ["Accord obtenu le 12 mars", []],
    ["non", ["accord-refuse"]],
    ["Pas encore", ["accord-refuse"]],
  ])("« %s » en est une réponse", (accord, attendus) => {
    expect(releve(accord)).toEqual(attendus);
  });

  test.each(["-", "—", " "])("la liste « %s » de l'agent n'accorde rien", (cite) => {
    expect(releve(null, { accords: [cite] })).toEqual(["accord-refuse"]);
  });
});

describe("un statut qui ne se lit pas est dit", () => {
  const avec = (titre: string, dit: string, objectif = 99): Controle =>
    controler([
      [...TITRES, titre],
      [...ALPHA, null],
      ["Bêta", "60002", 300, 5, objectif, objectif, dit],
    ]);

  test.each([
    ["Statut", "Exemptable", "L. 302-5 ; L. 302-8, VIII"],
    ["Statut", "Proposée à l'exemption", "L. 302-5 ; L. 302-8, VIII"],
    ["Statut", "Exemptée en 2023-2025", "L. 302-5 ; L. 302-8, VIII"],
    ["Exemptée", "en attente", "L. 302-5"],
    ["Exemptée", "oui (2023-2025)", "L. 302-5"],
    ["Carencée", "à vérifier", "guide"],
    ["Nouvelle entrante", "3e période", "L. 302-8, VIII"],
  ])("colonne « %s », « %s », à vérifier dans : %s", (titre, dit, article) => {
    expect(avec(titre, dit).constats).toMatchObject([
      {
        code: "donnee-illisible",
        gravite: "avertissement",
        commune: "Bêta",
        adresse: "G4",
        article,
      },
    ]);
  });

  test.each([
    ["Statut", "Non exemptée"],
    ["Statut", "Demande d'exemption"],
    ["Exemptée", "non"],
    ["Exemptée", "demande rejetée"],
  ])("colonne « %s », « %s » : un non n'a rien à signaler", (titre, dit) => {
    expect(codesDe(avec(titre, dit))).toEqual([]);
  });

  test.each([
    ["Nouvelle entrante", "1re période", 45, []],
    ["Nouvelle entrante", "2e", 75, []],
    ["Nouvelle entrante", "oui (2e période)", 75, []],
    ["Nouvelle entrante", "2e", 45, ["objectif-avant-faux", "objectif-different-du-legal"]],
    ["Statut", "Nouvelle entrante (1re période)", 45, []],
  ] as const)(
    "colonne « %s », « %s », %d : sa période fait le taux",
    (titre, dit, objectif, codes) => {
      expect(codesDe(avec(titre, dit, objectif))).toEqual(codes);
    }
  );
});
