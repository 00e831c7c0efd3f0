export { nomArticle2, planArticle2 } from "./article-2";
export { EXEMPLES, planExemple } from "./exemples";
export type { CleDExemple } from "./exemples";
export { estFormule } from "./plan";
export type {
  Bloc,
  Contenu,
  Forme,
  Formule,
  MiseEnPage,
  PlanDeFeuille,
  Scalaire,
  Style,
  Trait,
} from "./plan";
