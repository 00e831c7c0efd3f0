import type { BilanDeCommune, Condition, Constat, Controle } from "../controle";
import type { Moyen } from "../tableau";
import { ecrireArticle } from "./article";
import { phraserCondition } from "./phraser-controle";
import { typographier } from "./typographie";

/** Une condition de la loi, et ce qui y est répondu : par une colonne du tableau ou par l'agent. */
export interface ReponseAUneCondition {
  condition: string;
  reponse: string;
  article: string;
}

type Simple = Exclude<Condition["code"], "accord">;

interface Regle {
  article: string;
  /** Ce que dit chaque constat ; sans lui, la condition est remplie. */
  constats: Partial<Record<Constat["code"], string>>;
  remplie: string;
}

const NON = "Non";
const A_COMPLETER = "Colonne vide ou en attente";

const REGLES: Readonly<Record<Simple, Regle>> = {
  plh: {
    article: "L. 302-8, X, al. 5",
    constats: { "plh-absent": NON, "plh-vide": A_COMPLETER },
    remplie: "Oui",
  },
  "avis-cnsru": {
    article: "L. 302-8, X, al. 1",
    constats: {
      "avis-non-rendu": "Avis non rendu",
      "avis-vide": A_COMPLETER,
      "avis-defavorable": "Avis rendu, défavorable",
    },
    remplie: "Avis rendu",
  },
  "toutes-les-communes": {
    article: "L. 302-8, X",
    constats: { "communes-absentes": NON },
    remplie: "Oui",
  },
  signataires: {
    article: "L. 302-8-1, I, al. 1",
    constats: { "signataires-absents": NON },
    remplie: "Oui",
  },
};

/** Chaque condition du contrat et sa réponse, « sans réponse » comprise ; puis l'accord de chaque commune relevée. */
export function enoncerConditions(controle: Controle): ReponseAUneCondition[] {
  const { type, communes } = controle;
  if (type === "arrondissements") return [];
  if (type !== "mutualisant") return [enoncerUneCondition("signataires", controle)];
  const codes: readonly Simple[] = ["plh", "avis-cnsru", "toutes-les-communes", "signataires"];
  return [
    ...codes.map((code) => enoncerUneCondition(code, controle)),
    ...communes.flatMap((commune) => enoncerAccord(commune, controle)),
  ];
}

function enoncerUneCondition(
  code: Simple,
  { conditions, constats }: Controle
): ReponseAUneCondition {
  const { article, constats: contraires, remplie } = REGLES[code];
  const attendue = conditions.find((condition) => condition.code === code);
  const contraire = constats.map((constat) => contraires[constat.code]).find(Boolean);
  return {
    condition: phraserCondition(attendue ?? { code, rappel: false, article }),
    reponse: attendue ? sansReponse(attendue) : (contraire ?? remplie),
    article: ecrireArticle(article),
  };
}

/** Seule une commune relevée donne son accord. */
function enoncerAccord(
  { nom, objectifAvant: avant, objectifApres: apres }: BilanDeCommune,
  { conditions, constats }: Controle
): ReponseAUneCondition[] {
  if (avant === null || apres === null || apres <= avant) return [];
  const article = "L. 302-8, X, al. 4";
  const attendue = conditions.find(
    (condition) => condition.code === "accord" && condition.commune === nom
  );
  const ditDe = (code: Constat["code"]): boolean =>
    constats.some((constat) => constat.code === code && constat.commune === nom);
  const reponse = ditDe("accord-refuse") ? NON : ditDe("accord-vide") ? A_COMPLETER : "Oui";
  return [
    {
      condition: phraserCondition({
        code: "accord",
        rappel: false,
        article,
        commune: nom,
        avant,
        apres,
      }),
      reponse: attendue ? sansReponse(attendue) : reponse,
      article: ecrireArticle(article),
    },
  ];
}

function sansReponse({ rappel }: Condition): string {
  return typographier(rappel ? "Sans réponse : à vérifier" : "Sans réponse : à confirmer");
}

const MOYENS: Readonly<Record<Moyen, string>> = {
  "nombre-en-texte": "nombre écrit en texte",
  "pourcent-en-fraction": "lu en pour-cent",
  "fraction-en-points": "fraction lue en points",
  "signe-inverse": "signe inversé",
  "tiret-lu-vide": "tiret lu comme une cellule vide",
  reponse: "lu comme une réponse",
  "code-complete": "code INSEE complété d’un zéro",
  "epci-recopie": "EPCI repris de la ligne du dessus",
  "deficit-calcule": "calculé : logements sociaux, résidences principales et taux légal",
  "taux-ls-calcule": "calculé : logements sociaux sur résidences principales",
  "ecart-calcule": "calculé : taux légal moins taux de logements sociaux",
  "cible-du-texte": "taux légal lu autour du tableau",
};

/** Ce qui a été fait d'une cellule pour la lire. */
export function nommerConversion(moyen: Moyen): string {
  return typographier(MOYENS[moyen]);
}

/** Ce qu'un contrôle ne dit pas, au bas de son rapport. */
export function enoncerLimites(mutualisant: boolean): string[] {
  return [...LIMITES, ...(mutualisant ? [DEUX_PLANCHERS] : [])].map(typographier);
}

const LIMITES = [
  "Ce contrôle porte sur ce qui est écrit dans le tableau et sur les réponses données. Il ne remplace ni l'instruction du dossier, ni la notification du préfet, ni l'avis de la commission nationale SRU.",
  "Les nombres de logements manquants sont ceux du tableau : ils ne sont pas comparés à l'inventaire notifié.",
  "Aucun texte ne fixe l'arrondi : les objectifs légaux et les planchers sont arrondis à l'entier supérieur, par commune, puis additionnés.",
];

const DEUX_PLANCHERS =
  "Le plancher d'un contrat mutualisant se lit de deux façons : la moitié de l'objectif légal (L. 302-8, X, al. 2), ou 17 % du déficit au-delà de 4 points d'écart (guide DHUP, annexe 1).";
