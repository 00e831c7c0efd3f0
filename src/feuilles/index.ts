export { estFormule } from "./plan";
export type {
  Bloc,
  Contenu,
  Formule,
  MiseEnPage,
  PlanDeFeuille,
  Scalaire,
  Style,
  Trait,
} from "./plan";
