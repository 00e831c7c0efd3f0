import { ecrireArticle } from "../../redaction";
import {
  MOTS_DU_TYPE,
  estEntrante,
  quelArticle,
  tauxPlancher,
  type Bareme,
  type TypeDeSituation,
} from "../../regles";
import type { Commune, Matiere, Suite } from "../matiere";
import type { Ici } from "./donnees";

/** Sur quoi l'objectif retenu repose, et l'article qui le dit. */
interface Base {
  base: string;
  article: string;
}

const SANS_MANQUANT: Base = { base: "aucun logement manquant", article: "" };
/** Source : guide, annexe 2. */
const REHAUSSE: Base = { base: "objectif légal rehaussé", article: "guide, annexes 1 et 2" };

/** La base d'une commune qui a des logements manquants, à l'objectif légal ou à celui du contrat. Source : guide, annexe 2. */
function ordinaire({ controle: { type, bareme } }: Matiere, commune: Commune): Base {
  if (type === "abaissant")
    return { base: "contrat abaissant", article: ecrireArticle(quelArticle(type, bareme)) };
  if (type === "mutualisant")
    return { base: "contrat mutualisant", article: ecrireArticle("L. 302-8, X, al. 2 et 4") };
  const situation = situationDe(commune, bareme);
  return {
    base: situation === "legal" ? "objectif légal" : "objectif légal de nouvelle entrante",
    article: ecrireArticle(quelArticle(situation, bareme)),
  };
}

export function baseDe(matiere: Matiere, commune: Commune): Base {
  if (commune.deficit === 0) return SANS_MANQUANT;
  return estRehaussee(matiere, commune) ? REHAUSSE : ordinaire(matiere, commune);
}

/** `null` si la suite n'a pas d'objectifs lisibles, ou si toutes ses communes ne s'écrivent pas pareil. */
export function formuleDeLaBase(
  matiere: Matiere,
  { communes }: Suite,
  ici: Ici,
  quoi: keyof Base
): string | null {
  const lisible = communes.every(
    ({ deficit, objectifAvant, objectifApres }) =>
      deficit !== null && objectifAvant !== null && objectifApres !== null
  );
  const [texte, ...autres] = new Set(communes.map((commune) => ordinaire(matiere, commune)[quoi]));
  if (!lisible || texte === undefined || autres.length > 0) return null;
  const aucun = `IF(${ici("deficit")}=0,"${SANS_MANQUANT[quoi]}"`;
  if (estUnContrat(matiere)) return `${aucun},"${texte}")`;
  return `${aucun},IF(${ici("apres")}>${ici("avant")},"${REHAUSSE[quoi]}","${texte}"))`;
}

/** Sans contrat qui aménage l'objectif, le dépasser demande l'accord du maire. */
function estRehaussee(matiere: Matiere, { objectifAvant, objectifApres }: Commune): boolean {
  if (estUnContrat(matiere) || objectifAvant === null || objectifApres === null) return false;
  return objectifApres > objectifAvant;
}

function estUnContrat({ controle: { type } }: Matiere): boolean {
  return type === "abaissant" || type === "mutualisant";
}

/** Une nouvelle entrante se reconnaît à son taux de droit, qu'aucune tranche n'a. */
function situationDe({ tauxAvant }: Commune, bareme: Bareme): TypeDeSituation {
  const entrantes = (Object.keys(MOTS_DU_TYPE) as TypeDeSituation[]).filter(estEntrante);
  const sienne = entrantes.find((type) => tauxPlancher(null, type, "guide", bareme) === tauxAvant);
  return (tauxAvant ?? 0) > 0 && sienne ? sienne : "legal";
}
