import type { Bareme } from "../../regles";
import type { TypeDeTableau } from "../../tableau";
import { decaler, finDeMois, type Jour } from "../jours";
import type { Matiere } from "../matiere";

/** D'où vient une échéance. Aucune date de la loi n'est inventée : seule la période triennale en a une. */
export type Nature = "Proposée" | "Guide" | "Trame" | "Contrat" | "Loi";

/** Où se prend une échéance : le début de la période, le terme du contrat, ou une autre étape. */
export type Origine = "debut" | "terme" | Cle;

export type Cle =
  | "demande"
  | "inventaire"
  | "comite"
  | "accords"
  | "avis"
  | "deliberations"
  | "signature"
  | "annexion"
  | "notification"
  | "annee-1"
  | "annee-2"
  | "reexamen"
  | "terme-du-contrat"
  | "periode"
  | "bilan";

/** Une étape du contrat. */
export interface Etape {
  cle: Cle;
  nom: string;
  responsable: string;
  /**
   * Mois entre l'origine et l'échéance ; depuis le début de la période, ils sont pleins : trois mènent au 31 mars. `reelle` : la date réelle de l'origine prime,
   * une fois connue.
   */
  calcul: { depuis: Origine; mois: number; reelle?: boolean };
  /** Une date qui arrive d'elle-même : ni état, ni retard. */
  borne?: boolean;
  nature: Nature;
  /** L'article ou le document, et ce qu'il dit de la date. */
  source: string;
}

/** Les étapes d'un contrat, dans l'ordre ; celles de la mutualisation n'y sont que pour elle. */
export function etapesDe({ controle, plh }: Matiere): Etape[] {
  const { type, bareme } = controle;
  return [
    lancement(type, bareme),
    {
      cle: "comite",
      nom: "Installation du comité de pilotage",
      responsable: "Préfet, communes, EPCI",
      calcul: { depuis: "demande", mois: 1, reelle: true },
      nature: "Proposée",
      source: "Guide : dès le lancement de la démarche.",
    },
    {
      cle: "inventaire",
      nom: "Inventaire de référence et notification des logements manquants",
      responsable: "Préfet",
      calcul: { depuis: "debut", mois: 3 },
      nature: "Proposée",
      source: "Guide : connu au début de la période, et toujours avant la signature.",
    },
    ...(type === "mutualisant" ? MUTUALISATION : []),
    {
      cle: "deliberations",
      nom: "Délibérations des communes et de l'EPCI",
      responsable: "Communes, EPCI",
      calcul: { depuis: "signature", mois: -1 },
      nature: "Proposée",
      source: "Trame : elles approuvent les termes du contrat, donc avant la signature.",
    },
    {
      cle: "signature",
      nom: "Signature du contrat",
      responsable: "Maire, préfet, président de l'EPCI (et de l'EPT au Grand Paris)",
      calcul: { depuis: "debut", mois: 8 },
      nature: "Guide",
      source:
        "L. 302-8-1, I, al. 1 (signataires). Guide : au premier été de la période, souhaitable ; la loi ne fixe pas de délai.",
    },
    ...(plh === false ? [] : [ANNEXION]),
    {
      cle: "notification",
      nom: "Notification des objectifs",
      responsable: "Préfet",
      calcul: { depuis: "debut", mois: 12 },
      nature: "Guide",
      source: "Guide : dans le courant de la première année de la période.",
    },
    ...SUIVI,
    {
      cle: "periode",
      nom: "Fin de la période triennale",
      responsable: "",
      borne: true,
      calcul: { depuis: "debut", mois: 36 },
      nature: "Loi",
      source: "L. 302-8, I : périodes de trois ans à compter du 1er janvier 2002.",
    },
    {
      cle: "bilan",
      nom: "Bilan triennal",
      responsable: "Préfet",
      calcul: { depuis: "debut", mois: 48 },
      nature: "Guide",
      source: `Guide : l'année qui suit la période, ${bareme.fin + 1}.`,
    },
  ];
}

function lancement(type: TypeDeTableau, { debut }: Bareme): Etape {
  return {
    cle: "demande",
    nom:
      type === "abaissant"
        ? "Demande de la commune au préfet"
        : "Demande d'engager un contrat, adressée au préfet",
    responsable: "Communes",
    calcul: { depuis: "debut", mois: 1 },
    nature: "Proposée",
    source:
      type === "abaissant"
        ? "L. 302-8-1, II (demande, puis accord du préfet), sans date. Guide : dès le début de la première année."
        : `Guide : dès le début de la première année, ${debut}.`,
  };
}

const MUTUALISATION: readonly Etape[] = [
  {
    cle: "accords",
    nom: "Accord des communes dont l'objectif augmente",
    responsable: "Communes relevées",
    calcul: { depuis: "signature", mois: -3 },
    nature: "Proposée",
    source: "L. 302-8, X, al. 4 : accord requis, sans date.",
  },
  {
    cle: "avis",
    nom: "Avis de la commission nationale SRU",
    responsable: "Préfet",
    calcul: { depuis: "signature", mois: -2 },
    nature: "Proposée",
    source: "L. 302-8, X, al. 1 : avis simple, avant la signature, sans date.",
  },
];

const ANNEXION: Etape = {
  cle: "annexion",
  nom: "Annexion au PLH, après délibération de l'EPCI",
  responsable: "EPCI",
  calcul: { depuis: "signature", mois: 3, reelle: true },
  nature: "Proposée",
  source: "L. 302-8-1, II, sans date ; sans objet s'il n'y a pas de PLH.",
};

const SUIVI: readonly Etape[] = [
  {
    cle: "annee-1",
    nom: "Comité de pilotage de la première année",
    responsable: "Animateur du comité",
    calcul: { depuis: "terme", mois: -24 },
    nature: "Guide",
    source: "Guide : une réunion par an au moins.",
  },
  {
    cle: "annee-2",
    nom: "Comité de pilotage de la deuxième année",
    responsable: "Animateur du comité",
    calcul: { depuis: "terme", mois: -12 },
    nature: "Guide",
    source: "Guide : une réunion par an au moins.",
  },
  {
    cle: "reexamen",
    nom: "Comité de pilotage qui se prononce sur un nouveau contrat",
    responsable: "Animateur du comité",
    calcul: { depuis: "terme", mois: -6 },
    nature: "Trame",
    source: "Trame, article 4 : au moins six mois avant le terme.",
  },
  {
    cle: "terme-du-contrat",
    nom: "Terme du contrat",
    responsable: "",
    borne: true,
    calcul: { depuis: "terme", mois: 0 },
    nature: "Contrat",
    source: "Date écrite à l'article 4 ; trois ans renouvelables (L. 302-8-1, I).",
  },
];

/** L'échéance proposée d'une étape, les dates réelles n'étant pas connues. */
export function echeanceDe(
  { calcul: { depuis, mois } }: Etape,
  dates: { debut: Jour; terme: Jour },
  etapes: readonly Etape[]
): Jour {
  if (depuis === "debut") return finDeMois(dates.debut, mois - 1);
  if (depuis === "terme") return decaler(dates.terme, mois);
  const origine = etapes.find(({ cle }) => cle === depuis);
  return decaler(origine ? echeanceDe(origine, dates, etapes) : dates.debut, mois);
}
