import {
  MOTS_DU_TYPE,
  UNITE,
  estALaBorneHaute,
  estEntrante,
  partSuperieure,
  quelArticle,
  tauxLegal,
  tauxPlancher,
  type Bareme,
  type Objectif,
  type Tranche,
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
  const { deficit, taux, valeur, type, bareme } = objectif;
  const manquants = ecrireCompte(deficit, "logement manquant", "logements manquants");
  const article = ecrireArticle(quelArticle(type, bareme));
  return `${manquants} × ${ecrireTaux(taux)} (${raison(objectif)}) = ${ecrireNombre(valeur)} ; ${article}.`;
}

/** Pourquoi ce taux : la situation, puis la tranche de l'écart. */
function raison({ type, origine, ecart, tranche }: Objectif): string {
  if (estEntrante(type)) return RAISONS_ENTRANTES[type];
  const contrat =
    origine === "retenu"
      ? `taux retenu, ${MOTS_DU_TYPE[type][0]}`
      : origine === "plancher"
        ? `plancher ${type}`
        : "";
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
  if (valeur > deficit) {
    dites.push(`L'objectif est au-dessus du nombre de logements manquants : vérifiez le taux.`);
  }
  if (type === "rehausse") {
    dites.push(
      "Rehaussé sur décision du préfet, si le marché local le permet et après accord du maire."
    );
  }
  return [...dites, ...reserves(objectif)];
}

const ACCORDS = {
  abaissant: "c'est un rehaussement, qui demande l'accord du maire (guide, annexe 1).",
  mutualisant: `la commune est relevée, et son accord est requis (${ecrireArticle("L. 302-8, X, al. 4")}).`,
} as const;

/** Au plancher mutualisant, les deux nombres que le guide et la loi donnent, s'ils diffèrent (arbitrage 4). */
function autreLecture({ type, tranche, taux, deficit, bareme }: Objectif): string | null {
  if (type !== "mutualisant" || taux !== tauxPlancher(tranche, type, "guide", bareme)) return null;
  const guide = partSuperieure(deficit, taux);
  const loi = partSuperieure(deficit, tauxPlancher(tranche, type, "loi", bareme));
  return guide === loi
    ? null
    : `Plancher lu dans le guide : ${ecrireNombre(guide)} ; dans la loi (la moitié de l'objectif légal) : ${ecrireNombre(loi)}.`;
}

/** Ce qui reste incertain dans la règle elle-même : la borne de 4 points, et la période à confirmer. */
export function reserves({
  ecart,
  tranche,
  bareme,
}: {
  ecart: number | null;
  tranche: Tranche | null;
  bareme: Bareme;
}): string[] {
  const borne = ecart !== null && tranche !== null && estALaBorneHaute(ecart);
  return [
    ...(borne
      ? [
          `À 4${INSECABLE}points exactement, l'annexe 2 du guide se lit 33 % : faites confirmer la notification.`,
        ]
      : []),
    ...(bareme.aConfirmer ? [`Période ${bareme.periode} : à confirmer sur Légifrance.`] : []),
  ];
}
