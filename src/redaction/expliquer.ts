import {
  MOTS_DU_TYPE,
  UNITE,
  estALaBorneHaute,
  estEntrante,
  partSuperieure,
  quelArticle,
  quelArticleDuPlancher,
  tauxLegal,
  tauxPlancher,
  type Bareme,
  type Objectif,
  type Tranche,
  type TypeDeSituation,
} from "../regles";
import { ecrireArticle } from "./article";
import { INSECABLE, ecrireCompte, ecrireNombre, ecrireTaux, typographier } from "./typographie";

/** Le calcul d'un objectif, en une phrase d'agent à agent, avec l'article. */
export function expliquerObjectif(objectif: Objectif): string {
  if (objectif.deficit === 0) {
    return typographier(
      `Aucun logement manquant : objectif 0 ; ${ecrireArticle(quelArticle(objectif.type, objectif.bareme))}.`
    );
  }
  const phrases = [calcul(objectif), ...remarques(objectif)];
  return typographier(phrases.join(" "));
}

function calcul(objectif: Objectif): string {
  const { deficit, taux, valeur } = objectif;
  const manquants = ecrireCompte(deficit, "logement manquant", "logements manquants");
  const article = ecrireArticle(articleDuTaux(objectif));
  return `${manquants} × ${ecrireTaux(taux)} (${raison(objectif)}) = ${ecrireNombre(valeur)} ; ${article}.`;
}

/** Un taux égal au plancher se cite là où le plancher est écrit. */
function articleDuTaux({ type, tranche, taux, bareme }: Objectif): string {
  return taux === tauxPlancher(tranche, type, "guide", bareme)
    ? quelArticleDuPlancher(tranche, type, bareme)
    : quelArticle(type, bareme);
}

/** Pourquoi ce taux : la situation, puis la tranche de l'écart. */
function raison({ type, origine, ecart, tranche, bareme }: Objectif): string {
  if (estEntrante(type)) return RAISONS_ENTRANTES[type];
  const contrat =
    origine === "retenu"
      ? `taux retenu, ${MOTS_DU_TYPE[type][0]}`
      : origine === "plancher"
        ? `plancher ${type}`
        : "";
  // Avant la loi 3DS, le même taux pour toutes (plaquette) : l'écart n'y est pour rien.
  if (!bareme.amenagements) return contrat || "toutes les communes, quel que soit l'écart";
  const points = `écart de ${ecrireCompte(ecart ?? 0, "point")}`;
  const place =
    tranche === "plusDe4"
      ? "supérieur à 4"
      : tranche === "de2a4"
        ? "compris entre 2 et 4"
        : "inférieur à 2";
  return contrat ? `${contrat}, ${points}, ${place}` : `${points}, ${place}`;
}

const RAISONS_ENTRANTES = {
  "entrante-1": "nouvelle entrante, première période, quel que soit l'écart",
  "entrante-2": "nouvelle entrante, deuxième période, quel que soit l'écart",
  "entrante-cours": "entrée en cours de période, quel que soit l'écart",
} as const;

/** Ce que l'agent doit savoir de plus : arrondi, plancher, accord, dépassement, borne, incertitude. */
function remarques(objectif: Objectif): string[] {
  const { type, origine, tranche, taux, deficit, valeur, bareme } = objectif;
  const dites: string[] = [];
  if (objectif.rameneAuPlancher) {
    dites.push("L'arrondi choisi descendait sous le plancher : l'objectif y est ramené.");
  } else if (objectif.arrondi === "superieur" && (deficit * taux) % UNITE !== 0) {
    dites.push("Arrondi à l'entier supérieur : aucun texte ne fixe l'arrondi.");
  }
  if (origine === "plancher") {
    dites.push("C'est le plancher : la fixation au plancher n'a rien d'automatique (guide DHUP).");
  }
  const lecture = autreLecture(objectif);
  if (lecture) dites.push(lecture);
  const legal = tranche ? tauxLegal(tranche, bareme) : null;
  if (legal !== null && taux > legal && (type === "abaissant" || type === "mutualisant")) {
    dites.push(`Au-dessus du taux légal (${ecrireTaux(legal)}) : ${ACCORDS[type]}`);
  }
  if (valeur > deficit) dites.push(AU_DESSUS_DES_MANQUANTS);
  if (type === "rehausse") {
    dites.push(`Rehaussé ${CONDITIONS_DU_REHAUSSEMENT}.`);
  }
  return [...dites, ...reserves(objectif)];
}

export const AU_DESSUS_DES_MANQUANTS =
  "L'objectif est au-dessus du nombre de logements manquants : vérifiez-le.";

/** Source : guide, annexe 1, note *. */
const CONDITIONS_DU_REHAUSSEMENT =
  "sur décision du préfet, si le marché local le permet et après accord du maire";

const ACCORDS = {
  abaissant: `c'est un rehaussement, ${CONDITIONS_DU_REHAUSSEMENT} (guide, annexe 1).`,
  mutualisant: `la commune est relevée, et son accord est requis (${ecrireArticle("L. 302-8, X, al. 4")}).`,
} as const;

/** Au plancher mutualisant, les deux nombres que le guide et la loi donnent, s'ils diffèrent (arbitrage 4). */
function autreLecture({ type, tranche, taux, deficit, bareme }: Objectif): string | null {
  if (type !== "mutualisant" || taux !== tauxPlancher(tranche, type, "guide", bareme)) return null;
  const guide = partSuperieure(deficit, taux);
  const loi = partSuperieure(deficit, tauxPlancher(tranche, type, "loi", bareme));
  return guide === loi
    ? null
    : `Plancher lu dans le guide : ${ecrireNombre(guide)} ; dans la loi (la moitié de l'objectif légal ; ${ecrireArticle("L. 302-8, X, al. 2")}) : ${ecrireNombre(loi)}.`;
}

/** Une commune dont on dit l'objectif ou la notification. */
interface Commune {
  deficit: number;
  ecart: number | null;
  tranche: Tranche | null;
  type: TypeDeSituation;
  bareme: Bareme;
}

/** Ce qui reste incertain dans la règle elle-même : la borne de 4 points, et la période à confirmer. */
export function reserves(commune: Commune): string[] {
  const { ecart, tranche, bareme } = commune;
  const borne =
    bareme.amenagements && ecart !== null && tranche !== null && estALaBorneHaute(ecart);
  return [
    ...(borne ? [reserveDeLaBorne(commune)] : []),
    ...(bareme.aConfirmer ? [`Période ${bareme.periode} : à confirmer sur Légifrance.`] : []),
  ];
}

/** À 4 points, ce que donnerait l'autre lecture (arbitrage 2) : l'objectif légal, et le plancher du contrat. */
function reserveDeLaBorne({ deficit, type, bareme }: Commune): string {
  const enLogements = (taux: number): string =>
    `${ecrireTaux(taux)} (${ecrireNombre(partSuperieure(deficit, taux))})`;
  const plancher =
    type === "abaissant" || type === "mutualisant"
      ? `, et le plancher ${type} ${enLogements(tauxPlancher("plusDe4", type, "guide", bareme))}`
      : "";
  return `À 4${INSECABLE}points exactement, l'annexe 2 du guide se lit ${enLogements(tauxLegal("plusDe4", bareme))}${plancher} : faites confirmer la notification.`;
}
