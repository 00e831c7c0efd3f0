import type { Argument } from "../regles";

/** Comment une phrase nomme un argument : « le déficit », et ce qu'on attend de lui. */
export const ARGUMENTS: Readonly<Record<Argument, { le: string; attendu: string }>> = {
  deficit: {
    le: "Le nombre de logements manquants",
    attendu: "le nombre de logements manquants notifié, par exemple 500",
  },
  ecart: {
    le: "L'écart",
    attendu: "l'écart au taux légal en points, par exemple 5 pour 20 % moins 15 %",
  },
  type: { le: "Le type", attendu: "le type de situation, par exemple « mutualisant »" },
  tauxRetenu: { le: "Le taux retenu", attendu: "un taux, par exemple 30 % ou 0,3" },
  arrondi: { le: "L'arrondi", attendu: "le mot de l'arrondi, par exemple « supérieur »" },
  periode: { le: "La période", attendu: "une période, par exemple « 2026-2028 »" },
  lecture: { le: "La lecture", attendu: "« guide » ou « loi »" },
  logementsSociaux: {
    le: "Le nombre de logements sociaux",
    attendu: "le nombre de logements sociaux de l'inventaire",
  },
  residencesPrincipales: {
    le: "Le nombre de résidences principales",
    attendu: "le nombre de résidences principales de l'inventaire",
  },
  tauxCible: { le: "Le taux légal", attendu: "20 % ou 25 %" },
  tauxLs: {
    le: "Le taux de logements sociaux",
    attendu: "le taux de logements sociaux de la commune, par exemple 15 %",
  },
  objectif: { le: "L'objectif", attendu: "un nombre de logements, par exemple 165" },
  plh: { le: "La réponse sur le PLH", attendu: "VRAI ou FAUX" },
  objectifsAvant: {
    le: "Un objectif avant mutualisation",
    attendu: "un nombre de logements par commune",
  },
  objectifsApres: {
    le: "Un objectif après mutualisation",
    attendu: "un nombre de logements par commune",
  },
  capacite: {
    le: "La capacité",
    attendu: "le nombre de logements que la commune pense pouvoir réaliser, par exemple 40",
  },
  periodesConsommees: {
    le: "Le nombre de périodes consommées",
    attendu: "le nombre de périodes triennales déjà abaissées à la suite, par exemple 1",
  },
  population: { le: "La population", attendu: "le nombre d'habitants de la commune" },
  inconstructibilite: {
    le: "La part inconstructible",
    attendu: "la part du territoire urbanisé, par exemple 40 % ou 0,4",
  },
  realises: {
    le: "Le nombre de logements réalisés",
    attendu: "le nombre de logements sociaux réalisés sur la période, par exemple 120",
  },
  plai: { le: "Le nombre de PLAI", attendu: "le nombre de PLAI parmi les logements réalisés" },
  pls: {
    le: "Le nombre de PLS",
    attendu: "le nombre de PLS et assimilés parmi les logements réalisés",
  },
  date: { le: "La date", attendu: "une vraie date, par exemple 15/06/2026, ou une année" },
  total: { le: "Le total", attendu: "un nombre de logements pour tout l'EPCI, par exemple 542" },
  variationLs: {
    le: "La variation des logements sociaux",
    attendu: "le nombre de logements sociaux de plus entre deux inventaires, par exemple 120",
  },
  variationRp: {
    le: "La variation des résidences principales",
    attendu: "le nombre de résidences principales de plus entre deux inventaires, par exemple 400",
  },
  demandes: { le: "Le nombre de demandeurs", attendu: "le nombre de demandeurs, par exemple 1200" },
  attributions: {
    le: "Le nombre de demandes satisfaites",
    attendu: "le nombre de demandes satisfaites sur la même période, par exemple 150",
  },
  croissanceRp: {
    le: "La croissance annuelle",
    attendu: "le nombre de résidences principales de plus par an, par exemple 100",
  },
  partSociale: {
    le: "La part sociale",
    attendu: "la part du logement social dans la croissance, par exemple 30 %",
  },
  annees: { le: "Le nombre d'années", attendu: "un nombre d'années de 1 à 30" },
  partPrioritaire: {
    le: "La part prioritaire",
    attendu: "une part de l'objectif, par exemple 50 %, ou retirez cet argument",
  },
  q1HorsQpv: {
    le: "Le nombre d'attributions hors QPV au 1er quartile",
    attendu: "les attributions hors QPV à des ménages du 1er quartile, ou relogés",
  },
  horsQpv: { le: "Le nombre d'attributions hors QPV", attendu: "toutes les attributions hors QPV" },
  q234Qpv: {
    le: "Le nombre d'attributions en QPV aux 2e, 3e et 4e quartiles",
    attendu: "les attributions en QPV à des ménages des 2e, 3e et 4e quartiles",
  },
  qpv: { le: "Le nombre d'attributions en QPV", attendu: "toutes les attributions en QPV" },
  prioritaires: {
    le: "Le nombre d'attributions aux publics prioritaires",
    attendu: "les attributions aux ménages DALO et publics prioritaires",
  },
  totalAttributions: {
    le: "Le total des attributions",
    attendu: "toutes les attributions du réservataire",
  },
  logementsPlus: {
    le: "Le nombre de logements PLUS",
    attendu: "le nombre de logements PLUS de l'opération, par exemple 40",
  },
  modestes: {
    le: "Le nombre de ménages modestes",
    attendu: "le nombre de ménages d'au plus 60 % des plafonds PLUS",
  },
  depassements: {
    le: "Le nombre de dépassements",
    attendu: "le nombre de ménages au-dessus des plafonds PLUS",
  },
  subventionnee: {
    le: "La réponse sur la subvention",
    attendu:
      "VRAI si l'opération est subventionnée par le fonds national des aides à la pierre, FAUX sinon",
  },
};

/** « négatif », ou « négative » après « La … » : les seuls adjectifs que les phrases accordent. */
export function accorder(adjectif: "négatif" | "grand" | "reconnu", argument: Argument): string {
  if (!ARGUMENTS[argument].le.startsWith("La ")) return adjectif;
  return adjectif === "négatif" ? "négative" : `${adjectif}e`;
}
