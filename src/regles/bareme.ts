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
  /** Jour où le guide a été relu, barème en main. La vérification vaut un an (`est-ce-a-reverifier.ts`). */
  verifieLe: "2026-11-22",
  /** Paragraphes relevés dans le guide, qui n'ont pas été lus mot à mot dans le code. */
  nonLusMotAMot: ["VII", "VIII"],
} as const;

/** Où la règle est écrite. « guide » : la loi est muette. */
export type Article =
  | "L. 302-8, VII"
  | "L. 302-8, VIII"
  | "L. 302-8, IX, 1° à 3°"
  | "L. 302-8, X, al. 2"
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

/** Dernière période de l'ancien régime, d'avant la loi 3DS : 50 % pour toutes (plaquette). Gardée pour l'historique. */
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

/**
 * Durée d'un aménagement, en périodes triennales consécutives, pour une même commune. Sources : L. 302-8, IX, al. 1 (abaissant) ;
 * X, al. 1 (mutualisant, « sans possibilité de prolongation » selon le guide). Les autres types n'ont pas de durée.
 */
export const PERIODES_PERMISES = { abaissant: 3, mutualisant: 2 } as const;

/**
 * Dérogation à la durée d'un contrat abaissant : moins de 5 000 habitants, ou de 30 à 50 % du territoire urbanisé inconstructible
 * (bornes comprises : « compris entre »). Source : L. 302-8, IX, dernier alinéa.
 */
export const DEROGATION = {
  population: 5_000,
  inconstructibiliteMinimum: 30,
  inconstructibiliteMaximum: 50,
} as const;

/** Taux légaux de logements sociaux, en pour-cent (L. 302-5). */
export const TAUX_CIBLES = [20, 25] as const;

/**
 * Garde-fous de saisie (les nôtres, pas ceux de la loi). Un déficit plus grand que tout le parc d'une grande ville, ou un écart
 * plus grand que le taux légal lui-même, est une faute de frappe.
 */
export const DEFICIT_MAXIMUM = 1_000_000;
/** Pour une somme sur tout un EPCI ; multipliée par un déficit, elle reste un entier exact. */
export const TOTAL_MAXIMUM = 1_000_000_000;
export const RESIDENCES_MAXIMUM = 10_000_000;
export const ECART_MAXIMUM = 25;
export const POPULATION_MAXIMUM = 10_000_000;
/** Plus de périodes consommées que trente ans n'en comptent : une année saisie à la place d'un nombre de périodes. */
export const PERIODES_CONSOMMEES_MAXIMUM = 10;
/** Dernier jour qu'Excel sache écrire : 31 décembre 9999, en numéro de série. */
export const DATE_MAXIMUM = 2_958_465;

/**
 * Taux retenu le plus haut. Une commune relevée (mutualisant) ou rehaussée peut s'engager au-delà de ses manquants : aucun
 * texte lu n'écrit de maximum, et l'explication le signale. Au-delà de 200 %, c'est « 33 » saisi au lieu de 33 %.
 */
export const TAUX_RETENU_MAXIMUM = { ordinaire: 100, releve: 200 } as const;

/**
 * Arbitrage 7 : un écart d'au plus 0,25 qui supposerait plus de 50 000 résidences principales a sans doute été saisi en fraction
 * (5 % − 0 % donne 0,05) ; le lire en points triplerait l'objectif.
 */
export const FRACTION_PROBABLE = { ecart: 0.25, residences: 50_000 } as const;

/** Projection du taux de logements sociaux : garde-fou de durée (le nôtre). Le guide parle de « moyen et long terme » sans le fixer. */
export const PROJECTION_ANNEES_MAXIMUM = 30;

/** Répartition de l'objectif de Paris, Lyon ou Marseille entre leurs arrondissements, en pour-cent. */
export const ARRONDISSEMENTS = {
  /** « Moins de 15 % » : 15 % exactement n'est pas prioritaire. Source : L. 302-8-1, I ; guide, « Spécificité… Paris, Lyon et Marseille ». */
  seuilDePriorite: 15,
  /** Taux légal des trois communes : non vérifié dans nos sources, et à dater. */
  tauxLegal: 25,
  /** Arbitrage : la loi veut qu'« une part » de la production leur aille d'abord, et aucun texte ne la fixe. */
  partPrioritaire: 50,
} as const;

/**
 * Objectifs d'attribution, en pour-cent. Territoires des EPCI tenus à un PLH, ou dotés d'un quartier prioritaire (QPV) et de la
 * compétence habitat. Les repères nationaux sont ceux d'une enquête au 30 juin, sur 332 des 421 EPCI concernés (circulaire, 2.3).
 */
export const ATTRIBUTIONS = {
  /** 1er quartile de ressources, ou relogés du renouvellement urbain. Source : circulaire du 18/12/2023, annexe 1, 2.4 et 3.4. */
  "q1-hors-qpv": { objectif: 25, repereNational: 17.7, article: "L. 441-1" },
  /** 2e, 3e et 4e quartiles. Source : circulaire du 18/12/2023, annexe 1, 2.3 ; l'article n'est pas vérifié dans nos sources. */
  "q234-qpv": {
    objectif: 50,
    repereNational: 76.1,
    article: "circulaire du 18/12/2023, annexe 1, 2.3",
  },
  /** Ménages DALO et publics prioritaires, pour chaque réservataire. Source : guide, annexe 7 ; L. 441-1 pour les publics. */
  prioritaires: {
    objectif: 25,
    repereNational: null,
    article: "L. 441-1 ; guide, annexe 7",
  },
} as const;

/**
 * Clause de mixité sociale des opérations PLUS, en pour-cent des logements. Source : D. 331-12 ; circulaire du 18/12/2023, annexe 1, 3.2.
 * Arrondis (arbitrage 3) : le minimum à l'entier supérieur, le maximum à l'entier inférieur.
 */
export const CLAUSE_DE_MIXITE = {
  /** À des ménages dont les ressources sont d'au plus 60 % des plafonds PLUS. */
  modestesMinimum: 30,
  /** À des ménages qui dépassent ces plafonds, de 20 % au plus. Sans subvention, la convention peut admettre davantage. */
  depassementsMaximum: 10,
} as const;
