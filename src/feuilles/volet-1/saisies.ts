import { FORMAT_ENTIER, FORMAT_TAUX_PRECIS, FORMAT_TEXTE } from "../page";
import type { Trame } from "./trame";

const FORMAT_DECIMAL = "#,##0.0_m";

/** Une valeur par inventaire, ou par année. */
export type Annuelle = "rp" | "ls" | "taux" | "cible" | "manquants" | "autorises" | "finances";

/** Une valeur par période triennale. */
export type Triennale =
  | "objectif"
  | "realises"
  | "plai"
  | "pls"
  | "carence"
  | "carencee"
  | "vefa"
  | "directe"
  | "acquisition";

/** Une seule valeur, la plus récente. */
export type Ponctuelle =
  | "hlm"
  | "prive"
  | "accession"
  | "petits"
  | "moyens"
  | "grands"
  | "recents"
  | "intermediaires"
  | "anciens"
  | "loyer"
  | "vacance"
  | "rotation"
  | "demandes"
  | "externes"
  | "attributions"
  | "delai"
  | "seules"
  | "locales"
  | "ressourcesPlai"
  | "quartile"
  | "dalo"
  | "prioritaires";

export type Cle = Annuelle | Triennale | Ponctuelle;

/** Une colonne à remplir. */
export interface Champ {
  cle: Cle;
  titre: string;
  format: string;
}

/** Un tableau à remplir : une ligne par commune. */
export interface Saisie {
  titre: string;
  /** Où l'agent trouve ces nombres. */
  source: string;
  champs: readonly Champ[];
  /** Rien que des nombres entiers. */
  entiers: boolean;
}

const ANNUELLES: readonly (Omit<Champ, "titre"> & {
  cle: Annuelle;
  titre: string;
  source: string;
})[] = [
  {
    cle: "rp",
    titre: "Résidences principales au 1er janvier",
    source: "inventaires annuels SRU",
    format: FORMAT_ENTIER,
  },
  {
    cle: "ls",
    titre: "Logements sociaux au 1er janvier",
    source: "inventaires annuels SRU",
    format: FORMAT_ENTIER,
  },
  {
    cle: "taux",
    titre: "Taux de logements sociaux notifié, à défaut des deux nombres",
    source: "inventaires annuels SRU",
    format: FORMAT_TAUX_PRECIS,
  },
  {
    cle: "cible",
    titre: "Taux cible, 20 ou 25 % ; une année vide prend celui de l'année suivante",
    source: "inventaires annuels SRU",
    format: FORMAT_TAUX_PRECIS,
  },
  {
    cle: "manquants",
    titre: "Logements sociaux manquants notifiés ; une année vide est recalculée",
    source: "inventaires annuels SRU",
    format: FORMAT_ENTIER,
  },
  {
    cle: "autorises",
    titre: "Logements autorisés dans l'année",
    source: "Sitadel",
    format: FORMAT_ENTIER,
  },
  {
    cle: "finances",
    titre: "Logements locatifs sociaux financés dans l'année",
    source: "Galion-Sisal",
    format: FORMAT_ENTIER,
  },
];

/** Trois champs, chacun pour toutes les périodes : autant de colonnes que d'inventaires. */
const TRIENNALES: readonly { titre: string; source: string; champs: readonly Champ[] }[] = [
  {
    titre: "Bilans triennaux : objectif notifié, logements réalisés, dont PLAI",
    source: "bilans triennaux SRU",
    champs: [
      { cle: "objectif", titre: "Objectif", format: FORMAT_ENTIER },
      { cle: "realises", titre: "Réalisés", format: FORMAT_ENTIER },
      { cle: "plai", titre: "dont PLAI", format: FORMAT_ENTIER },
    ],
  },
  {
    titre: "Bilans triennaux : dont PLS et assimilés, taux de carence, commune carencée",
    source: "bilans triennaux SRU, arrêtés de carence",
    champs: [
      { cle: "pls", titre: "dont PLS", format: FORMAT_ENTIER },
      { cle: "carence", titre: "Taux de carence", format: FORMAT_TAUX_PRECIS },
      { cle: "carencee", titre: "Carence (oui, non)", format: FORMAT_TEXTE },
    ],
  },
  {
    titre: "Modes de production des logements locatifs sociaux",
    source: "Galion-Sisal",
    champs: [
      { cle: "vefa", titre: "VEFA", format: FORMAT_ENTIER },
      { cle: "directe", titre: "Maîtrise directe", format: FORMAT_ENTIER },
      { cle: "acquisition", titre: "Acq.-amél.", format: FORMAT_ENTIER },
    ],
  },
];

/** Titres courts : les colonnes sont étroites. */
const PONCTUELLES: readonly { titre: string; source: string; champs: readonly Champ[] }[] = [
  {
    titre: "Le parc social",
    source: "inventaires annuels SRU, RPLS",
    champs: [
      { cle: "hlm", titre: "Parc HLM", format: FORMAT_ENTIER },
      { cle: "prive", titre: "Privé conv.", format: FORMAT_ENTIER },
      { cle: "accession", titre: "Access. sociale", format: FORMAT_ENTIER },
      { cle: "petits", titre: "T1 et T2", format: FORMAT_ENTIER },
      { cle: "moyens", titre: "T3", format: FORMAT_ENTIER },
      { cle: "grands", titre: "T4 et plus", format: FORMAT_ENTIER },
      { cle: "recents", titre: "Moins de 10 ans", format: FORMAT_ENTIER },
      { cle: "intermediaires", titre: "De 10 à 40 ans", format: FORMAT_ENTIER },
      { cle: "anciens", titre: "Plus de 40 ans", format: FORMAT_ENTIER },
      { cle: "loyer", titre: "Loyer (€/m²)", format: FORMAT_DECIMAL },
      { cle: "vacance", titre: "Taux de vacance", format: FORMAT_TAUX_PRECIS },
      { cle: "rotation", titre: "Taux de rotation", format: FORMAT_TAUX_PRECIS },
    ],
  },
  {
    titre: "La demande locative sociale",
    source: "SNE ou fichier local de la demande ; Syplo pour les publics prioritaires",
    champs: [
      { cle: "demandes", titre: "En cours", format: FORMAT_ENTIER },
      { cle: "externes", titre: "Hors mutat.", format: FORMAT_ENTIER },
      { cle: "attributions", titre: "Satis-faites", format: FORMAT_ENTIER },
      { cle: "delai", titre: "Délai (mois)", format: FORMAT_DECIMAL },
      { cle: "seules", titre: "Une pers. seule", format: FORMAT_ENTIER },
      { cle: "locales", titre: "De la comm.", format: FORMAT_ENTIER },
      { cle: "ressourcesPlai", titre: "Sous le PLAI", format: FORMAT_ENTIER },
      { cle: "quartile", titre: "1er quartile", format: FORMAT_ENTIER },
      { cle: "dalo", titre: "DALO", format: FORMAT_ENTIER },
      { cle: "prioritaires", titre: "Publics prior.", format: FORMAT_ENTIER },
    ],
  },
];

/** Tout ce que la feuille demande, tableau par tableau : aucun n'a plus de colonnes qu'il n'y a d'inventaires. */
export function saisiesDe({ annees, periodes }: Trame): Saisie[] {
  const annuelles = ANNUELLES.map(({ cle, titre, source, format }) => ({
    titre,
    source,
    champs: annees.map((annee) => ({ cle, titre: String(annee), format })),
    entiers: format === FORMAT_ENTIER,
  }));
  const triennales = TRIENNALES.map(({ champs, ...reste }) => ({
    ...reste,
    champs: champs.flatMap((champ) =>
      periodes.map((periode) => ({ ...champ, titre: `${champ.titre} ${periode}` }))
    ),
    entiers: champs.every(({ format }) => format === FORMAT_ENTIER),
  }));
  const ponctuelles = PONCTUELLES.flatMap(({ champs, ...reste }) =>
    Array.from({ length: Math.ceil(champs.length / annees.length) }, (_, rang) => ({
      ...reste,
      champs: champs.slice(rang * annees.length, (rang + 1) * annees.length),
      entiers: false,
    }))
  );
  return [...annuelles, ...triennales, ...ponctuelles];
}

/** La colonne d'un champ dans sa saisie ; `rang` : celui de l'année, ou de la période. */
export function placeDe(
  saisies: readonly Saisie[],
  cle: Cle,
  rang: number
): { saisie: number; champ: number } {
  const saisie = saisies.findIndex(({ champs }) => champs.some((champ) => champ.cle === cle));
  const places = (saisies[saisie]?.champs ?? []).flatMap((champ, i) =>
    champ.cle === cle ? [i] : []
  );
  const champ = places[rang];
  if (champ === undefined) throw new Error(`Le 1er volet ne demande pas « ${cle} » (${rang}).`);
  return { saisie, champ };
}
