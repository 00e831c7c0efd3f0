import type { Article, Bareme, Tranche } from "./bareme";
import { tauxPlancher } from "./quel-taux-de-rattrapage";
import type { TypeDeSituation } from "./quel-type-de-situation";

/**
 * L'article qui fixe le taux d'un type de situation. Le guide cite parfois « VIII, IX, X de l'article L. 302-8-1 » : c'est L. 302-8
 * (arbitrage 9).
 */
export function quelArticle(type: TypeDeSituation, bareme: Bareme): Article {
  switch (type) {
    case "legal":
      return bareme.articleLegal;
    case "abaissant":
      return "L. 302-8, IX, 1° à 3°";
    case "mutualisant":
      return "L. 302-8, X, al. 2";
    case "entrante-1":
    case "entrante-2":
    case "entrante-cours":
      return "L. 302-8, VIII";
    case "rehausse":
      return "guide, annexe 1";
  }
}

/**
 * L'article qui fixe le plancher d'un type, lecture « guide ». Les 17 % d'un contrat mutualisant ne sont que dans le guide : la loi
 * (X, al. 2) dit la moitié de l'objectif légal (arbitrage 4).
 */
export function quelArticleDuPlancher(
  tranche: Tranche | null,
  type: TypeDeSituation,
  bareme: Bareme
): Article {
  const [guide, loi] = (["guide", "loi"] as const).map((lecture) =>
    tauxPlancher(tranche, type, lecture, bareme)
  );
  return guide === loi ? quelArticle(type, bareme) : "guide, annexe 1";
}
