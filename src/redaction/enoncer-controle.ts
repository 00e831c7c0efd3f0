import type { Constat, Controle } from "../controle";
import type { AucunTableau } from "../tableau";
import { nommerRubrique } from "./phrase-de-constat";
import { phraserCondition, phraserConstat, phraserVerdict } from "./phraser-controle";
import { enumerer, typographier } from "./typographie";

/** Le verdict d'un seul tenant, pour une cellule : le bilan, ce qui reste à faire, et les conditions à confirmer s'il y en a. */
export function enoncerVerdict(controle: Controle): string {
  const { titre, detail } = phraserVerdict(controle);
  const citer = (rappel: boolean): string =>
    controle.conditions
      .filter((condition) => condition.rappel === rappel)
      .map(phraserCondition)
      .join(" ; ");
  const aConfirmer = citer(false) && ` À confirmer : ${citer(false)}.`;
  const rappels = citer(true) && ` À vérifier aussi : ${citer(true)}.`;
  return typographier(`${titre}. ${detail}${aConfirmer}${rappels}`);
}

/** Un constat d'un seul tenant : quoi, pourquoi, quoi faire, et l'article. */
export function enoncerConstat(constat: Constat): string {
  const { titre, pourquoi, queFaire, article } = phraserConstat(constat);
  return `${titre}. ${pourquoi} ${queFaire} (${article})`;
}

/** Où est une cellule, pour qui ne connaît pas son adresse. `ligne` et `colonne` : comptées à partir de 0 dans la plage donnée. */
export function enoncerPlace(ligne: number, colonne: number): string {
  return `ligne ${ligne + 1}, colonne ${colonne + 1} du tableau`;
}

/** Les lignes qu'un tableau occupe dans la plage, titres et total compris ; comptées à partir de 0. */
export function enoncerLignes(premiere: number, derniere: number): string {
  return `lignes ${premiere + 1} à ${derniere + 1}`;
}

/** Une feuille écrite par le complément n'est pas à contrôler. */
export const RAPPORT_NON_CONTROLE = {
  titre: "Cette feuille est un rapport de contrôle",
  detail:
    "Elle rend compte d’un contrôle, et n’est pas contrôlée elle-même. Ouvrez la feuille du tableau pour le contrôler.",
} as const;

/** Pourquoi une plage ne se contrôle pas : ce qui manque, et quoi faire. */
export function enoncerAbsence({ cellulesLues, cherches, rapport }: AucunTableau): string {
  if (rapport) return `${RAPPORT_NON_CONTROLE.titre}. ${RAPPORT_NON_CONTROLE.detail}`;
  const absents = cherches.filter(({ obligatoire, trouve }) => obligatoire && !trouve);
  const noms = absents.map(({ champ }) => `« ${nommerRubrique(champ)} »`);
  const manque =
    noms.length > 1
      ? `Il manque les colonnes ${enumerer(noms, "et")} sur une même ligne de titres.`
      : `Il manque la colonne ${enumerer(noms)}.`;
  return typographier(
    `Aucun tableau d'article 2 reconnu : rien n'a été contrôlé. ${cellulesLues === 0 ? "La plage est vide." : manque} Prenez la ligne des titres dans la plage, et donnez à chaque colonne ce nom ou celui de la trame officielle.`
  );
}
