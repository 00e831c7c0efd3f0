import type { Article, Bareme } from "./bareme";
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
