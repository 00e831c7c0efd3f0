import {
  atteinte,
  derogation,
  equilibre,
  inventaire,
  periodeALaDate,
  plaiAuMoins,
  plsAuPlus,
} from "./contrat";
import { poser } from "./ecrire-formule";
import { sachantNombre } from "./lire-arguments";
import {
  objectif,
  periodesRestantes,
  plancher,
  tauxDeRattrapage,
  tauxPlancherDe,
} from "./objectifs";
import { ecart, manquants, partSociale, tauxDeLogementsSociaux, tension } from "./parc";
import { plagesInegales } from "./plages";

interface Traduction {
  /** Arguments obligatoires ; les suivants peuvent manquer. */
  requis: number;
  ecrire: (...arguments_: string[]) => string;
}

const TRADUCTIONS: ReadonlyMap<string, Traduction> = new Map<string, Traduction>([
  ["ATTEINTE", { requis: 2, ecrire: atteinte }],
  ["DEROGATION", { requis: 2, ecrire: derogation }],
  ["ECART", { requis: 2, ecrire: ecart }],
  ["EQUILIBRE", { requis: 2, ecrire: equilibre }],
  ["INVENTAIRE", { requis: 1, ecrire: inventaire }],
  ["MANQUANTS", { requis: 3, ecrire: manquants }],
  ["OBJECTIF", { requis: 2, ecrire: objectif }],
  ["PART.SOCIALE", { requis: 2, ecrire: partSociale }],
  ["PERIODE", { requis: 1, ecrire: periodeALaDate }],
  ["PERIODES.RESTANTES", { requis: 2, ecrire: periodesRestantes }],
  ["PLAI.MIN", { requis: 1, ecrire: plaiAuMoins }],
  ["PLANCHER", { requis: 3, ecrire: plancher }],
  ["PLS.MAX", { requis: 1, ecrire: plsAuPlus }],
  ["TAUX.LS", { requis: 2, ecrire: tauxDeLogementsSociaux }],
  ["TAUX.PLANCHER", { requis: 2, ecrire: tauxPlancherDe }],
  ["TAUX.RATTRAPAGE", { requis: 1, ecrire: tauxDeRattrapage }],
  ["TENSION", { requis: 2, ecrire: tension }],
]);

/** Les fonctions qu'une formule native remplace, sans l'espace de noms « CMS. ». */
export const FONCTIONS_NATIVES: readonly string[] = [...TRADUCTIONS.keys()];

/** Pourquoi une fonction ne se remplace que par sa valeur. */
export type MotifDeValeur =
  /** Elle rend une phrase, que `redaction` écrit. */
  | "phrase"
  /** Elle rend plusieurs cellules, ou les calcule ensemble. */
  | "tableau"
  /** Elle juge un tableau entier. */
  | "controle";

/** Les fonctions qu'on remplace par leur valeur, sans l'espace de noms « CMS. ». */
export const VALEURS_SEULEMENT: ReadonlyMap<string, MotifDeValeur> = new Map([
  ["ARRONDISSEMENTS", "tableau"],
  ["ATTRIBUTIONS", "tableau"],
  ["BILAN", "tableau"],
  ["CLAUSE.MIXITE", "tableau"],
  ["CONTROLE", "controle"],
  ["EXPLIQUER", "phrase"],
  ["NOTIFICATION", "tableau"],
  ["PROJECTION", "tableau"],
  ["REPARTIR", "tableau"],
  ["VERSION", "phrase"],
] as const);

/** Pourquoi un appel ne se convertit pas : des données, jamais une phrase. */
export type RaisonDuRefus =
  | { code: "fonction-inconnue" }
  | { code: "valeurs-seulement"; motif: MotifDeValeur }
  | { code: "nombre-d-arguments"; recus: number; minimum: number; maximum: number }
  | { code: "plages-inegales" }
  | { code: "trop-longue"; longueur: number }
  /** La formule entière est mal formée. */
  | { code: "illisible" }
  /** Le nom de la fonction est passé sans être appelé, à MAP par exemple. */
  | { code: "sans-parentheses" }
  /** Un argument appelle `fonction`, qui change à chaque lecture ; la formule native le lit plusieurs fois. */
  | { code: "argument-aleatoire"; fonction: string }
  /** `fonction`, autour de l'appel, distingue #N/A des autres erreurs ; la formule native ne rend pas toujours la même. */
  | { code: "erreurs-distinguees"; fonction: string }
  /** Il faudrait une formule matricielle, qui changerait le reste de cette formule. */
  | { code: "forme-matricielle" }
  /** Plus de 64 fonctions l'une dans l'autre. */
  | { code: "trop-imbriquee"; niveaux: number }
  /** Excel ne pourrait garder la formule en mémoire. */
  | { code: "trop-lourde"; octets: number };

export type FormuleNative = { ok: true; formule: string } | { ok: false; raison: RaisonDuRefus };

/** Excel refuse une formule plus longue, signe égal compris. */
export const LONGUEUR_MAXIMUM = 8192;

/**
 * L'équivalent natif d'un appel de fonction du complément : même nombre, et une erreur (#VALEUR! ou #N/A) là où elle refuse.
 *
 * `nom` : « OBJECTIF », sans « CMS. ». `arguments_` : leurs textes en écriture internationale (référence, nom, littéral, expression
 * déjà convertie) ; vide, l'argument est omis. Le résultat, sans « = », se pose tel quel à la place de l'appel : c'est lui-même un
 * appel de fonction.
 *
 * Un argument calculé y est répété, faute de pouvoir être nommé (LET n'existe ni dans Excel 2016 ni dans LibreOffice 7.4) : au-delà
 * de ce qu'Excel admet, l'appel est refusé (« trop-longue »). Une plage donne une formule matricielle, à garder telle (`t="array"`) ;
 * deux plages écrites en toutes lettres doivent avoir la même taille, comme pour la fonction. Les noms et les références de tableau
 * ne disent pas la leur : c'est à l'appelant de la vérifier (`convertirFormule` le fait).
 */
export function formuleNative(nom: string, arguments_: readonly string[]): FormuleNative {
  const traduite = traduireAppel(nom, arguments_);
  return traduite.ok ? bornerLongueur(traduite.formule) : traduite;
}

/**
 * Comme `formuleNative`, sans limite de longueur. `nombres` : les rangs des arguments qui ne peuvent être qu'un nombre ou une erreur, et
 * qu'il est inutile d'éprouver comme textes.
 */
export function traduireAppel(
  nom: string,
  arguments_: readonly string[],
  nombres: readonly number[] = []
): FormuleNative {
  const traduction = TRADUCTIONS.get(nom);
  if (!traduction) {
    const motif = VALEURS_SEULEMENT.get(nom);
    return refuser(motif ? { code: "valeurs-seulement", motif } : { code: "fonction-inconnue" });
  }
  const { requis, ecrire } = traduction;
  const recus = arguments_.length;
  if (recus < requis || recus > ecrire.length) {
    return refuser({ code: "nombre-d-arguments", recus, minimum: requis, maximum: ecrire.length });
  }
  if (plagesInegales(arguments_)) return refuser({ code: "plages-inegales" });

  const poses = Array.from({ length: ecrire.length }, (_, rang) => {
    const texte = arguments_[rang]?.trim() ?? "";
    // Excel transmet 0 pour un argument obligatoire laissé vide.
    return texte === "" ? (rang < requis ? "0" : "") : poser(texte);
  });
  const formule = nombres.reduce(
    (texte, rang) => sachantNombre(texte, poses[rang] ?? ""),
    ecrire(...poses)
  );
  return { ok: true, formule };
}

export function bornerLongueur(formule: string): FormuleNative {
  const longueur = formule.replace(/^=/, "").length + 1;
  return longueur > LONGUEUR_MAXIMUM
    ? refuser({ code: "trop-longue", longueur })
    : { ok: true, formule };
}

export function refuser(raison: RaisonDuRefus): FormuleNative {
  return { ok: false, raison };
}
