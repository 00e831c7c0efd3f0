import type { Constat } from "../controle";
import { DEROGATION } from "../regles";
import type { Phrases } from "./phrase-de-constat";
import { ecrireCompte, ecrireNombre, ecrireTaux, enumerer } from "./typographie";

type Codes = Extract<
  Constat["code"],
  | "accord-refuse"
  | "accord-vide"
  | "avis-defavorable"
  | "avis-non-rendu"
  | "avis-vide"
  | "carencee"
  | "communes-absentes"
  | "contrats-melanges"
  | "duree-depassee"
  | "duree-derogation-possible"
  | "entrante-amenagee"
  | "entrante-presumee"
  | "ept-mutualisant"
  | "exemptee"
  | "hors-epci"
  | "inventaire-a-recaler"
  | "periode-absente"
  | "plh-absent"
  | "plh-vide"
  | "signataires-absents"
  | "type-deduit"
>;

/** Ce que le contrat demande en plus des nombres : conditions, durée, communes qui n'y ont pas leur place. */
export const PHRASES_DU_CONTRAT: Phrases<Codes> = {
  "accord-refuse": ({ avant, apres }, commune) => [
    `${commune} relevée sans son accord`,
    `Son objectif passe de ${ecrireNombre(avant)} à ${ecrireNombre(apres)}, et son accord n'est pas donné.`,
    `Obtenez l'accord, ou revenez à ${ecrireNombre(avant)}.`,
  ],
  "accord-vide": ({ avant, apres, ecrit }, commune) => [
    `${commune} : accord à recueillir`,
    `Son objectif passe de ${ecrireNombre(avant)} à ${ecrireNombre(apres)}, et la colonne « Accord » ${ecrit === "" ? "est vide" : `indique « ${ecrit} »`}.`,
    "Écrivez « Oui » une fois l'accord obtenu.",
  ],
  "plh-absent": () => [
    "Pas de PLH exécutoire",
    "La mutualisation demande un programme local de l'habitat exécutoire, ou un document en tenant lieu.",
    "Attendez qu'il le soit, ou concluez un contrat sans mutualisation.",
  ],
  "plh-vide": ({ ecrit }) => [
    "PLH à confirmer",
    `La colonne « PLH » ${ecrit === "" ? "est vide" : `indique « ${ecrit} »`}.`,
    "Écrivez « Oui » si le PLH est exécutoire, ou si un document en tient lieu.",
  ],
  "avis-non-rendu": () => [
    "Avis de la commission nationale manquant",
    "La mutualisation demande l'avis de la commission nationale SRU, même défavorable.",
    "Saisissez la commission avant la signature.",
  ],
  "avis-vide": ({ ecrit }) => [
    "Avis de la commission nationale à confirmer",
    `La colonne de l'avis ${ecrit === "" ? "est vide" : `indique « ${ecrit} »`}.`,
    "Écrivez « Oui », « Favorable » ou « Défavorable » une fois l'avis rendu.",
  ],
  "avis-defavorable": () => [
    "Avis défavorable de la commission nationale",
    "C'est un avis simple : il n'interdit pas de conclure.",
    "Joignez-le au dossier.",
  ],
  "communes-absentes": () => [
    "Des communes déficitaires manquent",
    "La mutualisation porte sur toutes les communes déficitaires de l'EPCI soumises au prélèvement.",
    "Ajoutez au tableau celles qui n'y sont pas.",
  ],
  "signataires-absents": () => [
    "Il manque un signataire",
    "Le maire, le préfet et le président de l'EPCI signent ; celui de l'EPT aussi dans la métropole du Grand Paris.",
    "Obtenez la signature qui manque.",
  ],
  "contrats-melanges": ({ epci }) => [
    "Abaissement et mutualisation mêlés",
    `${epci === null ? "Le même EPCI" : `« ${epci} »`} a des objectifs abaissés et des objectifs mutualisés pour la même période : les deux ne se combinent pas.`,
    "Choisissez un seul type de contrat pour tout l'EPCI.",
  ],
  "duree-depassee": ({ rang, permises, derogation }, commune) => [
    `${deLaCommune(commune)}${ecrireNombre(rang)}e période d'aménagement`,
    derogation
      ? `L'objectif s'abaisse au plus ${ecrireCompte(permises, "période")} d'affilée ; rien dans le tableau n'ouvre la dérogation (moins de ${ecrireNombre(DEROGATION.population)} habitants, ou ${DEROGATION.inconstructibiliteMinimum} à ${DEROGATION.inconstructibiliteMaximum} % d'inconstructible).`
      : `L'objectif d'une même commune s'abaisse au plus ${ecrireCompte(permises, "période")} d'affilée, sans prolongation.`,
    derogation
      ? "Revenez à l'objectif légal, ou indiquez la population et l'inconstructibilité."
      : "Revenez à l'objectif légal.",
  ],
  "duree-derogation-possible": ({ rang, permises }, commune) => [
    `${deLaCommune(commune)}${ecrireNombre(rang)}e période, dérogation possible`,
    `L'objectif s'abaisse au plus ${ecrireCompte(permises, "période")} d'affilée ; la commune remplit une condition de la dérogation.`,
    "Vérifiez que la commune l'a demandée, motifs à l'appui, et que le préfet l'a accordée.",
  ],
  "entrante-amenagee": ({ type }, commune) => [
    `${commune} : nouvelle entrante`,
    `Une nouvelle entrante a un taux de droit ; elle ne conclut qu'un contrat sans aménagement, et le tableau est ${type}.`,
    "Retirez-la du tableau, et concluez avec elle un contrat sans aménagement.",
  ],
  "entrante-presumee": ({ taux }, commune) => [
    `${commune} lue comme nouvelle entrante`,
    `Son taux, ${ecrireTaux(taux)}, est un taux de droit des nouvelles entrantes.`,
    "Confirmez qu'elle en est une ; sinon, corrigez le taux.",
  ],
  "ept-mutualisant": ({ epci }) => [
    "Mutualisation à l'échelle d'un EPT",
    `« ${epci} » est un établissement public territorial ; la loi ouvre la mutualisation à l'EPCI à fiscalité propre.`,
    "Faites confirmer l'échelle du contrat.",
  ],
  exemptee: (_, commune) => [
    `${commune} exemptée, avec un objectif`,
    "Une commune exemptée n'a pas d'objectif : elle n'est pas comptée dans les sommes.",
    "Retirez son objectif, ou la mention d'exemption.",
  ],
  "hors-epci": ({ epci, nomme, reels, millesime }, commune) => [
    `${commune} hors de « ${epci} »`,
    `Au 1er janvier ${millesime} (découpage INSEE et DGCL), ${reels.length > HOMONYMES_CITES ? `aucune commune de ce nom n'en fait partie` : `la commune est dans ${enumerer(reels.map((reel) => `« ${reel} »`))}`}${nomme ? "" : ` ; les autres communes du tableau sont dans « ${epci} »`}.`,
    "Vérifiez le nom et le code INSEE ; si la commune n'a pas changé d'EPCI depuis, retirez-la du tableau.",
  ],
  carencee: (_, commune) => [
    `${commune} carencée`,
    "Le préfet propose un contrat aux communes carencées, sans promesse d'aménagement.",
    "Vérifiez que l'aménagement a été admis.",
  ],
  "inventaire-a-recaler": ({ lu, reference, periode }) => [
    `Inventaire ${lu} : à recaler`,
    `La période ${periode} se réfère à l'inventaire du 1er janvier ${reference}. Travailler sur un autre est permis avant la signature.`,
    `Recalez les manquants sur l'inventaire ${reference} avant de signer.`,
  ],
  "periode-absente": ({ periode }) => [
    `Période ${periode} supposée`,
    "Le tableau ne dit pas sa période : la dernière du barème est appliquée.",
    "Écrivez la période dans un titre, ou choisissez-la.",
  ],
  "type-deduit": ({ type }) => [
    `Contrat lu : ${type}`,
    "Aucun titre ne dit le type de contrat : il est déduit des objectifs.",
    "Confirmez-le, ou écrivez-le dans un titre.",
  ],
};

/** Au-delà, des homonymes ne se citent plus une à une. */
const HOMONYMES_CITES = 3;

/** Un constat de durée peut valoir pour tout le contrat. */
function deLaCommune(commune: string): string {
  return commune === "" ? "" : `${commune} : `;
}
