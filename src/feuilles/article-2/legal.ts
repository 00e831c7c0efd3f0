import { enMillioniemes, partSuperieure } from "../../regles";
import { rubriqueDuContrat, source, type Commune, type Matiere, type Suite } from "../matiere";

/** L'écart au taux légal, lu, ou calculé des deux taux. */
function sourceDeLEcart(matiere: Matiere, suite: Suite): string | null {
  const cible = source(matiere, suite, "tauxCible");
  const tauxLs = source(matiere, suite, "tauxLs");
  const lu = source(matiere, suite, "ecart");
  return lu ?? (cible && tauxLs ? `CMS.ECART(${cible},${tauxLs})` : null);
}

/** Le taux légal : par l'écart s'il est connu, sinon le taux annoncé. */
export function formuleDuTaux(matiere: Matiere, suite: Suite): string | null {
  const parEcart = ecartDeDroit(matiere, suite);
  if (parEcart !== null) return `CMS.TAUX.RATTRAPAGE(${parEcart},${droit(matiere)})`;
  const annonce = suite.communes.every(
    ({ donnees: { tauxAvant: lu }, tauxAvant }) =>
      typeof lu?.valeur === "number" && enMillioniemes(lu.valeur) === tauxAvant
  );
  return annonce ? source(matiere, suite, "tauxAvant") : null;
}

/**
 * L'objectif légal. Notifié à l'arrondi au plus proche, que le contrôle a admis, il est repris tel quel. `taux` : où se trouve le taux légal, s'il faut
 * partir de lui.
 */
export function formuleDeLObjectif(
  matiere: Matiere,
  suite: Suite,
  deficit: string,
  taux: string
): string | null {
  if (suite.communes.some(estArrondi)) return notifie(matiere, suite);
  const ecart = ecartDeDroit(matiere, suite);
  if (ecart !== null) {
    const { periode } = matiere.controle.bareme;
    return `CMS.OBJECTIF(${deficit},${ecart},"sans aménagement",,,"${periode}")`;
  }
  const calculable = suite.communes.every(({ tauxAvant }) => (tauxAvant ?? 0) > 0);
  return calculable ? `ROUNDUP(ROUND(${deficit}*${taux},6),0)` : null;
}

/** Les cellules de l'écart, si c'est de lui que vient le taux : une nouvelle entrante a un taux de droit. */
export function ecartDeDroit(matiere: Matiere, suite: Suite): string | null {
  const autrement = suite.communes.some(({ ecart }) => ecart === null);
  return autrement ? null : sourceDeLEcart(matiere, suite);
}

function droit({ controle: { bareme } }: Matiere): string {
  return `"sans aménagement","${bareme.periode}"`;
}

function estArrondi({ deficit, tauxAvant, objectifAvant }: Commune): boolean {
  if (deficit === null || tauxAvant === null) return false;
  return objectifAvant !== partSuperieure(deficit, tauxAvant);
}

function notifie(matiere: Matiere, suite: Suite): string | null {
  const lus = suite.communes.every(
    ({ objectifAvant, objectifAvantLu }) => objectifAvant === objectifAvantLu
  );
  if (!lus) return null;
  return (
    source(matiere, suite, "objectifAvant") ?? source(matiere, suite, rubriqueDuContrat(matiere))
  );
}
