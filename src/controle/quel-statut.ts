import type { Bareme } from "../regles";
import { DATE_ECRITE, normaliserTitre, type LigneDeCommune } from "../tableau";
import { estCitee } from "./contexte";
import { reponseDe, type Cadre } from "./donnees";

type Etat = "entrante" | "exemptee" | "carencee";

const ACTE = `(par |selon )?((le|un) |l')?(decret|arrete)( prefectoral)?( n[°o]? ?[\\d-]+)?( du ${DATE_ECRITE})?`;
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

const LISTES = { entrante: "entrantes", exemptee: "exemptees", carencee: "carencees" } as const;

/** Ce qu'est une commune, par sa colonne, par la colonne « statut », par l'intertitre au-dessus d'elle, ou par l'agent. */
export function estDite(
  ligne: LigneDeCommune,
  quoi: Etat,
  { contexte, bareme }: Pick<Cadre, "contexte" | "bareme">
): boolean {
  const { [quoi]: colonne, statut } = ligne.donnees;
  const ecrit = normaliserTitre(colonne?.texte ?? "");
  const reponse = PASSE.test(ecrit) ? null : reponseDe(colonne);
  if (reponse !== null) return reponse === "oui";
  if (sansCettePeriode(ecrit, bareme) === "oui" || affirme(ecrit, quoi, bareme)) return true;
  if (quoi === "entrante" && RANG_SEUL.test(ecrit)) return true;
  const section = normaliserTitre(ligne.section ?? "");
  return (
    affirme(statut?.texte ?? "", quoi, bareme) ||
    (!ENUMERE.test(section) && affirme(section, quoi, bareme)) ||
    estCitee(ligne, contexte[LISTES[quoi]])
  );
}

function affirme(dit: string, quoi: Etat, bareme: Bareme): boolean {
  const parties = sansCettePeriode(normaliserTitre(dit), bareme)
    .split(SEPARATEUR)
    .map((partie) => normaliserTitre(partie.replace(/[():.]+/g, " ")));
  return (
    parties.some((partie) => AFFIRME[quoi].test(partie)) &&
    parties.every((partie) =>
      [...Object.values(AFFIRME), SANS_EFFET].some((connu) => connu.test(partie))
    )
  );
}

/** « exemptee (2026-2028) » : la période du contrat n'ajoute rien. */
function sansCettePeriode(titre: string, { debut, fin }: Bareme): string {
  const annees = `${debut}( ?[-/] ?| a )(20)?${fin % 100}(?![\\d/-])`;
  return titre
    .replace(new RegExp(`[ ,:]*\\(?((pour|sur|en|de) )?((la )?periode )?${annees}\\)?`), "")
    .trim();
}

/** Où un statut est écrit sans se lire ni comme un oui ni comme un non, quand l'agent n'en dit rien. */
export function statutsIllisibles(
  ligne: LigneDeCommune,
  cadre: Pick<Cadre, "contexte" | "bareme">
): (Etat | "statut")[] {
  const { donnees } = ligne;
  const etats = (Object.keys(AFFIRME) as Etat[]).filter((quoi) => !cadre.contexte[LISTES[quoi]]);
  const muettes = etats.filter((quoi) => {
    const texte = normaliserTitre(donnees[quoi]?.texte ?? "");
    const illisible = donnees[quoi]?.etat === "illisible" || PASSE.test(texte);
    return illisible && !NIE.test(texte) && !estDite(ligne, quoi, cadre);
  });
  const statut = normaliserTitre(donnees.statut?.texte ?? "");
  const enParle = etats.some(
    (quoi) =>
      CITE[quoi].test(statut) && donnees[quoi] === undefined && !affirme(statut, quoi, cadre.bareme)
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
