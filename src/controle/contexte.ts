import { normaliserMot } from "../regles";
import { normaliserTitre, type DonneeLue, type LigneDeCommune } from "../tableau";

/** Ce que l'agent sait et que le tableau ne dit pas. Tout est facultatif : absent ou `null`, il n'a pas répondu. Les communes se donnent par leur nom ou leur code INSEE. */
export interface ContexteDeControle {
  /** Le PLH est exécutoire, ou un document en tient lieu. */
  plh?: boolean | null;
  /** `true` : rendu, sans dire lequel ; `false` : non rendu. */
  avisCnsru?: AvisCnsru | boolean | null;
  /** Communes qui ont donné leur accord ; sans `refus`, une commune relevée absente de la liste l'a refusé. */
  accords?: "tous" | readonly string[] | null;
  /** Communes qui l'ont refusé ; avec cette liste, même vide, une commune qui n'est d'aucune des deux n'a pas répondu. */
  refus?: readonly string[] | null;
  /** Nouvelles entrantes ; une liste vide dit qu'il n'y en a pas. */
  entrantes?: readonly string[] | null;
  /** Rang de cette période parmi celles, consécutives, où l'objectif est aménagé : 1 pour la première. */
  periodesConsecutives?: number | null;
  /** « 2026-2028 », si le tableau ne la dit pas. */
  periode?: string | null;
  /** Paris, Lyon, Marseille : l'objectif de la commune, à répartir. */
  objectifCommunal?: number | null;
  /** Toutes les communes déficitaires de l'EPCI sont dans le tableau. */
  toutesLesCommunes?: boolean | null;
  /** Tous les signataires obligatoires signent. */
  signataires?: boolean | null;
  exemptees?: readonly string[] | null;
  carencees?: readonly string[] | null;
}

/** Les réponses qui valent pour un EPCI ; `null` : un EPCI que rien ne nomme. */
export type ContextesParEpci = (epci: string | null) => ContexteDeControle;

export type AvisCnsru = "favorable" | "défavorable" | "rendu" | "non rendu";

type Etat = "entrante" | "exemptee" | "carencee";

const DATE = "\\d{1,2}(er)?[ /.](\\d{1,2}|\\p{L}+)[ /.](20)?\\d\\d";
const ACTE = `(par |selon )?((le|un) |l')?(decret|arrete)( prefectoral)?( n[°o]? ?[\\d-]+)?( du ${DATE})?`;
const COMMUNES = "((les? |la )?communes? )?";
/** Ce qui affirme un statut, en entier : « exemption demandée » ou « exemptée en 2023-2025 » en parlent sans l'affirmer. */
const AFFIRME: Readonly<Record<Etat, RegExp>> = {
  entrante: new RegExp(
    `^${COMMUNES}(nouvelle(ment)?s?[ -])?entrantes?( (1e?re|premiere|2e(me)?|deuxieme|seconde) periode| en cours de periode)?( oui)?$`
  ),
  exemptee: new RegExp(
    `^${COMMUNES}exempt(e?e?s?|ions?( accordee| prononcee| en vigueur)?)( ${ACTE})?( au 1er janvier 20\\d\\d)?( pour memoire)?( oui)?$`,
    "u"
  ),
  carencee: new RegExp(
    `^${COMMUNES}((arrete|constat|etat) de )?carence(e?s?| prononcee)( ${ACTE})?( oui)?$`,
    "u"
  ),
};
/** Ce qui peut accompagner un statut sans le mettre en doute. */
const SANS_EFFET = new RegExp(
  `^((communes? )?(deficitaires?|soumises?( a la loi)?( sru)?|sru)|((non|ni|pas)[ -]|ex-)(exemptee?s?|carencee?s?|(nouvelles? )?entrantes?)|${ACTE})?$`,
  "u"
);
const SEPARATEUR =
  /\s*[,;+&/](?!\d)\s*|\s(?:et|mais)\s|\s(?=non\s)|(?<!\b(?:non|ex|nouvelles?))-(?=\p{L})|\((?=exempt|carenc|entrant|nouvel)/u;
/** « Communes exemptées et carencées » : chacune l'une et l'autre, ou les unes et les autres ? */
const ENUMERE = /[,;+&]|\/(?!\d)|\b(et|ou)\b/;
/** Une réponse pour un autre temps n'en est pas une : « oui (2023-2025) », « oui jusqu'en 2025 », « oui, 3e période ». */
const PASSE =
  /\b20\d\d ?[-/] ?(20)?\d\d(?![\d/-])|\b(jusqu|en 20\d\d)|\b([3-9]e(me)?|troisieme) periode/;

/** Ce qui nie sans équivoque : rien à signaler. */
const NIE =
  /\b(non|pas|ni|sans|aucune?|jamais|ex|plus|ancien\w*|demand\w*|sollicit\w*|refus\w*|rejet\w*|fin|sortie|perte|levee?|abroge\w*|echue?|expire\w*)\b/;
const CITE = { entrante: /\bentrante/, exemptee: /\bexempt/, carencee: /\bcarenc/ } as const;
const RANG = /\b(1e?re|premiere|2e(me)?|deuxieme|seconde)\b/;
const RANG_SEUL = /^(oui )?\(?(1e?re|premiere|2e(me)?|deuxieme|seconde)( periode)?\)?$/;

/** Ce qu'est une commune, par sa colonne, par la colonne « statut », par l'intertitre au-dessus d'elle, ou par l'agent. */
export function estDite(
  ligne: LigneDeCommune,
  quoi: Etat,
  liste: readonly string[] | null | undefined
): boolean {
  const { [quoi]: colonne, statut } = ligne.donnees;
  const ecrit = normaliserTitre(colonne?.texte ?? "");
  const reponse = PASSE.test(ecrit) ? null : reponseDe(colonne);
  if (reponse !== null) return reponse === "oui";
  if (affirme(ecrit, quoi) || (quoi === "entrante" && RANG_SEUL.test(ecrit))) return true;
  const section = normaliserTitre(ligne.section ?? "");
  return (
    affirme(statut?.texte ?? "", quoi) ||
    (!ENUMERE.test(section) && affirme(section, quoi)) ||
    estCitee(ligne, liste)
  );
}

function affirme(dit: string, quoi: Etat): boolean {
  const parties = normaliserTitre(dit)
    .split(SEPARATEUR)
    .map((partie) => normaliserTitre(partie.replace(/[():.]+/g, " ")));
  return (
    parties.some((partie) => AFFIRME[quoi].test(partie)) &&
    parties.every((partie) =>
      [...Object.values(AFFIRME), SANS_EFFET].some((connu) => connu.test(partie))
    )
  );
}

/** Où un statut est écrit sans se lire ni comme un oui ni comme un non, quand l'agent n'en dit rien. */
export function statutsIllisibles(
  ligne: LigneDeCommune,
  { entrantes, exemptees, carencees }: ContexteDeControle
): (Etat | "statut")[] {
  const { donnees } = ligne;
  const reponses = { entrante: entrantes, exemptee: exemptees, carencee: carencees };
  const etats = (Object.keys(AFFIRME) as Etat[]).filter((quoi) => !reponses[quoi]);
  const muettes = etats.filter((quoi) => {
    const texte = normaliserTitre(donnees[quoi]?.texte ?? "");
    const illisible = donnees[quoi]?.etat === "illisible" || PASSE.test(texte);
    return illisible && !NIE.test(texte) && !estDite(ligne, quoi, null);
  });
  const statut = normaliserTitre(donnees.statut?.texte ?? "");
  const enParle = etats.some(
    (quoi) => CITE[quoi].test(statut) && donnees[quoi] === undefined && !affirme(statut, quoi)
  );
  return enParle && !NIE.test(statut) ? [...muettes, "statut"] : muettes;
}

/** La période que la colonne, le statut ou l'intertitre donne à une nouvelle entrante. */
export function periodeDEntrante({
  donnees,
  section,
}: LigneDeCommune): "entrante-1" | "entrante-2" | null {
  const dits = [donnees.entrante?.texte, donnees.statut?.texte, section].map((dit) =>
    normaliserTitre(dit ?? "")
  );
  const dit = dits.find((texte) => RANG.test(texte));
  if (dit === undefined) return null;
  return /\b[1p]/.test(RANG.exec(dit)?.[0] ?? "") ? "entrante-1" : "entrante-2";
}

/** La commune est-elle d'une liste de noms ou de codes INSEE ? */
export function estCitee(
  { nom, donnees }: LigneDeCommune,
  liste: readonly string[] | null | undefined
): boolean {
  if (!liste || liste.length === 0) return false;
  const insee = donnees.insee?.valeur;
  const mots = [nom, typeof insee === "string" ? insee : ""].map(normaliserMot);
  return liste.map(normaliserMot).some((cite) => cite !== "" && mots.includes(cite));
}

/** « oui » ou « non » ; `null` sans réponse lisible. */
export function reponseDe(donnee: DonneeLue | undefined): string | null {
  return donnee && donnee.etat !== "illisible" && typeof donnee.valeur === "string"
    ? donnee.valeur
    : null;
}
