import { quelArticle, type Notification } from "../regles";
import { ecrireArticle } from "./article";
import { AU_DESSUS_DES_MANQUANTS, reserves } from "./expliquer";
import { ecrireNombre, typographier } from "./typographie";

/** Ce qu'une cellule porte au lieu d'un maximum qu'aucun texte n'écrit. */
export const SANS_MAXIMUM = "sans maximum";

/** Ce que le préfet peut notifier à une commune, en une phrase, avec l'article et ce qui reste à confirmer. */
export function phraserNotification(notification: Notification): string {
  const { bas, deficit } = notification;
  const avertissement = bas > deficit ? [AU_DESSUS_DES_MANQUANTS] : [];
  return typographier(
    [`${corps(notification)}.`, ...avertissement, ...reserves(notification)].join(" ")
  );
}

function corps(notification: Notification): string {
  const { type, bas, legal, plancherLoi, deficit, bareme } = notification;
  const article =
    type === "rehausse"
      ? "guide, annexes 1 et 2"
      : ecrireArticle(`${quelArticle(type, bareme)} ; guide, annexe 2`);
  if (deficit === 0) return `Aucun logement manquant : aucun objectif à notifier ; ${article}`;
  const auLegal = ecrireNombre(legal ?? 0);
  switch (type) {
    case "legal":
      return `Objectif légal de ${auLegal} ; ${article}`;
    case "entrante-1":
    case "entrante-2":
    case "entrante-cours":
      return `Objectif de droit d'une nouvelle entrante, ${ecrireNombre(bas)} ; ${article}`;
    case "abaissant":
      return `${entre(notification)}, celui du contrat signé ; sans contrat signé, l'objectif légal ; ${article}`;
    case "mutualisant": {
      const loi =
        plancherLoi < bas ? ` (plancher lu dans la loi : ${ecrireNombre(plancherLoi)})` : "";
      const articles = ecrireArticle("L. 302-8, X, al. 2 et 4 ; guide, annexe 2");
      return `À la baisse, ${minuscule(entre(notification))}${loi} ; à la hausse, objectif supérieur à ${auLegal} avec l'accord de la commune, sans maximum écrit ; sans contrat signé, l'objectif légal ; ${articles}`;
    }
    case "rehausse":
      return `Objectif légal rehaussé, au-dessus de ${auLegal}, si le marché local le permet et après accord du maire ; ${article}`;
  }
}

function entre({ bas, legal }: Notification): string {
  return bas === legal
    ? `Objectif de ${ecrireNombre(bas)}`
    : `Objectif compris entre ${ecrireNombre(bas)} et ${ecrireNombre(legal ?? 0)}`;
}

function minuscule(phrase: string): string {
  return phrase.charAt(0).toLowerCase() + phrase.slice(1);
}
