import {
  controlerLecture,
  type Constat,
  type ContexteDeControle,
  type ControleDuClasseur,
  type VersionSignee,
} from "../../src/controle";
import { phraserConstat } from "../../src/redaction";
import { lireTableaux, type FeuilleLue, type ValeurDeCellule } from "../../src/tableau";
import { indexerDecoupage } from "../../src/territoire/decoupage";
import { feuilleDe } from "../outils/feuille";

/** Chaque code, provoqué par un seul défaut dans un tableau propre, et absent de ce tableau propre. */

type Lignes = ValeurDeCellule[][];
type Gravite = Constat["gravite"];

interface Cas {
  gravite: Gravite;
  commune?: string;
  adresse?: string;
  /** Le tableau propre d'où l'on part ; à défaut, la mutualisation. */
  depart?: () => Lignes;
  changer?: (lignes: Lignes) => Lignes | void;
  /** Ce que l'agent répond autrement. */
  contexte?: ContexteDeControle;
  /** Ce qui a été signé. */
  signe?: Partial<VersionSignee>;
  /** Autour des cellules : lignes masquées, autres feuilles… */
  feuilles?: (feuille: FeuilleLue) => FeuilleLue[];
}

/** Commune A abaissée à son plancher, commune B relevée d'autant : 264 avant, 264 après. */
const mutualisation = (): Lignes => [
  ["EPCI : CC des Trois Brumes"],
  [
    "Commune",
    "INSEE",
    "LS manquants au 1er janvier 2025",
    "Écart (points)",
    "Taux de rattrapage avant mutualisation",
    "Objectifs 2026-2028 avant mutualisation",
    "Taux de rattrapage après mutualisation",
    "Objectifs 2026-2028 après mutualisation",
    "Taux LS",
    "PLAI",
    "PLS",
  ],
  ["Alpha", "60001", 500, 5, 0.33, 165, 0.17, 85, 0.09, 26, 17],
  ["Bêta", "60002", 300, 5, 0.33, 99, 0.5967, 179, 0.15, 54, 53],
  ["Total", null, 800, null, null, 264, null, 264, null, 80, 70],
];
const REPONSES: ContexteDeControle = {
  plh: true,
  avisCnsru: "favorable",
  accords: "tous",
  entrantes: [],
  periodesConsecutives: 1,
  toutesLesCommunes: true,
  signataires: true,
};

const DECOUPAGE = indexerDecoupage({
  source: "",
  millesime: 2026,
  epci: [
    "200000001|CC des Trois Brumes|60001 Alpha|60002 Bêta",
    "200000002|CC du Val Clair|60003 Gamma",
  ],
  ept: [],
});

const abaissement = (): Lignes => [
  [
    "Commune",
    "LS manquants au 1er janvier 2025",
    "Écart (points)",
    "Objectif 2026-2028 avant CMS",
    "Objectif 2026-2028 abaissé",
    "Rang de la période d'abaissement",
    "Population",
    "Inconstructibilité",
  ],
  ["Alpha", 500, 5, 165, 125, 3, 12_000, 0.1],
  ["Bêta", 300, 3, 150, 120, 1, 8_000, 0],
];

const droitCommun = (): Lignes => [
  ["Contrat sans aménagement, 2026-2028"],
  ["Commune", "LS manquants", "Taux légal de rattrapage", "Objectif légal", "Objectif retenu"],
  ["Alpha", 500, 0.33, 165, 165],
  ["Bêta", 300, 0.5, 150, 150],
];

const lyon = (): Lignes => [
  [
    "Arrondissement",
    "Résidences principales",
    "Logements sociaux",
    "Prioritaire",
    "Objectif 2026-2028",
  ],
  ["Lyon 1er", 20_000, 2_800, "Oui", 300],
  ["Lyon 2e", 20_000, 3_000, "Non", 100],
];

/** Remplace la cellule d'une adresse (« B3 »). */
const mettre =
  (adresse: string, valeur: ValeurDeCellule) =>
  (lignes: Lignes): void => {
    const colonne = adresse.charCodeAt(0) - 65;
    (lignes[Number(adresse.slice(1)) - 1] as ValeurDeCellule[])[colonne] = valeur;
  };
const remplacer =
  (de: string, par: string) =>
  (lignes: Lignes): Lignes =>
    lignes.map((ligne) =>
      ligne.map((valeur) => (typeof valeur === "string" ? valeur.replace(de, par) : valeur))
    );
/** Ajoute à droite une colonne : son titre, puis ses cellules. */
const colonne =
  (ligneDuTitre: number, ...cellules: ValeurDeCellule[]) =>
  (lignes: Lignes): Lignes =>
    lignes.map((ligne, i) => [...ligne, cellules[i - ligneDuTitre] ?? null]);

/** La mutualisation propre, telle que signée. */
const SIGNE: VersionSignee = {
  epci: "CC des Trois Brumes",
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
};

const CAS: Record<Constat["code"], Cas> = {
  "accord-refuse": {
    gravite: "erreur",
    commune: "Bêta",
    adresse: "L4",
    changer: colonne(1, "Accord de la commune", "Oui", "Non"),
  },
  "accord-vide": {
    gravite: "avertissement",
    commune: "Bêta",
    adresse: "L4",
    changer: colonne(1, "Accord de la commune", "Oui", null),
    contexte: { accords: null },
  },
  "aucune-commune": { gravite: "erreur", adresse: "A2", changer: (lignes) => lignes.slice(0, 2) },
  "avis-defavorable": { gravite: "information", contexte: { avisCnsru: "défavorable" } },
  "avis-non-rendu": { gravite: "erreur", contexte: { avisCnsru: false } },
  "avis-vide": {
    gravite: "avertissement",
    adresse: "L3",
    changer: colonne(1, "Avis CNSRU", null, null),
    contexte: { avisCnsru: null },
  },
  carencee: {
    gravite: "information",
    commune: "Alpha",
    adresse: "A3",
    contexte: { carencees: ["alpha"] },
  },
  "commune-non-signee": {
    gravite: "avertissement",
    commune: "Bêta",
    adresse: "A4",
    signe: { communes: SIGNE.communes.slice(0, 1) },
  },
  "commune-signee-absente": {
    gravite: "avertissement",
    commune: "Bêta",
    adresse: "A2",
    signe: {},
    changer: (lignes) => lignes.filter(([nom]) => nom !== "Bêta"),
  },
  "communes-absentes": { gravite: "erreur", contexte: { toutesLesCommunes: false } },
  "contrats-melanges": {
    gravite: "erreur",
    feuilles: (feuille) => [
      feuille,
      feuilleDe([["EPCI : CC des Trois Brumes"], ...abaissement()], "Abaissement"),
    ],
  },
  "correspondance-incertaine": {
    gravite: "erreur",
    adresse: "C2",
    changer: colonne(1, "LS manquants au 1er janvier 2025", 400, 300, 700),
  },
  "deficit-nul": {
    gravite: "erreur",
    commune: "Alpha",
    adresse: "C3",
    changer: mettre("C3", 0),
  },
  "deficit-signe": {
    gravite: "information",
    commune: "Alpha",
    adresse: "C3",
    signe: {},
    changer: (lignes) =>
      remplacer(
        "1er janvier 2025",
        "1er janvier 2026"
      )(lignes).map((ligne) =>
        ligne[0] === "Alpha" ? [...ligne.slice(0, 2), 480, ...ligne.slice(3)] : ligne
      ),
  },
  "donnee-calculee": {
    gravite: "information",
    adresse: "C2",
    depart: () => [
      [
        "Commune",
        "Résidences principales",
        "Logements sociaux",
        "Taux SRU",
        "Objectif 2026-2028 après mutualisation",
      ],
      ["Alpha", 10_000, 1_500, 0.2, 165],
      ["Bêta", 6_000, 600, 0.2, 198],
    ],
  },
  "donnee-illisible": {
    gravite: "erreur",
    commune: "Alpha",
    adresse: "C3",
    changer: mettre("C3", "env. 120"),
  },
  doublon: {
    gravite: "erreur",
    commune: "ALPHA",
    adresse: "A5",
    changer: (lignes) => [
      ...lignes.slice(0, 4),
      ["ALPHA", "60001", 100, 5, 0.33, 33, 0.33, 33, 0.15, 10, 9],
    ],
  },
  "duree-depassee": {
    gravite: "erreur",
    commune: "Alpha",
    adresse: "F2",
    depart: abaissement,
    changer: mettre("F2", 4),
  },
  "duree-derogation-possible": {
    gravite: "avertissement",
    commune: "Alpha",
    adresse: "F2",
    depart: abaissement,
    changer: (lignes) => {
      mettre("F2", 4)(lignes);
      mettre("G2", 4_999)(lignes);
    },
  },
  "ecart-absent": {
    gravite: "information",
    changer: (lignes) => lignes.map((ligne) => ligne.filter((_, j) => j !== 3 && j !== 8)),
  },
  "ecart-egal-4": {
    gravite: "avertissement",
    commune: "Alpha",
    adresse: "D3",
    changer: mettre("D3", 4),
  },
  "ecart-contraire": {
    gravite: "erreur",
    commune: "Alpha",
    adresse: "D3",
    changer: (lignes) => {
      mettre("D3", 3)(lignes);
      return lignes.map((ligne, i) => [...ligne, [null, "Taux légal", 0.2][i] ?? null]);
    },
  },
  "ecart-nul": { gravite: "erreur", commune: "Alpha", adresse: "D3", changer: mettre("D3", 0) },
  "ecart-proche-d-une-borne": {
    gravite: "information",
    commune: "Alpha",
    adresse: "D3",
    changer: mettre("D3", 4.004),
    feuilles: (feuille) => {
      const cellule = feuille.cellules[2]?.[3];
      if (cellule) cellule.texte = "4,0";
      return [feuille];
    },
  },
  "entrante-amenagee": {
    gravite: "erreur",
    commune: "Alpha",
    adresse: "A3",
    contexte: { entrantes: ["60001"] },
  },
  "entrante-presumee": {
    gravite: "information",
    commune: "Alpha",
    adresse: "C3",
    depart: droitCommun,
    changer: (lignes) => {
      mettre("C3", 0.15)(lignes);
      mettre("D3", 75)(lignes);
      mettre("E3", 75)(lignes);
    },
    contexte: { entrantes: null },
  },
  "ept-mutualisant": {
    gravite: "avertissement",
    changer: remplacer("CC des Trois Brumes", "EPT Plaine Haute"),
  },
  exemptee: {
    gravite: "avertissement",
    commune: "Alpha",
    adresse: "A3",
    contexte: { exemptees: ["Alpha"] },
  },
  "hors-contrat": {
    gravite: "information",
    commune: "Gamma",
    adresse: "C5",
    changer: (lignes) => [
      ...lignes.slice(0, 4),
      ["Gamma", "60003", "–", "–", "–", "–", "–", "–", "–", "–", "–"],
      ...lignes.slice(4),
    ],
  },
  "hors-epci": {
    gravite: "avertissement",
    commune: "Gamma",
    adresse: "A4",
    changer: (lignes) => {
      mettre("A4", "Gamma")(lignes);
      mettre("B4", "60003")(lignes);
    },
  },
  "inventaire-a-recaler": {
    gravite: "avertissement",
    adresse: "C2",
    changer: remplacer("2025", "2024"),
  },
  "lignes-masquees": {
    gravite: "information",
    feuilles: (feuille) => [
      { ...feuille, lignesMasquees: new Set([2]), colonnesMasquees: new Set([1]) },
    ],
  },
  "nom-absent": { gravite: "avertissement", adresse: "A3", changer: mettre("A3", null) },
  "nom-formule": {
    gravite: "avertissement",
    commune: "=Alpha",
    adresse: "A3",
    changer: mettre("A3", "\t=Alpha"),
  },
  "nombre-en-texte": {
    gravite: "information",
    adresse: "C3",
    changer: mettre("C3", "500"),
  },
  "objectif-apres-absent": {
    gravite: "erreur",
    depart: () => [
      ["Contrat mutualisant 2026-2028"],
      ["Commune", "LS manquants", "Écart", "Objectif avant mutualisation"],
      ["Alpha", 500, 5, 165],
      ["Bêta", 300, 5, 99],
    ],
  },
  "objectif-au-dessus-des-manquants": {
    gravite: "avertissement",
    commune: "Bêta",
    adresse: "H4",
    changer: mettre("H4", 301),
  },
  "objectif-avant-arrondi": {
    gravite: "avertissement",
    commune: "Alpha",
    adresse: "F3",
    changer: (lignes) => {
      mettre("C3", 501)(lignes);
    },
  },
  "objectif-avant-faux": {
    gravite: "erreur",
    commune: "Alpha",
    adresse: "F3",
    changer: mettre("F3", 150),
  },
  "objectif-different-du-legal": {
    gravite: "erreur",
    commune: "Alpha",
    adresse: "E3",
    depart: droitCommun,
    changer: mettre("E3", 164),
  },
  "objectif-signe": {
    gravite: "avertissement",
    commune: "Alpha",
    adresse: "H3",
    signe: {},
    changer: mettre("H3", 90),
  },
  "periode-absente": { gravite: "information", changer: remplacer("2026-2028 ", "") },
  "periode-hors-bareme": {
    gravite: "erreur",
    adresse: "H2",
    changer: remplacer("2026-2028", "2029-2031"),
  },
  "plai-insuffisant": {
    gravite: "erreur",
    commune: "Alpha",
    adresse: "J3",
    changer: mettre("J3", 25),
  },
  "plh-absent": { gravite: "erreur", contexte: { plh: false } },
  "plh-vide": {
    gravite: "avertissement",
    adresse: "L4",
    changer: colonne(1, "PLH exécutoire", null, "en cours"),
    contexte: { plh: null },
  },
  "plai-et-pls-excessifs": {
    gravite: "avertissement",
    commune: "Alpha",
    adresse: "K3",
    changer: mettre("J3", 80),
  },
  "pls-excessif": {
    gravite: "erreur",
    commune: "Alpha",
    adresse: "K3",
    changer: mettre("K3", 26),
  },
  "plusieurs-tableaux": {
    gravite: "information",
    feuilles: (feuille) => [feuille, { ...feuille, nom: "Copie" }],
  },
  "priorite-contraire": {
    gravite: "avertissement",
    commune: "Lyon 2e",
    adresse: "D3",
    depart: lyon,
    changer: mettre("D3", "Oui"),
  },
  "releve-au-dessus-du-legal": {
    gravite: "avertissement",
    commune: "Alpha",
    adresse: "E2",
    depart: abaissement,
    changer: mettre("E2", 166),
  },
  "signataires-absents": { gravite: "erreur", contexte: { signataires: false } },
  "somme-arrondissements": {
    gravite: "erreur",
    adresse: "E1",
    depart: lyon,
    contexte: { objectifCommunal: 401 },
  },
  "somme-insuffisante": {
    gravite: "erreur",
    adresse: "H5",
    changer: mettre("H4", 178),
  },
  "sous-plancher-abaissant": {
    gravite: "erreur",
    commune: "Bêta",
    adresse: "E3",
    depart: abaissement,
    changer: mettre("E3", 119),
  },
  "sous-plancher-guide": {
    gravite: "avertissement",
    commune: "Alpha",
    adresse: "H3",
    changer: mettre("H3", 84),
  },
  "sous-plancher-loi": {
    gravite: "erreur",
    commune: "Alpha",
    adresse: "H3",
    changer: mettre("H3", 82),
  },
  "taux-apres-incoherent": {
    gravite: "avertissement",
    commune: "Alpha",
    adresse: "G3",
    changer: mettre("G3", 0.2),
  },
  "taux-avant-faux": {
    gravite: "erreur",
    commune: "Alpha",
    adresse: "E3",
    changer: mettre("E3", 0.5),
  },
  "taux-avant-inconnu": {
    gravite: "erreur",
    commune: "Alpha",
    adresse: "C3",
    depart: droitCommun,
    changer: mettre("C3", 0.4),
  },
  "total-faux": { gravite: "erreur", adresse: "H5", changer: mettre("H5", 263) },
  "type-deduit": {
    gravite: "information",
    depart: () => [
      ["Commune", "LS manquants", "Écart", "Objectif 2026-2028 retenu"],
      ["Alpha", 500, 5, 125],
    ],
  },
  "type-signe": { gravite: "avertissement", signe: { type: "abaissant" } },
  "unite-convertie": { gravite: "information", adresse: "E3", changer: mettre("E3", 33) },
};

function controler({
  depart,
  changer,
  contexte,
  feuilles,
  signe,
}: Partial<Cas>): ControleDuClasseur {
  const lignes = (depart ?? mutualisation)();
  const feuille = feuilleDe(changer?.(lignes) ?? lignes, "Contrat");
  const lues = feuilles?.(feuille) ?? [feuille];
  return controlerLecture(
    lues.map((lue) => lireTableaux(lue)),
    { ...REPONSES, ...contexte },
    DECOUPAGE,
    signe ? [{ ...SIGNE, ...signe }] : []
  );
}

const constatsDe = ({ controles, constats }: ControleDuClasseur): Constat[] => [
  ...controles.flatMap((controle) => controle.constats),
  ...constats,
];

test.each([
  ["mutualisation", mutualisation],
  ["abaissement", abaissement],
  ["Lyon", lyon],
])("tableau propre, %s : aucun constat, et « conforme »", (_, depart) => {
  const classeur = controler({ depart });
  expect(constatsDe(classeur)).toEqual([]);
  expect(classeur.verdict).toBe("conforme");
});

test("tableau propre, signé tel quel : aucun constat, et « conforme »", () => {
  const classeur = controler({ signe: {} });
  expect(constatsDe(classeur)).toEqual([]);
  expect(classeur.verdict).toBe("conforme");
});

test("tableau propre, sans aménagement : seul l'écart absent se dit", () => {
  const classeur = controler({ depart: droitCommun });
  expect(constatsDe(classeur).map(({ code }) => code)).toEqual(["ecart-absent"]);
  expect(classeur.verdict).toBe("conforme");
});

describe.each(Object.entries(CAS))("%s", (code, cas) => {
  const trouver = (): Constat[] =>
    constatsDe(controler(cas)).filter((constat) => constat.code === code);

  test("est dit, avec sa gravité, sa commune et sa cellule", () => {
    const { gravite, commune, adresse } = cas;
    const attendu = { gravite, ...(commune && { commune }), ...(adresse && { adresse }) };
    expect(trouver()).toContainEqual(expect.objectContaining(attendu));
  });

  test("se phrase en trois temps, avec son article", () => {
    for (const constat of trouver()) {
      for (const partie of Object.values(phraserConstat(constat))) {
        expect(partie).toMatch(/\S/);
        expect(partie).not.toMatch(/undefined|NaN|\[object|null/);
      }
    }
  });
});
