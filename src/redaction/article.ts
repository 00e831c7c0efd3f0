import { VERIFICATION, type Bareme } from "../regles";
import { typographier } from "./typographie";

/** « L. 302-8, VII » → « art. L. 302-8, VII du CCH » ; le guide, la plaquette et l'arithmétique se citent tels quels. */
export function ecrireArticle(article: string): string {
  const ecrit = article
    .split(" ; ")
    .map((partie) => (/^[LD]\. /.test(partie) ? `art. ${partie} du CCH` : partie))
    .join(" ; ");
  return typographier(ecrit);
}

/** « 2025-07-02 » → « 02/07/2025 ». */
export function ecrireDate(date: string): string {
  return date.split("-").reverse().join("/");
}

/** Ce qui a été vérifié de la loi, et ce qui reste à confirmer : affiché avec chaque résultat. */
export function mentionDuBareme(bareme: Bareme): string {
  const releve = `Barème : ${VERIFICATION.releveDans} ; article L. 302-8 suivi jusqu'au ${ecrireDate(VERIFICATION.suiviJusquau)}.`;
  const confirmation = bareme.aConfirmer
    ? ` Période ${bareme.periode} : à confirmer sur Légifrance.`
    : "";
  return typographier(releve + confirmation);
}
