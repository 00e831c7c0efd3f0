import type { Message } from "./message";
import { enumerer, typographier } from "./typographie";

/** Pourquoi une cellule de la feuille « CMS – Contrat » ne sert pas. */
export type MotifDIllisible =
  | "reponse"
  | "contradiction"
  | "repere-inconnu"
  | "sans-epci"
  | "donnee-inconnue"
  | "designation-incomplete"
  | "lettres"
  | "feuille-inconnue"
  | "titres-absents"
  | "version"
  | "version-contradictoire"
  | "version-en-double"
  | "versions-sans-titres";

/** Une cellule de la feuille « CMS – Contrat » qui ne se lit pas : elle compte comme vide, et c'est dit. */
export interface ReponseIllisible {
  motif: MotifDIllisible;
  /** « E7 ». */
  adresse: string;
  ecrit: string;
  /** La question posée, ou la donnée désignée. */
  question: string;
  /** Ce qu'on peut y écrire. */
  admis: string;
}

const COMPTE_VIDE = "Elle compte comme vide : rien n'est deviné.";

const MESSAGES: Readonly<
  Record<MotifDIllisible, (illisible: ReponseIllisible) => readonly [string, string, string]>
> = {
  reponse: ({ question, ecrit, admis }) => [
    `La réponse « ${ecrit} » à « ${question} » ne se lit pas.`,
    COMPTE_VIDE,
    `Écrivez ${admis}, ou laissez la cellule vide.`,
  ],
  contradiction: ({ question, ecrit }) => [
    `« ${question} » a deux réponses différentes ; « ${ecrit} » n'est pas retenue.`,
    "La feuille pose deux fois la question, ou nomme deux fois l'EPCI ou la donnée : la première réponse compte.",
    "Gardez la bonne, et effacez l'autre.",
  ],
  "repere-inconnu": ({ ecrit, question }) => [
    `Le repère « ${question} » n'est celui d'aucune question : « ${ecrit} » n'est pas lu.`,
    "La feuille se relit par les codes de sa colonne Repère ; celui-ci a changé, ou vient d'une version plus récente du complément.",
    "Rétablissez le repère, ou mettez le complément à jour.",
  ],
  "sans-epci": ({ ecrit }) => [
    `« ${ecrit} » est dans une colonne sans titre, à côté des réponses : ce n'est pas lu.`,
    "Une réponse vaut pour l'EPCI que nomme le titre de sa colonne.",
    "Écrivez le nom de l'EPCI en titre ; si c'est une note, laissez une colonne vide avant elle.",
  ],
  "donnee-inconnue": ({ ecrit }) => [
    `« ${ecrit} » n'est pas une donnée d'article 2.`,
    "La colonne désignée n'est pas retenue.",
    "Désignez la colonne depuis le volet, ou reprenez le nom d'une donnée tel que le volet l'écrit.",
  ],
  "designation-incomplete": ({ admis }) => [
    "Une colonne désignée à la main est incomplète.",
    "Il faut la feuille, la donnée et la colonne pour la retenir.",
    `Complétez la ligne (${admis}), ou effacez-la.`,
  ],
  lettres: ({ question, ecrit }) => [
    `« ${ecrit} » ne désigne aucune colonne pour « ${question} ».`,
    "La colonne désignée n'est pas retenue.",
    "Écrivez les lettres de la colonne, comme C ou AB, ou « aucune » si la feuille ne l'a pas.",
  ],
  "feuille-inconnue": ({ ecrit }) => [
    `Des colonnes sont désignées sur la feuille « ${ecrit} », que le classeur n'a pas.`,
    "Elle a été renommée ou supprimée ; les colonnes désignées ne sont pas retenues.",
    "Corrigez le nom de la feuille, ou effacez la ligne.",
  ],
  version: ({ question, ecrit, admis }) => [
    `Version signée : « ${question} » ${ecrit === "" ? "est vide" : `vaut « ${ecrit} », qui ne se lit pas`}.`,
    "Ce qui a été signé n'est pas deviné : ce que la cellule devrait dire n'est comparé à rien.",
    `Rétablissez ce qui a été signé : ${admis}.`,
  ],
  "version-contradictoire": ({ question, ecrit }) => [
    `Version signée : « ${question} » vaut « ${ecrit} » ici, et autre chose plus haut.`,
    "Une version n'a qu'une date, qu'un inventaire et qu'un type : ceux de sa première ligne comptent.",
    "Rétablissez ce qui a été signé.",
  ],
  "version-en-double": ({ ecrit }) => [
    `${ecrit} est deux fois dans la même version signée.`,
    "Une commune n'y a qu'un objectif : sa première ligne compte.",
    "Effacez la ligne en trop.",
  ],
  "versions-sans-titres": () => [
    "Les versions signées du contrat ne se lisent pas.",
    "Leurs titres (EPCI, Commune, Signé le, Version, Type de contrat, Période, Objectif signé) ont disparu ou changé : le contrat compte comme un projet.",
    "Rétablissez ces titres.",
  ],
  "titres-absents": () => [
    "Les réponses de la feuille « CMS – Contrat » ne se lisent pas.",
    "Sa ligne de titres (Repère, Question…) a disparu : plus rien ne dit où elles sont.",
    "Rétablissez cette ligne ; ou renommez la feuille, et répondez depuis le volet, qui en fera une neuve.",
  ],
};

/** Ce qui ne se lit pas sur la feuille « CMS – Contrat », dit à l'agent. */
export function phraserReponseIllisible(illisible: ReponseIllisible): Message {
  const [quoi, pourquoi, queFaire] = MESSAGES[illisible.motif](illisible).map(typographier);
  return { quoi: quoi ?? "", pourquoi: pourquoi ?? "", queFaire: queFaire ?? "" };
}

/** Des contrats signés pour des EPCI que ne nomme aucun tableau. */
export function phraserVersionsSansTableau(epcis: readonly string[]): Message {
  const liste = enumerer(
    epcis.map((epci) => `« ${epci} »`),
    "et"
  );
  return {
    quoi: typographier(
      `La feuille « CMS – Contrat » garde un contrat signé pour ${liste}, qu'aucun tableau du classeur ne nomme ainsi.`
    ),
    pourquoi: typographier("Ses objectifs signés, opposables, ne sont comparés à rien."),
    queFaire: typographier("Donnez à l'EPCI le même nom sur la feuille et dans le tableau."),
  };
}

/** Des réponses données pour un EPCI que ne nomme aucun tableau. */
export function phraserReponsesSansTableau(epcis: readonly string[]): Message {
  const liste = enumerer(
    epcis.map((epci) => `« ${epci} »`),
    "et"
  );
  return {
    quoi: typographier(
      `La feuille « CMS – Contrat » répond pour ${liste}, qu'aucun tableau du classeur ne nomme ainsi.`
    ),
    pourquoi: "Ces réponses ne servent à aucun contrôle.",
    queFaire: typographier("Donnez à l'EPCI le même nom sur la feuille et dans le tableau."),
  };
}
