/** Les fonctions du contrat et de son suivi : objectifs qualitatifs, version. */
import { VERSION, mentionDuBareme, typographier } from "../../redaction";
import {
  BAREMES,
  PERIODE_PAR_DEFAUT,
  combienDePlaiAuMoins,
  combienDePlsAuPlus,
} from "../../regles";
import { etaler } from "../etaler";
import { rendre } from "../rendre";

/**
 * Nombre minimal de PLAI dans un objectif : 30 %, arrondi à l’entier supérieur (L. 302-8, III).
 * @customfunction PLAI_MIN PLAI.MIN
 * @helpurl https://localhost:3000/aide/index.html#CMS.PLAI.MIN
 * @param objectif Objectif retenu, en logements
 * @returns Nombre de logements
 */
export function plaiMin(objectif: unknown[][]): unknown[][] {
  return etaler({ objectif }, (s) => rendre(combienDePlaiAuMoins(s.objectif)));
}

/**
 * Nombre maximal de PLS et assimilés dans un objectif : 30 %, ou 20 % sous 10 % de logements sociaux et sans PLH (L. 302-8, III).
 * @customfunction PLS_MAX PLS.MAX
 * @helpurl https://localhost:3000/aide/index.html#CMS.PLS.MAX
 * @param objectif Objectif retenu, en logements
 * @param [taux_ls] Taux de logements sociaux de la commune, par exemple 9 %
 * @param [plh] VRAI si la commune est couverte par un PLH, FAUX sinon
 * @returns Nombre de logements
 */
export function plsMax(objectif: unknown[][], taux_ls: unknown[][], plh: unknown[][]): unknown[][] {
  return etaler({ objectif, taux_ls, plh }, (s) =>
    rendre(combienDePlsAuPlus(s.objectif, s.taux_ls, s.plh))
  );
}

/**
 * Version du complément, et ce qui a été vérifié de la loi.
 * @customfunction VERSION VERSION
 * @helpurl https://localhost:3000/aide/index.html#CMS.VERSION
 * @returns Une phrase
 */
export function version(): string {
  const bareme = mentionDuBareme(BAREMES[PERIODE_PAR_DEFAUT]);
  return typographier(`Complément CMS ${VERSION}. ${bareme}`);
}
