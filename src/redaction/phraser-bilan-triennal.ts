import type { BilanDePeriode, BilanTriennal } from "../suivi";
import { ecrireArticle, ecrireDate } from "./article";
import { enConstat, type Phrase, type PhraseDeConstat } from "./phrase-de-constat";
import { phraserBilan } from "./phraser-bilan";
import { texteDesRefus } from "./phraser-refus";
import { ecrireCompte, ecrireNombre, enumerer, typographier } from "./typographie";

/** Ce que le bilan compte, et ce qu'il ne fait pas. */
export const PORTEE_DU_BILAN = typographier(
  "Comptent les logements sociaux dont l'article 3 dit l'année de financement, dans la période. Chaque commune répond de son objectif : rien ne se compense."
);

const ARTICLES = "L. 302-8, I ; L. 302-8, III ; guide";
export const ARTICLES_DU_BILAN = ecrireArticle(ARTICLES);

/** Ce que le bilan des communes dit en tout : combien n'ont pas atteint leur objectif. */
export function resumerBilans(bilan: BilanDePeriode): string {
  const { sansObjectif, abandonnees } = bilan;
  const hors =
    sansObjectif.length === 0
      ? ""
      : `Hors de ce bilan, faute d'objectif lisible : ${enumerer(sansObjectif, "et")}. `;
  const ecartees =
    abandonnees === 0
      ? ""
      : ` ${ecrireCompte(abandonnees, "opération")} de l'article 3, ${abandonnees > 1 ? "dites abandonnées, n'y comptent" : "dite abandonnée, n'y compte"} pas.`;
  return typographier(`${hors}${conclure(bilan)}${ecartees}`);
}

function conclure({ communes, sansObjectif }: BilanDePeriode): string {
  const enDefaut = communes.filter(({ carencePossible }) => carencePossible).length;
  if (communes.some(({ bilan }) => bilan?.ok === false))
    return "Le bilan d'une commune au moins ne se conclut pas : voyez pourquoi ci-dessous.";
  if (enDefaut === 0)
    return `Chaque ${sansObjectif.length === 0 ? "" : "autre "}commune a atteint son objectif, en quantité et en qualité.`;
  return `Objectif de quantité ou de qualité non atteint : ${ecrireCompte(enDefaut, "commune")} sur ${communes.length}.`;
}

/** « Bilan provisoire : la période court jusqu'au 31/12/2028. » */
export function direProvisoire({ finLe }: BilanDePeriode): string {
  return typographier(`Bilan provisoire : la période court jusqu'au ${ecrireDate(finLe)}.`);
}

/** Le bilan d'une commune en quelques mots : « non atteint », « atteint, excédent de 12 ». */
export function direBilanTriennal({ bilan, carencePossible, excedent }: BilanTriennal): string {
  if (bilan === null) return "rien à atteindre";
  if (!bilan.ok) return "ne se conclut pas";
  if (carencePossible) return "non atteint";
  return excedent > 0 ? `atteint, excédent de ${ecrireNombre(excedent)}` : "atteint";
}

/** Le bilan triennal d'une commune : le verdict, la quantité et la qualité, puis ce qui s'ensuit. */
export function phraserBilanTriennal(
  triennal: BilanTriennal,
  provisoire: boolean
): PhraseDeConstat {
  return enConstat(bilanEnPhrases(triennal, provisoire), ARTICLES);
}

function bilanEnPhrases(triennal: BilanTriennal, provisoire: boolean): Phrase {
  const { nom, bilan, realises } = triennal;
  if (bilan === null)
    return [
      `${nom} : pas d'objectif`,
      `Objectif nul ; ${ecrireCompte(realises, "logement financé", "logements financés")}.`,
      "Rien à atteindre.",
    ];
  if (!bilan.ok)
    return [
      `${nom} : bilan impossible`,
      texteDesRefus(bilan.refus),
      "Corrigez l'Article 3, puis refaites le bilan.",
    ];
  const nonAtteint = provisoire ? "objectif pas encore atteint" : "objectif non atteint";
  const reste = provisoire
    ? "Faites avancer les opérations prévues à l'Article 3, ou ajoutez-en."
    : "Préparez l'échange avec le préfet : expliquez ce qui a empêché d'atteindre l'objectif.";
  return [
    `${nom} : ${bilan.atteint ? "objectif atteint" : nonAtteint}`,
    `${phraserBilan(bilan, provisoire)}${reserves(triennal)}`,
    triennal.carencePossible ? reste : report(triennal),
  ];
}

/** Le report ne commence qu'au-delà de l'objectif du contrat, augmenté par la mutualisation s'il l'a été. */
function report({ excedent, objectif, releve, objectifLegal }: BilanTriennal): string {
  if (excedent === 0) return "Rien à corriger.";
  const augmente =
    releve && objectifLegal !== null
      ? `l'objectif augmenté (${ecrireNombre(objectif)}, pour ${ecrireNombre(objectifLegal)} avant le contrat)`
      : `l'objectif du contrat (${ecrireNombre(objectif)})`;
  return `Un report éventuel ne porte que sur ${ecrireCompte(excedent, "logement")}, au-delà de ${augmente} : demandez-le au préfet.`;
}

function reserves({ plsIndetermine, accession }: BilanTriennal): string {
  const pls = plsIndetermine
    ? " Le maximum de PLS n'est pas connu : le bilan retient le cas général."
    : "";
  return accession > 0
    ? `${pls} Ses ${ecrireNombre(accession)} PSLA ou BRS ne sont pas comptés parmi les PLS : aucun texte lu ne le dit.`
    : pls;
}
