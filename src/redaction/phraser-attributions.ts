import {
  ATTRIBUTIONS,
  CLAUSE_DE_MIXITE,
  type ClauseDeMixite,
  type PartDesAttributions,
} from "../regles";
import { ecrireArticle } from "./article";
import { ecrireCompte, ecrireNombre, ecrirePart, typographier } from "./typographie";

const PUBLICS = {
  "q1-hors-qpv": { a: "au 1er quartile (ou relogés)", total: "attribution hors QPV" },
  "q234-qpv": { a: "aux 2e, 3e et 4e quartiles", total: "attribution en QPV" },
  prioritaires: { a: "aux DALO et publics prioritaires", total: "attribution" },
} as const;

/** La part d'un public dans les attributions, en une phrase : ce qu'elle est, ce qui manque, le repère national, l'article. */
export function phraserAttributions(constat: PartDesAttributions): string {
  const { objectif, partie, total, manquantes } = constat;
  const { a, total: unite } = PUBLICS[objectif];
  const { objectif: pourcent, repereNational, article } = ATTRIBUTIONS[objectif];
  const attributions = ecrireCompte(total, unite, unite.replace("attribution", "attributions"));
  const repere =
    repereNational === null || total === 0
      ? ""
      : ` Repère national de la circulaire du 18/12/2023 : ${ecrireNombre(repereNational)} %.`;
  const verdict =
    total === 0
      ? `Aucune ${unite} : objectif sans objet`
      : `${ecrireNombre(partie)} ${a} sur ${attributions}, soit ${ecrirePart(partie, total, "dessous")} : ${
          manquantes === 0
            ? `l'objectif de ${pourcent} % est atteint`
            : `il en manque ${ecrireNombre(manquantes)}, à total constant, pour ${pourcent} %`
        }`;
  return typographier(`${verdict} ; ${ecrireArticle(article)}.${repere}`);
}

const ETATS: Readonly<Record<ClauseDeMixite["etat"], string>> = {
  tenue: "tenue",
  "non-tenue": "non tenue",
  "a-confirmer": "à confirmer",
  "sans-objet": "sans objet",
};

/** L'état d'une clause de mixité sociale, comme une cellule le montre. */
export function ecrireEtatDeLaClause({ etat }: ClauseDeMixite): string {
  return ETATS[etat];
}

/** La clause de mixité sociale d'une opération, en une phrase : les deux comptes, puis ce qu'il faut faire. */
export function phraserClause(clause: ClauseDeMixite): string {
  const article = ecrireArticle("D. 331-12");
  if (clause.etat === "sans-objet") return typographier(`Aucun logement PLUS ; ${article}.`);
  const { logements, modestes, depassements, minimum, maximum } = clause;
  const comptes = `Sur ${ecrireCompte(logements, "logement")} PLUS, ${ecrireCompte(modestes, "ménage modeste", "ménages modestes")} (au moins ${ecrireNombre(minimum)} : ${CLAUSE_DE_MIXITE.modestesMinimum} %) et ${ecrireCompte(depassements, "dépassement")} (au plus ${ecrireNombre(maximum)} : ${CLAUSE_DE_MIXITE.depassementsMaximum} %) ; ${article}.`;
  return typographier([comptes, ...SUITES[clause.etat]].join(" "));
}

const SUITES = {
  tenue: [],
  "non-tenue": [
    `La convention APL prévoit que les attributions suivantes aillent toutes à des ménages d'au plus 60 % des plafonds PLUS, jusqu'au retour au respect ; la circulaire du 18/12/2023 demande au préfet de saisir l'ANCOLS (${ecrireArticle("L. 342-3, al. 2")}).`,
  ],
  "a-confirmer": [
    "Sans subvention du fonds national des aides à la pierre, la convention APL peut admettre plus de dépassements, et jusqu'aux plafonds PLS (30 % de plus) : vérifiez-la.",
  ],
} as const;
