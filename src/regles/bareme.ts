/**
 * Le barème : chaque constante de la loi, datée, avec sa source et ce qui en a été vérifié.
 * Une période absente d'ici est refusée, jamais extrapolée.
 */

/** Ce qui a été vérifié de la loi. L'application le montre tel quel : ne rien y ajouter qui n'ait été lu. */
export const VERIFICATION = {
  article: "L. 302-8 du code de la construction et de l’habitation",
  version: "LEGIARTI000045211201",
  redaction: "loi n° 2022-217 du 21 février 2022 (« 3DS »), article 68",
  enVigueurDepuis: "2022-02-23",
  suiviJusquau: "2025-07-02",
  releveDans: "guide DHUP de décembre 2022",
  /** Paragraphes relevés dans le guide, qui n'ont pas été lus mot à mot dans le code. */
  nonLusMotAMot: ["VII", "VIII"],
} as const;

/** Où la règle est écrite. « guide » : la loi est muette. */
export type Article =
  | "L. 302-8, I"
  | "L. 302-8, III"
  | "L. 302-8, VII"
  | "L. 302-8, VIII"
  | "L. 302-8, IX, 1° à 3°"
  | "L. 302-8, X, al. 2"
  | "L. 302-8, X, al. 3"
  | "L. 302-5"
  | "guide, annexe 1"
  | "plaquette DHUP";

/** Pour-cent entiers : 33 % s'écrit 33, exactement (arbitrage 1 : 0,33 et jamais un tiers). */
export type Pourcent = number;

/** Rythmes selon l'écart au taux légal, en points. */
export interface Rythmes {
  /** écart > 4 */
  plusDe4: Pourcent;
  /** 2 ≤ écart ≤ 4 */
  de2a4: Pourcent;
  /** écart < 2 */
  moinsDe2: Pourcent;
}

export type Tranche = keyof Rythmes;

/**
 * Bornes de l'écart, en points (arbitrage 2). 2,00 exactement donne 50 % : toutes les lectures concordent.
 * 4,00 exactement donne 50 % : « compris entre 2 et 4 » (plaquette ; guide, annexe 1). L'annexe 2 du guide écrit
 * « à moins de 4 points », qui se lirait 33 % : l'explication et le volet signalent ce cas.
 */
export const BORNE_BASSE = 2;
export const BORNE_HAUTE = 4;

export interface Bareme {
  periode: Periode;
  /** Première et dernière année civile. Périodes de trois ans comptées du 1er janvier 2002 (L. 302-8, I). */
  debut: number;
  fin: number;
  /** Date de l'inventaire de référence, et confiance : lue dans un texte officiel, ou déduite. */
  inventaire: { date: string; confiance: "lue" | "deduite" } | null;
  /** Rythme légal. Source : L. 302-8, VII ; guide, annexe 1. */
  legal: Rythmes;
  articleLegal: Article;
  amenagements: Amenagements | null;
  /** Vrai tant que l'application de l'article à la période reste à confirmer sur Légifrance. */
  aConfirmer: boolean;
}

export interface Amenagements {
  /** Planchers d'un contrat abaissant, par commune. Source : L. 302-8, IX, 1° à 3° ; guide, annexe 1. */
  abaissant: Rythmes;
  /**
   * Planchers d'un contrat mutualisant, par commune (arbitrage 4). Lecture « guide » (annexe 1, annexe 2, plaquette) : 17, 25, 50 %
   * du déficit. Lecture « loi » (L. 302-8, X, al. 2) : la moitié de l'objectif légal, donc 16,5, 25, 50 %.
   */
  mutualisantGuide: Rythmes;
  /** Nouvelles entrantes, de droit et quel que soit l'écart. Source : L. 302-8, VIII ; guide, annexe 1. */
  entrantes: Record<TypeEntrante, Pourcent>;
}

export type TypeEntrante = "entrante-1" | "entrante-2" | "entrante-cours";

/** Première période de l'ancien régime, d'avant la loi 3DS : 50 % pour toutes (plaquette). Gardée pour l'historique. */
const AVANT_3DS: Rythmes = { plusDe4: 50, de2a4: 50, moinsDe2: 50 };

const LOI_3DS = {
  legal: { plusDe4: 33, de2a4: 50, moinsDe2: 100 },
  articleLegal: "L. 302-8, VII",
  amenagements: {
    abaissant: { plusDe4: 25, de2a4: 40, moinsDe2: 80 },
    mutualisantGuide: { plusDe4: 17, de2a4: 25, moinsDe2: 50 },
    entrantes: { "entrante-1": 15, "entrante-2": 25, "entrante-cours": 10 },
  },
} as const satisfies Partial<Bareme>;

export const PERIODES = ["2020-2022", "2023-2025", "2026-2028"] as const;
export type Periode = (typeof PERIODES)[number];

/** Arbitrage 10 : sans période, la dernière couverte ; jamais l'horloge. */
export const PERIODE_PAR_DEFAUT: Periode = "2026-2028";

export const BAREMES: Readonly<Record<Periode, Bareme>> = {
  "2020-2022": {
    periode: "2020-2022",
    debut: 2020,
    fin: 2022,
    inventaire: null,
    legal: AVANT_3DS,
    articleLegal: "plaquette DHUP",
    amenagements: null,
    aConfirmer: false,
  },
  "2023-2025": {
    ...LOI_3DS,
    periode: "2023-2025",
    debut: 2023,
    fin: 2025,
    inventaire: { date: "2022-01-01", confiance: "lue" },
    aConfirmer: false,
  },
  "2026-2028": {
    ...LOI_3DS,
    periode: "2026-2028",
    debut: 2026,
    fin: 2028,
    inventaire: { date: "2025-01-01", confiance: "deduite" },
    aConfirmer: true,
  },
};

/**
 * Objectifs qualitatifs (L. 302-8, III ; arbitrage 9 : la trame écrit « au moins 30 % de PLS », le PLS est un maximum).
 * Le plafond de PLS tombe à 20 % si la commune a moins de 10 % de logements sociaux et n'est pas couverte par un PLH.
 */
export const QUALITE = {
  plaiMinimum: 30,
  plsMaximum: 30,
  plsMaximumReduit: 20,
  seuilDeReduction: 10,
} as const;

/** Taux légaux de logements sociaux, en pour-cent (L. 302-5). */
export const TAUX_CIBLES = [20, 25] as const;

/**
 * Garde-fous de saisie (les nôtres, pas ceux de la loi). Un déficit plus grand que tout le parc d'une grande ville, ou un écart
 * plus grand que le taux légal lui-même, est une faute de frappe.
 */
export const DEFICIT_MAXIMUM = 1_000_000;
export const RESIDENCES_MAXIMUM = 10_000_000;
export const ECART_MAXIMUM = 25;

/**
 * Arbitrage 7 : un écart d'au plus 0,25 qui supposerait plus de 50 000 résidences principales a sans doute été saisi en fraction
 * (5 % − 0 % donne 0,05) ; le lire en points triplerait l'objectif.
 */
export const FRACTION_PROBABLE = { ecart: 0.25, residences: 50_000 } as const;
