export { nomArticle2, objectifsQualitatifs, plaiDe, planArticle2, plsDe } from "./article-2";
export type { FormeDesFormules } from "./article-2";
export { planBilan } from "./bilan";
export type { CirconstancesDuBilan } from "./bilan";
export { FEUILLES_DU_DOSSIER } from "./dossier";
export type { FeuilleDuDossier } from "./dossier";
export { allureDe } from "./allures";
export { rassembler } from "./matiere";
export type { Matiere } from "./matiere";
export { Composition } from "./composer";
export { EXEMPLES, planExemple } from "./exemples";
export type { CleDExemple } from "./exemples";
export { hauteurDuTexte } from "./lignes-de-texte";
export { TABLEAU, TITRES_DE_COLONNES, paysage } from "./page";
export { estFormule, maximumDe } from "./plan";
export { planRapport } from "./rapport";
export type { Circonstances } from "./rapport";
export type {
  Bloc,
  Contenu,
  Forme,
  Formule,
  Graphique,
  MiseEnPage,
  PlageNommee,
  PlanDeFeuille,
  Scalaire,
  Style,
  Trait,
  Validation,
} from "./plan";
