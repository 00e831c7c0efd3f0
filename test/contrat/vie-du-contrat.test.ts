import {
  CONTRAT_VIDE,
  figer,
  lireContrat,
  mettreAJour,
  planContrat,
  repondre,
  versionDepuis,
  versionsDe,
  type Contrat,
} from "../../src/contrat";
import { controlerLecture, etatDuContrat, type Constat, type Controle } from "../../src/controle";
import { objectifsQualitatifs } from "../../src/feuilles";
import { phraserConstat, phraserRefusDeFiger } from "../../src/redaction";
import { lireTableaux, type ValeurDeCellule } from "../../src/tableau";
import { feuilleDe, feuilleDuPlan } from "../outils/feuille";

/** Un contrat de la signature à son avenant, tel que l'agent le vit : le tableau, l'inventaire qui change, et ce qui est opposable. */

const EPCI = "CC des Trois Brumes";

/** Alpha abaissée à son plancher, Bêta relevée d'autant : 264 avant, 264 après. */
const tableau = (inventaire: number, ...communes: ValeurDeCellule[][]): ValeurDeCellule[][] => [
  [`EPCI : ${EPCI}`],
  [
    "Commune",
    "INSEE",
    `LS manquants au 1er janvier ${inventaire}`,
    "Écart (points)",
    "Objectifs 2026-2028 avant mutualisation",
    "Objectifs 2026-2028 après mutualisation",
  ],
  ...communes,
];
const ALPHA = ["Alpha", "60001", 500, 5, 165, 85];
const BETA = ["Bêta", "60002", 300, 5, 99, 179];
const PROJET = tableau(2025, ALPHA, BETA);

const REPONSES = {
  plh: true,
  avisCnsru: "favorable",
  accords: "tous",
  entrantes: [],
  periodesConsecutives: 1,
  toutesLesCommunes: true,
  signataires: true,
} as const;

function controler(lignes: ValeurDeCellule[][], { versions }: Contrat): Controle {
  const lecture = lireTableaux(feuilleDe(lignes));
  const [controle] = controlerLecture(lecture, REPONSES, null, versions).controles;
  if (!controle) throw new Error("Aucun tableau.");
  return controle;
}

const codes = (controle: Controle): string[] => controle.constats.map(({ code }) => code);
const dire = ({ constats }: Controle): string[] =>
  constats.map((constat: Constat) => {
    const { titre, pourquoi, queFaire } = phraserConstat(constat);
    return `${titre}. ${pourquoi} ${queFaire}`.replace(/[\u00A0\u202F]/g, " ");
  });

function signer(contrat: Contrat, controle: Controle, signeLe: string, avenant: number): Contrat {
  const tiree = versionDepuis(controle, { signeLe, avenant, plh: true });
  if (!tiree.ok) throw new Error(tiree.refus.code);
  const fige = figer(contrat, tiree.version);
  if (!fige.ok) throw new Error(fige.refus.code);
  return fige.contrat;
}

const SIGNE = signer(CONTRAT_VIDE, controler(PROJET, CONTRAT_VIDE), "2026-06-30", 0);

test("ce qui est signé : les objectifs, leurs PLAI et PLS, l'inventaire et la période du tableau", () => {
  expect(versionsDe(SIGNE, EPCI)).toEqual([
    {
      epci: EPCI,
      avenant: 0,
      signeLe: "2026-06-30",
      inventaire: 2025,
      periode: "2026-2028",
      type: "mutualisant",
      communes: [
        {
          nom: "Alpha",
          insee: "60001",
          deficit: 500,
          objectifLegal: 165,
          objectif: 85,
          plai: 26,
          pls: 25,
        },
        {
          nom: "Bêta",
          insee: "60002",
          deficit: 300,
          objectifLegal: 99,
          objectif: 179,
          plai: 54,
          pls: 53,
        },
      ],
    },
  ]);
  const { plai, pls } = objectifsQualitatifs(controler(PROJET, CONTRAT_VIDE), true);
  expect([plai, pls]).toEqual([80, 78]);
});

test("un objectif illisible ne se signe pas : la commune est nommée", () => {
  const controle = controler(tableau(2025, ALPHA, ["Bêta", "60002", 300, 5, 99, "NC"]), SIGNE);
  expect(versionDepuis(controle, { signeLe: "2026-06-30", avenant: 0, plh: true })).toEqual({
    ok: false,
    refus: { code: "objectif-illisible", communes: ["Bêta"] },
  });
});

test.each(["2025-2027", "2020-2022"])(
  "un contrat de %s, que le barème ne permet pas, ne se signe pas comme un autre",
  (periode) => {
    const lignes = PROJET.map((ligne) =>
      ligne.map((v) => (typeof v === "string" ? v.replace("2026-2028", periode) : v))
    );
    const controle = controler(lignes, CONTRAT_VIDE);
    const tiree = versionDepuis(controle, { signeLe: "2026-06-30", avenant: 0, plh: true });
    expect(tiree).toEqual({
      ok: false,
      refus: { code: "periode-hors-bareme", affiche: periode },
    });
    if (tiree.ok) return;
    expect(phraserRefusDeFiger(tiree.refus).pourquoi).toContain(periode);
  }
);

test("une commune exemptée n'a pas d'objectif à signer", () => {
  const lecture = lireTableaux(feuilleDe(PROJET));
  const [controle] = controlerLecture(lecture, { ...REPONSES, exemptees: ["Bêta"] }).controles;
  const tiree = versionDepuis(controle as Controle, {
    signeLe: "2026-06-30",
    avenant: 0,
    plh: true,
  });
  expect(tiree).toMatchObject({ ok: true, version: { communes: [{ nom: "Alpha" }] } });
});

test("projet : aucune version, aucun constat de signature", () => {
  const controle = controler(tableau(2026, ALPHA, BETA), CONTRAT_VIDE);
  expect(controle.signe).toBeNull();
  expect(codes(controle)).toEqual(["inventaire-a-recaler"]);
});

test("signé tel quel : rien à dire", () => {
  const controle = controler(PROJET, SIGNE);
  expect(controle.signe).toEqual(etatDuContrat(SIGNE.versions, EPCI, "2026-2028"));
  expect(controle.constats).toEqual([]);
  expect(controle.verdict).toBe("conforme");
});

describe("un nouvel inventaire après la signature", () => {
  /** Alpha n'a plus que 440 manquants : un objectif légal de 146 ; à 85, elle reste au-dessus de son plancher. */
  const MIS_A_JOUR = tableau(2026, ["Alpha", "60001", 440, 4.4, 165, 85], BETA);

  test("l'objectif signé ne change pas : une information, avec les deux nombres, et rien à corriger", () => {
    const controle = controler(MIS_A_JOUR, SIGNE);
    expect(dire(controle)).toEqual([
      "Inventaire 2026 : Alpha. Manquants : 500 à la signature, 440 aujourd’hui. L’objectif signé (85) est opposable et ne change pas. Rien à corriger.",
    ]);
    expect(controle.constats).toMatchObject([
      { gravite: "information", code: "deficit-signe", adresse: "C3", commune: "Alpha" },
    ]);
    expect(controle.verdict).toBe("conforme");
  });

  test("les objectifs légaux restent ceux de la signature, l'équilibre aussi", () => {
    const { totaux, communes, inventaire } = controler(MIS_A_JOUR, SIGNE);
    expect(totaux).toMatchObject({ deficit: 800, avantLegal: 264, apres: 264, marge: 0 });
    expect(communes[0]).toMatchObject({ deficit: 500, objectifAvant: 165 });
    expect(inventaire).toBe(2025);
  });

  test("un déficit comblé ou un écart passé sous 2 points n'y change rien", () => {
    const combles = tableau(
      2027,
      ["Alpha", "60001", 0, 0, 165, 85],
      ["Bêta", "60002", 100, 1.5, 99, 179]
    );
    const controle = controler(combles, SIGNE);
    expect(new Set(codes(controle))).toEqual(new Set(["deficit-signe"]));
    expect(controle.totaux.marge).toBe(0);
  });

  test("sans année au tableau, les manquants sont lus comme mis à jour", () => {
    const sansAnnee = MIS_A_JOUR.map((ligne) =>
      ligne.map((v) => (typeof v === "string" ? v.replace(" au 1er janvier 2026", "") : v))
    );
    const controle = controler(sansAnnee, SIGNE);
    expect(codes(controle)).toEqual(["deficit-signe"]);
    expect(dire(controle)[0]).toMatch(/^Alpha : manquants mis à jour/);
  });

  test("sous le même inventaire, des manquants changés sont un avertissement, et se recalculent", () => {
    const controle = controler(tableau(2025, ["Alpha", "60001", 440, 5, 165, 85], BETA), SIGNE);
    expect(controle.constats).toContainEqual(
      expect.objectContaining({ code: "deficit-signe", gravite: "avertissement" })
    );
    expect(codes(controle)).toContain("objectif-avant-faux");
  });

  test("un objectif qui a suivi l'inventaire est un avertissement, avec les deux nombres", () => {
    const controle = controler(
      tableau(2026, ["Alpha", "60001", 440, 5, 146, 80], ["Bêta", "60002", 300, 5, 99, 184]),
      SIGNE
    );
    expect(controle.verdict).toBe("avertissements seulement");
    expect(dire(controle)).toContain(
      "Alpha : objectif signé 85, 80 au tableau. L’objectif du contrat signé le 30/06/2026 (85) est opposable et ne change pas ; le tableau porte 80. Remettez 85 au tableau, ou concluez un avenant."
    );
  });

  test("signé sur un inventaire provisoire puis recalé : tout se recalcule, pour préparer l'avenant", () => {
    const provisoire = signer(
      CONTRAT_VIDE,
      controler(tableau(2024, ALPHA, BETA), CONTRAT_VIDE),
      "2026-06-30",
      0
    );
    const controle = controler(
      tableau(2025, ["Alpha", "60001", 440, 5, 165, 85], BETA),
      provisoire
    );
    expect(codes(controle)).toContain("objectif-avant-faux");
  });
});

describe("des communes en plus ou en moins", () => {
  test("chacune est dite ; le nom suffit si un code manque", () => {
    const gamma = ["Gamma", "60003", 100, 5, 33, 33];
    const controle = controler(tableau(2025, ["ALPHA", null, 500, 5, 165, 85], gamma), SIGNE);
    const signature = controle.constats.filter(({ code }) => code.startsWith("commune-"));
    expect(signature).toMatchObject([
      { code: "commune-non-signee", commune: "Gamma", gravite: "avertissement" },
      { code: "commune-signee-absente", commune: "Bêta", gravite: "avertissement" },
    ]);
  });

  test("d'une version dont une ligne ne se lit pas, aucune commune n'est dite non signée", () => {
    const [version] = SIGNE.versions;
    if (!version) throw new Error("Aucune version.");
    const abimee: Contrat = {
      ...SIGNE,
      versions: [{ ...version, communes: version.communes.slice(0, 1), incomplete: true }],
    };
    expect(controler(PROJET, abimee).constats).toEqual([]);
  });
});

test("le contrat d'un autre EPCI ou d'une autre période ne dit rien de ce tableau", () => {
  const [version] = SIGNE.versions;
  if (!version) throw new Error("Aucune version.");
  const autres: Contrat = {
    ...SIGNE,
    versions: [
      { ...version, epci: "CC du Val Clair" },
      { ...version, periode: "2023-2025", signeLe: "2023-06-30" },
      { ...version, epci: null },
    ],
  };
  expect(controler(tableau(2025, ["Alpha", "60001", 500, 5, 165, 85]), autres).signe).toBeNull();
});

test("de la signature à l'avenant, par la feuille : les deux versions y restent, et la dernière fait foi", () => {
  // Le contrat est signé et gardé sur la feuille.
  const repondu = repondre(SIGNE, EPCI, REPONSES);
  const feuille = feuilleDuPlan(planContrat(repondu));
  const relu = lireContrat(feuille).contrat;
  expect(relu).toEqual(repondu);

  // L'inventaire est mis à jour, et l'agent prépare un avenant.
  const prepare = tableau(
    2026,
    ["Alpha", "60001", 440, 4.4, 165, 100],
    ["Bêta", "60002", 310, 5, 99, 164]
  );
  const avant = controler(prepare, relu);
  expect(codes(avant).sort()).toEqual([
    "deficit-signe",
    "deficit-signe",
    "objectif-signe",
    "objectif-signe",
  ]);

  // Rien que l'inventaire ne fait pas un avenant.
  const inchange = versionDepuis(
    controler(
      tableau(2026, ["Alpha", "60001", 440, 4.4, 165, 85], ["Bêta", "60002", 310, 5, 99, 179]),
      relu
    ),
    { signeLe: "2027-02-15", avenant: 1, plh: true }
  );
  expect(inchange.ok && figer(relu, inchange.version)).toMatchObject({
    ok: false,
    refus: { code: "rien-ne-change" },
  });

  // L'avenant s'écrit sous le contrat.
  const avenant = signer(relu, avant, "2027-02-15", 1);
  const retouches = mettreAJour(feuille, avenant);
  expect(retouches?.blocs).toHaveLength(1);
  const [, seconde] = versionsDe(avenant, EPCI);
  expect(seconde).toMatchObject({
    avenant: 1,
    signeLe: "2027-02-15",
    // Les manquants du début de la période, et leur année.
    inventaire: 2025,
    communes: [
      { deficit: 500, objectifLegal: 165, objectif: 100, plai: 30, pls: 30 },
      { deficit: 300, objectifLegal: 99, objectif: 164, plai: 50, pls: 49 },
    ],
  });

  // Le tableau se compare désormais à l'avenant.
  const apres = controler(prepare, avenant);
  expect(new Set(codes(apres))).toEqual(new Set(["deficit-signe"]));
  expect(apres.signe).toMatchObject({ version: { avenant: 1 }, precedente: { avenant: 0 } });
});
