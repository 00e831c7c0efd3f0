import type { Condition, Constat, Controle } from "../controle";
import { enConstat, type Phrase, type PhraseDeConstat, type Phrases } from "./phrase-de-constat";
import { PHRASES_DU_CONTRAT } from "./phraser-contrat";
import { PHRASES_DE_LA_LECTURE } from "./phraser-lecture";
import { PHRASES_DES_OBJECTIFS } from "./phraser-objectifs";
import { PHRASES_DE_LA_SIGNATURE } from "./phraser-signature";
import { ecrireCompte, ecrireNombre, typographier } from "./typographie";

/** Le verdict en deux lignes : le nombre, puis ce qui reste à faire. */
export function phraserVerdict(controle: Controle): { titre: string; detail: string } {
  return {
    titre: typographier(titreDuVerdict(controle)),
    detail: typographier(detailDuVerdict(controle)),
  };
}

function titreDuVerdict({ totaux, type }: Controle): string {
  const { avantLegal, apres, marge } = totaux;
  if (type === "arrondissements" && apres !== null)
    return `${ecrireCompte(apres, "logement réparti", "logements répartis")}`;
  if (avantLegal === null || apres === null || marge === null) return "Bilan impossible à conclure";
  const avant = `${ecrireNombre(avantLegal)} avant`;
  if (type !== "mutualisant") return `${avant}, ${ecrireNombre(apres)} retenus`;
  if (marge < 0) return `Il manque ${ecrireCompte(-marge, "logement")}`;
  return `Équilibré : ${avant}, ${ecrireNombre(apres)} après`;
}

function detailDuVerdict({ verdict, constats, conditions }: Controle): string {
  const compter = (gravite: Constat["gravite"]): number =>
    constats.filter((constat) => constat.gravite === gravite).length;
  switch (verdict) {
    case "non conforme":
      return `Non conforme : ${ecrireCompte(compter("erreur"), "erreur")} à corriger avant l'envoi.`;
    case "avertissements seulement":
      return `Aucune erreur, ${ecrireCompte(compter("avertissement"), "avertissement")} à examiner avant l'envoi.`;
    case "à confirmer": {
      const sansReponse = conditions.filter(({ rappel }) => !rappel).length;
      return `Chiffres conformes, ${ecrireCompte(sansReponse, "condition")} à confirmer avant l'envoi.`;
    }
    case "conforme":
      return "Chiffres conformes.";
  }
}

/** Une condition de la loi à confirmer avant l'envoi. */
export function phraserCondition(condition: Condition): string {
  switch (condition.code) {
    case "plh":
      return "Le PLH est exécutoire, ou un document en tient lieu";
    case "avis-cnsru":
      return "La commission nationale SRU a rendu son avis";
    case "toutes-les-communes":
      return "Toutes les communes déficitaires de l’EPCI sont dans le tableau";
    case "signataires":
      return "Le maire, le préfet et le président de l’EPCI signent (et celui de l’EPT dans le Grand Paris)";
    case "accord":
      return `${condition.commune} accepte que son objectif passe de ${ecrireNombre(condition.avant)} à ${ecrireNombre(condition.apres)}`;
  }
}

const PHRASES: Phrases<Constat["code"]> = {
  ...PHRASES_DES_OBJECTIFS,
  ...PHRASES_DU_CONTRAT,
  ...PHRASES_DE_LA_SIGNATURE,
  ...PHRASES_DE_LA_LECTURE,
};

/** Un constat : quoi, pourquoi avec les nombres, quoi faire, et l'article. */
export function phraserConstat(constat: Constat): PhraseDeConstat {
  const commune = constat.commune === undefined ? "" : constat.commune || "Une commune sans nom";
  // Chaque code a la phrase de ses valeurs : TypeScript ne suit pas ce lien à travers une union.
  const phraser = PHRASES[constat.code] as (
    valeurs: Constat["valeurs"],
    commune: string,
    gravite: Constat["gravite"]
  ) => Phrase;
  return enConstat(phraser(constat.valeurs, commune, constat.gravite), constat.article);
}
