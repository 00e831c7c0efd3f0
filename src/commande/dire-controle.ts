import type { Condition, Constat } from "../controle";
import { enoncerAbsence, phraserCondition, phraserConstat, typographier } from "../redaction";
import type { AucunTableau } from "../tableau";
import type { ConstatDit } from "./rapport";

/** Un constat du contrôle : ses données, et sa phrase (quoi, pourquoi, que faire). */
export function direConstat(constat: Constat): ConstatDit {
  const { code, gravite, commune = null, adresse: cellule = null, valeurs, article } = constat;
  const { titre, pourquoi, queFaire } = phraserConstat(constat);
  const message = `${titre}. ${pourquoi} ${queFaire}`;
  return { code, gravite, commune, cellule, valeurs, message, article };
}

/** Ce que la loi demande et qui reste sans réponse : une information, au code « …-a-confirmer ». */
export function direCondition(condition: Condition): ConstatDit {
  const releve = condition.code === "accord" ? condition : null;
  return {
    code: `${condition.code}-a-confirmer`,
    gravite: "information",
    commune: releve?.commune ?? null,
    cellule: releve?.adresse ?? null,
    valeurs: releve ? { avant: releve.avant, apres: releve.apres } : {},
    message: typographier(`${phraserCondition(condition)} : à confirmer.`),
    article: condition.article,
  };
}

/** Une feuille sans tableau d'article 2 : ce qui y manque. */
export function direAbsence(absence: AucunTableau): ConstatDit {
  const { feuille, plage, cherches } = absence;
  const absents = cherches.filter(({ obligatoire, trouve }) => obligatoire && !trouve);
  return {
    code: "aucun-tableau",
    gravite: "erreur",
    commune: null,
    cellule: null,
    valeurs: { feuille, plage, absents: absents.map(({ champ }) => champ) },
    message: typographier(`Feuille « ${feuille} ». ${enoncerAbsence(absence)}`),
    article: null,
  };
}
