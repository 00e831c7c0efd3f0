/**
 * Ce que chaque fonction répond à chaque mauvaise entrée, argument par argument. Une nature d'argument donne la réponse attendue à
 * chaque entrée ; ce qui s'en écarte est écrit une à une dans EXCEPTIONS, avec sa raison.
 */

/** Une erreur de cellule, comme Excel la passe : celle d'une fonction personnalisée, ou un type de données. */
const ERREUR = { code: "#N/A" };
const ERREUR_DE_DONNEES = { type: "Error", basicType: "Error", basicValue: "#DIV/0!" };

/** Les mauvaises entrées d'une cellule. L'Excel de bureau passe 0 pour une cellule vide ; le web, `null`. */
export const ENTREES = {
  zéro: 0,
  "texte vide": "",
  texte: "env. 120",
  "nombre en texte": "500",
  VRAI: true,
  FAUX: false,
  "erreur de cellule": ERREUR,
  "erreur de type de données": ERREUR_DE_DONNEES,
  négatif: -3,
  énorme: 1e12,
  "au bord des flottants": 1e308,
  infini: Infinity,
  "pas un nombre": NaN,
  décimal: 12.5,
} as const;
export type Entree = keyof typeof ENTREES | "argument omis";

/** Une réponse sans refus, ou une erreur dont le texte contient ces morceaux, dans cet ordre. */
export type Attendu =
  "acceptée" | { erreur: "#VALEUR!" | "#N/A"; dit: readonly [string, ...string[]] };

type Attendus = Readonly<Record<Entree, Attendu>>;

export interface Argument {
  /** Dans une fonction qui lit ses arguments d'un bloc : une colonne, une ligne par commune, ou une seule cellule. */
  forme: "cellule" | "colonne";
  attendus: Attendus;
}

export interface Fonction {
  /**
   * « étalée » : chaque cellule a sa réponse. « en lignes » : chaque ligne a la sienne, de plusieurs cellules. « phrase » : étalée, et un
   * refus est une phrase. « bloc » : les arguments se lisent ensemble, et un refus vaut pour tous. « verdict » : jamais d'erreur de cellule.
   */
  sorte: "étalée" | "en lignes" | "phrase" | "bloc" | "verdict";
  /** Rang de l'exemple de l'aide qui sert de base valide ; le premier par défaut. */
  exemple?: number;
  arguments: Readonly<Record<string, Argument>>;
}

const valeur = (...dit: [string, ...string[]]): Attendu => ({ erreur: "#VALEUR!", dit });
const absente = (...dit: [string, ...string[]]): Attendu => ({ erreur: "#N/A", dit });

function nul(le: string, demande: string): Attendu {
  return valeur(`${le} vaut 0. Il faut une valeur supérieure à 0`, "cellule vide", demande);
}

/** Ce qu'aucun argument n'accepte : une erreur de cellule, ou un nombre qui n'en est pas un. */
function erreurs(le: string) {
  const enErreur = (erreur: string): Attendu =>
    absente(
      `${le} est en erreur. La cellule contient ${erreur}`,
      "Corrigez d'abord cette cellule."
    );
  return {
    "erreur de cellule": enErreur("#N/A"),
    "erreur de type de données": enErreur("#DIV/0!"),
    infini: enErreur("#NOMBRE!"),
    "pas un nombre": enErreur("#NOMBRE!"),
  };
}

/** Ce qu'un nombre, quel qu'il soit, n'accepte pas. */
function nonNombres(le: string, demande: string) {
  const pasUnNombre = (contenu: string): Attendu =>
    valeur(`${le} n'est pas un nombre. La cellule contient ${contenu},`, demande);
  return {
    ...erreurs(le),
    texte: pasUnNombre("le texte « env. 120 »"),
    "nombre en texte": pasUnNombre("le texte « 500 »"),
    VRAI: pasUnNombre("VRAI"),
    FAUX: pasUnNombre("FAUX"),
  };
}

function negatif(le: string, demande: string): Attendu {
  const accord = le.startsWith("La ") ? "négative" : "négatif";
  return valeur(`${le} est ${accord}. La valeur est −3,`, demande);
}

function tropGrand(le: string, demande: string) {
  const accord = le.startsWith("La ") ? "grande" : "grand";
  const dire = (nombre: string): Attendu =>
    valeur(`${le} est trop ${accord}. La valeur est ${nombre}, au-delà de`, demande);
  return { énorme: dire("1 000 000 000 000"), "au bord des flottants": dire("1E+308") };
}

/** Un nombre entier de choses, positif ou nul. `aZero` : ce que dit un zéro, donc une cellule vide. */
function effectif(le: string, demande: string, aZero: Attendu = "acceptée"): Argument {
  return {
    forme: "cellule",
    attendus: {
      ...nonNombres(le, demande),
      ...tropGrand(le, demande),
      zéro: aZero,
      "texte vide": aZero,
      "argument omis": aZero,
      négatif: negatif(le, demande),
      décimal: valeur(`${le} n'est pas un nombre entier. La valeur est 12,5,`, demande),
    },
  };
}

/** Un nombre de logements qui peut être décimal, sans arrondi. */
function quantite(le: string, demande: string, aZero: Attendu = "acceptée"): Argument {
  const { forme, attendus } = effectif(le, demande, aZero);
  return { forme, attendus: { ...attendus, décimal: "acceptée" } };
}

/** Un nombre entier, de plus ou de moins. */
function variation(le: string, demande: string, aZero: Attendu = "acceptée"): Argument {
  const { forme, attendus } = effectif(le, demande, aZero);
  return { forme, attendus: { ...attendus, négatif: "acceptée" } };
}

/** Une part, en fraction de 0 à 1. */
function part(le: string, demande: string, aZero: Attendu = "acceptée"): Argument {
  const trop = (...pourquoi: [string, ...string[]]): Attendu =>
    valeur(`${le} dépasse 100 %.`, ...pourquoi);
  const geante = "plus qu'un taux ne peut valoir.";
  return {
    forme: "cellule",
    attendus: {
      ...nonNombres(le, demande),
      zéro: aZero,
      "texte vide": aZero,
      "argument omis": aZero,
      négatif: negatif(le, demande),
      énorme: trop("La valeur est 1 000 000 000 000,", geante, demande),
      "au bord des flottants": trop("La valeur est 1E+308,", geante, demande),
      décimal: trop("La valeur est 12,5, soit 1 250 %.", "Saisissez un taux : 0,125 ou 12,5 %."),
    },
  };
}

/** Un mot d'une liste ; vide ou omis, celui par défaut. */
function mot(le: string, acceptes: string): Argument {
  const reconnu = le.startsWith("La ") ? "reconnue" : "reconnu";
  const inconnu = (recu: string): Attendu =>
    valeur(
      `${le} « ${recu} » n'est pas ${reconnu}. Les mots acceptés sont : ${acceptes}`,
      "Corrigez le mot"
    );
  return {
    forme: "cellule",
    attendus: {
      ...erreurs(le),
      zéro: "acceptée",
      "texte vide": "acceptée",
      "argument omis": "acceptée",
      texte: inconnu("env. 120"),
      "nombre en texte": inconnu("500"),
      VRAI: inconnu("VRAI"),
      FAUX: inconnu("FAUX"),
      négatif: inconnu("−3"),
      énorme: inconnu("1 000 000 000 000"),
      "au bord des flottants": inconnu("1E+308"),
      décimal: inconnu("12,5"),
    },
  };
}

/** VRAI ou FAUX ; vide ou omis, pas de réponse. */
function ouiNon(le: string): Argument {
  const { forme, attendus } = mot(le, "« VRAI » ou « FAUX »");
  return { forme, attendus: { ...attendus, VRAI: "acceptée", FAUX: "acceptée" } };
}

function periodeTriennale(): Argument {
  const { forme, attendus } = mot("La période", "");
  const inconnue = (recue: string, queFaire = "Tenez-vous à l'une"): Attendu =>
    absente(
      `La période « ${recue} » n'est pas couverte. Le barème couvre « 2020-2022 », `,
      queFaire
    );
  const nombre = (recu: string): Attendu => inconnue(recu, "entre guillemets");
  return {
    forme,
    attendus: {
      ...attendus,
      texte: inconnue("env. 120"),
      "nombre en texte": inconnue("500"),
      VRAI: inconnue("VRAI"),
      FAUX: inconnue("FAUX"),
      négatif: nombre("−3"),
      énorme: nombre("1000000000000"),
      "au bord des flottants": nombre("1E+308"),
      décimal: nombre("12,5"),
    },
  };
}

/** Écart en points. Nul ou négatif, il contredit le déficit ; vide aussi. */
function ecartEnPoints(contradiction: (points: string) => Attendu): Argument {
  const { forme, attendus } = effectif("L'écart", "l'écart au taux légal en points");
  const nulle = contradiction("0 point");
  return {
    forme,
    attendus: {
      ...attendus,
      zéro: nulle,
      "texte vide": nulle,
      "argument omis": nulle,
      négatif: contradiction("−3 points"),
      décimal: "acceptée",
    },
  };
}

function tauxLegal(): Argument {
  const [le, demande] = ["Le taux légal", "20 % ou 25 %"];
  const imprevu = (recu: string): Attendu =>
    valeur(
      `Le taux légal ${recu} n'est pas prévu. La loi fixe 20 % ou 25 %`,
      "Saisissez 20 % ou 25 %"
    );
  return {
    forme: "cellule",
    attendus: {
      ...nonNombres(le, demande),
      zéro: nul(le, demande),
      "texte vide": nul(le, demande),
      "argument omis": nul(le, demande),
      négatif: imprevu("−3"),
      énorme: imprevu("1 000 000 000 000"),
      "au bord des flottants": imprevu("1E+308"),
      décimal: imprevu("12,5"),
    },
  };
}

/** Un tableau entier : ce qui n'en est pas un est « illisible », jamais une erreur de cellule. */
function tableau(): Argument {
  const entrees = [...Object.keys(ENTREES), "argument omis"];
  return {
    forme: "colonne",
    attendus: Object.fromEntries(entrees.map((entree) => [entree, "acceptée"])) as Attendus,
  };
}

const enColonne = (argument: Argument): Argument => ({ ...argument, forme: "colonne" });

const DEFICIT_VIDE = valeur(
  "Aucun logement manquant alors que l'écart est de 5 points.",
  "peut-être vide",
  "Saisissez le nombre de logements manquants"
);
const DEFICIT = effectif(
  "Le nombre de logements manquants",
  "le nombre de logements manquants notifié",
  DEFICIT_VIDE
);
const ECART = ecartEnPoints((points) =>
  valeur(
    `L'écart est de ${points} alors qu'il manque 500 logements.`,
    "cellule vide",
    "Vérifiez l'écart"
  )
);
const ECART_SEUL = ecartEnPoints((points) =>
  valeur(`L'écart est de ${points}.`, "cellule vide", "Vérifiez l'écart")
);
const TYPE = mot("Le type", "« sans aménagement », « légal »");
const TAUX_RETENU = part("Le taux retenu", "un taux, par exemple 30 %");
const ARRONDI = mot("L'arrondi", "« supérieur », « au plus proche » ou « aucun »");
const LECTURE = mot("La lecture", "« guide » ou « loi »");
const PERIODE = periodeTriennale();
const LOGEMENTS_SOCIAUX = effectif("Le nombre de logements sociaux", "de l'inventaire");
const RESIDENCES = effectif(
  "Le nombre de résidences principales",
  "le nombre de résidences principales de l'inventaire",
  valeur("Le nombre de résidences principales est 0.", "peut-être vide", "Saisissez le nombre")
);
const OBJECTIF_RETENU = quantite("L'objectif", "un nombre de logements, par exemple 165");
const OBJECTIF_NOTIFIE = quantite(
  "L'objectif",
  "un nombre de logements, par exemple 165",
  nul("L'objectif", "Saisissez un nombre de logements, par exemple 165")
);
const TAUX_LS = part("Le taux de logements sociaux", "par exemple 15 %");
const PLH = ouiNon("La réponse sur le PLH");
const REALISES = effectif("Le nombre de logements réalisés", "par exemple 120");

export const FONCTIONS: Readonly<Record<string, Fonction>> = {
  TAUX_LS: {
    sorte: "étalée",
    arguments: { logements_sociaux: LOGEMENTS_SOCIAUX, residences_principales: RESIDENCES },
  },
  MANQUANTS: {
    sorte: "étalée",
    arguments: {
      logements_sociaux: LOGEMENTS_SOCIAUX,
      residences_principales: RESIDENCES,
      taux_cible: tauxLegal(),
    },
  },
  ECART: { sorte: "étalée", arguments: { taux_cible: tauxLegal(), taux_ls: TAUX_LS } },
  PART_SOCIALE: {
    sorte: "étalée",
    arguments: {
      delta_ls: variation("La variation des logements sociaux", "par exemple 120"),
      delta_rp: variation(
        "La variation des résidences principales",
        "par exemple 400",
        valeur(
          "Les résidences principales n'ont pas augmenté (variation : 0).",
          "cellule vide",
          "Donnez d'abord la variation des logements sociaux"
        )
      ),
    },
  },
  TENSION: {
    sorte: "étalée",
    arguments: {
      demandes: effectif("Le nombre de demandeurs", "le nombre de demandeurs"),
      attributions: effectif(
        "Le nombre de demandes satisfaites",
        "le nombre de demandes satisfaites",
        nul("Le nombre de demandes satisfaites", "le nombre de demandes satisfaites")
      ),
    },
  },
  PROJECTION: {
    sorte: "bloc",
    arguments: {
      logements_sociaux: LOGEMENTS_SOCIAUX,
      residences_principales: RESIDENCES,
      croissance_rp: quantite("La croissance annuelle", "de plus par an, par exemple 100"),
      part_sociale: part("La part sociale", "par exemple 30 %"),
      annees: effectif(
        "Le nombre d'années",
        "un nombre d'années de 1 à 30",
        nul("Le nombre d'années", "un nombre d'années de 1 à 30")
      ),
    },
  },
  TAUX_RATTRAPAGE: {
    sorte: "étalée",
    arguments: { ecart: ECART_SEUL, type: TYPE, periode: PERIODE },
  },
  OBJECTIF: {
    sorte: "étalée",
    arguments: {
      deficit: DEFICIT,
      ecart: ECART,
      type: TYPE,
      taux_retenu: TAUX_RETENU,
      arrondi: ARRONDI,
      periode: PERIODE,
    },
  },
  EXPLIQUER: {
    sorte: "phrase",
    arguments: {
      deficit: DEFICIT,
      ecart: ECART,
      type: TYPE,
      taux_retenu: TAUX_RETENU,
      arrondi: ARRONDI,
      periode: PERIODE,
    },
  },
  TAUX_PLANCHER: {
    sorte: "étalée",
    arguments: { ecart: ECART_SEUL, type: TYPE, lecture: LECTURE, periode: PERIODE },
  },
  PLANCHER: {
    sorte: "étalée",
    arguments: { deficit: DEFICIT, ecart: ECART, type: TYPE, lecture: LECTURE, periode: PERIODE },
  },
  PERIODES_RESTANTES: {
    sorte: "étalée",
    arguments: {
      type: TYPE,
      periodes_consommees: effectif("Le nombre de périodes consommées", "par exemple 1"),
    },
  },
  NOTIFICATION: {
    sorte: "en lignes",
    arguments: { deficit: DEFICIT, ecart: ECART, type: TYPE },
  },
  PLAI_MIN: { sorte: "étalée", arguments: { objectif: OBJECTIF_RETENU } },
  PLS_MAX: {
    sorte: "étalée",
    arguments: { objectif: OBJECTIF_RETENU, taux_ls: TAUX_LS, plh: PLH },
  },
  DEROGATION: {
    sorte: "étalée",
    arguments: {
      population: effectif(
        "La population",
        "le nombre d'habitants",
        nul("La population", "le nombre d'habitants")
      ),
      inconstructibilite: part("La part inconstructible", "la part du territoire urbanisé"),
    },
  },
  ATTEINTE: {
    sorte: "étalée",
    arguments: { objectif: OBJECTIF_NOTIFIE, realises: REALISES },
  },
  BILAN: {
    sorte: "en lignes",
    arguments: {
      objectif: OBJECTIF_NOTIFIE,
      realises: REALISES,
      plai: effectif("Le nombre de PLAI", "parmi les logements réalisés"),
      pls: effectif("Le nombre de PLS", "parmi les logements réalisés"),
      taux_ls: TAUX_LS,
      plh: PLH,
    },
  },
  PERIODE: {
    sorte: "étalée",
    arguments: {
      date: quantite("La date", "une vraie date", nul("La date", "une vraie date")),
    },
  },
  INVENTAIRE: { sorte: "étalée", arguments: { periode: PERIODE } },
  VERSION: { sorte: "étalée", arguments: {} },
  CONTROLE: { sorte: "verdict", arguments: { tableau: tableau() } },
  EQUILIBRE: {
    sorte: "bloc",
    arguments: {
      objectifs_avant: enColonne(
        quantite("Un objectif avant mutualisation", "un nombre de logements par commune")
      ),
      objectifs_apres: enColonne(
        quantite("Un objectif après mutualisation", "un nombre de logements par commune")
      ),
    },
  },
  REPARTIR: {
    sorte: "bloc",
    arguments: {
      deficits: enColonne(DEFICIT),
      ecarts: enColonne(ECART),
      capacites: enColonne(effectif("La capacité", "par exemple 40")),
      total: effectif("Le total", "un nombre de logements pour tout l'EPCI"),
      lecture: LECTURE,
    },
  },
  ARRONDISSEMENTS: {
    sorte: "bloc",
    arguments: {
      objectif: effectif("L'objectif", "un nombre de logements, par exemple 165"),
      logements_sociaux: enColonne(LOGEMENTS_SOCIAUX),
      residences_principales: enColonne(RESIDENCES),
      part_prioritaire: part(
        "La part prioritaire",
        "une part de l'objectif, par exemple 50 %",
        nul("La part prioritaire", "une part de l'objectif, par exemple 50 %")
      ),
    },
  },
  ATTRIBUTIONS: {
    sorte: "bloc",
    exemple: 2,
    arguments: {
      q1_hors_qpv: effectif(
        "Le nombre d'attributions hors QPV au 1er quartile",
        "hors QPV à des ménages"
      ),
      hors_qpv: effectif("Le nombre d'attributions hors QPV", "toutes les attributions hors QPV"),
      q234_qpv: effectif(
        "Le nombre d'attributions en QPV aux 2e, 3e et 4e quartiles",
        "en QPV à des ménages"
      ),
      qpv: effectif("Le nombre d'attributions en QPV", "toutes les attributions en QPV"),
      prioritaires: effectif(
        "Le nombre d'attributions aux publics prioritaires",
        "aux ménages DALO et publics prioritaires"
      ),
      total: effectif("Le total des attributions", "toutes les attributions du réservataire"),
    },
  },
  CLAUSE_MIXITE: {
    sorte: "en lignes",
    arguments: {
      logements_plus: effectif("Le nombre de logements PLUS", "de l'opération, par exemple 40"),
      modestes: effectif("Le nombre de ménages modestes", "d'au plus 60 % des plafonds PLUS"),
      depassements: effectif("Le nombre de dépassements", "au-dessus des plafonds PLUS"),
      subventionnee: ouiNon("La réponse sur la subvention"),
    },
  },
};

interface Exception {
  fonctions: readonly string[];
  argument: string;
  entrees: readonly Entree[];
  attendu: Attendu;
  raison: string;
}

const VIDE = ["zéro", "texte vide", "argument omis"] as const;
const MESURES = ["énorme", "au bord des flottants", "décimal"] as const;

/** Une partie d'un tout laissé vide : le texte le dit, et rappelle qu'une cellule vide compte pour 0. */
const partieDe = (debut: string, suite: string): Attendu =>
  valeur(debut, "une cellule vide compte pour 0", suite);

export const EXCEPTIONS: readonly Exception[] = [
  {
    fonctions: ["OBJECTIF", "EXPLIQUER"],
    argument: "taux_retenu",
    entrees: ["zéro"],
    attendu: valeur(
      "Un taux retenu de 0 % est donné, mais le type est « sans aménagement ».",
      "il ne se choisit pas",
      "Retirez le taux retenu (une cellule vide compte pour 0)"
    ),
    raison:
      "0 %, ou une cellule vide, est un taux donné ; seul un argument omis, ou un texte vide, n'en donne pas.",
  },
  {
    fonctions: ["PLS_MAX", "BILAN"],
    argument: "taux_ls",
    entrees: ["zéro"],
    attendu: valeur(
      "Le maximum de PLS ne peut pas être donné. Sous 10 % de logements sociaux (ici 0 %)",
      "Ajoutez VRAI ou FAUX",
      "Si la cellule du taux est vide"
    ),
    raison: "0 %, ou une cellule vide, est un taux sous 10 % : le PLH décide alors.",
  },
  {
    fonctions: ["BILAN"],
    argument: "plh",
    entrees: ["FAUX"],
    attendu: valeur(
      "Le maximum de PLS ne peut pas être donné. Sans PLH,",
      "Ajoutez le taux de logements sociaux"
    ),
    raison: "Sans PLH, le plafond dépend du taux, que la base ne donne pas.",
  },
  {
    fonctions: ["ECART"],
    argument: "taux_ls",
    entrees: MESURES,
    attendu: valeur(
      "Taux légal 0,2 et taux de logements sociaux",
      "pas la même unité",
      "Mettez les deux cellules au format %"
    ),
    raison:
      "L'unité se déduit du taux légal : un taux de plus de 100 % est d'abord dans une autre unité.",
  },
  {
    fonctions: ["PART_SOCIALE"],
    argument: "delta_rp",
    entrees: ["négatif"],
    attendu: valeur(
      "Les résidences principales n'ont pas augmenté (variation : −3).",
      "Donnez d'abord"
    ),
    raison: "Une baisse se lit, mais ne se partage pas.",
  },
  {
    fonctions: ["PERIODE"],
    argument: "date",
    entrees: ["décimal"],
    attendu: absente(
      "La date 12,5 n'est pas couverte : Excel y lit un jour de 1900.",
      "Une année seule va de 2002 à 2100",
      "une vraie date"
    ),
    raison: "12,5 est une vraie date : le 12 janvier 1900 à midi.",
  },
  {
    fonctions: ["PERIODES_RESTANTES"],
    argument: "type",
    entrees: VIDE,
    attendu: valeur(
      "Pour le type « sans aménagement », il n'y a pas de périodes restantes à compter.",
      "Saisissez « abaissant » ou « mutualisant »."
    ),
    raison: "Vide, le type est « sans aménagement », dont la loi ne limite pas les périodes.",
  },
  {
    fonctions: ["PERIODES_RESTANTES"],
    argument: "periodes_consommees",
    entrees: ["décimal"],
    attendu: valeur(
      "Le nombre de périodes consommées est trop grand. La valeur est 12,5, au-delà de 10."
    ),
    raison: "12,5 dépasse d'abord le plus grand nombre de périodes.",
  },
  {
    fonctions: ["BILAN"],
    argument: "realises",
    entrees: VIDE,
    attendu: partieDe(
      "48 PLAI et 48 PLS pour 0 logement réalisé : c'est trop.",
      "Vérifiez les trois nombres"
    ),
    raison: "Rien de réalisé se lit, mais pas avec des PLAI et des PLS.",
  },
  {
    fonctions: ["CLAUSE_MIXITE"],
    argument: "logements_plus",
    entrees: VIDE,
    attendu: partieDe(
      "12 ménages modestes et 4 dépassements pour 0 logement PLUS : c'est trop.",
      "Vérifiez"
    ),
    raison: "Une opération sans logement PLUS se lit, mais pas avec des ménages.",
  },
  {
    fonctions: ["ATTRIBUTIONS"],
    argument: "hors_qpv",
    entrees: VIDE,
    attendu: partieDe(
      "au 1er quartile (30) dépasse le nombre d'attributions hors QPV (0).",
      "Vérifiez les deux"
    ),
    raison: "Aucune attribution hors QPV se lit, mais pas avec une partie de 30.",
  },
  {
    fonctions: ["ATTRIBUTIONS"],
    argument: "total",
    entrees: ["zéro", "texte vide"],
    attendu: partieDe(
      "aux publics prioritaires (52) dépasse le total des attributions (0).",
      "Vérifiez les deux"
    ),
    raison: "Aucune attribution se lit, mais pas avec une partie de 52.",
  },
  {
    fonctions: ["ATTRIBUTIONS"],
    argument: "total",
    entrees: ["argument omis"],
    attendu: valeur(
      "Le total des attributions manque. Rien n'est donné",
      "Saisissez toutes les attributions"
    ),
    raison: "Les publics prioritaires ne se rapportent à rien sans le total.",
  },
  {
    fonctions: ["ATTRIBUTIONS"],
    argument: "prioritaires",
    entrees: ["argument omis"],
    attendu: valeur(
      "Le nombre d'attributions aux publics prioritaires manque. Rien n'est donné",
      "Saisissez les attributions aux ménages DALO"
    ),
    raison: "Le total ne sert à rien sans les publics prioritaires.",
  },
  {
    fonctions: ["EQUILIBRE"],
    argument: "objectifs_avant",
    entrees: ["argument omis"],
    attendu: valeur(
      "Un objectif avant mutualisation manque. Rien n'est donné",
      "Saisissez un nombre de logements"
    ),
    raison: "Sans aucun objectif, rien n'est équilibré.",
  },
  {
    fonctions: ["EQUILIBRE"],
    argument: "objectifs_apres",
    entrees: ["argument omis"],
    attendu: valeur(
      "Un objectif après mutualisation manque. Rien n'est donné",
      "Saisissez un nombre de logements"
    ),
    raison: "Sans aucun objectif, rien n'est équilibré.",
  },
  {
    fonctions: ["REPARTIR"],
    argument: "deficits",
    entrees: ["argument omis"],
    attendu: valeur("Le nombre de logements manquants manque. Rien n'est donné", "par exemple 500"),
    raison: "Sans aucune commune, il n'y a pas de déficit qui contredise un écart.",
  },
  {
    fonctions: ["ARRONDISSEMENTS"],
    argument: "logements_sociaux",
    entrees: ["argument omis"],
    attendu: valeur(
      "Le nombre de logements sociaux manque. Rien n'est donné",
      "Saisissez le nombre"
    ),
    raison: "Un 0 se lit dans une ligne, mais une colonne omise n'a pas de ligne.",
  },
  {
    fonctions: ["ARRONDISSEMENTS"],
    argument: "part_prioritaire",
    entrees: ["argument omis"],
    attendu: "acceptée",
    raison: "Omise, la part prioritaire est de 50 % ; 0, ou une cellule vide, n'est pas une part.",
  },
];
